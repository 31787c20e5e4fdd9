import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { read } from './vocabulary.ts';

const tag = fc.constantFrom(
  'div',
  'a',
  'ul',
  'li',
  'table',
  'tr',
  'td',
  'h3',
  'select',
  'option',
  'script',
  'iframe',
  'map',
  'area',
  'img',
  'p',
  'b',
  'frameset',
  'frame',
  'template',
  'svg',
);
const attribute = fc.constantFrom(
  '',
  ' href="gkzn/"',
  ' href="javascript:void(0"',
  ' class="footer"',
  ' class="title"',
  ' onclick="location.href=\'"',
  ' value="/a"',
  ' title="公开指南"',
  ' alt',
  ' id=_jiucuo_',
  ' src=":"',
);
const text = fc.constantFrom(
  '',
  '公开指南',
  '更多>>',
  '2026-03-05',
  '当前位置：',
  '友情链接',
  '“三公”经费',
  '\u0000',
  '&#x110000;',
  '<',
  '<!--',
  ']]>',
);
const piece = fc.oneof(
  fc.tuple(tag, attribute, text).map(([name, attributes, words]) => `<${name}${attributes}>${words}`),
  tag.map(name => `</${name}>`),
  text,
);

describe('never throws', () => {
  test('on broken markup', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), pieces => void read(pieces.join(''))),
      { numRuns: 300 },
    );
  });

  test('on anything at all', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), html => void read(html)));
  });

  test('on an empty page', () => {
    expect(read('')).toMatchObject({ text: '', rows: [], items: {}, umbrellas: [] });
  });

  test.for(['', 'about:blank', 'file:///srv/page.html', 'http://lyj.minghu.gov.cn/?a=%E0%A4%A'])('at the address %j', url => {
    expect(read('<a href="gkzn/">公开指南</a>', url).items.guide).toHaveLength(1);
  });
});

describe('hostile pages end in good time', () => {
  test.for<[name: string, html: string]>([
    ['50,000 boxes inside each other', `${'<div>'.repeat(50_000)}<a href="gkzn/">公开指南</a>`],
    ['50,000 links inside each other', '<a href="x">公'.repeat(50_000)],
    ['50,000 links in one line', `<p>${'<a href="x"><img></a>'.repeat(50_000)}</p>`],
    ['50,000 unclosed tags', '<a id="'.repeat(50_000)],
    ['50,000 unclosed comments', '<!--'.repeat(50_000)],
    ['one word of a million letters', `<p>${'公'.repeat(1_000_000)}</p>`],
    ['a million brackets', `<script>${'{['.repeat(500_000)}</script>`],
  ])('%s', ([, html]) => {
    const started = performance.now();
    read(html);
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  test('what lies deeper than any real page is still seen', () => {
    expect(read(`${'<div>'.repeat(1000)}<a href="gkzn/">公开<b>指南</b></a>`).items.guide).toHaveLength(1);
  });
});

test('passes on what it was told and what the other recognisers saw', () => {
  const html = `<html><head><title>通知公告_明湖市林业局</title></head><body>
    <ul>${[5, 4, 3].map(day => `<li><a href="${day}.html">关于造林的第${day}号公告</a><span>2026-03-0${day}</span></li>`).join('')}</ul>
    <div class="footer">主办：明湖市林业局 明ICP备00000000号</div></body></html>`;
  expect(read(html)).toMatchObject({
    url: 'http://lyj.minghu.gov.cn/zwgk/index.html',
    encoding: 'utf-8',
    title: '通知公告_明湖市林业局',
    kind: 'list',
    newestItemOn: '2026-03-05',
    challenge: null,
    emptyBecause: null,
  });
});

test('the same page gives the same reading', () => {
  const html = '<h3>政府信息公开</h3><a href="a/">指南</a><a href="b/">年报</a>';
  expect(read(html)).toEqual(read(html));
});
