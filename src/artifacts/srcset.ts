/**
 * The addresses in a `srcset`, as the HTML standard splits it (§4.8.4.2.2): candidates are separated by commas, an address may itself
 * contain commas but not end with one, and a comma inside the brackets of a descriptor separates nothing. A candidate whose descriptors
 * a browser does not understand is never loaded, and left out.
 */
export function parseSrcset(srcset: string): readonly string[] {
  const found: string[] = [];
  let at = 0;
  for (;;) {
    while (at < srcset.length && (space.test(srcset[at]!) || srcset[at] === ',')) at++;
    if (at >= srcset.length) return found;
    const start = at;
    while (at < srcset.length && !space.test(srcset[at]!)) at++;
    let end = at;
    while (srcset[end - 1] === ',') end--;
    const descriptors = end === at ? readDescriptors(srcset, at) : { words: [], end: at };
    at = descriptors.end;
    if (areUnderstood(descriptors.words)) found.push(srcset.slice(start, end));
  }
}

const space = /[\t\n\f\r ]/;

interface Descriptors {
  readonly words: readonly string[];
  /** Behind the last of them: at the comma, or at the end of the text. */
  readonly end: number;
}

function readDescriptors(srcset: string, from: number): Descriptors {
  const words: string[] = [];
  let start = from;
  let inBrackets = false;
  let at = from;
  for (; at < srcset.length && (inBrackets || srcset[at] !== ','); at++) {
    if (srcset[at] === '(') inBrackets = true;
    else if (srcset[at] === ')') inBrackets = false;
    if (inBrackets || !space.test(srcset[at]!)) continue;
    if (at > start) words.push(srcset.slice(start, at));
    start = at + 1;
  }
  if (at > start) words.push(srcset.slice(start, at));
  return { words, end: at };
}

/** A width with or without a height, or a density, or nothing. */
function areUnderstood(words: readonly string[]): boolean {
  const seen = words.map(kindOf).toSorted().join('');
  return seen === '' || seen === 'w' || seen === 'hw' || seen === 'x';
}

function kindOf(word: string): 'w' | 'h' | 'x' | '?' {
  if (/^\d+[wh]$/.test(word) && Number(word.slice(0, -1)) > 0) return word.endsWith('w') ? 'w' : 'h';
  return /^-?(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?x$/i.test(word) && word.endsWith('x') && Number(word.slice(0, -1)) >= 0 ? 'x' : '?';
}
