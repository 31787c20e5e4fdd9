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

  test('the words beside a picture belong to it only when no other link claims them', () => {
    expect(first('<div><a href="a/"><img src="1.jpg"></a><a href="b/">公开指南</a></div>').text).toBe('');
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

test('a link inside a sentence is told from a link in a list', () => {
  const sentence = '<p>根据《中华人民共和国政府信息公开条例》，请先阅读<a href="gkzn/">公开指南</a>，再提出申请。</p>';
  expect(see(sentence).anchors.map(({ inProse }) => inProse)).toEqual([true]);
  expect(see('<p>· <a href="gkzn/">公开指南</a></p>').anchors.map(({ inProse }) => inProse)).toEqual([false]);
});
