import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { itemsOn, read } from './vocabulary.ts';

const box = (title: string) => `<ul><li><a href="1.html">${title}</a><span>2026-03-05</span></li></ul>`;
const two = `${box('明湖市林木采伐管理办法')}${box('关于王明远任职的通知')}`;

describe('names over as many boxes of links are tabs', () => {
  test.for<[why: string, html: string]>([
    ['in a bar with one box behind it', `<div class="hd"><ul><li>规范性文件</li><li>人事信息</li></ul></div><div class="bd">${two}</div>`],
    ['with the boxes beside the bar', `<div><ul class="x1"><li id="p1">规范性文件</li><li id="p2">人事信息</li></ul>${two}</div>`],
    [
      'with “more” among the names, and boxes out of sight',
      `<div><span class="on">规范性文件</span><span>人事信息</span><a href="gfxwj/">更多&gt;&gt;</a></div><div>${two.replace(/<ul>(?=[^<]*<li><a href="1.html">关于)/, '<ul style="display:none">')}</div>`,
    ],
    [
      'in boxes of pictures',
      `<div><div>规范性文件</div><div>人事信息</div></div><section>${two.replaceAll('ul>', 'div>').replaceAll('li>', 'p>')}</section>`,
    ],
  ])('%s', ([, html]) => {
    expect(itemsOn(html)).toEqual(['normative_docs', 'personnel']);
    expect(read(html).concealed).toEqual([]);
  });

  test.for<[why: string, html: string]>([
    ['one box for two names', `<ul><li>规范性文件</li><li>人事信息</li></ul><div>${box('明湖市林木采伐管理办法')}</div>`],
    ['no box', '<div><span>规范性文件</span><span>人事信息</span></div><p>本页面正在建设。</p>'],
    ['sentences', `<ul><li>规范性文件。</li><li>人事信息，包括任免。</li></ul>${two}`],
    ['words around them', `<div>本页包括<span>规范性文件</span>和<span>人事信息</span></div><div>${two}</div>`],
    ['choices of a form', `<form><div><span>规范性文件</span><span>人事信息</span><input name="q"></div></form><p>请输入标题。</p>`],
  ])('not with %s', ([, html]) => {
    expect(itemsOn(html)).toEqual([]);
  });
});

describe('a menu of names that are no links', () => {
  const menu = '<ul class="side"><li>信息公开制度</li><li><i class="icon"></i>信息公开指南</li><li>依申请公开</li></ul>';
  const named = (html: string) => read(html).concealed.map(({ text, why }) => `${why} ${text}`);

  test('opens nothing that is seen', () => {
    expect(itemsOn(menu)).toEqual([]);
    expect(named(menu)).toEqual(['unlinked 信息公开制度', 'unlinked 信息公开指南', 'unlinked 依申请公开']);
  });

  test.for<[why: string, html: string, left: readonly string[]]>([
    ['one of them is a link elsewhere', `${menu}<a href="gkzn/">政府信息公开指南</a>`, ['unlinked 信息公开制度', 'unlinked 依申请公开']],
    ['all are links', menu.replace(/<li>(?:<i[^>]*><\/i>)?([^<]+)<\/li>/g, '<li><a href="x/">$1</a></li>'), []],
    ['they are steps of the way to the page', '<ul><li><a href="/">首页</a></li><li>政务公开</li><li>依申请公开</li></ul>', []],
    ['they are points of a text', '<ul><li>机构职能、联系方式；</li><li>依申请公开的办理情况；</li><li>收费标准。</li></ul>', []],
    ['they stand among friend links', `<div class="friendlink"><h3>友情链接</h3>${menu}</div>`, []],
    ['they are cells of a table', '<table><tr><td>依申请公开</td><td>信息公开指南</td><td>信息公开制度</td></tr></table>', []],
  ])('not where %s', ([, html, left]) => {
    expect(named(html)).toEqual(left);
  });
});

describe('a button that only a script can open', () => {
  test.for<[html: string, items: readonly string[]]>([
    ['<div onclick="toPage(3)"><img src="3.png"><p>依申请公开</p></div>', ['request_channel']],
    ['<li onclick="openColumn(this)"><i class="icon"></i>规范性文件</li>', ['normative_docs']],
    ['<div><img src="3.png"><p>依申请公开</p></div>', []],
    ['<div onclick="closeBox()"><p>依申请公开功能正在升级，请稍后再试。</p></div>', []],
  ])('%s', ([html, items]) => {
    expect(itemsOn(html)).toEqual(items);
  });
});

test('no arrangement of names, boxes and links makes it throw', () => {
  const piece = fc.constantFrom(
    '<ul>',
    '</ul>',
    '<li>',
    '</li>',
    '<div>',
    '</div>',
    '人事信息',
    '规范性文件',
    '<a href="1">更多</a>',
    '<span>',
    '</span>',
    ' ',
  );
  fc.assert(fc.property(fc.array(piece, { maxLength: 60 }), pieces => void read(pieces.join(''))));
});
