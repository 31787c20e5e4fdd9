import { expect, test } from 'vitest';
import { MiniSite } from '../../fixtures/mini-site.ts';
import { judgeSite } from '../support/judge-site.ts';

const judge = (pages: object) =>
  judgeSite(MiniSite.parse({ home: '<a href="/ys/">部门预算</a><a href="/gg/">通知公告</a>', pages })).find(
    ({ check }) => check === 'budget-of-year',
  )!;
const column = (name: string, body: string) => ({
  title: name,
  body: `<div class="position">您现在的位置：<a href="/">首页</a> &gt; ${name}</div><h1>${name}</h1><p>本栏目由局办公室负责更新维护，请点击标题查看全文。</p>${body}`,
});
const list = `<ul>${[1, 2, 3].map(n => `<li><a href="/gg/${n}.html">关于有关工作的第${n}号通知</a><span>2026-11-0${n}</span></li>`).join('')}</ul>`;
const budgets = '<ul><li><a href="/ys/1.html">明湖市教育局2025年部门预算</a><span>2025-02-10</span></li></ul>';

test.for([
  [
    'no list of the site shows an entry: a script may write them',
    { '/ys/': column('部门预算', '<div id="x"></div>'), '/gg/': column('通知公告', '<div id="x"></div>') },
    'unsure',
  ],
  [
    'it waits for a script',
    { '/ys/': column('部门预算', '<ul id="list" data-url="/api/list?id=1"></ul>'), '/gg/': column('通知公告', list) },
    'unsure',
  ],
  ['other lists show theirs: it is empty', { '/ys/': column('部门预算', '<div id="x"></div>'), '/gg/': column('通知公告', list) }, 'fail'],
  [
    'it says in words that there is nothing',
    { '/ys/': column('部门预算', '<p>暂无内容</p>'), '/gg/': column('通知公告', '<div id="x"></div>') },
    'fail',
  ],
  ['it shows last year’s', { '/ys/': column('部门预算', budgets), '/gg/': column('通知公告', '<div id="x"></div>') }, 'fail'],
] as const)('a column without the document of the year: %s', ([, pages, outcome]) => {
  const finding = judge(pages);
  expect(finding.outcome, finding.message).toBe(outcome);
});
