import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AccountsTwist } from '../../fixtures/city/documents/accounts/accounts.ts';
import { accounts, threePublic } from '../../fixtures/city/documents/accounts/accounts.ts';
import type { Kind } from '../../fixtures/city/documents/accounts/figures.ts';
import type { DocumentContent, Table } from '../../fixtures/city/documents/content.ts';
import { linesOf } from '../../fixtures/city/documents/content.ts';
import { encodeGbk } from '../../fixtures/city/gbk.ts';
import { archives, city, numberAt, subjects, sum, tableOf, tablesOf, township, valuesOf, years } from './documents-support.ts';

const kinds = fc.constantFrom<Kind>('预算', '决算');
const textOf = (content: DocumentContent) => linesOf(content).join('\n');

/** Sums that do not agree, told by table and row. */
function disagreements(content: DocumentContent): string[] {
  return [...codedTables(content), ...totals(content), ...threePublicSums(content)];
}

/** In tables by code every row is the sum of the rows one level below, and 合计 that of the first level. */
const codedTables = (content: DocumentContent): string[] =>
  tablesOf(content).flatMap(table =>
    halvesOf(table).flatMap(half => {
      const rows = half.filter(([code]) => /^\d{3}(\d\d){0,2}$/.test(String(code)));
      const whole = half.filter(([code, name]) => rows.length > 0 && code === '' && name === '合计');
      return [...whole, ...rows].flatMap(row => {
        const parts = rows.filter(part => isJustBelow(String(part[0]), String(row[0])));
        if (parts.length === 0) return [];
        const right = row.map((value, column) => (column < 2 ? value : sum(parts.map(part => Number(part[column])))));
        return row.every((value, column) => value === right[column]) ? [] : [`${table.caption} ${row[0]} ${row[1]}`];
      });
    }),
  );

const isJustBelow = (code: string, above: string) => code.startsWith(above) && code.length === (above === '' ? 3 : above.length + 2);

/** The table of basic expenditure in final accounts has two lists side by side. */
function halvesOf(table: Table): (string | number)[][][] {
  const rows = valuesOf(table);
  if (!table.caption.includes('财政拨款基本支出决算表')) return [rows];
  return [rows.map(row => row.slice(0, 3)), rows.map(row => row.slice(3))];
}

/** 总计 of income and of expenditure are the same, and income is the sum of its lines. */
function totals(content: DocumentContent): string[] {
  const table = tablesOf(content)[0]!;
  const rows = valuesOf(table);
  const [whole, spent] = table.caption.startsWith('一般公共预算')
    ? [numberAt(table, '收入总计', 2), numberAt(tableOf(content, '一般公共预算支出'), '支出总计', 2)]
    : [rows.at(-1)!.find(value => typeof value === 'number'), rows.at(-1)!.findLast(value => typeof value === 'number')];
  const lines = rows.filter(([label]) => /^[一二三四五六七八九]、|^(上年结转结余|年初结转和结余|使用非财政拨款结余)$/.test(String(label)));
  const place = table.caption.startsWith('一般公共预算') ? 2 : table.caption.includes('决算') ? 2 : 1;
  return [
    ...(whole === spent ? [] : [`${table.caption}: ${whole} and ${spent}`]),
    ...(sum(lines.map(row => Number(row[place]))) === whole ? [] : [`${table.caption}: lines of income`]),
  ];
}

function threePublicSums(content: DocumentContent): string[] {
  const table = tablesOf(content).find(({ caption }) => caption.includes('三公'));
  if (table === undefined) return [];
  const rows = valuesOf(table).slice(table.head.length);
  const columns = rows.length === 1 ? [rows[0]!.slice(0, 6), rows[0]!.slice(6)] : [1, 2].map(column => rows.map(row => row[column]!));
  return columns.flatMap((figures, index) => {
    const [total, abroad, cars, bought, run, meals] = figures.map(Number);
    return [
      ...(total === abroad! + cars! + meals! ? [] : [`三公 合计 ${index}`]),
      ...(cars === bought! + run! ? [] : [`三公 公务用车 ${index}`]),
    ];
  });
}

test('every sum of an honest document agrees, for every unit, kind and year', () => {
  fc.assert(
    fc.property(subjects, kinds, years, (subject, kind, year) => {
      expect(disagreements(accounts(subject, { kind, year }))).toEqual([]);
    }),
  );
});

test('wrong sums are wrong in the first table and in 三公, and nowhere else', () => {
  fc.assert(
    fc.property(subjects, kinds, years, (subject, kind, year) => {
      const found = disagreements(accounts(subject, { kind, year, twists: ['wrong-sums'] }));
      expect(found).toHaveLength(3);
      expect(found[2]).toBe('三公 合计 1');
      expect(threePublicSums(threePublic(subject, { kind, year, twists: ['wrong-sums'] }))).toEqual(['三公 合计 1']);
    }),
  );
});

test.for([
  ['预算', 9],
  ['决算', 9],
] as const)('%s of a department has the nine tables and the four other matters', ([kind, count]) => {
  const content = accounts(archives, { kind, year: 2025 });
  expect(tablesOf(content)).toHaveLength(count);
  for (const words of ['机关运行经费', '政府采购', '国有资产', '绩效', '名词解释', '主要职责', '机构设置'])
    expect(textOf(content)).toContain(words);
});

test('a city publishes sixteen tables and 三公, a township the short list', () => {
  expect(tablesOf(accounts(city, { kind: '预算', year: 2026 })).map(({ caption }) => caption)).toHaveLength(17);
  expect(tablesOf(accounts(township, { kind: '决算', year: 2025 })).map(({ caption }) => caption)).toHaveLength(7);
  expect(textOf(accounts(city, { kind: '预算', year: 2026 }))).toMatch(/专项债务限额.+余额/);
});

test('without 三公 no word of it is said, and nothing else is missing', () => {
  fc.assert(
    fc.property(subjects, kinds, years, (subject, kind, year) => {
      const text = textOf(accounts(subject, { kind, year, twists: ['without-three-public'] }));
      expect(text).not.toMatch(/三公|因公出国/);
      expect(textOf(accounts(subject, { kind, year }))).toMatch(/因公出国（境）费/);
      expect(text).toContain('名词解释');
    }),
  );
});

test('no spending: a statement, and a table without any number', () => {
  fc.assert(
    fc.property(subjects, kinds, years, (subject, kind, year) => {
      const content = accounts(subject, { kind, year, twists: ['no-spending'] });
      expect(textOf(content)).toContain('本年度无“三公”经费支出');
      expect(valuesOf(tableOf(content, '三公')).flat().filter(Number.isInteger)).toEqual([]);
      expect(codedTables(content)).toEqual([]);
    }),
  );
});

test('final accounts tell journeys, cars and receptions, and the text repeats the table', () => {
  fc.assert(
    fc.property(subjects, years, fc.constantFrom<AccountsTwist[]>([], ['wrong-sums']), (subject, year, twists) => {
      const content = accounts(subject, { kind: '决算', year, twists });
      const text = textOf(content);
      for (const words of [/团组\d+个，累计\d+人次/, /购置公务用车\d+辆/, /保有量\d+辆/, /接待\d+批次、\d+人次/])
        expect(text).toMatch(words);
      const said = /“三公”经费决算([\d.]+)万元，(?:与上年持平|比上年)/.exec(text)?.[1];
      const table = tableOf(content, '三公');
      const rows = valuesOf(table).slice(table.head.length);
      expect(Math.round(Number(said) * 100)).toBe(rows.length === 1 ? rows[0]![6] : rows[0]![2]);
    }),
  );
});

test('a change against nothing has no percentage, every other percentage is right', () => {
  fc.assert(
    fc.property(subjects, kinds, years, (subject, kind, year) => {
      const text = textOf(threePublic(subject, { kind, year }));
      for (const [, now, direction, change, percent] of text.matchAll(
        /([\d.]+)万元，比上年(增加|减少)([\d.]+)万元(?:，(?:增长|下降)([\d.]+)%)?/g,
      )) {
        const base = Number(now) - (direction === '增加' ? 1 : -1) * Number(change);
        if (Math.abs(base) < 0.005) expect(percent).toBeUndefined();
        else expect(Number(percent)).toBeCloseTo((Number(change) / base) * 100, 1);
      }
    }),
  );
});

test('every text can be written in GBK and names no real province', () => {
  const real = /北京|上海|安徽|江苏|浙江|福建|江西|山东|河南|湖北|湖南|广东|四川|云南/;
  for (const subject of [archives, city, township]) {
    for (const kind of ['预算', '决算'] as const) {
      const text = textOf(accounts(subject, { kind, year: 2025 }));
      expect(() => encodeGbk(text)).not.toThrow();
      expect(text).not.toMatch(real);
    }
  }
});
