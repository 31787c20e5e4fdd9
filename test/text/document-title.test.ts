import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentTitle } from '../../src/text/document-title.ts';

const titleOf = (...lines: string[]) => documentTitle({ text: lines.join('\n') });

test.for<readonly [string, readonly string[], string | null]>([
  ['one line', ['明湖市档案局2026年部门预算公开', '第一部分 部门概况', '一、主要职责'], '明湖市档案局2026年部门预算公开'],
  ['a cover page, the year first', ['2026年', '明湖市档案局', '部门预算', '公开', '2026年2月', '目录'], '2026年明湖市档案局部门预算公开'],
  ['a cover page, the unit first', ['明湖市水利局', '2025 年度', '部门决算', '第一部分'], '明湖市水利局2025年度部门决算'],
  ['a cover page set wide, the unit below', ['2 0 2 6 年 部 门 预 算', '明湖市档案局', '2026年1月'], '明湖市档案局2026年部门预算'],
  [
    'a year in brackets below',
    ['明湖市档案局', '政府信息公开工作年度报告', '(2025年)', '一、总体情况'],
    '明湖市档案局政府信息公开工作年度报告(2025年)',
  ],
  ['the mark of an attachment on a line of its own', ['附件1:', '明湖市档案局2026年部门预算', '目录'], '明湖市档案局2026年部门预算'],
  ['the mark of an attachment in front', ['附件2:明湖市民政局2025年度部门决算公开表'], '明湖市民政局2025年度部门决算公开表'],
  ['a table of contents first', ['目录', '明湖市教育局2026年部门预算公开说明'], '明湖市教育局2026年部门预算公开说明'],
  [
    'a workbook: number of the table, title, unit',
    ['部门公开表1', '2026年部门收支总体情况表', '部门:明湖市档案局 单位:万元', '收入 支出'],
    '明湖市档案局2026年部门收支总体情况表',
  ],
  [
    'a workbook with a cover',
    ['封面', '2026年度部门预算公开报表', '编制单位:明湖市教育局', '编制日期:2026年1月'],
    '明湖市教育局2026年度部门预算公开报表',
  ],
  ['a table without a unit', ['部门收支总表', '单位:万元', '收入 支出'], '部门收支总表'],
  [
    'a numbered letter',
    ['索引号:000', '明档〔2026〕3号', '关于印发《明湖市档案管理办法》的通知', '各单位:'],
    '关于印发《明湖市档案管理办法》的通知',
  ],
  ['a guide', ['政府信息公开指南', '为了更好地提供服务,特编制本指南。'], '政府信息公开指南'],
  // Innocent twins: nothing of this is a title.
  ['a body without a title', ['一、总体情况', '2025年,明湖市档案局部门预算执行良好。'], null],
  ['the head of a table', ['项目 金额 备注', '办公费 1.00 无'], null],
  ['contents alone', ['目 录', '第一部分 部门概况', '一、职责'], null],
  ['page numbers and dates', ['- 1 -', '2026年1月20日', '二〇二六年一月', '第2页 共3页'], null],
  ['words of a server', ['404 Not Found', 'nginx'], null],
  ['a sentence', ['根据规定,现将有关情况公开如下。'], null],
  ['nothing', [], null],
])('%s', ([, lines, title]) => {
  expect(titleOf(...lines)).toBe(title);
});

test('any text has a short title or none', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('2026年', '明湖市档案局', '部门预算', '附件1:', '目录', '单位:万元', ' ', '\n'),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), pieces => {
      const title = documentTitle({ text: pieces.join('') });
      expect(title === null || (title.length > 0 && title.length <= 120)).toBe(true);
    }),
  );
});

test('a line of any length is passed quickly', () => {
  const begun = performance.now();
  for (const unit of ['2026年', '部 门 ', '(', '《', '预算公开']) documentTitle({ text: unit.repeat(400_000) });
  expect(performance.now() - begun).toBeLessThan(2_000);
});
