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
  ['parent with children', '[{name:"公开指南",url:"gkzn/",children:[{id:1}]}]', '公开指南', `${base}gkzn/`],
  ['list of lists', "var menu=[['公开指南','gkzn/index.html']];", '公开指南', `${base}gkzn/index.html`],
  ['new Array', "m[0]=new Array('公开指南','gkzn.html');", '公开指南', `${base}gkzn.html`],
  ['JSON', '{"data":{"nav":[{"title":"公开指南","link":"/gkzn/"}]}}', '公开指南', 'http://www.minghu.gov.cn/gkzn/'],
  ['state of a front end', 'window.__INITIAL_STATE__={menus:[{menuName:"公开指南",menuUrl:"#/gkzn"}]};', '公开指南', `${base}#/gkzn`],
  ['dTree that calls', `d.add(3,0,'公开指南',"javascript:openUrl('/gkzn/')");`, '公开指南', 'http://www.minghu.gov.cn/gkzn/'],
  [
    'zTree whose script shows the address',
    "var zNodes=[{id:12,pId:0,name:'公开指南'}];function go(e,i,node){window.open('/col/col'+node.id+'/index.html')}",
    '公开指南',
    'http://www.minghu.gov.cn/col/col12/index.html',
  ],
  [
    'zTree, template in markup',
    "var zNodes=[{id:12,pId:0,name:'公开指南'}];html+='<a href=\"/col/col'+n.id+'/\">'+n.name+'</a>'",
    '公开指南',
    'http://www.minghu.gov.cn/col/col12/',
  ],
  ['zTree that shows none', "var zNodes=[{id:12,pId:0,name:'公开指南'}];", '公开指南', null],
  ['zTree that shows two', "var z=[{id:12,pId:0,name:'公开指南'}];open('/a/'+n.id+'.html');open('/b/'+n.id+'.html')", '公开指南', null],
  [
    'write in pieces',
    `document.write('<a href="gkzn/">');document.write('公开' + "指南");document.write('</a>');`,
    '公开指南',
    `${base}gkzn/`,
  ],
  [
    'write with a constant',
    `var root='/zwgk';document.write('<a href="'+root+'/gkzn/">公开指南</a>');`,
    '公开指南',
    'http://www.minghu.gov.cn/zwgk/gkzn/',
  ],
  ['write with what is not known', `document.write('<a href="'+root()+'/gkzn/">公开指南</a>');`, '公开指南', null],
  ['innerHTML', "document.getElementById('m').innerHTML='<a href=\"gkzn/\">公开指南</a>';", '公开指南', `${base}gkzn/`],
  ['template literal', '$("#m").html(`<a href="gkzn/">公开指南</a>`)', '公开指南', `${base}gkzn/`],
  ['behind a comment and a pattern', `s=s.replace(/["']/g,''); /* ' */ d.add(1,0,'公开指南','gkzn/');`, '公开指南', `${base}gkzn/`],
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
  "// d.add(3,0,'公开指南','/gkzn/');",
  '/* var menus=[{"name":"公开指南","url":"/gkzn/"}]; */',
  "var slides=[['公开指南','/images/1.jpg']];",
  `var html='<a href="'+item.url+'">'+item.title+'公开指南</a>'; list.innerHTML='<a href="/a">'+item.title+'</a>';`,
])('no menu: %s', script => {
  expect(menu(script)).toEqual([]);
});

test('an entry with a day is an entry of a list, not a menu', () => {
  const places = (script: string) => scriptMenus([script], base).map(({ place }) => place);
  expect(places('[{"title":"公开指南修订","url":"/1.html","date":"2026-03-05"}]')).toEqual(['row']);
  expect(places('[{"title":"公开指南","url":"/gkzn/"}]')).toEqual(['navigation']);
});

test('a branch names the section of its entries', () => {
  const [, entry] = scriptMenus(['[{name:"公开年报",url:"/nb/",children:[{name:"二〇二五年",url:"/nb/1.html"}]}]'], base);
  expect(entry?.section).toBe('公开年报');
});

test('a frame that a script writes is a frame', () => {
  expect(scriptMenus(['document.write(\'<iframe src="menu.html"></iframe>\');//公开'], base)).toMatchObject([
    { where: 'frame', url: `${base}menu.html` },
  ]);
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
    '`',
    '${',
    '/',
    '/*',
    '//',
    '[',
    ']',
    ')',
    '+',
    '<a href=',
    '</a>',
    'a.b',
    "='x'",
  );
  fc.assert(fc.property(fc.array(part, { maxLength: 60 }), parts => void menu(parts.join(''))));
  const started = performance.now();
  for (const piece of [
    '{',
    '[',
    '(',
    '`',
    '/a',
    "'a'+",
    'a.',
    '{a:',
    "['公',",
    "html+='<a href=x>'+",
    "new WebFXTree('",
    "document.write('",
    '{name:"',
    "d.add('",
  ])
    menu(piece.repeat(20_000));
  expect(performance.now() - started).toBeLessThan(10_000);
});
