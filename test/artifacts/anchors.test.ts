import { describe, expect, test } from 'vitest';
import { seePage } from '../../src/artifacts/anchors.ts';
import { loadDom } from '../../src/artifacts/dom.ts';
import type { Anchor } from '../../src/model/page-reading.ts';

const url = 'http://lyj.minghu.gov.cn/zwgk/index.html';
const see = (body: string) => seePage(loadDom(`<body>${body}</body>`), url);
const anchors = (body: string): Anchor[] => see(body).anchors.map(({ anchor }) => anchor);
const first = (body: string): Anchor => anchors(body)[0]!;
const at = (path: string) => `http://lyj.minghu.gov.cn/zwgk/${path}`;

describe('what a link says and where it leads', () => {
  test.for<[html: string, text: string, url: string | null, where: Anchor['where']]>([
    ['<a href="gkzn/">公开指南</a>', '公开指南', at('gkzn/'), 'link'],
    ['<a href="gkzn/">政府信息<br>公开指南</a>', '政府信息 公开指南', at('gkzn/'), 'link'],
    ['<a href="">公开指南</a>', '公开指南', null, 'link'],
    ['<a>公开指南</a>', '公开指南', null, 'link'],
    ['<a href="#" onclick="window.open(\'gkzn/\')">公开指南</a>', '公开指南', at('gkzn/'), 'link'],
    ['<li onclick="location.href=\'gkzn/\'">公开指南</li>', '公开指南', at('gkzn/'), 'link'],
    ['<a href="gkzn/" title="公开指南"><img src="1.jpg"></a>', '公开指南', at('gkzn/'), 'image'],
    ['<a href="gkzn/"><img src="1.jpg" alt="公开指南"></a>', '公开指南', at('gkzn/'), 'image'],
    ['<div><a href="gkzn/"><img src="1.jpg"></a><p>公开指南</p></div>', '公开指南', at('gkzn/'), 'image'],
    ['<map><area href="gkzn/" alt="公开指南" coords="0,0,9,9"></map>', '公开指南', at('gkzn/'), 'area'],
    ['<iframe src="menu.html" title="公开目录"></iframe>', '公开目录', at('menu.html'), 'frame'],
    ['<select onchange="go()"><option value="gkzn/a.html">公开指南</option></select>', '公开指南', at('gkzn/a.html'), 'option'],
    ["<script>tree.add(new WebFXTreeItem('公开指南','gkzn/'));</script>", '公开指南', at('gkzn/'), 'script'],
  ])('%s', ([html, text, address, where]) => {
    expect(first(html)).toMatchObject({ text, url: address, where });
  });

  test.for<[html: string, text: string, url: string | null, where: Anchor['where']]>([
    ['<li>公开指南<a href="gkzn/"></a></li>', '公开指南', at('gkzn/'), 'link'],
    [
      '<div><a href="gkzn/"><img src="1.jpg"></a><p>公开指南</p><a href="gkml/"><img src="2.jpg"></a><p>公开目录</p></div>',
      '公开指南',
      at('gkzn/'),
      'image',
    ],
    [
      '<div><p>公开指南</p><a href="gkzn/"><img src="1.jpg"></a><p>公开目录</p><a href="gkml/"><img src="2.jpg"></a></div>',
      '公开指南',
      at('gkzn/'),
      'image',
    ],
    ['<table><tr><td onclick="location.href=\'gkzn/\'">公开指南</td></tr></table>', '公开指南', at('gkzn/'), 'link'],
    ['<li onclick="openDoc(1,\'/a/b.html\')">公开指南</li>', '公开指南', 'http://lyj.minghu.gov.cn/a/b.html', 'link'],
    ['<li onclick="window.open(\'gkzn/\')"><a href="javascript:void(0)">公开指南</a></li>', '公开指南', at('gkzn/'), 'link'],
    ['<a href="javascript:goto(\'gkzn/\')">公开指南</a>', '公开指南', at('gkzn/'), 'link'],
    [
      '<a href="javascript:void(0)" onclick="window.open(\'/gk\'+\'zn/\')">公开指南</a>',
      '公开指南',
      'http://lyj.minghu.gov.cn/gkzn/',
      'link',
    ],
    ['<a href="javascript:;" data-link="gkzn/">公开指南</a>', '公开指南', at('gkzn/'), 'link'],
    ['<li url="gkzn/index.html">公开指南</li>', '公开指南', at('gkzn/index.html'), 'link'],
    ['<div data-href="/gkzn/">公开指南</div>', '公开指南', 'http://lyj.minghu.gov.cn/gkzn/', 'link'],
    ['<a href="#/zwgk/gkzn">公开指南</a>', '公开指南', `${url}#/zwgk/gkzn`, 'link'],
    ['<input type="button" value="公开指南" onclick="location=\'gkzn/\'">', '公开指南', at('gkzn/'), 'link'],
    ['<a href="gkzn/"><svg><title>公开指南</title></svg></a>', '公开指南', at('gkzn/'), 'image'],
    ['<div><map><area href="gkzn/"></map>公开指南</div>', '公开指南', at('gkzn/'), 'area'],
    ['<map><area href="gkzn/" title="公开指南"></map>', '公开指南', at('gkzn/'), 'area'],
    ['<a href="gkzn/">公<b>开</b><wbr>指<font color=red>南</font></a>', '公开指南', at('gkzn/'), 'link'],
    ['<a href="gkzn/"><h3>公开指南</h3><p>本指南依据《条例》编制。</p><span>2026-03-05</span></a>', '公开指南', at('gkzn/'), 'link'],
    ['<a href="gkzn/">公开指南<span> 2026-03-05</span></a>', '公开指南', at('gkzn/'), 'link'],
    ['<iframe data-src="menu.html" title="公开目录"></iframe>', '公开目录', at('menu.html'), 'frame'],
    ['<object type="text/html" data="menu.html" title="公开目录"></object>', '公开目录', at('menu.html'), 'frame'],
  ])('%s', ([html, text, address, where]) => {
    expect(first(html)).toMatchObject({ text, url: address, where });
  });

  test.for<[html: string, also: string]>([
    ['<table><tr><td>公开指南</td><td><a href="gkzn/">查看</a></td></tr></table>', '公开指南'],
    ['<ul><li>公开指南 <a href="1.html">点击查看</a> <a href="1.doc">下载</a></li></ul>', '公开指南'],
    ['<div><h3>公开指南</h3><p><a href="gkzn/">进入栏目</a></p></div>', '公开指南'],
    ['<div><a href="gkzn/"><img src="1.jpg" alt="banner.jpg"></a><p>公开指南</p></div>', '公开指南'],
    ['<p><a href="gkzn/">政府信息</a><a href="gkzn/">公开指南</a></p>', '政府信息公开指南'],
  ])('%s also says %s', ([html, also]) => {
    expect(see(html).anchors[0]?.also).toContain(also);
  });

  test.for([
    '<div><a href="a/"><img src="1.jpg"></a><a href="b/">公开指南</a></div>',
    '<div><a href="a/"><img src="1.jpg"></a><p>2026-03-05</p></div>',
    '<div><a href="a/"><img src="1.jpg"></a><p>公开指南的修订工作已经完成，请各单位对照检查并及时更新。</p></div>',
    '<div><a name="top"></a>公开指南</div>',
    '<map><area href="a/"><area href="b/"></map>',
  ])('nobody names the link in %s', html => {
    expect(first(html).text).toBe('');
  });

  test.for<[html: string, count: number]>([
    [
      '<div data-url="/api/list.do"><p>本栏目的内容正在加载，加载完成后请点击标题查看。本栏目的内容正在加载，加载完成后请点击标题查看全部内容，谢谢。</p></div>',
      0,
    ],
    ['<div data-url="/api/list.do"></div>', 0],
    ['<img src="1.jpg" data-url="/a.html">', 0],
    ['<li onclick="setTab(\'one\',2)">公开指南</li>', 0],
    ['<li onclick="addFavorite(\'http://www.minghu.gov.cn/\')">公开指南</li>', 0],
    ['<li onclick="location.href=\'/show.jsp?id=\'+id">公开指南</li>', 0],
    ['<!-- <a href="gkzn/">公开指南</a> -->', 0],
    ['<ul onclick="open(\'/a/\')"><li><a href="1.html">一</a></li><li><a href="2.html">二</a></li></ul>', 2],
  ])('%s holds %d links', ([html, count]) => {
    expect(anchors(html)).toHaveLength(count);
  });

  test('several links in one entry do not share its address', () => {
    const links = anchors('<div onclick="open(\'/a/\')"><a href="#">公开指南</a><a href="#">公开年报</a></div>');
    expect(links.map(anchor => anchor.url)).toEqual([null, null]);
  });

  test('different things that one address serves are not one name', () => {
    const words = ['预算', '决算', '采购', '规划'].map(text => `<a href="s/">${text}</a>`).join('');
    expect(see(`<p>${words}</p>`).anchors.flatMap(({ also }) => also)).toEqual([]);
  });

  test('queries are sent in the encoding of the page', () => {
    const page = loadDom('<body><a href="list.asp?lm=公开指南">公开指南</a><a href="/公开/">目录</a></body>');
    expect(seePage(page, url, 'gbk').anchors.map(({ anchor }) => anchor.url)).toEqual([
      at('list.asp?lm=%B9%AB%BF%AA%D6%B8%C4%CF'),
      'http://lyj.minghu.gov.cn/%E5%85%AC%E5%BC%80/',
    ]);
  });

  test('the first base with an address counts, for links in scripts too', () => {
    const page = loadDom(
      '<head><base target="_blank"><base href="/zfxxgk/"><base href="/other/"></head><body><a href="gkzn/">公开指南</a><script>d.add(1,0,"公开年报","nb/")</script></body>',
    );
    expect(seePage(page, url).anchors.map(({ anchor }) => anchor.url)).toEqual([
      'http://lyj.minghu.gov.cn/zfxxgk/gkzn/',
      'http://lyj.minghu.gov.cn/zfxxgk/nb/',
    ]);
  });

  test('a frame set has no body and leads on all the same', () => {
    const page = loadDom('<html><frameset cols="20%,80%"><frame src="menu.html" name="left"><frame src="main.html"></frameset></html>');
    expect(seePage(page, url).anchors.map(({ anchor }) => [anchor.where, anchor.url])).toEqual([
      ['frame', at('menu.html')],
      ['frame', at('main.html')],
    ]);
  });

  test('fields of a form are no links', () => {
    expect(
      anchors('<form><select name="type"><option value="1">政策文件</option><option value="2">公开指南</option></select></form>'),
    ).toEqual([]);
  });
});

describe('sections', () => {
  const sectionOf = (html: string, text = '2025年') => anchors(html).find(anchor => anchor.text === text)?.section;
  const link = '<a href="x/">2025年</a>';

  test.for<[html: string, section: string | null]>([
    [`<div><h3>公开年报</h3><ul><li>${link}</li></ul></div>`, '公开年报'],
    [`<div><div class="hd"><span>公开年报</span><a href="nb/">更多&gt;&gt;</a></div><div class="bd">${link}</div></div>`, '公开年报'],
    [`<dl><dt>公开年报</dt><dd>${link}</dd></dl>`, '公开年报'],
    [`<ul><li><a href="nb/">公开年报</a><ul><li>${link}</li></ul></li></ul>`, '公开年报'],
    [`<h2>公开指南</h2><p>略</p><h2>公开年报</h2>${link}`, '公开年报'],
    [`<div><h3>公开指南</h3></div><div>${link}</div>`, '公开指南'],
    [`<div><div class="title">公开年报</div></div><div>${link}</div>`, '公开年报'],
    [
      `<table><tr><td class="title">公开年报</td><td><a href="nb/">更多</a></td></tr></table><table><tr><td>${link}</td></tr></table>`,
      '公开年报',
    ],
    [`<table><tr><td class="title">公开年报</td></tr></table><p>略</p><p>${link}</p>`, null],
    [`<table><tr><th>公开年报</th><td>${link}</td></tr></table>`, '公开年报'],
    [`<div><div><h3>公开指南</h3><p>一段话。</p><p>又一段话，比标题长得多，说明这里不是标题栏。</p></div>${link}</div>`, null],
    [`<ul class="title"><li><a href="a/">公开指南</a></li><li><a href="b/">公开年报</a></li></ul>${link}`, null],
  ])('%s', ([html, section]) => {
    expect(sectionOf(html)).toBe(section);
  });

  test('a heading is known with the address of its “more” link', () => {
    const { labels } = see('<div><h3>公开年报<span><a href="nb/">更多</a></span></h3><ul><li><a href="1.html">一</a></li></ul></div>');
    expect(labels).toContainEqual({ text: '公开年报', kind: 'heading', url: at('nb/') });
  });
});

describe('places', () => {
  const placeOf = (html: string, text = '公开指南') => anchors(html).find(anchor => anchor.text === text)?.place;
  const link = '<a href="x/">公开指南</a>';
  const organs = ['市发展改革委', '市教育局', '市财政局', '市统计局', '市信访局', '市水利局'];

  test.for<[html: string, place: Anchor['place']]>([
    [`<nav>${link}</nav>`, 'navigation'],
    [`<div class="mainNav"><ul><li>${link}</li></ul></div>`, 'navigation'],
    [`<div id="foot_box">${link}</div>`, 'footer'],
    [`<footer><nav>${link}</nav></footer>`, 'footer'],
    [`<div class="football">${link}</div>`, 'content'],
    [`<div class="yqlj">${link}</div>`, 'friend-links'],
    [`<div><h3>友情链接</h3><ul><li>${link}</li></ul></div>`, 'friend-links'],
    [`<div><h3>市直部门网站</h3><ul><li>${link}</li></ul></div>`, 'friend-links'],
    [`<h3>相关链接</h3><div>${link}</div><div class="footer"><a href="y/">网站地图</a></div>`, 'friend-links'],
    [`<ul>${organs.map(name => `<li><a href="javascript:;">${name}</a></li>`).join('')}<li>${link}</li></ul>`, 'friend-links'],
    [`<ul><li>${link}</li><li><a href="y/">公开年报</a></li></ul>`, 'content'],
  ])('%s', ([html, place]) => {
    expect(placeOf(html)).toBe(place);
  });

  test('the footer behind the friend links stays the footer', () => {
    expect(placeOf(`<h3>友情链接</h3><div>${link}</div><div class="footer"><a href="y/">网站地图</a></div>`, '网站地图')).toBe('footer');
  });

  test('a disclosure menu on several hosts is no list of friends', () => {
    const hosts = ['xxgk', 'ysq', 'czj', 'zfcg', 'tjj'];
    const names = ['公开指南', '依申请公开', '财政预决算', '政府采购', '统计数据'];
    const menu = hosts.map((host, i) => `<li><a href="http://${host}.minghu.gov.cn/">${names[i]}</a></li>`).join('');
    expect(anchors(`<ul>${menu}</ul>`).map(({ place }) => place)).toEqual(names.map(() => 'content'));
  });

  test('the budgets of all departments, each on its own host, are entries', () => {
    const rows = ['财政局', '教育局', '水利局', '林业局', '民政局', '司法局']
      .map((name, i) => `<li><a href="http://d${i}.minghu.gov.cn/1.html">明湖市${name}2026年部门预算公开</a></li>`)
      .join('');
    expect(anchors(`<ul>${rows}</ul>`).every(({ place }) => place !== 'friend-links')).toBe(true);
  });

  test.for<[html: string, place: Anchor['place']]>([
    ['<ul><li><a href="1">公开指南修订说明</a><span>2026-03-05</span></li></ul>', 'row'],
    ['<ul><li><span>[03-05]</span><a href="1">公开指南修订说明</a></li></ul>', 'row'],
    ['<table><tr><td>1</td><td><a href="1">公开指南修订说明</a></td><td>2026.03.05</td></tr></table>', 'row'],
    ['<ul><li><a href="1">公开指南修订说明</a></li></ul>', 'content'],
    ['<ul><li><a href="1">公开指南修订说明</a>（12）</li></ul>', 'content'],
  ])('%s', ([html, place]) => {
    expect(placeOf(html, '公开指南修订说明')).toBe(place);
  });
});

test("heads of boxes of other organs' sites are no labels of the page", () => {
  const box = '<dl><dt><a href="javascript:void(0)" class="tit">政府机构</a></dt><dd><a href="http://a.gov.cn/">某局</a></dd></dl>';
  expect(see(`<div class="friend_link">${box}</div>`).labels).toEqual([]);
  expect(see(`<div class="box">${box}</div>`).labels.map(({ text }) => text)).toContain('政府机构');
});

test('a link inside a sentence is told from a link in a list', () => {
  const sentence = '<p>根据《中华人民共和国政府信息公开条例》，请先阅读<a href="gkzn/">公开指南</a>，再提出申请。</p>';
  expect(see(sentence).anchors.map(({ inProse }) => inProse)).toEqual([true]);
  expect(see('<p>· <a href="gkzn/">公开指南</a></p>').anchors.map(({ inProse }) => inProse)).toEqual([false]);
});
