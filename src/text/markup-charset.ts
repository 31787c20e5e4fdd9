/**
 * The labels of the encodings that a page declares in its markup, as written, in the order in which they stand: those of its `<meta>`,
 * then that of its XML declaration. `head`: the beginning of the page, one character for each byte. Reads as a browser does before it
 * has a parser (HTML standard §13.2.3.2, “prescan a byte stream to determine its encoding”): comments and the attributes of other tags
 * are jumped over, and an unfinished tag declares nothing.
 */
export function charsetsOfMarkup(head: string): readonly string[] {
  const found: string[] = [];
  for (let at = head.indexOf('<'); at >= 0; at = head.indexOf('<', at)) {
    const next = head[at + 1] ?? '';
    if (head.startsWith('<!--', at)) at = after(head, '-->', at + 2);
    else if (/[!?]/.test(next) || (next === '/' && !letter.test(head[at + 2] ?? ''))) at = after(head, '>', at + 1);
    else if (next === '/' || letter.test(next)) {
      const attributes = readAttributes(head, nameEnd(head, at + 1));
      if (attributes === null) break;
      const label = /^<meta[\s/]/i.test(head.slice(at, at + 6)) ? charsetOfMeta(attributes.values) : null;
      if (label !== null) found.push(label);
      at = attributes.end;
    } else at++;
  }
  const declared = xmlEncoding(head);
  return declared === null ? found : [...found, declared];
}

const letter = /[a-z]/i;
const space = /[\t\n\f\r ]/;

function after(head: string, mark: string, from: number): number {
  const at = head.indexOf(mark, from);
  return at < 0 ? head.length : at + mark.length;
}

function nameEnd(head: string, from: number): number {
  let at = from;
  while (at < head.length && !/[\t\n\f\r >]/.test(head[at]!)) at++;
  return /^meta\//i.test(head.slice(from, from + 5)) ? from + 4 : at;
}

/** `content` counts beside `http-equiv=content-type` only (HTML standard §13.2.3.2, step “processing”). */
function charsetOfMeta(values: ReadonlyMap<string, string>): string | null {
  const own = values.get('charset');
  if (own !== undefined) return own;
  return values.get('http-equiv') === 'content-type' ? charsetOfContent(values.get('content') ?? '') : null;
}

/** The label in `text/html; charset=…` (HTML standard §2.5.6, “extracting a character encoding from a meta element”). */
function charsetOfContent(content: string): string | null {
  const written = /charset[\t\n\f\r ]*=[\t\n\f\r ]*([\s\S]*)$/.exec(content)?.[1];
  if (!written) return null;
  const quote = written[0];
  if (quote !== '"' && quote !== "'") return /^[^\t\n\f\r ;]*/.exec(written)![0];
  const end = written.indexOf(quote, 1);
  return end < 0 ? null : written.slice(1, end);
}

interface Attributes {
  /** Names and values in lower case; the first of two equal names. */
  readonly values: ReadonlyMap<string, string>;
  /** Behind the tag. */
  readonly end: number;
}

/** The attributes from `from` to the end of the tag (“get an attribute”); null when the text ends before the tag does. */
function readAttributes(head: string, from: number): Attributes | null {
  const values = new Map<string, string>();
  let at = from;
  for (;;) {
    while (at < head.length && (space.test(head[at]!) || head[at] === '/')) at++;
    if (at >= head.length) return null;
    if (head[at] === '>') return { values, end: at + 1 };
    const start = at;
    while (at < head.length && !(space.test(head[at]!) || /[/>]/.test(head[at]!) || (head[at] === '=' && at > start))) at++;
    const name = head.slice(start, at).toLowerCase();
    const value = readValue(head, at);
    if (value === null) return null;
    if (!values.has(name)) values.set(name, value.text.toLowerCase());
    at = value.end;
  }
}

/** The value behind an attribute's name, '' when there is none; null when the text ends inside it. */
function readValue(head: string, nameEnd: number): { readonly text: string; readonly end: number } | null {
  let at = skipSpace(head, nameEnd);
  if (head[at] !== '=') return { text: '', end: at };
  at = skipSpace(head, at + 1);
  const quote = head[at];
  if (quote === '"' || quote === "'") {
    const end = head.indexOf(quote, at + 1);
    return end < 0 ? null : { text: head.slice(at + 1, end), end: end + 1 };
  }
  const start = at;
  while (at < head.length && !space.test(head[at]!) && head[at] !== '>') at++;
  return at >= head.length ? null : { text: head.slice(start, at), end: at };
}

function skipSpace(head: string, from: number): number {
  let at = from;
  while (at < head.length && space.test(head[at]!)) at++;
  return at;
}

/** HTML standard §13.2.3.2, “get an XML encoding”. */
function xmlEncoding(head: string): string | null {
  if (!head.startsWith('<?xml')) return null;
  const declaration = head.slice(0, after(head, '>', 0));
  return (
    /encoding\s*=\s*(?:"([^"]*)"|'([^']*)')/
      .exec(declaration)
      ?.slice(1)
      .find(value => value !== undefined) ?? null
  );
}
