import { expect, test } from 'vitest';
import { MiniSite } from '../../fixtures/mini-site.ts';
import { judgeSite } from '../support/judge-site.ts';

// Documents that go by no year, or show it in an unusual way. Today is 2026-11-20; asked for are the budget of 2026 and the report on 2025.
const long = '按照规定公布收入、支出和绩效的有关内容，供公民、法人和其他组织查阅。'.repeat(8);
const judged = (given: object, check: string) => judgeSite(MiniSite.parse(given)).find(finding => finding.check === check)!;

interface Published {
  readonly title?: string;
  readonly day?: string;
  readonly body?: string;
  readonly files?: readonly string[];
}
const budget = ({ title = '部门预算公开', day = '2026-02-11', body = `<p>${long}</p>`, files = [] }: Published) => ({
  home: '<a href="/ys/">部门预算</a>',
  pages: {
    '/ys/': { title: '部门预算', body: `<h1>部门预算</h1><ul><li><a href="/1.html">${title}</a><span>${day}</span></li></ul>` },
    '/1.html': {
      title,
      body: `<h1>${title}</h1><p>发布时间：${day}</p>${body}${files.map((_, at) => `<p><a href="/f${at}.pdf">附件.pdf</a></p>`).join('')}`,
    },
    ...Object.fromEntries(files.map((text, at) => [`/f${at}.pdf`, { document: { text: `${text}\n${'收支总表 '.repeat(30)}` } }])),
  },
});

test.for([
  ['its text begins with the year', budget({ body: `<p>明湖市教育局2026年部门预算</p><p>${long}</p>` }), 'pass'],
  ['its file begins with the year', budget({ body: '', files: ['明湖市教育局2026年部门预算'] }), 'pass'],
  ['its file is last year’s', budget({ body: '', files: ['明湖市教育局2025年部门预算'] }), 'fail'],
  ['nothing says the year, and it was published this year', budget({}), 'unsure'],
  ['nothing says the year, and it was published three years ago', budget({ day: '2023-02-11' }), 'fail'],
  ['it only compares with last year', budget({ body: `<p>比2025年增加3万元。${long}</p>` }), 'unsure'],
  ['the title writes its zero as a letter', budget({ title: '明湖市教育局二O二六年部门预算' }), 'pass'],
  ['the title is last year’s with a letter', budget({ title: '明湖市教育局二O二五年部门预算', day: '2025-02-11' }), 'fail'],
  [
    'its file is set wide',
    budget({ title: '明湖市教育局2026年部门预算', body: '', files: ['明湖市教育局 2 0 2 6 年 部 门 预 算\n2025年上年数'] }),
    'pass',
  ],
] as const)('a budget: %s', ([, site, outcome]) => {
  const finding = judged(site, 'budget-of-year');
  expect(finding.outcome, finding.message).toBe(outcome);
});

const column = (years: readonly number[]) => ({
  home: '<a href="/ys/">部门预算</a>',
  pages: {
    '/ys/': { title: '部门预算', body: `<h1>部门预算</h1>${years.map(year => `<p><a href="/${year}.html">${year}年</a></p>`).join('')}` },
  },
});

test.for([
  [[2026, 2025], 'unsure'],
  [[2025, 2024], 'fail'],
] as const)('a column of bare years %s → %s', ([years, outcome]) => {
  const finding = judged(column(years), 'budget-of-year');
  expect(finding.outcome, finding.message).toBe(outcome);
});

test.for([
  ['明湖市第一小学2026年单位预算', 'unsure'],
  ['明湖市水利局2026年部门预算', 'unsure'],
  ['明湖市教育局招生考试院2026年单位预算', 'unsure'],
  ['市教育局及直属学校2026年部门预算', 'pass'],
  ['明湖教育局2026年部门预算', 'pass'],
] as const)('whose budget: %s → %s', ([title, outcome]) => {
  const finding = judged(budget({ title }), 'budget-of-year');
  expect(finding.outcome, finding.message).toBe(outcome);
});

const report = (meta: string, more = '') => ({
  home: `<a href="/nb/">政府信息公开年报</a>${more}`,
  pages: {
    '/nb/': {
      title: '政府信息公开年报',
      body: '<h1>政府信息公开年报</h1><ul><li><a href="/1.html">明湖市教育局2025年政府信息公开工作年度报告</a></li></ul>',
    },
    '/1.html': {
      title: '明湖市教育局2025年政府信息公开工作年度报告',
      body: `<h1>明湖市教育局2025年政府信息公开工作年度报告</h1><p>${meta}</p><p>${long}</p>`,
    },
  },
});
const copy = (day: string) => `<ul><li><a href="/old/9.html">明湖市教育局2025年政府信息公开工作年度报告</a><span>${day}</span></li></ul>`;

test.for([
  ['published late', report('发布时间：2026-06-20'), 'partial'],
  ['changed late, and nobody sees when it was published', report('更新时间：2026-06-20'), 'unsure'],
  ['changed late and published in time', report('发布时间：2026-01-20 更新时间：2026-06-20'), 'pass'],
  ['late, with an unread copy that a list shows in time', report('发布时间：2026-06-20', copy('2026-01-22')), 'unsure'],
  ['late, with an unread copy that is late as well', report('发布时间：2026-06-20', copy('2026-05-22')), 'partial'],
] as const)('a report %s → %s', ([, site, outcome]) => {
  const finding = judged(site, 'annual-report-of-department');
  expect(finding.outcome, finding.message).toBe(outcome);
});

const others = Object.fromEntries(
  ['明湖概况', '教育园地', '校园风采', '专题专栏', '视频中心', '图片集锦'].map((title, index) => [
    `/menu/${index}/`,
    { title, body: `<h1>${title}</h1><p>第${index}栏。${long}</p>` },
  ]),
);
test.for([
  ['我单位预算由主管部门统一公开。', 'unsure'],
  ['请到市财政局预决算公开平台查看我单位部门预算。', 'unsure'],
  ['2026年收入预算100万元，支出预算100万元，其中教育支出98万元。', 'pass'],
] as const)('the column of budgets says only: %s → %s', ([said, outcome]) => {
  const page = { title: '部门预算', body: `<h1>部门预算</h1><p>${said}</p>` };
  const finding = judged({ home: '<a href="/x/">部门预算</a>', pages: { ...others, '/x/': page } }, 'budget-column');
  expect(finding.outcome, finding.message).toBe(outcome);
});

const news = (body: string) => ({
  home: '<a href="/dt/">工作动态</a>',
  pages: { '/dt/': { title: '工作动态', body: `<h1>工作动态</h1>${body}` } },
});
const rows = (days: readonly string[]) =>
  `<ul>${days.map((day, at) => `<li><a href="/r/${at}.html">教育工作动态第${at}则</a><span>${day}</span></li>`).join('')}</ul>`;
const old = rows(['2026-08-18', '2026-08-10', '2026-08-01']);
const headline = (url: string) => `<h3><a href="${url}">全市教育大会召开</a></h3>`;

test.for([
  ['an old entry kept above entries without year', rows(['2024-03-01', '11-15', '11-10', '10-05']), 'unsure'],
  ['old entries', old, 'fail'],
  ['old entries below a new headline without day', headline('/dt/t20261118_9.html') + old, 'unsure'],
  ['old entries beside a new entry of another column', headline('/tzgg/t20261118_9.html') + old, 'fail'],
  ['old entries below an old headline', headline('/dt/t20260818_9.html') + old, 'fail'],
] as const)('a column with %s → %s', ([, body, outcome]) => {
  const finding = judged(news(body), 'news-fresh');
  expect(finding.outcome, finding.message).toBe(outcome);
});
