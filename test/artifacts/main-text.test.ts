import { expect, test } from 'vitest';
import { loadDom } from '../../src/artifacts/dom.ts';
import { readMainText } from '../../src/artifacts/main-text.ts';

const read = (html: string) => readMainText(loadDom(html));
const article = `<p>${'明湖市林业局公布本年度的造林计划。'.repeat(30)}</p>`;

test('menus, footers, scripts and drop-down lists are not the text of an article', () => {
  const { text, inOneBox } = read(`<body>
    <div class="nav"><a href="/">首页</a><a href="/a">菜单一</a></div>
    <div class="main"><div class="left_menu"><ul><li><a href="/b">菜单二</a></li></ul></div><div class="TRS_Editor">${article}<script>var a = '程序';</script></div></div>
    <select><option>选项</option></select>
    <div class="footer">主办：明湖市林业局</div></body>`);
  expect(text).toMatch(/^明湖市林业局公布/);
  expect(text).not.toMatch(/菜单|主办|程序|选项/);
  expect(inOneBox).toBe(true);
});

test('words apart on the page stay apart in the text', () => {
  expect(read('<body><table><tr><td>机构名称</td><td>明湖市林业局</td></tr></table><p>办公<b>时间</b></p></body>').text).toBe(
    '机构名称 明湖市林业局 办公时间',
  );
});

test('a page without prose is taken whole', () => {
  const { text, inOneBox } = read('<body><ul><li><a href="1">甲</a></li></ul><ul><li><a href="2">乙</a></li></ul></body>');
  expect(text).toBe('甲 乙');
  expect(inOneBox).toBe(false);
});

test.for<[html: string, title: string]>([
  ['<title> 公开指南\n_明湖市 </title>', '公开指南 _明湖市'],
  ['<title></title><body><svg><title>图</title></svg><title>公开指南</title></body>', '公开指南'],
  ['<body>无题</body>', ''],
])('title of %s', ([html, title]) => {
  expect(read(html).title).toBe(title);
});

test('headings: the first rank first, each once, without the “more” beside them', () => {
  const { headings } = read('<body><h3>年报<a href="nb/">更多&gt;&gt;</a></h3><h1>公开指南</h1><h3>年报</h3><h2> </h2></body>');
  expect(headings).toEqual(['公开指南', '年报']);
});

test("the page's own labels", () => {
  const {
    article: own,
    column,
    site,
  } = read('<meta name="ArticleTitle" content="某通知"><meta name="COLUMNNAME" content="通知公告"><meta name="SiteName" content="">');
  expect([own, column, site]).toEqual(['某通知', '通知公告', null]);
});

test.for<[html: string, ...steps: string[]]>([
  ['<div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; 公开指南</div>', '政务公开', '公开指南'],
  ['<div>当前位置：首页&gt;政务公开&gt;公开指南</div>', '政务公开', '公开指南'],
  ['<div>您现在的位置： <span><a href="/">首页</a> » <a href="/a">公开指南</a> » 正文</span></div>', '公开指南'],
  ['<p><a href="/">首页</a>&nbsp;&gt;&nbsp;<a href="/a">通知公告</a></p>', '通知公告'],
  ['<table><tr><td>当前位置</td><td><a href="/">网站首页</a>-><a href="/a">公开年报</a></td></tr></table>', '公开年报'],
  ['<div class="bread"><a href="/">首页</a>/<a href="/a">公开年报</a></div>', '公开年报'],
])('breadcrumb in %s', ([html, ...steps]) => {
  expect(read(`<body>${html}</body>`).breadcrumb).toEqual(steps);
});

test.for([
  '<nav><a href="/">首页</a><a href="/a">政务公开</a></nav>',
  '<ul><li><a href="/">首页</a></li><li><a href="/a">政务公开</a></li></ul>',
  `<p>项目位置：位于明湖市东部。${'沿线经过若干村镇。'.repeat(40)}</p>`,
  `<div class="position">${Array.from({ length: 12 }, (_, i) => `<a href="/${i}">栏目${i}</a> &gt; `).join('')}</div>`,
])('no breadcrumb in %s', html => {
  expect(read(`<body>${html}</body>`).breadcrumb).toEqual([]);
});
