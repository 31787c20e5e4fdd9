import { describe, expect, test } from 'vitest';
import { accounts } from '../../fixtures/city/documents/accounts/accounts.ts';
import { annualReport } from '../../fixtures/city/documents/annual-report/annual-report.ts';
import type { DocumentContent } from '../../fixtures/city/documents/content.ts';
import { gridOf, linesOf, printed } from '../../fixtures/city/documents/content.ts';
import { writeDocument } from '../../fixtures/city/documents/write.ts';
import { formatOf } from '../../src/documents/format-of.ts';
import { documentTitle } from '../../src/text/document-title.ts';
import { archives, city, tablesOf } from '../city/documents-support.ts';
import { readerForTests, rowWith } from './support.ts';

const read = readerForTests();

const documents: readonly (readonly [string, DocumentContent, label: string])[] = [
  ['a budget', accounts(archives, { kind: '预算', year: 2026 }), '一、一般公共预算拨款收入'],
  ['final accounts', accounts({ ...archives, id: 'tyj' }, { kind: '决算', year: 2025 }), '一、一般公共预算财政拨款收入'],
  ['a city’s budget', accounts(city, { kind: '预算', year: 2026 }), '一、税收收入'],
  ['an annual report', annualReport(archives, { year: 2025, publishedOn: '2026-01-20' }), '一、本年新收政府信息公开申请数量'],
];
const forms = ['pdf', 'docx', 'doc', 'xlsx', 'xls'] as const;

/** Rows as a reader sees them: words of merged cells once, in the first of their places; NFKC. */
function rowsOf(content: DocumentContent): string[][] {
  return tablesOf(content).flatMap(table =>
    gridOf(table).at.map((row, index) =>
      row.map((cell, column) => (cell.row === index && cell.column === column ? printed(cell.value, table.numbers).normalize('NFKC') : '')),
    ),
  );
}
const filled = (row: readonly string[]) => row.filter(cell => cell !== '').map(cell => cell.replace(/\s/g, ''));

describe.for(documents)('%s', ([, content, label]) => {
  test.for(forms)('as %s says everything, and each row of its tables together', async form => {
    const bytes = await writeDocument(form, content, 'x');
    const reading = await read(bytes);
    expect(reading).toMatchObject({ format: form, unread: null });
    expect(formatOf(bytes)).toBe(form);
    expect(documentTitle(reading)).toBe(content.title.normalize('NFKC'));
    const seen = new Set(reading.tables.flatMap(({ rows }) => rows.map(row => filled(row).join('|'))));
    const wanted = rowsOf(content).map(row => filled(row).join('|'));
    expect(wanted.filter(row => row !== '' && !seen.has(row))).toEqual([]);
    const expected = rowsOf(content).find(row => row.includes(label))!;
    expect(filled(rowWith(reading, label))).toEqual(filled(expected));
  });

  test('in every form says the same letters', async () => {
    const letters = (text: string) => [...text.normalize('NFKC').replace(/[\s\p{P}]/gu, '')].sort().join('');
    const wanted = letters(linesOf(content).join(''));
    for (const form of ['docx', 'doc', 'xlsx', 'xls'] as const) {
      const { text } = await read(await writeDocument(form, content, 'x'));
      expect(letters(text), form).toBe(wanted);
    }
    const { text } = await read(await writeDocument('pdf', content, 'x'));
    expect(letters(text.replace(/^- \d+ -$/gm, ''))).toBe(wanted);
  });
});

test('a scan of the city is told as one', async () => {
  const reading = await read(await writeDocument('scan', documents[0]![1], 'daj-2026-ys'));
  expect(reading).toMatchObject({ format: 'pdf', text: '', tables: [], pages: 4, unread: '是扫描件，没有可读取的文字' });
});
