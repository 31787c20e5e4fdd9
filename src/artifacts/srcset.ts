/**
 * The addresses in a `srcset`, as the HTML standard splits it: candidates are separated by commas, an address may itself
 * contain commas but not end with one, and a comma inside the brackets of a descriptor separates nothing.
 */
export function parseSrcset(srcset: string): readonly string[] {
  const found: string[] = [];
  let rest = srcset;
  for (;;) {
    rest = rest.replace(/^[\t\n\f\r ,]+/, '');
    if (rest === '') return found;
    const [word = ''] = /^[^\t\n\f\r ]+/.exec(rest) ?? [];
    rest = rest.slice(word.length);
    const address = word.slice(0, lengthWithoutCommas(word));
    found.push(address);
    if (address === word) rest = rest.slice(descriptorsLength(rest));
  }
}

function lengthWithoutCommas(word: string): number {
  let end = word.length;
  while (word[end - 1] === ',') end--;
  return end;
}

function descriptorsLength(text: string): number {
  let inBrackets = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (character === '(') inBrackets = true;
    if (character === ')') inBrackets = false;
    if (character === ',' && !inBrackets) return i;
  }
  return text.length;
}
