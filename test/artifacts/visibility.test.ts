import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seePage } from '../../src/artifacts/anchors.ts';
import { loadDom } from '../../src/artifacts/dom.ts';
import { readMainText } from '../../src/artifacts/main-text.ts';
import { readRows } from '../../src/artifacts/rows.ts';
import type { Anchor } from '../../src/model/page-reading.ts';
import { itemsOn } from './vocabulary.ts';

const url = 'http://lyj.minghu.gov.cn/zwgk/index.html';
const rest = `<div class="list">${Array.from({ length: 8 }, (_, i) => `<p><a href="${i}.html">明湖市林业局工作动态之${i}</a></p>`).join('')}</div>`;
const link = '<a href="gkzn/">公开指南</a>';
const visibilityOf = (html: string): Anchor['visibility'] | undefined =>
  seePage(loadDom(`<body>${html}${rest}</body>`), url).anchors.find(({ anchor }) => anchor.text === '公开指南')?.anchor.visibility;
const unknown = '<script src="/js/common.js"></script>';
const spam = ['a', 'b', 'c', 'd', 'e', 'f'].map(name => `<a href="http://www.${name}-example.com/">公开指南</a>`).join('');

describe('nobody gets to see it', () => {
  test.for([
    `<div style="display:none">${link}</div>`,
    `<div style="DISPLAY : none !important;">${link}</div>`,
    `<div style="visibility:hidden">${link}</div>`,
    `<div hidden>${link}</div>`,
    `<div style="display:none"><div><p>${link}</p></div></div>`,
    `<a href="gkzn/" style="display:none">公开指南</a>`,
    `<div style="position:absolute;left:-9999px">${link}</div>`,
    `<div style="position: fixed; top:-1000px">${link}</div>`,
    `<div style="height:0;overflow:hidden">${link}</div>`,
    `<marquee width="1" height="1">${link}</marquee>`,
    `<style>.gone{display:none}</style><div class="gone">${link}</div>`,
    `<style>#x9 .old{color:red;display:none}</style><div id="x9"><div class="old">${link}</div></div>`,
    `<div id="q7">${link}</div><script>document.getElementById("q7").style.display="none";</script>`,
    `<ul><li><a href="a/">政策文件</a></li><li><a href="b/">通知公告</a></li><li style="display:none">${link}</li></ul>`,
    `<ul class="nav"><li><a href="a/">政策文件</a></li><li><a href="b/">通知公告</a></li><li style="display:none">${link}</li></ul>`,
    `${unknown}<div id="q7" style="position:absolute;left:-9999px">${spam}</div>`,
    `${unknown}<div class="hide" style="display:none">${link}</div>`,
  ])('%s', html => {
    expect(visibilityOf(html)).toBe('hidden');
  });
});

describe('a reader opens it', () => {
  test.for([
    `<ul class="nav"><li><a href="a/">政务公开</a><ul style="display:none"><li>${link}</li></ul></li></ul>`,
    `<div class="box"><ul><li>一</li></ul><ul style="display:none"><li>${link}</li></ul></div>`,
    `<div class="tabCon" style="display:none">${link}</div>`,
    `<div><h3>政策|公开</h3><div><ul><li>一</li></ul></div><div style="display:none"><ul><li>${link}</li></ul></div></div>`,
    `<div id="con_one_1">一</div><div id="con_one_2" style="display:none">${link}</div>`,
    `<b onclick="show('more7')">展开</b><div id="more7" style="display:none">${link}</div>`,
    `<style>.sub{display:none} .item:hover .sub{display:block}</style><div class="item"><div class="sub">${link}</div></div>`,
    `<style>.pane{display:none} .pane.on{display:block}</style><div class="pane">${link}</div>`,
    `<style>li ul{position:absolute;left:-999em} li:hover ul{left:auto}</style><ul><li>政务公开<ul><li>${link}</li></ul></li></ul>`,
    `<div id="q7" style="display:none">${link}</div><script>$('#q7').show();</script>`,
    `${unknown}<div id="q7" style="display:none">${link}</div>`,
    `<dl><dt>政务公开</dt><dd style="display:none">${link}</dd></dl>`,
    `<ul>${Array.from({ length: 6 }, (_, i) => `<li style="display:none">图${i}</li>`).join('')}<li style="display:none">${link}</li></ul>`,
  ])('%s', html => {
    expect(visibilityOf(html)).toBe('menu');
  });
});

describe('it is in sight', () => {
  test.for([
    `<div>${link}</div>`,
    `<div aria-hidden="true">${link}</div>`,
    `<div style="text-indent:-9999px">${link}</div>`,
    `<div style="opacity:0">${link}</div>`,
    `<div style="margin-left:-10px">${link}</div>`,
    `<style>@media print{.box{display:none}} @media (max-width:600px){.box{display:none}}</style><div class="box">${link}</div>`,
    `<style>.other{display:none} .box .inner{display:none}</style><div class="box">${link}</div>`,
    `<style>.box{display:none}</style><div class="box" style="display:block">${link}</div>`,
    `<style>/* .box{display:none} */</style><div class="box">${link}</div>`,
    `<style>.box:empty{display:none}</style><div class="box">${link}</div>`,
    `<style>[v-cloak]{display:none}</style><div v-cloak>${link}</div>`,
    `<div class="siteHeader" style="display:none">${link}</div><script>show()</script>`,
    `<div class="siteHeader" style="display:none"><a href="old/">旧版</a></div><div class="siteHeader" style="display:none">${link}</div>`,
  ])('%s', html => {
    expect(visibilityOf(html)).toBe('shown');
  });

  test('what is most of the page is shown by something', () => {
    expect(seePage(loadDom(`<body><div style="display:none">${rest}${link}</div></body>`), url).anchors.at(-1)?.anchor.visibility).toBe(
      'shown',
    );
    expect(seePage(loadDom(`<body style="display:none">${link}${rest}</body>`), url).anchors[0]?.anchor.visibility).toBe('shown');
  });
});

test('items, text and rows are not seen in hidden blocks, but in tab panes they are', () => {
  const entry = '<ul><li><a href="1.html">明湖市林业局造林通知</a><span>2026-03-05</span></li></ul>';
  const hidden = `<div style="display:none"><a href="/gkzn/">政府信息公开指南</a>${entry}</div>${rest}`;
  const pane = `<div class="tab"><ul><li>一</li></ul><ul style="display:none"><li><a href="/gkzn/">政府信息公开指南</a></li></ul></div><div class="tabCon" style="display:none">${entry}</div>${rest}`;
  expect(itemsOn(hidden)).not.toContain('guide');
  expect(itemsOn(pane)).toContain('guide');
  expect(readRows(loadDom(hidden), url)).toEqual([]);
  expect(readRows(loadDom(pane), url).map(({ date }) => date)).toEqual(['2026-03-05']);
  expect(readMainText(loadDom(`<body>${hidden}</body>`)).text).not.toContain('造林');
  expect(readMainText(loadDom(`<body>${pane}</body>`)).text).toContain('造林');
});

test('no style sheet and no nesting makes it throw or keeps it busy', () => {
  const css = fc.constantFrom(
    '.a',
    '#b',
    'div',
    '{',
    '}',
    'display:none',
    'left:-9999px;position:absolute',
    ',',
    ' ',
    '>',
    ':hover',
    '@media x',
    '/*',
    '*/',
    ';',
    '[c]',
  );
  const tag = fc.constantFrom(
    '<div class="a">',
    '<p id=b hidden>',
    '<ul style="display:none">',
    '</div>',
    '</ul>',
    '<li>',
    '公开',
    '<a href=x>',
    '<script>',
    '</script>',
  );
  fc.assert(
    fc.property(fc.array(css, { maxLength: 40 }), fc.array(tag, { maxLength: 40 }), (sheet, body) => {
      seePage(loadDom(`<style>${sheet.join('')}</style>${body.join('')}`), url);
    }),
  );
  const started = performance.now();
  for (const piece of ['<div hidden>', '<p style="display:none">公开</p>', '<style>.a{display:none}</style><i class=a>', '<li hidden>'])
    seePage(loadDom(piece.repeat(10_000)), url);
  loadDom(`<style>${'x i{display:none}'.repeat(5000)}</style>${'<i>公</i>'.repeat(10_000)}`);
  expect(performance.now() - started).toBeLessThan(20_000);
});

test.for([
  ['for paper', `<style media="print">.gk{display:none}</style><div class="gk">${link}</div>`, 'shown'],
  ['for narrow windows', `<style media="screen and (max-width:800px)">.gk{display:none}</style><div class="gk">${link}</div>`, 'shown'],
  ['switched off', `<style disabled>.gk{display:none}</style><div class="gk">${link}</div>`, 'shown'],
  ['for the screen', `<style media="screen">.gk{display:none}</style><div class="gk">${link}</div>`, 'hidden'],
  [
    'hidden at first, shown in wide windows',
    `<style>.gk{display:none}@media (min-width:800px){.gk{display:block}}</style><div class="gk">${link}</div>`,
    'menu',
  ],
  [
    'hidden at first, shown in narrow ones',
    `<style>.gk{display:none}@media (max-width:800px){.gk{display:block}}</style><div class="gk">${link}</div>`,
    'hidden',
  ],
] as const)('a style sheet %s', ([, html, visibility]) => {
  expect(visibilityOf(html)).toBe(visibility);
});
