import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { annualReport } from '../../fixtures/city/documents/annual-report/annual-report.ts';
import { writeDocument } from '../../fixtures/city/documents/write.ts';
import { formatOf } from '../../src/documents/format-of.ts';
import type { DocumentReading } from '../../src/model/document.ts';
import { documentFormats } from '../../src/model/document.ts';
import { archives } from '../city/documents-support.ts';
import { docxOf, readerForTests, zipOf } from './support.ts';

const read = readerForTests({ time: 5_000 });
const content = annualReport(archives, { year: 2025, publishedOn: '2026-01-20' });

/** What holds of any reading: its words are tidy, and nothing read is said to be so. */
function isSound(reading: DocumentReading): boolean {
  const tidy =
    reading.text ===
    reading.text
      .normalize('NFKC')
      .split('\n')
      .map(line => line.trim())
      .filter(line => line !== '')
      .join('\n');
  const isEmpty = reading.text === '' && reading.tables.length === 0;
  const even = reading.tables.every(({ rows }) => rows.length > 0 && rows.every(row => row.length === rows[0]!.length));
  return (
    Object.keys(documentFormats).includes(reading.format) &&
    tidy &&
    even &&
    (!isEmpty || typeof reading.unread === 'string' || reading.format !== 'pdf')
  );
}

test('any bytes have a format and a reading', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async bytes => {
      expect(isSound(await read(bytes))).toBe(true);
    }),
    { numRuns: 200 },
  );
});

const magics = [
  '%PDF-1.7\n',
  'PK\x03\x04',
  '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
  '{\\rtf1',
  '<html>',
  '<?xml ',
  'MIME-Version: 1.0\n',
  'OFD',
];

test('any bytes behind the mark of a format have a reading', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...magics), fc.uint8Array({ maxLength: 3_000 }), async (magic, rest) => {
      expect(isSound(await read(Buffer.concat([Buffer.from(magic, 'latin1'), rest])))).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test('any bytes have a format, cut anywhere', () => {
  fc.assert(
    fc.property(fc.constantFrom(...magics), fc.uint8Array({ maxLength: 500 }), fc.nat(600), (magic, rest, cut) => {
      const bytes = Buffer.concat([Buffer.from(magic, 'latin1'), rest]).subarray(0, cut);
      expect(Object.keys(documentFormats)).toContain(formatOf(bytes));
    }),
  );
});

describe('a good document', () => {
  const samples: readonly (readonly [string, () => Promise<Buffer>])[] = [
    ...(['pdf', 'xlsx', 'xls', 'docx', 'doc'] as const).map(form => [form, () => writeDocument(form, content, 'x')] as const),
    ['scan', () => writeDocument('scan', content, 'daj-2026-ys')],
    ['zip', async () => Buffer.from(zipOf({ 'a.docx': docxOf('<w:p><w:r><w:t>甲</w:t></w:r></w:p>') }))],
  ];

  /** Some bytes overwritten, a stretch cut out, or the end cut off. */
  const mutations = fc.record({
    bytes: fc.array(fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.nat(255)), { maxLength: 30 }),
    cut: fc.option(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(2_000))),
    end: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  });

  test.for(samples)('as %s, damaged in any way, has a reading, and the next is read', { timeout: 120_000 }, async ([, write]) => {
    const good = await write();
    const whole = await read(good);
    await fc.assert(
      fc.asyncProperty(mutations, async ({ bytes, cut, end }) => {
        const damaged = Buffer.from(good);
        for (const [place, value] of bytes) damaged[Math.floor(place * damaged.length)] = value;
        const from = cut === null ? 0 : Math.floor(cut[0] * damaged.length);
        const rest = cut === null ? damaged : Buffer.concat([damaged.subarray(0, from), damaged.subarray(from + cut[1])]);
        expect(isSound(await read(end === null ? rest : rest.subarray(0, Math.floor(end * rest.length))))).toBe(true);
      }),
      { numRuns: 30 },
    );
    expect(await read(good)).toEqual(whole);
  });
});

test('the bytes stay the caller’s, and documents asked for at once are read one after the other', async () => {
  const bytes = await writeDocument('docx', content, 'x');
  const before = Buffer.from(bytes);
  const readings = await Promise.all([read(bytes), read('甲'), read(bytes)]);
  expect(bytes.equals(before)).toBe(true);
  expect(readings[0]).toEqual(readings[2]);
  expect(readings[1]).toMatchObject({ format: 'text', text: '甲' });
});
