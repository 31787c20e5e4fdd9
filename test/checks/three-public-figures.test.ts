import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { slipsInThreePublic } from '../../src/checks/figures/three-public.ts';

const money = fc.integer({ min: 0, max: 500_000 });
const written = (hundredths: number) => (hundredths / 100).toFixed(2);

/** 出国, 购置, 运行, 接待 in hundredths → the six cells of the official order. */
const cellsOf = ([abroad, bought, run, meals]: readonly [number, number, number, number]) =>
  [abroad + bought + run + meals, abroad, bought + run, bought, run, meals].map(written);

const wide = (...groups: readonly (readonly string[])[]) => {
  const group = ['合计', '因公出国（境）费', '公务用车购置及运行维护费', '', '', '公务接待费'];
  const leaves = ['', '', '小计', '公务用车购置费', '公务用车运行维护费', ''];
  return [
    groups.flatMap((_, index) => [`${2024 + index}年`, '', '', '', '', '']),
    groups.flatMap(() => group),
    groups.flatMap(() => leaves),
    groups.flat(),
  ];
};
const names = [
  '“三公”经费合计',
  '1.因公出国（境）费',
  '2.公务用车购置及运行维护费小计',
  '其中：公务用车购置费',
  '公务用车运行维护费',
  '3.公务接待费',
];
const lines = (...groups: readonly (readonly string[])[]) => [
  ['项目', ...groups.map((_, index) => `${2024 + index}年`)],
  ...names.map((name, row) => [name, ...groups.map(group => group[row]!)]),
];
const slips = (rows: readonly (readonly string[])[]) => slipsInThreePublic({ tables: [{ name: null, rows }] });

describe.for([
  ['columns', wide],
  ['lines', lines],
] as const)('“三公”经费 in %s', ([, layout]) => {
  const year = fc.tuple(money, money, money, money);

  test('comes out when it does', () => {
    fc.assert(
      fc.property(year, year, (one, other) => {
        expect(slips(layout(cellsOf(one), cellsOf(other)))).toEqual([]);
      }),
    );
  });

  test('does not when a figure is changed by more than rounding', () => {
    fc.assert(
      fc.property(year, year, fc.nat(5), fc.integer({ min: 3, max: 900 }), (one, other, place, more) => {
        const cells = cellsOf(other).map((cell, index) => (index === place ? (Number(cell) + more / 100).toFixed(2) : cell));
        const found = slips(layout(cellsOf(one), cells));
        expect(found!.length).toBeGreaterThan(0);
        expect(found!.every(({ says }) => says.includes('2025年'))).toBe(true);
      }),
    );
  });
});

// Rule book §13.3, golden test 7: 涪陵2023, here with the cars as one sum.
test.for([
  ['2493.77', []],
  ['2493.80', ['“三公”经费合计填2493.80，各项之和是2493.77']],
] as const)('83 + 1534.95 + 875.82 = %s', ([total, wanted]) => {
  const rows = lines([total, '83.00', '1534.95', '0.00', '1534.95', '875.82']).map((row, index) => (index === 0 ? ['项目', ''] : row));
  expect(slips(rows)?.map(({ says }) => says)).toEqual(wanted);
});

describe('tables that are none', () => {
  test.for<[string, readonly (readonly string[])[]]>([
    ['a part is missing', lines(['1', '1', '0', '0', '0', '0']).slice(0, -1)],
    ['words in place of a figure', wide(['见附件', '0', '0', '0', '0', '0'])],
    [
      'another table',
      [
        ['项目', '金额'],
        ['合计', '5'],
        ['教育支出', '5'],
      ],
    ],
    ['nothing', []],
  ])('%s', ([, rows]) => expect(slips(rows)).toBeNull());

  test('an empty one is there, and nothing in it is wrong', () => {
    const empty = ['', '', '', '', '', ''];
    expect(slips(wide(empty))).toEqual([]);
    expect(slips(lines(empty))).toEqual([]);
  });
});
