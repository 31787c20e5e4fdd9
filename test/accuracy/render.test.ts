import { describe, expect, test } from 'vitest';
import { accuracyPage } from '../../scripts/accuracy/page.ts';
import { renderTerminal } from '../../scripts/accuracy/render-terminal.ts';
import { type AccuracyResult, resultOf } from '../../scripts/accuracy/result.ts';
import { columns, nightList } from '../../scripts/accuracy/text.ts';
import { checks, nightOf, unitWith } from './made-up.ts';

const kinds = new Map([['missing-item', '缺少栏目或内容']]);
const good = { guide: 'pass', leaders: 'pass', budget: 'pass', procurement: 'not-applicable', statistics: 'pass', links: 'pass' } as const;
const jia = unitWith(
  'jia',
  `  - fault: missing-item
    what: 没有领导信息
    truth: { leaders: { fail: 领导信息一栏没有 } }
  - fault: missing-item
    what: 统计由脚本写出
    truth: { statistics: { awaits: browser } }
  - fault: report-wrong-sums
    what: 年报对不上
    unjudged: 合计应等于分项之和
`,
);

const made = (seconds: number): AccuracyResult => ({
  ...resultOf({
    catalogue: 'abc123',
    checks,
    units: [jia, unitWith('yi', ''), unitWith('bing', '')],
    unitsLeftOut: 0,
    kinds,
    nights: [1, 2].map(night => ({
      ...nightOf(night, { jia: { ...good, statistics: 'unsure' }, yi: { ...good, guide: 'fail', links: 'unsure' } }),
      seconds,
    })),
  }),
  corpus: ['ALL 0.9 0.8'],
});
const empty = resultOf({ catalogue: 'abc123', checks, units: [], unitsLeftOut: 0, kinds, nights: [{ ...nightOf(20, {}), seconds: 0 }] });

describe.for([
  ['terminal', renderTerminal],
  ['page', accuracyPage],
] as const)('%s', ([, render]) => {
  test.for([
    ['with disagreements', made(1)],
    ['without anything', empty],
    ['without corpus', { ...made(1), corpus: null }],
  ] as const)('tells every value: %s', ([, result]) => {
    expect(render(result)).not.toMatch(/undefined|null|NaN|\[object|Infinity/);
  });

  test('tells each disagreement with the evidence of both sides, and what no check judges', () => {
    const text = render(made(1));
    for (const wanted of [
      '领导信息一栏没有',
      '没有领导信息',
      '关于guide的话。',
      'http://a.minghu.gov.cn/y',
      '公开指南',
      '没有埋设过错',
      '合计应等于分项之和',
      'ALL 0.9 0.8',
      'browser',
    ])
      expect(text).toContain(wanted);
  });

  test('says in figures what was counted', () => {
    const text = render(made(1));
    // Three units of six verdicts on two nights; one unit broke the program.
    expect(text).toContain('36');
    expect(text).toContain('12 (33.33%)');
  });
});

test('the page differs between two runs in the line of the time only', () => {
  const [one, other] = [made(71.2), made(93.8)].map(result => accuracyPage(result).split('\n'));
  expect(one!.filter((line, index) => line !== other![index])).toEqual([
    'One night: 80 requests, 20 pages, 3 MB; at most 40 requests for one unit (`jia`). Whole run: 142 s on the machine that wrote this, without pacing.',
  ]);
});

test('the page names no path of a machine and stays a table where a quote has bars', () => {
  const text = accuracyPage(made(1));
  expect(text).not.toMatch(/\/(work|home|tmp|Users)\//);
  expect(text).toContain('一段\\|原文');
});

test.for<readonly [readonly number[], string]>([
  [[], ''],
  [[20], '20'],
  [[1, 2, 3, 10, 20, 21], '1-3, 10, 20-21'],
])('%j is written %s', ([nights, wanted]) => {
  expect(nightList(nights)).toBe(wanted);
});

test('columns stand below each other, a Chinese character taking two', () => {
  const lines = columns(
    ['名', '数'],
    [
      ['甲乙丙', '1'],
      ['a', '12345678'],
    ],
  ).split('\n');
  expect(lines).toEqual(['名            数', '甲乙丙         1', 'a       12345678']);
});
