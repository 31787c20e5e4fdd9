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
 * Reads a head the way browsers do: lines may end in LF alone, header names may contain spaces, lengths may come twice.
 * `incomplete` when the blank line has not come yet; null when this is no HTTP at all. Interim answers (1xx) are skipped.
 */
export function readLooseHead(bytes: Buffer, from = 0): LooseHead | 'incomplete' | null {
  const text = bytes.toString('latin1', from, from + longestHeadBytes);
  if (!/^HTTP\//i.test(text)) return 'HTTP/'.startsWith(text.toUpperCase()) ? 'incomplete' : null;
  const end = /\r?\n\r?\n/.exec(text);
  if (!end) return text.length < longestHeadBytes ? 'incomplete' : null;
  const [statusLine = '', ...lines] = text.slice(0, end.index).split(/\r?\n/);
  const status = Number(/^HTTP\/\d+(?:\.\d+)?[ \t]+(\d{3})(?!\d)/i.exec(statusLine)?.[1]);
  const bodyAt = from + end.index + end[0].length;
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
  const written = [head.headers['content-length'] ?? []].flat().flatMap(each => each.split(','));
  const lengths = written.map(each => each.trim()).filter(each => /^\d+$/.test(each));
  return lengths.length === 0 ? 'connection' : Math.max(...lengths.map(Number));
}

/** Cuts the body out of the bytes that have come. `connection` tells whether more may come. */
export function readLooseBody(head: LooseHead, bytes: Buffer, connection: 'open' | 'ended'): LooseBody {
  const rest = bytes.subarray(head.bodyAt);
  const end = framing(head);
  if (end === 'chunks') return readChunks(rest);
  if (end === 'connection') return { bytes: rest, complete: connection === 'ended' };
  return { bytes: rest.subarray(0, end), complete: rest.length >= end };
}

const longestHeadBytes = 64 * 1024;

function readHeaders(lines: readonly string[]): Readonly<Record<string, string | string[]>> {
  const headers = new Map<string, string | string[]>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon < 1 || name === '') continue;
    const known = headers.get(name);
    const value = line.slice(colon + 1).trim();
    headers.set(name, known === undefined ? value : [known, value].flat());
  }
  return Object.fromEntries(headers);
}

function readChunks(bytes: Buffer): LooseBody {
  const parts: Buffer[] = [];
  for (let at = 0; ; ) {
    const lineEnd = bytes.indexOf(0x0a, at);
    const size = lineEnd < 0 ? null : /^[ \t]*([0-9a-f]{1,8})[ \t]*(?:;|\r?$)/i.exec(bytes.toString('latin1', at, lineEnd))?.[1];
    if (size === null || size === undefined) return { bytes: Buffer.concat(parts), complete: false };
    const length = Number.parseInt(size, 16);
    if (length === 0) return { bytes: Buffer.concat(parts), complete: true };
    parts.push(bytes.subarray(lineEnd + 1, lineEnd + 1 + length));
    at = lineEnd + 1 + length;
    // The line end after a chunk: CRLF, or LF alone.
    if (bytes[at] === 0x0d) at++;
    if (bytes[at] === 0x0a) at++;
    if (at > bytes.length) return { bytes: Buffer.concat(parts), complete: false };
  }
}
