import fc from 'fast-check';
import { expect, test } from 'vitest';
import { periodOf } from '../../src/text/periods.ts';

// Sentence, the day it was said on, and the time it speaks of.
test.for([
  ['2025年度没有采购项目', null, { text: '2025年度', year: 2025 }],
  ['2024年1月1日至2025年12月31日没有采购项目', null, { year: 2025 }],
  ['2023—2025年没有采购项目', null, { year: 2025 }],
  ['截止2025年底没有采购项目', null, { text: '截止2025年底', year: 2025 }],
  ['2025年第三季度没有采购项目', null, { text: '2025年第三季度', year: 2025 }],
  ['1—9月没有采购项目', '2026-10-01', { text: '1—9月', year: 2026 }],
  ['本年度上半年没有采购项目', '2026-10-01', { text: '本年度上半年', year: 2026 }],
  ['去年没有采购项目', '2026-10-01', { text: '去年', year: 2025 }],
  ['去年没有采购项目', null, { text: '去年', year: null }],
  ['自2019年机构改革以来没有采购项目', null, { text: '以来', year: null }],
  ['2023年未发现违规采购', null, { text: '2023年', year: 2023 }],
  ['现无采购项目', '2022-01-01', { text: '现无'.slice(0, 1), year: 2022 }],
  ['2019年机构改革后没有处罚职权', null, null],
  ['依据《2019年修订办法》（2020年版）没有处罚职权', null, null],
  ['2019年3月划出后没有处罚职权', null, null],
  ['上一级机关没有委托', null, null],
  ['没有采购项目', '2026-10-01', null],
] as const)('%s (%s)', ([sentence, saidOn, expected]) => {
  const found = periodOf(sentence, saidOn);
  if (expected === null) expect(found).toBeNull();
  else expect(found).toMatchObject(expected);
});

test('no text makes it hang or throw, and a year it names is in the text or the day', () => {
  const piece = fc.constantFrom(
    '20',
    '2025',
    '年',
    '年度',
    '至',
    '—',
    '第三季度',
    '上半年',
    '截至',
    '12月',
    '31日',
    '二〇二五',
    '本',
    '（',
    '）',
    '后',
    ' ',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), pieces => {
      const found = periodOf(pieces.join(''), null);
      if (found?.year) expect(String(found.year)).toMatch(/^20\d\d$/);
    }),
  );
  expect(periodOf('2025年至'.repeat(20_000), null)).not.toBeNull();
});
