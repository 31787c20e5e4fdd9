/**
 * The `charset` that a `Content-Type` header declares, as written; null when it declares none that a browser would believe.
 * Several values, joined by commas, are read as browsers read them: the last type counts, and keeps the charset of the same type
 * before it (Fetch standard, “extract a MIME type”; MIME Sniffing standard §4.4).
 */
export function charsetOfContentType(header: string): string | null {
  let essence: string | null = null;
  let charset: string | null = null;
  for (const value of split(header, ',')) {
    const type = readType(value);
    if (type === null || type.essence === '*/*') continue;
    if (type.essence !== essence) charset = type.charset;
    else charset = type.charset ?? charset;
    essence = type.essence;
  }
  return charset;
}

interface MimeType {
  /** Lower case, without parameters. */
  readonly essence: string;
  readonly charset: string | null;
}

function readType(value: string): MimeType | null {
  const [type = '', ...parameters] = split(value, ';');
  const essence = type.trim().toLowerCase();
  if (!/^[!#$%&'*+.^_`|~\w-]+\/[!#$%&'*+.^_`|~\w-]+$/.test(essence)) return null;
  const charset = parameters.flatMap(parameter => charsetIn(parameter) ?? [])[0];
  return { essence, charset: charset ?? null };
}

/** White space in front of the name is skipped, behind it it belongs to the name. Single quotes are part of the value. */
function charsetIn(parameter: string): string | null {
  const equals = parameter.indexOf('=');
  if (equals < 0 || parameter.slice(0, equals).trimStart().toLowerCase() !== 'charset') return null;
  const written = parameter.slice(equals + 1);
  const value = written.startsWith('"') ? unquoted(written) : written.trimEnd();
  return value === '' ? null : value;
}

/** What follows the closing quote does not count. */
function unquoted(written: string): string {
  let value = '';
  for (let i = 1; i < written.length && written[i] !== '"'; i++) {
    if (written[i] === '\\' && i + 1 < written.length) i++;
    value += written[i];
  }
  return value;
}

/** Splits at the separator where it stands outside of quotes. */
function split(text: string, separator: ',' | ';'): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  let isQuoted = false;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '"') isQuoted = isQuoted ? false : separator === ',' || text[i - 1] === '=';
    else if (text[i] === '\\' && isQuoted) i++;
    else if (text[i] === separator && !isQuoted) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  return [...parts, text.slice(start)];
}
