import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { annualReport, type ReportTwist } from '../../fixtures/city/documents/annual-report/annual-report.ts';
import { htmlOf } from '../../fixtures/city/documents/html.ts';
import type { Subject } from '../../fixtures/city/documents/subject.ts';
import { loadDom } from '../../src/artifacts/dom.ts';
import { pageTables } from '../../src/artifacts/page-tables.ts';
import { blanksInReport } from '../../src/checks/figures/annual-report.ts';
import { numberIn } from '../../src/checks/figures/cells.ts';
import { disputesTable, slipsInDisputes } from '../../src/checks/figures/disputes-table.ts';
import { slipsInWords } from '../../src/checks/figures/report-words.ts';
import { requestsTable, slipsInRequests } from '../../src/checks/figures/requests-table.ts';
import type { DocumentTable } from '../../src/model/document.ts';
import { archives, subjects, years } from '../city/documents-support.ts';

/** The tables of a made-up report, as they are read from its page. */
const tablesOf = (subject: Subject, year: number, twists: readonly ReportTwist[] = []): readonly DocumentTable[] =>
  pageTables(loadDom(htmlOf(annualReport(subject, { year, publishedOn: `${year + 1}-01-20`, twists }))));

const slipsIn = (tables: readonly DocumentTable[]) => [
  ...slipsInRequests(requestsTable(tables)!),
  ...slipsInDisputes(disputesTable(tables)!),
];

/** The same tables with one cell changed. */
const changed = (tables: readonly DocumentTable[], at: { table: number; row: number; column: number }, cell: string) =>
  tables.map((table, index) =>
    index === at.table
      ? { ...table, rows: table.rows.map((row, i) => (i === at.row ? row.map((old, j) => (j === at.column ? cell : old)) : row)) }
      : table,
  );

describe('the sums of an annual report', () => {
  test('come out in every report of every unit', () => {
    fc.assert(
      fc.property(subjects, years, (subject, year) => {
        expect(slipsIn(tablesOf(subject, year))).toEqual([]);
      }),
    );
  });

  // Rule book §13.3, golden test 6.
  test('no cell of the table of requests can be changed without a slip, and no slip but NB-4 to NB-6 follows', () => {
    fc.assert(
      fc.property(subjects, years, fc.nat(24), fc.nat(6), fc.integer({ min: 1, max: 9 }), (subject, year, line, place, more) => {
        const tables = tablesOf(subject, year);
        const index = tables.findIndex(table => requestsTable([table]) !== null);
        const at = { table: index, row: line + 3, column: place + 3 };
        const cell = Number(tables[index]!.rows[at.row]![at.column]) + more;
        const rules = slipsIn(changed(tables, at, String(cell))).map(({ rule }) => rule);
        expect(rules.length).toBeGreaterThan(0);
        expect(rules.filter(rule => !['NB-4', 'NB-5', 'NB-6'].includes(rule))).toEqual([]);
      }),
    );
  });

  test('no cell of the table of disputes can be changed without NB-8', () => {
    fc.assert(
      fc.property(subjects, years, fc.nat(14), fc.integer({ min: 1, max: 9 }), (subject, year, column, more) => {
        const tables = tablesOf(subject, year);
        const index = tables.findIndex(table => disputesTable([table]) !== null);
        const { rows } = tables[index]!;
        const cell = Number(rows.at(-1)![column]) + more;
        expect(slipsIn(changed(tables, { table: index, row: rows.length - 1, column }, String(cell)))).toMatchObject([{ rule: 'NB-8' }]);
      }),
    );
  });

  test('what does not come out is told with the numbers', () => {
    const rules = slipsIn(tablesOf(archives, 2025, ['wrong-sums']));
    expect(rules.map(({ rule }) => rule)).toEqual(['NB-4', 'NB-5', 'NB-5', 'NB-6']);
    expect(rules[1]!.says).toMatch(/^“（一）予以公开”一行总计填\d+，各列之和是\d+$/);
  });
});

describe('what the text says of the tables', () => {
  const told = (subject: Subject, year: number) => {
    const html = htmlOf(annualReport(subject, { year, publishedOn: `${year + 1}-01-20` }));
    return { tables: pageTables(loadDom(html)), text: html.replaceAll(/<[^>]+>/g, ' '), year };
  };

  test('agrees in every report of every unit, which leaves no cell blank', () => {
    fc.assert(
      fc.property(subjects, years, (subject, year) => {
        expect(slipsInWords(told(subject, year))).toEqual([]);
        expect(blanksInReport(told(subject, year))).toEqual([]);
      }),
    );
  });

  test.for(['收到政府信息公开申请', '结转下年度继续办理'])('“%s” with another number is told', words => {
    fc.assert(
      fc.property(subjects, years, fc.integer({ min: 50, max: 99 }), (subject, year, more) => {
        const given = told(subject, year);
        const text = given.text.replace(new RegExp(`(?<=${words})\\d+(?=件)`), number => String(Number(number) + more));
        expect(slipsInWords({ ...given, text })).toMatchObject([{ rule: 'NB-9' }]);
      }),
    );
  });
});

describe('tables that are none of the form are not judged', () => {
  const whole = tablesOf(archives, 2025);
  const requests = whole.find(table => requestsTable([table]) !== null)!;
  const without = (drop: (row: readonly string[], index: number) => boolean) => ({
    ...requests,
    rows: requests.rows.filter((row, index) => !drop(row, index)),
  });
  test.for<[string, DocumentTable]>([
    ['without a column', { ...requests, rows: requests.rows.map(row => row.slice(0, -1)) }],
    [
      'with two columns changed over',
      { ...requests, rows: requests.rows.map(row => [...row.slice(0, 3), row[4]!, row[3]!, ...row.slice(5)]) },
    ],
    ['without the line carried in', without(row => row[0]!.startsWith('二、'))],
    ['without the line carried out', without(row => row[0]!.startsWith('四、'))],
    ['without its sum', without(row => row.includes('（七）总计'))],
    ['without its head', without((_, index) => index < 3)],
    [
      'with words among the numbers',
      { ...requests, rows: requests.rows.map((row, index) => (index === 5 ? [...row.slice(0, 4), '见附件', ...row.slice(5)] : row)) },
    ],
    ['cut after a few lines', { ...requests, rows: requests.rows.slice(0, 7) }],
  ])('%s', ([, table]) => expect(requestsTable([table])).toBeNull());

  test('a table of disputes in another order', () => {
    const disputes = whole.find(table => disputesTable([table]) !== null)!;
    const turned = { ...disputes, rows: disputes.rows.map(row => [...row].reverse()) };
    expect(disputesTable([turned])).toBeNull();
    expect(disputesTable([{ ...disputes, rows: disputes.rows.map(row => row.slice(0, 14)) }])).toBeNull();
  });
});

test.for([
  ['12', 12],
  ['１２', 12],
  ['1,234', 1234],
  [' 0 ', 0],
  ['', 0],
  ['—', 0],
  ['/', 0],
  ['无', 0],
  ['12件', 12],
  ['约12', null],
  ['1-2', null],
] as const)('a cell “%s” holds %s', ([cell, number]) => expect(numberIn(cell)).toBe(number));
