import { expect, test } from 'vitest';
import { MiniSite } from '../../fixtures/mini-site.ts';
import { judgeSite } from '../support/judge-site.ts';

// “本年度无此项”: accepted where the rule allows it, with the time it speaks of and the day on which it was said. Today is 2026-11-20.
const text = '明湖市教育局按照规定公布有关内容，包括依据、范围、程序和结果，供公民、法人和其他组织查阅。'.repeat(3);
const others = Object.fromEntries(
  ['明湖概况', '教育园地', '校园风采', '专题专栏', '视频中心', '图片集锦'].map((title, index) => [
    `/menu/${index}/`,
    { title, body: `<h1>${title}</h1><p>第${index}栏。${text}</p>` },
  ]),
);
const site = (said: string, byline = '') => ({
  home: '<a href="/x/">“三公”经费</a>',
  pages: { ...others, '/x/': { title: '“三公”经费', body: `<h1>“三公”经费</h1>${byline}<p>${said}</p>` } },
});
const judged = (given: object, check = 'three-public') => judgeSite(MiniSite.parse(given)).find(finding => finding.check === check)!;

test.for([
  ['of this year', '明湖市教育局本年度无“三公”经费支出。', '<p>发布时间：2026-02-11</p>', 'pass', /所指时期：本年度，2026-02-11发布/],
  ['of last year', '明湖市教育局2025年度无“三公”经费支出。', '', 'pass', /所指时期：2025年度，没有写明日期/],
  ['of no time, undated', '本单位无“三公”经费支出。', '', 'pass', /没有写明时期，没有写明日期/],
  ['of this year, said five years ago', '本单位本年度无“三公”经费支出。', '<p>发布时间：2021-02-11</p>', 'fail', /只有2021年的说明/],
  ['of 2020', '本单位2020年度无“三公”经费支出。', '', 'fail', /只有2020年的说明/],
  ['of no time, said five years ago', '本单位无“三公”经费支出。', '<p>发布时间：2021-02-11</p>', 'unsure', /是否仍然如此需人工核对/],
  ['of another unit', '明湖市民政局本年度无“三公”经费支出。', '', 'fail', /明湖市民政局/],
  ['a promise', '“三公”经费情况正在整理，整理完成后公布。', '', 'fail', /./],
] as const)('a statement %s → %s', ([, said, byline, outcome, message]) => {
  const finding = judged(site(said, byline));
  expect(finding.outcome, finding.message).toBe(outcome);
  expect(finding.message).toMatch(message);
});

test('where the thing must be there in any year a statement does not replace it', () => {
  const page = { title: '政府信息公开指南', body: '<h1>政府信息公开指南</h1><p>本单位本年度没有编制政府信息公开指南。</p>' };
  const guide = { home: '<a href="/x/">政府信息公开指南</a>', pages: { ...others, '/x/': page } };
  expect(judged(guide, 'disclosure-guide').outcome).toBe('fail');
});

test('what is more than a statement has no note', () => {
  const finding = judged(site(`${'“三公”经费预算支出3.20万元，其中公务接待费1.20万元。'.repeat(5)}本年度无因公出国（境）费用。`));
  expect(finding).toMatchObject({ outcome: 'pass', measured: { anchor: expect.any(String) } });
  expect(finding.measured.note).toBeUndefined();
});

test.for([
  ['budget-of-year', '部门预算', '本单位为非独立核算单位，无单独预算，由市财政局统一公开。', 'unsure'],
  ['budget-of-year', '部门预算', '本单位2026年没有编制部门预算。', 'unsure'],
  ['annual-report-of-department', '政府信息公开年报', '本单位2025年度没有收到政府信息公开申请，未编制年度报告。', 'fail'],
  ['annual-report-of-department', '政府信息公开年报', '本单位于2026年新组建，没有2025年度报告。', 'unsure'],
] as const)('%s: in the column %s only “%s” → %s', ([check, title, said, outcome]) => {
  const page = { title, body: `<h1>${title}</h1><p>${said}</p>` };
  const finding = judged({ home: `<a href="/x/">${title}</a>`, pages: { ...others, '/x/': page } }, check);
  expect(finding.outcome, finding.message).toBe(outcome);
});

test('a page that only says where it is published must be weighed by a person', () => {
  const page = { title: '行政处罚', body: '<h1>行政处罚</h1><p>行政处罚信息请登录“信用明湖”网站查询。</p>' };
  const finding = judged({ home: '<a href="/x/">行政处罚</a>', pages: { ...others, '/x/': page } }, 'administrative-penalty');
  expect(finding.outcome, finding.message).toBe('unsure');
});
