import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decompress } from '../../src/crawl/decompress.ts';

// Text that does not compress well, so that faults hit the middle of the stream.
const text = Buffer.from(
  Array.from({ length: 4000 }, (_, index) => `<a href="/xxgk/${(index * 2654435761) >>> 0}.html">公开</a>`).join(''),
);

test.for([
  { name: 'gzip', bytes: gzipSync(text) },
  { name: 'deflate', bytes: deflateSync(text) },
])('the part before a fault in the middle of $name is kept and called truncated', async ({ name, bytes }) => {
  const damaged = Buffer.from(bytes);
  damaged.fill(0xff, Math.floor(damaged.length / 2), Math.floor(damaged.length / 2) + 64);
  const decoded = await decompress(damaged, name, 1_000_000);
  expect(decoded.truncated).toBe(true);
  expect(decoded.bytes.length).toBeGreaterThan(text.length / 4);
  expect(Buffer.from(decoded.bytes.subarray(0, 10_000)).equals(text.subarray(0, 10_000))).toBe(true);
});

test('a wrong check sum costs no text but is told', async () => {
  const bytes = gzipSync(text);
  bytes[bytes.length - 6]! ^= 0xff;
  const decoded = await decompress(bytes, 'gzip', 1_000_000);
  expect(Buffer.from(decoded.bytes).equals(text)).toBe(true);
  expect(decoded.truncated).toBe(true);
});

test('any bytes under any label come back, within the limit', async () => {
  const labels = fc.constantFrom('gzip', 'deflate', 'br', 'zstd', 'gzip, br', 'nonsense', '');
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), labels, fc.integer({ min: 0, max: 400 }), async (bytes, label, limit) => {
      const decoded = await decompress(bytes, label, limit);
      expect(decoded.bytes.length).toBeLessThanOrEqual(limit);
    }),
    { numRuns: 300 },
  );
});

test('what was compressed comes back', async () => {
  const ways = fc.constantFrom(
    { label: 'gzip', pack: gzipSync },
    { label: 'deflate', pack: deflateSync },
    { label: 'deflate', pack: deflateRawSync },
  );
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 2000 }), ways, async (bytes, { label, pack }) => {
      // Raw deflate that happens to begin like a zlib header cannot be told apart.
      const packed = pack(bytes);
      fc.pre(label === 'gzip' || pack === deflateSync || (packed[0]! & 0x0f) !== 8);
      const decoded = await decompress(packed, label, 10_000);
      expect(Buffer.from(decoded.bytes).equals(Buffer.from(bytes))).toBe(true);
      expect(decoded.truncated).toBe(false);
    }),
  );
});
