import type { Transform } from 'node:stream';
import zlib from 'node:zlib';

/** A decoded body. `truncated` when it was cut at the limit or its compressed stream is damaged. */
export interface Decoded {
  readonly bytes: Uint8Array;
  readonly truncated: boolean;
}

/**
 * Undoes Content-Encoding (gzip, deflate with or without zlib header, br, zstd; several in a row) up to `limit` bytes.
 * Bytes that are not what the header says come back as they are: old servers label plain pages as gzip. Never rejects.
 */
export async function decompress(raw: Uint8Array, contentEncoding: string, limit: number): Promise<Decoded> {
  const codings = contentEncoding
    .toLowerCase()
    .split(',')
    .map(each => each.trim())
    .filter(each => each !== '' && each !== 'identity');
  if (codings.length === 0 || codings.length > mostCodings || raw.length === 0) return cut(raw, limit);
  let body: Decoded = { bytes: raw, truncated: false };
  for (const coding of codings.reverse()) {
    const decoded = await undo(coding, body.bytes, limit);
    if (!decoded) return cut(raw, limit);
    body = { bytes: decoded.bytes, truncated: body.truncated || decoded.truncated };
  }
  return body;
}

const mostCodings = 3;
const salvagePieceBytes = 256;

const lenient = { finishFlush: zlib.constants.Z_SYNC_FLUSH };
const lenientBrotli = { finishFlush: zlib.constants.BROTLI_OPERATION_FLUSH };
const lenientZstd = { finishFlush: zlib.constants.ZSTD_e_flush };

async function undo(name: string, bytes: Uint8Array, limit: number): Promise<Decoded | null> {
  if (name === 'gzip' || name === 'x-gzip') {
    if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return null;
    return (await run(zlib.createGunzip(lenient), [bytes], limit)) ?? salvage(bytes.subarray(gzipHeaderLength(bytes)), limit);
  }
  if (name === 'deflate' && hasZlibHeader(bytes)) {
    return (await run(zlib.createInflate(lenient), [bytes], limit)) ?? salvage(bytes.subarray(2), limit);
  }
  const decoder = unsignedDecoder(name);
  const decoded = decoder && (await run(decoder, [bytes], limit));
  // Without a signature plain text may look like an empty stream.
  return decoded && decoded.bytes.length > 0 ? decoded : null;
}

function unsignedDecoder(name: string): Transform | null {
  if (name === 'deflate') return zlib.createInflateRaw(lenient);
  if (name === 'br') return zlib.createBrotliDecompress(lenientBrotli);
  return name === 'zstd' ? zlib.createZstdDecompress(lenientZstd) : null;
}

/** What can be read of a stream whose check sum is wrong, which has rubbish behind it, or which is damaged in the middle. */
async function salvage(deflated: Uint8Array, limit: number): Promise<Decoded | null> {
  // Output of the piece that contains the fault is lost, so the pieces are small.
  const pieces = Array.from({ length: Math.ceil(deflated.length / salvagePieceBytes) }, (_, index) =>
    deflated.subarray(index * salvagePieceBytes, (index + 1) * salvagePieceBytes),
  );
  const decoder = zlib.createInflateRaw(lenient);
  const decoded = await run(decoder, pieces, limit, 'keep what came before a fault');
  if (!decoded || decoded.truncated) return decoded;
  // RFC 1952 §2.3.1: the check sum follows the data. When it fits, only what comes behind it was rubbish.
  const trailer = Buffer.from(deflated.subarray(decoder.bytesWritten, decoder.bytesWritten + 4));
  return { bytes: decoded.bytes, truncated: trailer.length < 4 || trailer.readUInt32LE() !== zlib.crc32(decoded.bytes) };
}

function run(
  decoder: Transform,
  pieces: readonly Uint8Array[],
  limit: number,
  fault?: 'keep what came before a fault',
): Promise<Decoded | null> {
  return new Promise(resolve => {
    const chunks: Buffer[] = [];
    let size = 0;
    const finish = (truncated: boolean): void => {
      resolve({ bytes: Buffer.concat(chunks, Math.min(size, limit)), truncated });
      decoder.destroy();
    };
    decoder.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size > limit) finish(true);
    });
    decoder.on('end', () => finish(false));
    decoder.on('error', () => (fault && size > 0 ? finish(true) : resolve(null)));
    for (const piece of pieces) decoder.write(piece);
    decoder.end();
  });
}

// RFC 1952 §2.3: ten bytes, then optional fields announced by flags.
function gzipHeaderLength(bytes: Uint8Array): number {
  const flags = bytes[3] ?? 0;
  let length = 10;
  if (flags & 4) length += 2 + (bytes[length] ?? 0) + ((bytes[length + 1] ?? 0) << 8);
  if (flags & 8) length = afterZero(bytes, length);
  if (flags & 16) length = afterZero(bytes, length);
  return flags & 2 ? length + 2 : length;
}

const afterZero = (bytes: Uint8Array, from: number): number => {
  const zero = bytes.indexOf(0, from);
  return zero < 0 ? bytes.length : zero + 1;
};

// RFC 1950: compression method 8 and a check sum over the first two bytes.
const hasZlibHeader = (bytes: Uint8Array): boolean => (bytes[0]! & 0x0f) === 8 && ((bytes[0]! << 8) | (bytes[1] ?? 0)) % 31 === 0;

const cut = (bytes: Uint8Array, limit: number): Decoded => ({ bytes: bytes.subarray(0, limit), truncated: bytes.length > limit });
