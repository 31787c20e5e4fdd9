import { expect, test } from 'vitest';
import { MiniSite } from '../../fixtures/mini-site.ts';
import { judgeSite } from '../support/judge-site.ts';

const guide = `<h1>政府信息公开指南</h1><p>${'信息分类和编排体系见公开目录。申请人可以向明湖市教育局提出申请，受理机构：办公室。办公地址：明湖市学府路1号；办公时间：周一至周五；联系电话：0531-5550101；传真：0531-5550102；电子邮箱：jyj@minghu.example。主动公开的信息在本网站公布。'.repeat(3)}</p>`;
const pages = { '/gkzn.html': { title: '政府信息公开指南', body: guide } };
const link = '<a href="/gkzn.html">政府信息公开指南</a>';
const spam = Array.from({ length: 9 }, (_, n) => `<a href="http://shop${n}.example/">特价商品${n}</a>`).join('');
const plainMenu = '<ul><li>信息公开制度</li><li>政府信息公开指南</li><li>依申请公开</li></ul>';
const concealed = (inner: string) => `<div style="position:absolute;left:-9999px">${inner}</div>`;

test.for([
  ['shown', link, pages, 'pass', /./],
  ['shown, and hidden as well', `${concealed(link)}${link}`, pages, 'pass', /./],
  ['hidden only: a script may show it, so it is not called missing', concealed(link), {}, 'unsure', /看不见/],
  ['its name in a menu that opens nothing', plainMenu, {}, 'unsure', /不是链接/],
  [
    'its name in such a menu of an article',
    '<a href="/news.html">召开会议</a>',
    { '/news.html': { title: '召开会议', body: plainMenu } },
    'fail',
    /未见/,
  ],
  ['no link, and hidden spam beside it', concealed(spam), {}, 'fail', /未见/],
] as const)('%s', ([, home, others, outcome, message]) => {
  const finding = judgeSite(MiniSite.parse({ home, pages: others })).find(({ check }) => check === 'disclosure-guide')!;
  expect(finding.outcome, finding.message).toBe(outcome);
  expect(finding.message).toMatch(message);
});
