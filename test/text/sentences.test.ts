import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { promises, statementIn, substanceOf } from '../../src/text/sentences.ts';

describe('substanceOf', () => {
  test.for([
    ['按照有关要求，现将明湖市林业局采购情况说明如下： 本年度无政府采购项目。 明湖市林业局 2026年2月11日', ['本年度无政府采购项目。']],
    ['暂无信息', ['暂无信息']],
    ['现将我局年度报告公布如下：', []],
    // Names of offices in a row are a list, not a signature.
    [
      '明湖市水利工程管理站 明湖市水文监测中心 明湖市防汛办公室 明湖市灌溉试验站',
      ['明湖市水利工程管理站', '明湖市水文监测中心', '明湖市防汛办公室', '明湖市灌溉试验站'],
    ],
    ['', []],
  ] as const)('%s', ([text, said]) => expect(substanceOf(text)).toEqual(said));
});

describe('statementIn', () => {
  test.for([
    ['本年度无此项支出。', null],
    ['明湖市林业局2025年度未收到政府信息公开申请，不编制年度报告。 明湖市林业局 2026年2月11日', 2025],
    ['2023年度，我局没有办理行政许可事项。', 2023],
    ['自2019年机构改革以来，我局没有行政处罚职权。', null],
    ['2024年没有采购项目。2025年没有采购项目。', 2025],
    ['2024年没有采购项目，目前仍然没有。', null],
    ['2026年2月，我局没有采购项目。', null],
  ] as const)('%s', ([text, year]) => expect(statementIn(text)).toMatchObject({ year }));

  test.for([
    ['something beside it', '本年度没有收到申请。申请人可以到学府路1号当面提交申请。'],
    ['a service that is free', '办理本事项无偿，欢迎咨询。'],
    ['barrier-free', '提供无障碍通道。'],
    ['a long text', '本局没有此项内容。'.repeat(60)],
    ['nothing', ''],
    ['a signature only', '明湖市林业局 2026年2月11日'],
  ] as const)('is none: %s', ([, text]) => expect(statementIn(text)).toBeNull());
});

test.for([
  ['有关文件正在整理，整理完成后公布。', true],
  ['相关信息将于近期公布。', true],
  ['我局正在整理历年文件，已公布132件。', false],
  ['办理结果在办结后公布。', false],
] as const)('promises: %s → %s', ([text, expected]) => expect(promises(text)).toBe(expected));

test('no text makes them hang or throw', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('无', '没有', '20', '25年', '度', '。', ' ', '正在整理', '如下：', '局', 'a')), parts => {
      const text = parts.join('');
      expect(substanceOf(text).join('').length).toBeLessThanOrEqual(text.length);
      statementIn(text);
      promises(text);
    }),
  );
});
