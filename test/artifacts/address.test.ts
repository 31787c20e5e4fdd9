import { expect, test } from 'vitest';
import { baseOf, resolve } from '../../src/artifacts/address.ts';
import { loadDom } from '../../src/artifacts/dom.ts';
import { addressInScript } from '../../src/artifacts/script-address.ts';

const base = 'http://www.minghu.gov.cn/zwgk/index.html';

test.for<[href: string, url: string | null]>([
  ['gkzn/', 'http://www.minghu.gov.cn/zwgk/gkzn/'],
  ['/gkml?id=1&amp=2', 'http://www.minghu.gov.cn/gkml?id=1&amp=2'],
  ['  ../nb/\n index.html ', 'http://www.minghu.gov.cn/nb/%20index.html'],
  ['list.html#top', 'http://www.minghu.gov.cn/zwgk/list.html'],
  ['#/zwgk/budget', 'http://www.minghu.gov.cn/zwgk/index.html#/zwgk/budget'],
  ['https://czj.minghu.gov.cn/#/list?id=3', 'https://czj.minghu.gov.cn/#/list?id=3'],
  ['//xxgk.minghu.gov.cn/a', 'http://xxgk.minghu.gov.cn/a'],
  ["javascript:window.open('/ysqgk/')", 'http://www.minghu.gov.cn/ysqgk/'],
  ["javascript:location.href='../nb/'", 'http://www.minghu.gov.cn/nb/'],
  ['', null],
  ['#', null],
  ['#top', null],
  ['javascript:;', null],
  ['javascript:void(0)', null],
  ['JavaScript:alert(1)', null],
  ['mailto:bgs@minghu.gov.cn', null],
  ['tel:12345', null],
  ['ftp://minghu.gov.cn/a', null],
  ['http://', null],
])('%j leads to %j', ([href, url]) => {
  expect(resolve(href, base)).toBe(url);
});

test.for<[script: string, address: string | null]>([
  ["location.href='/gkzn/'", '/gkzn/'],
  ['window.location = "gkml.html";', 'gkml.html'],
  ["window.open('http://czj.minghu.gov.cn/yjs/','_blank')", 'http://czj.minghu.gov.cn/yjs/'],
  ["location.replace('/a')", '/a'],
  ["openUrl('/b/')", '/b/'],
  ["window.open('/a/'+'b.html')", '/a/b.html'],
  ["window.open('/a/'+id)", null],
  ["window.open('/jc.php?url='+location.href)", '/jc.php?url='],
  ["openWin('gkzn.html',600)", 'gkzn.html'],
  ["view(this,'/gkzn/')", '/gkzn/'],
  ["location == 'a.html'", null],
  ["setHomePage('http://www.minghu.gov.cn/')", null],
  ["img.src.replace('/a.html')", null],
  ["location.href=\\'/a/\\'", null],
  ["showTab('gkzn')", null],
  ['openToolbar();', null],
  ["alert('尚未开通')", null],
])('the address in %j is %j', ([script, address]) => {
  expect(addressInScript(script)).toBe(address);
});

test('a base element counts', () => {
  expect(baseOf(loadDom('<head><base href="/zwgk/2026/"></head>'), 'http://www.minghu.gov.cn/a/b.html')).toBe(
    'http://www.minghu.gov.cn/zwgk/2026/',
  );
  expect(baseOf(loadDom('<head><base target="_blank"></head>'), base)).toBe(base);
  expect(baseOf(loadDom('<head><base target="_blank"><base href="/a/"><base href="/b/"></head>'), base)).toBe(
    'http://www.minghu.gov.cn/a/',
  );
  expect(baseOf(loadDom('<head><base href=""><base href="/b/"></head>'), base)).toBe(base);
  expect(baseOf(loadDom('<head><base href="javascript:alert(1)"></head>'), base)).toBe(base);
  expect(baseOf(loadDom('<!-- <base href="/a/"> -->'), base)).toBe(base);
});

test.for<[href: string, encoding: string, url: string]>([
  ['list.asp?lm=指南', 'gbk', 'http://www.minghu.gov.cn/zwgk/list.asp?lm=%D6%B8%C4%CF'],
  ['list.asp?lm=指南', 'utf-8', 'http://www.minghu.gov.cn/zwgk/list.asp?lm=%E6%8C%87%E5%8D%97'],
  ['/指南/?a=1', 'gb18030', 'http://www.minghu.gov.cn/%E6%8C%87%E5%8D%97/?a=1'],
  ["javascript:window.open('/a.asp?lm=指南')", 'gbk', 'http://www.minghu.gov.cn/a.asp?lm=%D6%B8%C4%CF'],
])('%s on a page in %s', ([href, encoding, url]) => {
  expect(resolve(href, base, encoding)).toBe(url);
});
