import { describe, expect, test } from 'vitest';
import { yearsIn } from '../../src/text/years.ts';

describe('yearsIn', () => {
  test.for([
    ['明湖市教育局2025年政府信息公开工作年度报告', [2025]],
    ['二〇二五年度部门决算', [2025]],
    ['二○二五年度部门决算', [2025]],
    ['２０２６年部门预算', [2026]],
    ['2025-2026年规划', [2025, 2026]],
    ['明教发〔2024〕12号', [2024]],
    ['电话05315550120256', []],
    ['一九九八年', []],
    ['年报', []],
  ] as const)('%s', ([title, years]) => {
    expect(yearsIn(title)).toEqual(years);
  });
});
