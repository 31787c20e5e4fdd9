/** A piece of a script. `string`: what a literal stands for; `name`: an identifier, keyword or number; `mark`: one other character. */
export interface ScriptToken {
  readonly kind: 'string' | 'name' | 'mark';
  readonly text: string;
}

/**
 * The pieces of a script, or of JSON, without comments. A template literal comes as its parts with `+` between them. No parser: it is
 * right on what people write, never throws, and takes time that grows with the length only.
 */
export function scriptTokens(code: string): readonly ScriptToken[] {
  const tokens: ScriptToken[] = [];
  piece.lastIndex = 0;
  for (let match = piece.exec(code); match; match = piece.exec(code)) {
    const [, comment, string, template, name, mark] = match;
    if (comment !== undefined) skipComment(comment);
    else if (string !== undefined) tokens.push({ kind: 'string', text: unescaped(string.slice(1, -1)) });
    else if (template !== undefined) tokens.push(...templateTokens(template.slice(1, -1)));
    else if (name !== undefined) tokens.push({ kind: 'name', text: name });
    else if (mark === '/' && opensPattern(tokens.at(-1))) skipPattern();
    else if (mark !== undefined) tokens.push({ kind: 'mark', text: mark });
  }
  return tokens;

  function skipComment(opening: string): void {
    const ending = opening === '/*' ? '*/' : '\n';
    const end = code.indexOf(ending, piece.lastIndex);
    piece.lastIndex = end < 0 ? code.length : end + ending.length;
  }

  /** A regular expression may hold quotes and comment marks. */
  function skipPattern(): void {
    pattern.lastIndex = piece.lastIndex;
    const found = pattern.exec(code);
    if (found) piece.lastIndex = pattern.lastIndex;
    else tokens.push({ kind: 'mark', text: '/' });
  }
}

const piece =
  /\s+|(\/\*|\/\/|<!--)|("(?:[^"\\\n]|\\[\s\S]){0,20000}"|'(?:[^'\\\n]|\\[\s\S]){0,20000}')|(`(?:[^`\\]|\\[\s\S]){0,20000}`)|([\w$\u0080-\uffff]+)|([\s\S])/gy;
const pattern = /(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.){0,200}\]){1,500}\/[a-z]{0,6}/gy;

/** After an operator a slash begins a regular expression; after a value it divides. */
const opensPattern = (before: ScriptToken | undefined): boolean =>
  before === undefined ||
  (before.kind === 'mark' && /[(,=:[!&|?{};+]/.test(before.text)) ||
  (before.kind === 'name' && before.text === 'return');

function templateTokens(template: string): readonly ScriptToken[] {
  const plus: ScriptToken = { kind: 'mark', text: '+' };
  return template.split(/\$\{([^{}]{0,400})\}/).flatMap((part, i): readonly ScriptToken[] => {
    if (i % 2 === 0) return i === 0 ? [{ kind: 'string', text: unescaped(part) }] : [plus, { kind: 'string', text: unescaped(part) }];
    const path = /^[\w$.]+$/.test(part.trim()) ? part.trim().split('.') : ['?'];
    return [
      plus,
      ...path.flatMap((name, at): readonly ScriptToken[] => [
        ...(at > 0 ? [{ kind: 'mark' as const, text: '.' }] : []),
        { kind: 'name', text: name },
      ]),
    ];
  });
}

const unescaped = (text: string): string =>
  text.includes('\\')
    ? text.replace(/\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|([\s\S]))/gi, (_, long?: string, short?: string, other?: string) =>
        other === undefined ? String.fromCharCode(Number.parseInt(long ?? short!, 16)) : (escapes[other] ?? other),
      )
    : text;
const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '\n': '' };
