/**
 * The addresses in a style sheet or `style` attribute: `url(…)` and `@import "…"`, escapes undone.
 * Comments, other strings, names of namespaces and references inside the same document (`#…`) are no addresses.
 */
export function cssReferences(css: string): readonly string[] {
  if (!css.includes('(') && !/@import/i.test(css)) return [];
  return [...css.matchAll(tokens)].flatMap(([, inUrl, imported]) => {
    const written = (inUrl ?? imported)?.trim();
    if (!written || written.startsWith('#')) return [];
    const isQuoted = /^["']/.test(written);
    if (!isQuoted && /\s/.test(written)) return [];
    const reference = unescapeCss(isQuoted ? written.slice(1, -1) : written).trim();
    return reference === '' || reference.startsWith('#') ? [] : [reference];
  });
}

// Every branch takes at least what it has looked at, so hostile input (comments, strings and brackets that never close)
// is read once and not once per opening mark. `(` cannot occur in an unquoted address (CSS Syntax §4.3.6).
const tokens =
  /\/\*(?:[\s\S]*?\*\/|[\s\S]*$)|@(?:-moz-)?(?:namespace|document)\b[^;{]*|\burl\((\s*"(?:[^"\\\n]|\\[\s\S])*"\s*|\s*'(?:[^'\\\n]|\\[\s\S])*'\s*|(?:[^"'()\\]|\\[\s\S])*)\)|@import\s*("(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*')|"(?:[^"\\\n]|\\[\s\S])*"?|'(?:[^'\\\n]|\\[\s\S])*'?/gi;

const unescapeCss = (text: string): string =>
  text.includes('\\')
    ? text.replace(/\\(?:([0-9a-f]{1,6})\s?|\n|([\s\S]))/gi, (_, hex?: string, other?: string) =>
        hex === undefined ? (other ?? '') : codePoint(Number.parseInt(hex, 16)),
      )
    : text;

const codePoint = (value: number): string => (value === 0 || value > 0x10ffff ? '\ufffd' : String.fromCodePoint(value));
