import { expect, test } from 'vitest';
import { addressInScript, baseOf, resolve } from '../../src/artifacts/address.ts';
import { loadDom } from '../../src/artifacts/dom.ts';

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
});
