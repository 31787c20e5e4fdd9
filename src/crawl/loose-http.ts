/** The head of an answer that is not quite HTTP; header values have one character per byte. */
export interface LooseHead {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
  /** Where the body begins. */
  readonly bodyAt: number;
}

/** A body as far as it has come. */
export interface LooseBody {
  readonly bytes: Uint8Array;
  readonly complete: boolean;
}

/**
 * Reads a head the way browsers do: lines may end in LF alone, header names may contain spaces, lengths may come twice, a few stray
 * bytes may stand before it. Where a page begins at once there is no head (HTTP/0.9).
 * `incomplete` when the blank line has not come yet; null when this is no HTTP at all. Interim answers (1xx) are skipped.
 */
export function readLooseHead(bytes: Buffer, from = 0): LooseHead | 'incomplete' | null {
  const received = bytes.toString('latin1', from, from + longestHeadBytes);
  if (from === 0 && pageItself.test(received)) return { status: 200, headers: {}, bodyAt: 0 };
  const begin = beginOfHead(received);
  if (typeof begin !== 'number') return begin;
  const text = received.slice(begin);
  const end = /\r?\n\r?\n/.exec(text);
  if (!end) return text.length < longestHeadBytes ? 'incomplete' : null;
  const [statusLine = '', ...lines] = text.slice(0, end.index).split(/\r?\n/);
  const status = Number(/^HTTP\/\d+(?:\.\d+)?[ \t]+(\d{3})(?!\d)/i.exec(statusLine)?.[1]);
  const bodyAt = from + begin + end.index + end[0].length;
  if (Number.isNaN(status) || status < 100) return null;
  if (status < 200) return readLooseHead(bytes, bodyAt);
  return { status, headers: readHeaders(lines), bodyAt };
}

/**
 * How the end of the body is known. Chunks win over a length (RFC 9112 §6.3); of several lengths the largest counts,
 * because the connection is used for nothing else; without either the body ends with the connection.
 */
export function framing(head: LooseHead): number | 'chunks' | 'connection' {
  if (head.status === 204 || head.status === 304) return 0;
  if (/chunked/i.test(String(head.headers['transfer-encoding'] ?? ''))) return 'chunks';
  const lengths = lengthsIn(head);
  return lengths.length === 0 ? 'connection' : Math.max(...lengths);
}

function lengthsIn({ headers }: LooseHead): readonly number[] {
  const written = [headers['content-length'] ?? []].flat().flatMap(each => each.split(','));
  return written.map(each => each.trim()).flatMap(each => (/^\d+$/.test(each) ? [Number(each)] : []));
}

/** Cuts the body out of the bytes that have come. `connection` tells whether more may come. */
export function readLooseBody(head: LooseHead, bytes: Buffer, connection: 'open' | 'ended'): LooseBody {
  const rest = bytes.subarray(head.bodyAt);
  const end = framing(head);
  if (end === 'chunks') return connection === 'ended' && sizeAt(rest, 0) === null ? { bytes: rest, complete: false } : readChunks(rest);
  if (end === 'connection') return { bytes: rest, complete: connection === 'ended' };
  return {
    bytes: rest.subarray(0, end),
    complete: rest.length >= end || (connection === 'ended' && lengthsIn(head).includes(rest.length)),
  };
}

const longestHeadBytes = 64 * 1024;

function readHeaders(lines: readonly string[]): Readonly<Record<string, string | string[]>> {
  const headers = new Map<string, string | string[]>();
  for (const line of unfold(lines)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon < 1 || name === '') continue;
    const known = headers.get(name);
    const value = line.slice(colon + 1).trim();
    headers.set(name, known === undefined ? value : [known, value].flat());
  }
  return Object.fromEntries(headers);
}

/** A line that begins with a blank goes on with the one before (RFC 9112 §5.2). */
function unfold(lines: readonly string[]): readonly string[] {
  const whole: string[][] = [];
  for (const line of lines) {
    if (/^[ \t]/.test(line) && whole.length > 0) whole.at(-1)!.push(line.trim());
    else whole.push([line]);
  }
  return whole.map(parts => parts.join(' '));
}

/** Where the status line begins: blanks and byte order marks are skipped, and of anything else four bytes, as Chromium does. */
function beginOfHead(text: string): number | 'incomplete' | null {
  const blanks = /^[\s\0\xef\xbb\xbf]{0,64}/.exec(text)![0].length;
  let mayCome = false;
  for (const at of [blanks, 0, 1, 2, 3, 4]) {
    const part = text.slice(at, at + 'HTTP/'.length).toUpperCase();
    if (part === 'HTTP/') return at;
    mayCome ||= at + part.length === text.length && 'HTTP/'.startsWith(part);
  }
  return mayCome ? 'incomplete' : null;
}

const pageItself = /^\s{0,64}<(?:!doctype\s|html[\s>]|head[\s>]|body[\s>]|meta\s|title>|\?xml\s)/i;

/** The size of the chunk whose line begins here; what stands behind it is nobody's business. Null when there is none. */
function sizeAt(bytes: Buffer, at: number): { readonly length: number; readonly dataAt: number } | null {
  const lineEnd = bytes.indexOf(0x0a, at);
  const size = lineEnd < 0 ? undefined : /^[ \t]*([0-9a-f]{1,8})(?:[ \t;]|\r?$)/i.exec(bytes.toString('latin1', at, lineEnd))?.[1];
  return size === undefined ? null : { length: Number.parseInt(size, 16), dataAt: lineEnd + 1 };
}

function readChunks(bytes: Buffer): LooseBody {
  const parts: Buffer[] = [];
  for (let at = 0; ; ) {
    const size = sizeAt(bytes, at);
    if (size === null) return { bytes: Buffer.concat(parts), complete: false };
    const { length, dataAt } = size;
    if (length === 0) return { bytes: Buffer.concat(parts), complete: true };
    parts.push(bytes.subarray(dataAt, dataAt + length));
    at = dataAt + length;
    // The line end after a chunk: CRLF, or LF alone.
    if (bytes[at] === 0x0d) at++;
    if (bytes[at] === 0x0a) at++;
    if (at > bytes.length) return { bytes: Buffer.concat(parts), complete: false };
  }
}
