import { expect, test } from 'vitest';
import { compare } from '../../scripts/accuracy/compare.ts';
import { kindRows, unjudgedOf } from '../../scripts/accuracy/plantings.ts';
import { isGoodEnough, type Tally } from '../../scripts/accuracy/tally.ts';
import { touches } from '../../scripts/accuracy/touches.ts';
import { checks, nightOf, unitWith } from './made-up.ts';

const kinds = new Map([
  ['missing-item', '缺少栏目或内容'],
  ['link-gone', '链接404、410'],
]);
const said = { guide: 'fail', leaders: 'fail', budget: 'pass', procurement: 'not-applicable', statistics: 'pass', links: 'pass' } as const;

const units = [
  unitWith(
    'jia',
    `  - fault: missing-item
    what: 没有领导信息
    nights: 1-
    truth: { leaders: { fail: 没有 } }
  - twin: missing-item
    what: 指南换了名字，仍是指南
    set: { items: { guide: { label: 办事须知 } } }
  - fault: link-gone
    what: 第九夜起断链
    nights: 9-
    truth: { links: { fail: 断了 } }
  - fault: report-wrong-sums
    what: 年报对不上
    unjudged: 年报合计应等于分项之和
`,
  ),
];

test('a fault counts what the truth lays to it, a twin what it could disturb, and what did not stand counts nowhere', () => {
  const rows = kindRows(compare(units, checks, [nightOf(1, { jia: said }), nightOf(2, { jia: said })]), kinds);
  expect(rows.map(({ kind, title, role, planted }) => [kind, title, role, planted])).toEqual([
    ['missing-item', '缺少栏目或内容', 'fault', 1],
    ['missing-item', '缺少栏目或内容', 'twin', 1],
    ['report-wrong-sums', 'report-wrong-sums', 'fault', 1],
  ]);
  expect(rows.map(({ tally }) => tally.all)).toEqual([2, 2, 0]);
  expect(rows[0]!.tally.right).toBe(2);
  expect(rows[1]!.tally['wrong-fail']).toBe(2);
});

test('what no check looks for is listed once', () => {
  expect(unjudgedOf(units, [1, 2, 3], kinds)).toEqual([
    { unit: 'jia', kind: 'report-wrong-sums', title: 'report-wrong-sums', what: '年报对不上', rule: '年报合计应等于分项之和' },
  ]);
});

test.for<readonly [set: Record<string, unknown>, touched: readonly string[]]>([
  [{ items: { guide: {} } }, ['guide']],
  [{ guide: { lacks: ['传真'] } }, ['guide']],
  [{ budgets: {} }, ['budget']],
  [{ homeLinks: [{ text: '慢', end: 'slow' }] }, ['links']],
  [{ homeLinks: [{ text: '公开指南', href: '/' }] }, checks.map(({ id }) => id)],
  [{ quirks: { head: 'forbidden' } }, checks.map(({ id }) => id)],
  [{ items: { leaders: {} }, guide: {} }, ['guide', 'leaders']],
  [{}, []],
])('%j could disturb %j', ([set, touched]) => {
  expect(checks.filter(check => touches(set, check)).map(({ id }) => id)).toEqual(touched);
});

const tally = (over: Partial<Tally>): Tally => ({
  all: 1000,
  right: 1000,
  'wrong-fail': 0,
  'wrong-pass': 0,
  'needless-unsure': 0,
  awaiting: 0,
  'wrong-applicability': 0,
  missing: 0,
  ...over,
});
test.for<readonly [Partial<Tally>, boolean]>([
  [{}, true],
  [{ 'wrong-fail': 1 }, false],
  [{ 'wrong-applicability': 1 }, false],
  [{ missing: 1 }, false],
  [{ 'wrong-pass': 19, 'needless-unsure': 19, awaiting: 500 }, true],
  [{ 'wrong-pass': 20 }, false],
  [{ 'needless-unsure': 20 }, false],
])('%j is good enough: %s', ([over, wanted]) => {
  expect(isGoodEnough(tally(over))).toBe(wanted);
});
