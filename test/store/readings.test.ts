import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { DocumentReading } from '../../src/model/document.ts';
import type { KeptReading } from '../../src/model/kept-reading.ts';
import type { PageReading } from '../../src/model/page-reading.ts';
import { openReadings } from '../../src/store/readings.ts';
import { temporaryFolders } from '../temporary-folders.ts';

const newFolder = temporaryFolders();
const kept = (title: string): KeptReading => ({ reading: { title } as PageReading, madeOn: '2026-11-20', sameBefore: '9999-12-31' });
const document: DocumentReading = { format: 'pdf', text: '一、收支总表', tables: [], pages: 3, unread: null };

/** Keeps these pages, and one document, for a unit. */
async function keep(folder: string, titles: readonly string[], { unit = 'jyj', version = 'v1' } = {}): Promise<void> {
  const readings = await openReadings(folder).open(unit, version);
  for (const title of titles) readings.put(title, kept(title));
  readings.putDocument('d', document);
  await readings.keep();
}

const fileIn = (folder: string): string => join(folder, readdirSync(folder)[0]!);

describe('readings', () => {
  test('come back on the next night', async () => {
    const folder = newFolder();
    await keep(folder, ['公开指南']);
    const next = await openReadings(folder).open('jyj', 'v1');
    expect([next.get('公开指南'), next.document('d'), next.get('other')]).toEqual([kept('公开指南'), document, undefined]);
  });

  test('are for the unit and the program that made them', async () => {
    const folder = newFolder();
    await keep(folder, ['公开指南']);
    const others = [await openReadings(folder).open('czj', 'v1'), await openReadings(folder).open('jyj', 'v2')];
    expect(others.map(readings => [readings.get('公开指南'), readings.document('d')])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ]);
  });

  test('that nobody asked for on a night are dropped: a unit keeps one night', async () => {
    const folder = newFolder();
    await keep(folder, ['old', 'still there']);
    await keep(folder, ['still there', 'new']);
    const next = await openReadings(folder).open('jyj', 'v1');
    expect(['old', 'still there', 'new'].map(key => next.get(key) !== undefined)).toEqual([false, true, true]);
    expect(readdirSync(folder)).toHaveLength(1);
  });

  test.for([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['with one bit turned', (bytes: Buffer) => bytes.fill(bytes[40]! ^ 1, 40, 41)],
    ['of something else', () => gzipSync('[]')],
    ['empty', () => Buffer.alloc(0)],
  ] as const)('from a file %s were never there, and are made again', async ([, damage]) => {
    const folder = newFolder();
    await keep(folder, ['公开指南']);
    writeFileSync(fileIn(folder), damage(readFileSync(fileIn(folder))));
    const readings = await openReadings(folder).open('jyj', 'v1');
    expect([readings.get('公开指南'), readings.document('d')]).toEqual([undefined, undefined]);
    await keep(folder, ['公开指南']);
    expect((await openReadings(folder).open('jyj', 'v1')).get('公开指南')).toEqual(kept('公开指南'));
  });
});
