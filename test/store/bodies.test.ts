import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openBodies } from '../../src/store/bodies.ts';
import { temporaryFolders } from '../temporary-folders.ts';

const newFolder = temporaryFolders();
const page = new TextEncoder().encode('<html>公开指南</html>'.repeat(50));
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(({ name }) => name);

describe('bodies', () => {
  test('come back byte for byte', async () => {
    const bodies = openBodies(newFolder());
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async bytes => {
        const sha256 = await bodies.put(bytes);
        expect(sha256).toBe(hash(bytes));
        expect(Buffer.from(await bodies.get(sha256)).equals(bytes)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  test('lie compressed under their hash, and nothing else is left lying', async () => {
    const folder = join(newFolder(), 'bodies');
    const sha256 = await openBodies(folder).put(page);
    const file = join(folder, sha256.slice(0, 2), `${sha256.slice(2)}.gz`);
    expect(statSync(file).size).toBeLessThan(page.length / 2);
    expect(filesIn(folder)).toEqual([`${sha256.slice(2)}.gz`]);
  });

  test('are written once', async () => {
    const folder = newFolder();
    const bodies = openBodies(folder);
    const sha256 = await bodies.put(page);
    const file = join(folder, sha256.slice(0, 2), `${sha256.slice(2)}.gz`);
    utimesSync(file, 1000, 1000);
    expect(await bodies.put(page)).toBe(sha256);
    expect(statSync(file).mtimeMs).toBe(1_000_000);
  });

  test('may be put by many at once', async () => {
    const folder = newFolder();
    const hashes = await Promise.all(Array.from({ length: 20 }, () => openBodies(folder).put(page)));
    expect(new Set(hashes).size).toBe(1);
    expect(filesIn(folder)).toHaveLength(1);
    expect(await openBodies(folder).get(hashes[0]!)).toEqual(Buffer.from(page));
  });

  test.for<{ name: string; change: (content: Buffer) => Uint8Array }>([
    { name: 'another page', change: () => gzipSync('<html>另一页</html>') },
    { name: 'half of it', change: content => content.subarray(0, content.length / 2) },
    { name: 'nothing', change: () => new Uint8Array() },
    { name: 'a flipped bit', change: content => content.map((byte, i) => (i === 20 ? byte ^ 1 : byte)) },
  ])('notice that there is $name in their place', async ({ change }) => {
    const folder = newFolder();
    const bodies = openBodies(folder);
    const sha256 = await bodies.put(page);
    const file = join(folder, sha256.slice(0, 2), `${sha256.slice(2)}.gz`);
    writeFileSync(file, change(readFileSync(file)));
    await expect(bodies.get(sha256)).rejects.toMatchObject({ code: 'FILE_UNREADABLE', message: expect.stringContaining(file) });
  });

  test('that were never put are an error, not an empty page', async () => {
    await expect(openBodies(newFolder()).get('0'.repeat(64))).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
  });

  test.for(['../../../etc/passwd', 'ab/../../secret', '', 'A'.repeat(64), `${'0'.repeat(64)}\n`])(
    'a name that is no hash is no path: %j',
    async name => {
      await expect(openBodies(newFolder()).get(name)).rejects.toMatchObject({ message: expect.stringContaining('编号') });
    },
  );
});
