import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scriptMenus } from '../../src/artifacts/script-menus.ts';

const base = 'http://www.minghu.gov.cn/zwgk/';
const menu = (script: string) => scriptMenus([script], base).map(({ text, url }) => [text, url]);

test.for<[name: string, script: string, text: string, url: string | null]>([
  ['WebFX tree', "var a = new WebFXTreeItem('公开指南','gkzn/index.html');", '公开指南', `${base}gkzn/index.html`],
  ['WebFX branch without address', "var a = new WebFXTree('公开目录');", '公开目录', null],
  ['dTree', "d.add(3,0,'公开指南','/gkzn/','','main');", '公开指南', 'http://www.minghu.gov.cn/gkzn/'],
  ['Treeview', "insDoc(aux1, gLnk('R', '公开指南', 'gkzn.html'))", '公开指南', `${base}gkzn.html`],
  ['pairs', 'var menus=[{"id":7,"name":"公开指南","url":"/gkzn/"}];', '公开指南', 'http://www.minghu.gov.cn/gkzn/'],
  ['pairs, address first', "[{href: 'gkzn/', open: true, title: '公开指南'}]", '公开指南', `${base}gkzn/`],
  ['escaped', '[{"name":"\\u516c\\u5f00\\u6307\\u5357","url":"\\/gkzn\\/"}]', '公开指南', 'http://www.minghu.gov.cn/gkzn/'],
  ['document.write', `document.write('<li><a href="gkzn/" target=_blank>公开指南</a></li>');`, '公开指南', `${base}gkzn/`],
])('%s', ([, script, text, url]) => {
  expect(menu(script)).toEqual([[text, url]]);
});

test.for([
  'var template = \'<a href="{{url}}">公开指南</a>\';',
  "if (name == '公开指南') { alert('请选择依申请公开'); }",
  "var tips = { name: '公开指南' };",
  "$('#menu').text('公开指南');",
  '{"name":"公开指南说明文字，长得不像一个菜单，而像一段提示用户怎样填写申请表的话，所以不是菜单","url":"/a"}',
  "list.add('gkzn', 'gkml');",
])('no menu: %s', script => {
  expect(menu(script)).toEqual([]);
});

test('an entry named twice is one entry', () => {
  const entry = '{"name":"公开指南","url":"/gkzn/"}';
  expect(menu(`[${entry},${entry}]`)).toHaveLength(1);
});

test('never throws, and does not drown in hostile scripts', () => {
  const part = fc.constantFrom(
    '{',
    '}',
    "'",
    '"',
    '\\',
    '\n',
    'name:',
    'url:',
    'new WebFXTree(',
    'd.add(',
    'document.write(',
    '公开指南',
    ',',
  );
  fc.assert(fc.property(fc.array(part, { maxLength: 60 }), parts => void menu(parts.join(''))));
  const started = performance.now();
  for (const piece of ["new WebFXTree('", "document.write('", '{name:"', "d.add('"]) menu(piece.repeat(20_000));
  expect(performance.now() - started).toBeLessThan(10_000);
});
