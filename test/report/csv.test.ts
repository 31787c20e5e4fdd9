import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guardFormula, renderCsv, toCsv } from '../../src/report/csv.ts';
import { cityRun, empty, finance, formula, hostile, hostileRun, longAnchor } from './sample.ts';

const read = (csv: string): string[][] => parse(csv, { bom: true, record_delimiter: '\r\n' });
const records = (csv: string): Record<string, string>[] => parse(csv, { bom: true, columns: true, record_delimiter: '\r\n' });

test.for([
  ['=1+1', "'=1+1"],
  ['+86', "'+86"],
  ['-2', "'-2"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['\rtext', "'\rtext"],
  ['  =1', "'  =1"],
  ['＝1+1', "'＝1+1"],
  ['公开=透明', '公开=透明'],
  ["'=1", "'=1"],
  ['', ''],
] as const)('guards %j as %j', ([text, expected]) => {
  expect(guardFormula(text)).toBe(expected);
});

test('whatever the cells hold, a reader gets the same table back and no formula', () => {
  const piece = fc.constantFrom('"', ',', '\r\n', '\n', '\r', '=', '+', '@', '-', '\t', ' ', '公开', "'", ';');
  const cell = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece, { maxLength: 8 }).map(parts => parts.join('')),
  );
  const table = fc
    .integer({ min: 2, max: 5 })
    .chain(width => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }));
  fc.assert(
    fc.property(table, rows => {
      const parsed = read(toCsv(rows));
      expect(parsed).toEqual(rows.map(row => row.map(guardFormula)));
      expect(parsed.flat().filter(text => /^[=+\-@\t\r]/.test(text))).toEqual([]);
    }),
  );
});

test('numbers stay numbers and null is empty', () => {
  expect(toCsv([[-1.5, null, 'a,b']])).toBe('\ufeff-1.5,,"a,b"\r\n');
});

test('one row per finding of every unit, under Chinese headings', () => {
  const rows = read(renderCsv(cityRun));
  expect(rows).toHaveLength(1 + cityRun.units.reduce((sum, { findings }) => sum + findings.length, 0));
  expect(rows[0]!.every(title => /\p{Script=Han}/u.test(title))).toBe(true);
  expect(new Set(rows[0]).size).toBe(rows[0]!.length);
});

test('a finding keeps its verdict, place and time', () => {
  const [first] = records(renderCsv({ ...cityRun, units: [finance] }));
  expect(first).toMatchObject({
    单位名称: '明湖市财政局',
    单位得分: '86.5',
    公开事项: '公开年报',
    判定: '不符合',
    状态: '已确认',
    证据网址: 'https://czj.minghu.example/zwgk/zfxxgknb/',
    '抓取时间（北京时间）': '2026-11-20 01:12:08',
    证据数: '2',
    其余证据网址: 'https://czj.minghu.example/zwgk/zfxxgknb/202501/t20250122_4471.html',
  });
});

test('a run without findings is a heading', () => {
  expect(read(renderCsv({ ...cityRun, units: [empty] }))).toHaveLength(1);
});

test('hostile text reaches no spreadsheet as a formula or control character', () => {
  const csv = renderCsv(hostileRun);
  expect(
    read(csv)
      .flat()
      .filter(text => /^[=+\-@\t\r]/.test(text)),
  ).toEqual([]);
  expect(csv.replaceAll('\r\n', '').replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
  const [first, second] = records(renderCsv({ ...cityRun, units: [hostile] }));
  expect(first!.链接文字).toBe(`'${formula}`);
  expect(second!.说明).toBe("'@SUM(1+1)*cmd|/c calc!A0");
});

test('no cell is longer than a spreadsheet can hold', () => {
  const [given] = finance.findings;
  const long = { ...finance, findings: [{ ...given!, message: longAnchor.repeat(20) }] };
  expect(records(renderCsv({ ...cityRun, units: [long] }))[0]!.说明!.length).toBeLessThan(32_767);
});
