import { expect, test } from 'vitest';
import { MiniSite } from '../../fixtures/mini-site.ts';
import { judgeSite, outcomeOf } from '../support/judge-site.ts';

const guide = `<h1>政府信息公开指南</h1><p>${'信息分类和编排体系见公开目录。申请人可以向明湖市教育局提出申请，受理机构：办公室。办公地址：明湖市学府路1号；办公时间：周一至周五；联系电话：0531-5550101；传真：0531-5550102；电子邮箱：jyj@minghu.example。主动公开的信息在本网站公布。'.repeat(3)}</p>`;
const jump = (head: string) => ({ html: `<html><head>${head}<title></title></head><body></body></html>` });
const site = (pages: object) => ({ home: '<a href="/gkzn/">政府信息公开指南</a>', pages });
const there = { '/gkzn/1.html': { title: '政府信息公开指南', body: guide } };

test.for([
  ['a refresh', { '/gkzn/': jump('<meta http-equiv="refresh" content="0;url=1.html">'), ...there }, 'pass'],
  ['a script', { '/gkzn/': jump('<script>location.href="/gkzn/1.html"</script>'), ...there }, 'pass'],
  [
    'a refresh to a page that is gone',
    { '/gkzn/': jump('<meta http-equiv="refresh" content="0;url=1.html">'), '/gkzn/1.html': { status: 404 } },
    'fail',
  ],
  ['a refresh to a page nobody opened', { '/gkzn/': jump('<meta http-equiv="refresh" content="0;url=1.html">') }, 'unsure'],
  [
    'a refresh in a circle',
    {
      '/gkzn/': jump('<meta http-equiv="refresh" content="0;url=/b/">'),
      '/b/': jump('<meta http-equiv="refresh" content="0;url=/gkzn/">'),
    },
    'unsure',
  ],
] as const)('a link to a page that sends on by %s → %s', ([, pages, outcome]) => {
  expect(outcomeOf(judgeSite(MiniSite.parse(site(pages))), 'disclosure-guide')).toBe(outcome);
});
