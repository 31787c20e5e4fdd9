import { readdirSync, statSync } from 'node:fs';
import { read, utils } from '@e965/xlsx';
import mammoth from 'mammoth';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import readExcelFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import WordExtractor from 'word-extractor';
import { accounts } from '../../fixtures/city/documents/accounts/accounts.ts';
import { annualReport } from '../../fixtures/city/documents/annual-report/annual-report.ts';
import type { DocumentContent } from '../../fixtures/city/documents/content.ts';
import { linesOf } from '../../fixtures/city/documents/content.ts';
import { documentForms } from '../../fixtures/city/documents/forms.ts';
import { htmlOf } from '../../fixtures/city/documents/html.ts';
import { subsidyList } from '../../fixtures/city/documents/lists/lists.ts';
import { scanName, scannedDocuments } from '../../fixtures/city/documents/scans/scanned.ts';
import { documentTypes, writeDocument } from '../../fixtures/city/documents/write.ts';
import { nightCount } from '../../fixtures/city/nights.ts';
import { planOfNight } from '../../fixtures/city/plan-of-night.ts';
import { readCityUnits } from '../../fixtures/city/unit-file.ts';
import { archives, city, tablesOf } from './documents-support.ts';

const documents: readonly (readonly [string, DocumentContent])[] = [
  ['a budget', accounts(archives, { kind: '预算', year: 2026 })],
  ['final accounts', accounts({ ...archives, id: 'tyj' }, { kind: '决算', year: 2025 })],
  ['a city’s budget', accounts(city, { kind: '预算', year: 2026 })],
  ['an annual report', annualReport(archives, { year: 2025, publishedOn: '2026-01-20' })],
  ['a list', subsidyList(archives, { year: 2026, privacy: 'bare' })],
];

/** Letters and digits in order, without spaces, line breaks and the marks between cells. */
const bare = (text: string) => text.replace(/[\s|]/g, '');
const bareOf = (content: DocumentContent) => bare(linesOf(content).join(''));

/** Words of each page in the order of the file. */
async function pageTexts(bytes: Uint8Array): Promise<string[]> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const numbers = Array.from({ length: pdf.numPages }, (_, index) => index + 1);
  const pages = await Promise.all(numbers.map(async number => (await pdf.getPage(number)).getTextContent()));
  return pages.map(({ items }) => items.map(item => ('str' in item ? item.str : '')).join(''));
}

describe.for(documents)('%s', ([, content]) => {
  test('as PDF has text that can be searched, on several pages when it is long', async () => {
    const pages = await pageTexts(await writeDocument('pdf', content, 'x'));
    const read = bare(pages.map(page => page.replace(/- \d+ -\s*$/, '')).join(''));
    for (const line of linesOf(content).flatMap(line => line.split('\t'))) {
      // The rows of a cell that is merged over several rows stand between its lines, so long texts are compared by their beginnings.
      expect(read).toContain(bare(line).slice(0, 4));
    }
    expect([...read].sort().join('')).toBe([...bareOf(content)].sort().join(''));
    expect(pages.length).toBeGreaterThanOrEqual(Math.ceil(bareOf(content).length / 3_000));
  });

  test('as DOCX says the same in the same order, with its tables', async () => {
    const buffer = await writeDocument('docx', content, 'x');
    const { value } = await mammoth.extractRawText({ buffer });
    expect(bare(value)).toBe(bareOf(content));
    const { value: html } = await mammoth.convertToHtml({ buffer });
    expect(html.match(/<table>/g)).toHaveLength(tablesOf(content).length);
    expect(html.match(/rowspan="/g)?.length ?? 0).toBe(htmlOf(content).match(/rowspan="/g)?.length ?? 0);
  });

  test('as DOC says the same in the same order', async () => {
    const document = await new WordExtractor().extract(await writeDocument('doc', content, 'x'));
    // The reader writes curved quotation marks and dashes as straight ones.
    expect(bare(document.getBody())).toBe(bareOf(content).replace(/[“”]/g, '"').replace(/—/g, '-'));
  });

  test('as XLSX holds its texts and its numbers as numbers', async () => {
    const sheets = await readExcelFile(await writeDocument('xlsx', content, 'x'));
    const cells = sheets.flatMap(({ data }) => data.flat()).filter(value => value !== null);
    expect(cells.map(String).sort()).toEqual(cellsOf(content).sort());
    expect(cells.filter(value => typeof value === 'number').sort()).toEqual(numbersOf(content).sort());
  });

  test('as XLS holds the same, in a compound file that another reader opens', async () => {
    const book = read(await writeDocument('xls', content, 'x'));
    const cells = book.SheetNames.flatMap(name =>
      utils.sheet_to_json<unknown[]>(book.Sheets[name]!, { header: 1, blankrows: false }).flat(),
    ).filter(value => value !== undefined && value !== null && value !== '');
    expect(cells.map(String).sort()).toEqual(cellsOf(content).sort());
    expect(cells.filter(value => typeof value === 'number').sort()).toEqual(numbersOf(content).sort());
    const merged = book.SheetNames.flatMap(name => book.Sheets[name]!['!merges'] ?? []);
    expect(merged.length).toBeGreaterThanOrEqual(htmlOf(content).match(/<t[dh] (?:col|row)span/g)?.length ?? 0);
  });

  test.for(documentForms.filter(form => form !== 'scan'))('as %s is the same on every writing', async form => {
    const [first, second] = [await writeDocument(form, content, 'x'), await writeDocument(form, content, 'x')];
    expect(first.equals(second)).toBe(true);
  });
});

test.for(scannedDocuments.map(scanName))('the scan %s shows pages and has no text', async name => {
  const content = documents[0]![1];
  const bytes = await writeDocument('scan', content, name);
  const pages = await pageTexts(bytes);
  expect(pages.join('').trim()).toBe('');
  expect(pages.length).toBeGreaterThan(2);
  expect(bytes.toString('latin1').match(/\/Subtype\/Image/g)).toHaveLength(pages.length);
  expect(bytes.equals(await writeDocument('scan', content, name))).toBe(true);
});

test('what a unit plants in a document that it publishes as a scan is drawn in the scan', () => {
  const planned = readCityUnits().flatMap(unit =>
    Array.from({ length: nightCount }, (_, index) => planOfNight(unit, index + 1)).flatMap(({ id, budgets, finalAccounts }) =>
      [budgets, finalAccounts].flatMap((series, kind) =>
        Object.entries(series?.special ?? {}).flatMap(([year, { form, twists = [] }]) =>
          form === 'scan' ? [`${scanName({ unit: id, kind: kind === 0 ? '预算' : '决算', year: Number(year) })} ${twists.join()}`] : [],
        ),
      ),
    ),
  );
  const drawn = scannedDocuments.map(document => `${scanName(document)} ${(document.twists ?? []).join()}`);
  expect(drawn.toSorted()).toEqual([...new Set(planned)].sort());
});

test('a scan that was never drawn is refused by name', async () => {
  await expect(writeDocument('scan', documents[0]![1], 'daj-1999-ys')).rejects.toThrow(/daj-1999-ys/);
});

test('the drawn pages are few and small', () => {
  const folder = new URL('../../fixtures/city/documents/scans/', import.meta.url);
  const sizes = readdirSync(folder).map(name => statSync(new URL(name, folder)).size);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(420_000);
});

test('every form is named and sent as what it is', () => {
  const shown = documentForms.map(form => [form, documentTypes[form].extension]);
  expect(shown).toEqual([
    ['pdf', 'pdf'],
    ['scan', 'pdf'],
    ['xlsx', 'xlsx'],
    ['xls', 'xls'],
    ['docx', 'docx'],
    ['doc', 'doc'],
  ]);
});

test('HTML escapes what it is given and merges cells', () => {
  const html = htmlOf({
    title: '',
    blocks: [
      { kind: 'paragraph', text: '<script>&', at: 'left' },
      {
        kind: 'table',
        caption: '表',
        unit: null,
        numbers: '#,##0.00',
        head: [[{ text: '甲', across: 2 }]],
        rows: [[{ text: '"乙"', down: 2 }, 1234.5], [2]],
      },
    ],
  });
  expect(html).toContain('&lt;script&gt;&amp;');
  expect(html).toContain(
    '<tr><th colspan="2">甲</th></tr>\n<tr><td rowspan="2">&quot;乙&quot;</td><td>1,234.50</td></tr>\n<tr><td>2.00</td></tr>',
  );
});

const numbersOf = (content: DocumentContent): number[] =>
  tablesOf(content)
    .flatMap(table => [...table.head, ...table.rows].flat())
    .map(cell => (typeof cell === 'object' ? cell.text : cell))
    .filter(value => typeof value === 'number');

/** What a workbook must hold: every text and every number once. */
const cellsOf = (content: DocumentContent): string[] => [
  content.title,
  ...content.blocks.flatMap(block => {
    if (block.kind !== 'table') return [block.text];
    const cells = [...block.head, ...block.rows].flat().map(cell => String(typeof cell === 'object' ? cell.text : cell));
    return [block.caption, ...(block.unit === null ? [] : [block.unit]), ...cells.filter(text => text !== '')];
  }),
];
