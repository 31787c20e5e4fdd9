import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isStatement, promises, reachOf, statementIn, substanceOf } from '../../src/text/sentences.ts';

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

  // Text, the day the page shows, and what is read: year, time as written, whose, day.
  test.for([
    ['本年度无政府采购项目。', '2021-03-01', { year: 2021, period: '本年度', subject: null, saidOn: '2021-03-01' }],
    ['本年度无政府采购项目。', null, { year: null, period: '本年度', saidOn: null }],
    ['我局2025年上半年未作出行政处罚决定。', null, { year: 2025, period: '2025年上半年', subject: '我局' }],
    ['第三季度，本单位没有收费项目。', '2026-10-08', { year: 2026, period: '第三季度', subject: '本单位' }],
    [
      '截至2025年12月31日，明湖市林业局未制定行政规范性文件。',
      '2026-01-05',
      { year: 2025, period: '截至2025年12月31日', subject: '明湖市林业局' },
    ],
    ['截至目前，我镇没有行政许可事项。', '2020-05-06', { year: 2020, period: '截至目前', subject: '我镇' }],
    ['2023年至2025年，我单位没有因公出国（境）支出。', null, { year: 2025, subject: '我单位' }],
    ['二〇二四年度，我局没有办理行政许可事项。', null, { year: 2024, period: '2024年度' }],
    ['上年度我局没有行政复议案件。', '2026-03-02', { year: 2025, period: '上年度' }],
    ['本机关无行政处罚职权。', '2019-02-01', { year: null, period: null, subject: '本机关', saidOn: '2019-02-01' }],
    ['2025年度无“三公”经费支出。三公经费支出表为空表。', null, { year: 2025 }],
    ['2025年没有采购项目，三公经费支出0万元。', null, { year: 2025 }],
    [
      '按照要求，现将有关情况说明如下： 本年度无政府采购项目。 明湖市林业局 2024年2月11日',
      null,
      { year: 2024, subject: '明湖市林业局', saidOn: '2024-02-11' },
    ],
    ['明湖市东湖区教育局2025年度未发生政府采购。', null, { subject: '明湖市东湖区教育局' }],
    ['情况说明 我镇不具备行政许可职能，无行政许可事项。', null, { year: null, subject: '我镇' }],
    ['2025年我局共收到政府信息公开申请0件。', null, { year: 2025, subject: '我局' }],
    // The page's own day counts before the signature's.
    ['本年度无政府采购项目。 明湖市林业局 2024年2月11日', '2025-01-02', { year: 2025, saidOn: '2025-01-02' }],
  ] as const)('%s said on %s', ([text, day, expected]) => expect(statementIn(text, day)).toMatchObject(expected));

  test.for([
    ['a count of what there was', '2025年我局共办理行政许可12件，没有超时办结。'],
    ['something that did not happen, among others', '全市经济平稳运行。没有发生重大安全事故。'],
    ['a duty', '负责没有劳动能力人员的救助工作。'],
    ['a promise', '本年度预算未公开，正在整理，整理完成后予以公开。'],
    ['a heading only', '关于2025年工作情况的说明'],
    ['a count that ends in nought', '2025年我局共收到政府信息公开申请20件。'],
    ['an empty column', '本栏目暂无内容。'],
    ['an empty list', '暂无信息'],
    ['an empty list of the office', '我局暂无相关信息'],
    ['a search without result', '没有查询到符合条件的记录。'],
    ['an error page', '对不起，您访问的内容未找到。'],
    ['a guide', '本机关无公开服务热线。办公地址：学府路1号。'],
    ['something beside it', '本年度没有收到申请。申请人可以到学府路1号当面提交申请。'],
    ['a service that is free', '办理本事项无偿，欢迎咨询。'],
    ['barrier-free', '提供无障碍通道。'],
    ['a long text', '本局没有此项内容。'.repeat(60)],
    ['nothing', ''],
    ['a signature only', '明湖市林业局 2026年2月11日'],
  ] as const)('is none: %s', ([, text]) => expect(statementIn(text)).toBeNull());
});

describe('isStatement: a unit has none, whatever else the text says', () => {
  test.for([
    ['本年度无此项支出。', true],
    ['我局目前没有行政许可事项。', true],
    ['当前位置：首页 > 三公经费 明湖市林业局2025年度无“三公”经费支出。', true],
    ['暂无内容', false],
    ['页面没有找到', false],
    ['负责没有劳动能力人员的救助工作。', false],
    ['相关信息正在整理，尚未公布，整理完成后及时公布。', false],
  ] as const)('%s → %s', ([text, expected]) => expect(isStatement(text)).toBe(expected));
});

test.for([
  [{ year: 2025, saidOn: null }, 'current'],
  [{ year: 2024, saidOn: '2026-01-01' }, 'stale'],
  [{ year: null, saidOn: null }, 'undated'],
  [{ year: null, saidOn: '2019-02-01' }, 'aged'],
  [{ year: null, saidOn: '2025-02-01' }, 'current'],
] as const)('what %j says on 2026-11-20 is %s', ([statement, reach]) => expect(reachOf(statement, '2026-11-20')).toBe(reach));

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
      isStatement(text);
      promises(text);
    }),
  );
});
