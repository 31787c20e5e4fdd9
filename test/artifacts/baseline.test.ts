import fc from 'fast-check';
import { expect, test } from 'vitest';
import { baselineOf, looksLikeBaseline } from '../../src/artifacts/baseline.ts';
import { essenceOf } from '../../src/artifacts/essence.ts';
import type { Look } from '../../src/model/snapshot.ts';
import { read } from './vocabulary.ts';

const host = 'http://lyj.minghu.gov.cn';
const nowhere = `${host}/gongkai-0a1b2c3d4e5f.html`;

const lookAt = (url: string, more: Partial<Look> = {}): Look => ({
  url,
  finalUrl: url,
  hops: [],
  purpose: 'page',
  via: 'http',
  foundOn: null,
  anchorText: null,
  fetchedAt: '2026-11-20T01:00:00.000Z',
  unchangedSince: null,
  elapsedMs: 10,
  attempts: 1,
  address: null,
  security: null,
  status: 200,
  failure: null,
  headers: {},
  truncated: false,
  bytes: 100,
  bodySha256: `${url} ${more.fetchedAt ?? ''}`,
  ...more,
});

const menu = `<div class="nav">${['首页', '政务公开', '通知公告', '互动交流'].map((name, i) => `<a href="/c${i}/">${name}</a>`).join('')}</div>`;
const page = (middle: string, title = '明湖市林业局') => `<html><head><title>${title}</title></head><body>${menu}${middle}</body></html>`;

/** Whether the answer for `url` is held for the answer for a missing address. `looks`: how the two were answered. */
function isAlike(
  html: string,
  missing: string,
  { url = `${host}/zwgk/a.html`, looks = {} }: { url?: string; looks?: Partial<Look> } = {},
): boolean {
  const baseline = baselineOf(lookAt(nowhere, { purpose: 'baseline' }), read(missing, nowhere));
  return baseline !== null && looksLikeBaseline(lookAt(url, looks), read(html, url), baseline);
}

test.for<[why: string, answer: (path: string, random: number) => string]>([
  ['says nothing but a wish', () => page('<p>欢迎您常来明湖林业网看看</p>')],
  ['repeats the address', path => page(`<p>欢迎访问：${host}${path}，资源稍后提供</p>`)],
  [
    'repeats the end of the address in its title',
    path => page('<p>请从首页重新进入本网站各栏目</p>', `${path.split('/').at(-1)}_明湖市林业局`),
  ],
  [
    'shows a clock',
    (_, random) => page(`<p>今天是2026年${random}月3日 星期${'一二三四五六日'[random]} 10:0${random}:11</p><p>请从首页重新进入各栏目</p>`),
  ],
  ['counts its visitors', (_, random) => page(`<p>请从首页重新进入各栏目</p><p>您是第 ${900 + random} 位访问者</p>`)],
  [
    'offers other articles, each time others',
    (_, random) =>
      page(
        `<p>您要找的页面不存在，为您推荐：</p><ul>${[1, 2, 3, 4].map(i => `<li><a href="/n/${random}${i}.html">明湖市林业局第${'一二三四五六七八九'[random]}${'甲乙丙丁戊'[i]}号造林公告</a><span>2026-0${i}-0${random}</span></li>`).join('')}</ul>`,
      ),
  ],
  [
    'takes the address into a link',
    path => page(`<p>请从首页重新进入各栏目</p><a href="/report?from=${encodeURIComponent(path)}">报告问题</a>`),
  ],
])('the answer for a missing page is known again when it %s', ([, answer]) => {
  expect(isAlike(answer('/zwgk/a.html', 2), answer('/gongkai-0a1b2c3d4e5f.html', 5))).toBe(true);
});

test('an answer sent to where missing addresses are sent', () => {
  const gone = `${host}/notice.html`;
  const baseline = baselineOf(lookAt(nowhere, { finalUrl: gone }), read(page('<p>请从首页进入</p>'), gone))!;
  const to = (url: string, finalUrl: string) =>
    looksLikeBaseline(lookAt(url, { finalUrl }), read(page('<p>请从首页进入</p>'), finalUrl), baseline);
  expect(to(`${host}/zwgk/a.html`, gone)).toBe(true);
  expect(to(gone, gone)).toBe(false);
});

test('a column that is entered without its last slash is no missing page, though missing addresses end there too', () => {
  const column = `${host}/zwgk/index.html`;
  const baseline = baselineOf(lookAt(nowhere, { finalUrl: column }), read(page('<p>政务公开</p>'), column))!;
  expect(looksLikeBaseline(lookAt(`${host}/zwgk`, { finalUrl: column }), read(page('<p>政务公开</p>'), column), baseline)).toBe(false);
  expect(looksLikeBaseline(lookAt(`${host}/zwgk/old/7.html`, { finalUrl: column }), read(page('<p>政务公开</p>'), column), baseline)).toBe(
    true,
  );
});

const rows = (of: string) =>
  `<ul>${[1, 2, 3, 4].map(i => `<li><a href="/${encodeURIComponent(of)}/${i}.html">明湖市林业局关于${of}的公告（${i}）</a><span>2026-03-0${i}</span></li>`).join('')}</ul>`;
const where = (name: string) => `<div class="position">当前位置：<a href="/">首页</a> &gt; ${name}</div>`;
const filler = `<p>${'本网站由明湖市林业局主办，内容以纸质文件为准。'.repeat(8)}</p>`;

test.for<[why: string, html: string, missing: string]>([
  ['two lists of one template', page(rows('采伐')), page(rows('防火'))],
  ['a list, beside an answer that shows the frame of a list', page(`${filler}${rows('采伐')}`), page(filler)],
  ['a list, beside an answer that is another list', page(`${filler}${rows('采伐')}`), page(`${filler}${rows('防火')}`)],
  ['two empty columns', page(`${where('人事任免')}${filler}<p>暂无信息</p>`), page(`${where('政府采购')}${filler}<p>暂无信息</p>`)],
  [
    'an empty column, beside an empty column without a name',
    page(`${where('人事任免')}${filler}<p>暂无信息</p>`),
    page(`${filler}<p>暂无信息</p>`),
  ],
  ['two short articles', page('<h1>停电通知</h1><p>办公楼今日停电。</p>'), page('<h1>搬迁通知</h1><p>窗口迁至三楼。</p>')],
  ['a page with a picture of its own', page('<p>机构设置示意图</p><img src="/jg.png" width="800">'), page('<p>机构设置示意图</p>')],
  ['a page with a form of its own', page('<p>请填写表格</p><textarea name="nr"></textarea>'), page('<p>请填写表格</p>')],
  [
    'a way to other pages',
    page(`<p>请选择年度</p>${[1, 2, 3].map(i => `<a href="/y/${i}/">年度${i}</a>`).join('')}`),
    page('<p>请选择年度</p>'),
  ],
  ['another title', page('<p>请从首页进入</p>', '公开指南'), page('<p>请从首页进入</p>', '明湖市林业局')],
  ['a long answer in common', page(filler.repeat(4)), page(filler.repeat(4))],
])('not the answer for a missing page: %s', ([, html, missing]) => {
  expect(isAlike(html, missing)).toBe(false);
});

test('the same bytes are the same answer, unless it is a whole column', () => {
  const same = { looks: { bodySha256: `${nowhere} ` } };
  expect(isAlike(page('<p>请从首页进入</p>'), page('<p>请从首页进入</p>'), same)).toBe(true);
  expect(isAlike(page(filler.repeat(4)), page(filler.repeat(4)), same)).toBe(false);
  expect(isAlike(page(rows('采伐')), page(rows('采伐')), same)).toBe(false);
});

test('a shell, a wall and an empty answer are no baseline', () => {
  for (const html of [
    '<body><div id="app"></div><script src="/a.js"></script></body>',
    '<body><p>您的访问被拦截</p></body>',
    '<body></body>',
  ])
    expect(baselineOf(lookAt(nowhere), read(`<html>${html}</html>`, nowhere))).toBeNull();
  expect(baselineOf(lookAt(nowhere, { status: 404 }), read(page('<p>没有</p>'), nowhere))).toBeNull();
});

test('the essence of a text does not change when it is taken again, and never throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.webUrl(), (text, url) => {
      const once = essenceOf(text, [url, text]);
      expect(essenceOf(once, [])).toBe(once);
    }),
  );
});
