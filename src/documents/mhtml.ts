import { decodeHtml } from '../text/decode.ts';

/** The page within a web archive (MHTML), as which old office systems save documents; null when there is none. */
export function pageOfArchive(bytes: Uint8Array): string | null {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const boundary = /boundary="?([^"\r\n;]{1,100})/i.exec(source.slice(0, 4096))?.[1];
  const parts = boundary === undefined ? [source] : source.split(`--${boundary}`);
  for (const part of parts) {
    const gap = /\r?\n\r?\n/.exec(part.slice(0, 8192));
    if (gap === null) continue;
    const head = part.slice(0, gap.index);
    if (!/^content-type:\s*text\/html/im.test(head)) continue;
    const body = part.slice(gap.index + gap[0].length);
    const encoding = /^content-transfer-encoding:\s*([\w-]+)/im.exec(head)?.[1]?.toLowerCase();
    const type = /^content-type:\s*(.{1,200})/im.exec(head)?.[1];
    return decodeHtml(decoded(body, encoding), type).text;
  }
  return null;
}

function decoded(body: string, encoding: string | undefined): Buffer {
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1');
  const plain = body
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(plain, 'latin1');
}
