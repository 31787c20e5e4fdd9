/**
 * The address that a click handler opens: `location.href='…'`, `window.open('…')`, or a call of the page's own that is given one
 * (`openDoc('/a.html')`). Null when it names none, or puts it together from what is known only when it runs.
 */
export function addressInScript(script: string): string | null {
  if (!/['"]|&quot;/.test(script)) return null;
  const code = script.slice(0, longestHandler).replaceAll('&quot;', '"').replaceAll('\\/', '/');
  const literal = firstLiteral(code, navigates) ?? argumentOf(code);
  return literal === null || /^(?:about:|javascript:|#?$)/i.test(literal) || /[<>\s]/.test(literal) ? null : literal;
}

const longestHandler = 4000;

/** Statements and calls that change the page, up to the literal. */
const navigates =
  /(?:location(?:\.href)?\s{0,9}=(?!=)\s{0,9}|location\.(?:assign|replace)\s{0,9}\(\s{0,9}|\bopen\s{0,9}\(\s{0,9}|(?:jump|go|link|open|to)\w{0,20}(?:url|page|link|to)\w{0,20}\(\s{0,9})(?=['"])/gi;

function firstLiteral(code: string, before: RegExp): string | null {
  for (const match of code.matchAll(before)) {
    const literal = literalAt(code, match.index + match[0].length);
    if (literal !== null && !/^(?:about:|javascript:|#?$)/i.test(literal)) return literal;
  }
  return null;
}

/** A call that is given something that can only be the address of a page. */
function argumentOf(code: string): string | null {
  for (const { 0: call, 1: name = '', index: at } of code.matchAll(/([\w$.]{1,80})\s{0,9}\((?=[^()]{0,300}['"])/g)) {
    if (otherUses.test(name)) continue;
    const start = at + call.length;
    for (const { index } of code.slice(start, start + 400).matchAll(/['"]/g)) {
      const literal = literalAt(code, start + index);
      if (literal !== null && pageAddress.test(literal) && !/[\s<>{}|]/.test(literal)) return literal;
    }
  }
  return null;
}

/** What they are given an address for is not going there. */
const otherUses =
  /home|favo|collect|bookmark|share|copy|img|image|pic|src|play|search|print|login|log$|ajax|get|post|load$|submit|alert|confirm|qr|indexof|replace|split|match|test/i;
const pageAddress =
  /^(?:https?:)?\/\/[^/]+\.[^/]+|^\.{0,2}\/[\w-]+(?:\/|\.(?!jpe?g|png|gif|css|js$|ico|mp4)|$)|^[\w./-]+\.(?:s?html?|jspx?|aspx?|php|do|action)(?:[?#]|$)/i;

/**
 * The string literal at a place of a script, with the literals added to it: `'/a/' + 'b.html'`. Null when anything else is added, unless
 * that only tells where the reader comes from.
 */
function literalAt(code: string, from: number): string | null {
  let value = '';
  let at = from;
  for (let pieces = 0; pieces < 20; pieces++) {
    const quote = code[at];
    const end = quote === '"' || quote === "'" ? code.indexOf(quote, at + 1) : -1;
    if (end < 0) return /[?&](?:url|uri|from|refer\w*|back\w*|title|site)=$/i.test(value) ? value : null;
    value += code.slice(at + 1, end);
    const [, plus = ''] = /^(\s{0,20}\+\s{0,20})/.exec(code.slice(end + 1, end + 60)) ?? [];
    if (plus === '') return value.trim();
    at = end + 1 + plus.length;
  }
  return null;
}
