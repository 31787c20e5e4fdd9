import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ReportTwist } from '../../fixtures/city/documents/annual-report/annual-report.ts';
import { annualReport } from '../../fixtures/city/documents/annual-report/annual-report.ts';
import type { DocumentContent } from '../../fixtures/city/documents/content.ts';
import { linesOf } from '../../fixtures/city/documents/content.ts';
import type { Subject } from '../../fixtures/city/documents/subject.ts';
import { encodeGbk } from '../../fixtures/city/gbk.ts';
import { archives, subjects, sum, tableOf, tablesOf, valuesOf, years } from './documents-support.ts';

const report = (subject: Subject, year: number, twists: readonly ReportTwist[] = []) =>
  annualReport(subject, { year, publishedOn: `${year + 1}-01-20`, twists });
const textOf = (content: DocumentContent) => linesOf(content).join('\n');

/** The seven numbers of each row of the table of requests, in persons. */
const requests = (content: DocumentContent): number[][] =>
  valuesOf(tableOf(content, '收到和处理'))
    .slice(3)
    .map(row => row.slice(3).map(value => Number(value) / 100));

test('the six parts in order, and the three tables with every row and column of the form', () => {
  const content = report(archives, 2025);
  expect(content.blocks.filter(({ kind }) => kind === 'heading')).toMatchObject([
    { text: '一、总体情况' },
    { text: '二、主动公开政府信息情况' },
    { text: '三、收到和处理政府信息公开申请情况' },
    { text: '四、政府信息公开行政复议、行政诉讼情况' },
    { text: '五、存在的主要问题及改进情况' },
    { text: '六、其他需要报告的事项' },
  ]);
  expect(tablesOf(content).map(table => [valuesOf(table).length, valuesOf(table)[0]!.length])).toEqual([
    [14, 4],
    [28, 10],
    [4, 15],
  ]);
  expect(requests(content)).toHaveLength(25);
  expect(textOf(content)).toContain('信息处理费');
});

test('rows, columns, results and disputes add up, and the text repeats the table', () => {
  fc.assert(
    fc.property(subjects, years, (subject, year) => {
      const content = report(subject, year);
      const rows = requests(content);
      for (const row of rows) expect(row[6]).toBe(sum(row.slice(0, 6)));
      for (let column = 0; column < 7; column++) {
        const [received, carried, ...rest] = rows.map(row => row[column]!);
        const left = rest.pop()!;
        const whole = rest.pop()!;
        expect(whole).toBe(sum(rest));
        expect(received! + carried!).toBe(whole + left);
      }
      const disputes = valuesOf(tableOf(content, '行政复议')).at(-1)!.map(Number);
      for (const start of [0, 5, 10]) expect(disputes[start + 4]).toBe(sum(disputes.slice(start, start + 4)));
      expect(textOf(content)).toContain(`收到政府信息公开申请${rows[0]![6]}件，上年结转${rows[1]![6]}件`);
    }),
  );
});

test('what a year carries in is what the year before carried out, in every column', () => {
  fc.assert(
    fc.property(subjects, years, (subject, year) => {
      expect(requests(report(subject, year))[1]).toEqual(requests(report(subject, year - 1)).at(-1));
    }),
  );
});

test('wrong sums: one row and the whole do not add up', () => {
  fc.assert(
    fc.property(subjects, years, (subject, year) => {
      const rows = requests(report(subject, year, ['wrong-sums']));
      expect(rows.flatMap((row, index) => (row[6] === sum(row.slice(0, 6)) ? [] : [index]))).toEqual([2, 23]);
    }),
  );
});

test('a copy differs from the report of the year before in title and date alone', () => {
  const before = annualReport(archives, { year: 2024, publishedOn: '2025-01-20' });
  const copy = annualReport(archives, { year: 2025, publishedOn: '2026-01-21', twists: ['copied'] });
  expect(copy.title).toBe('明湖市档案局2025年政府信息公开工作年度报告');
  expect(copy.blocks.slice(0, -1)).toEqual(before.blocks.slice(0, -1));
  expect(copy.blocks.at(-1)).toMatchObject({ text: '2026年1月21日' });
});

test('honest reports of two years are not alike: the words outside the form differ by more than a tenth', () => {
  fc.assert(
    fc.property(subjects, years, (subject, year) => {
      const [now, past] = [report(subject, year), report(subject, year - 1)].map(content =>
        content.blocks
          .filter(({ kind }) => kind === 'paragraph')
          .flatMap(block => ('text' in block ? pairs(block.text.replace(/\d/g, '')) : [])),
      );
      const shared = now!.filter(pair => past!.includes(pair)).length;
      expect(shared / now!.length).toBeLessThan(0.9);
    }),
  );
});

test('the wrong year stands in the period of the statistics and nowhere else', () => {
  const [honest, wrong] = [report(archives, 2025), report(archives, 2025, ['wrong-year'])].map(linesOf);
  const changed = wrong!.filter((line, index) => line !== honest![index]);
  expect(changed).toHaveLength(1);
  expect(changed[0]).toContain('自2024年1月1日起至2024年12月31日止');
});

test('another unit’s name stands in the text, not in the title', () => {
  const content = report(archives, 2025, [{ is: 'other-unit', name: '明湖市体育局' }]);
  expect(content.title).toContain('明湖市档案局');
  expect(textOf({ ...content, title: '' })).not.toContain('明湖市档案局');
  expect(textOf(content)).toMatch(/本报告由明湖市体育局/);
});

test('every text can be written in GBK', () => {
  fc.assert(fc.property(subjects, years, (subject, year) => void encodeGbk(textOf(report(subject, year)))));
});

const pairs = (text: string): string[] => [...text].slice(1).map((character, index) => `${text[index]}${character}`);
