import { expect, test } from 'vitest';
import { loadDom } from '../../src/artifacts/dom.ts';
import { refreshTo } from '../../src/artifacts/refresh-to.ts';

const page = 'http://jyj.minghu.gov.cn/a/index.html';

test.for([
  ['<meta http-equiv="refresh" content="0;url=/index/">', 'http://jyj.minghu.gov.cn/index/'],
  ['<META HTTP-EQUIV=" Refresh " CONTENT="5; URL=http://new.minghu.gov.cn/">', 'http://new.minghu.gov.cn/'],
  ['<base href="http://b.minghu.gov.cn/x/"><meta http-equiv="refresh" content="0;url=y.html">', 'http://b.minghu.gov.cn/x/y.html'],
  ["<script>setTimeout(function(){ window.location.href='http://new.minghu.gov.cn' }, 1000);</script>", 'http://new.minghu.gov.cn/'],
  ["<script>location.replace('/portal/index.html')</script>", 'http://jyj.minghu.gov.cn/portal/index.html'],
  ["<script>window.open('main.html','_self')</script>", 'http://jyj.minghu.gov.cn/a/main.html'],
  ["<script>var url='/web/index.html'; window.location.href=url;</script>", 'http://jyj.minghu.gov.cn/web/index.html'],
  ['<script>var u="/lyj/"; location.replace(u)</script>', 'http://jyj.minghu.gov.cn/lyj/'],
  ['<script>window.location.href="http://"+location.host+"/zw/";</script>', 'http://jyj.minghu.gov.cn/zw/'],
  [`<script>document.write('<meta http-equiv="refresh" content="0;url=./dwzn/">')</script>`, 'http://jyj.minghu.gov.cn/a/dwzn/'],
  [
    "<script>if(/Android|iPhone/.test(navigator.userAgent)){location.href='/m/'}else{location.href='/pc/'}</script>",
    'http://jyj.minghu.gov.cn/pc/',
  ],
  ["<script>if(logged){location.href='/in/'}else{location.href='/out/'}</script>", null],
  ['<script>window.location.href=window.location.href+"index.html"</script>', null],
  ['<script>var url=build(); window.location.href=url;</script>', null],
  ['<noscript><meta http-equiv="refresh" content="0;url=/nojs.html"></noscript>', null],
  ["<script>if (/Mobile/.test(navigator.userAgent)) location.href='/m/';</script>", null],
  ["<script>isMobile() ? location.href='/m/' : 0;</script>", null],
  ["<script>document.body.onclick = function(){ location.href='/search/' }</script>", null],
  [`<script>function go(){ location.href='/search/' }${' '.repeat(300)}</script>`, null],
  ["<script>function go(){ location.href='/search/' }</script>", null],
  ["<script>function go(){ location.href='/in/' } go();</script>", 'http://jyj.minghu.gov.cn/in/'],
  ['<meta http-equiv="refresh" content="300">', null],
  ['<meta http-equiv="refresh" content="300;url=index.html">', null],
  ['<meta http-equiv="refresh" content="0;url=javascript:void(0)">', null],
  ['<meta name="refresh" content="0;url=/index/">', null],
  ['<!-- <meta http-equiv="refresh" content="0;url=/index/"> -->', null],
] as const)('%s', ([html, target]) => {
  expect(refreshTo(loadDom(`<html><head>${html}</head><body></body></html>`), page)).toBe(target);
});

test('what the body does when it is loaded', () => {
  const html = `<html><body onload="javascript:window.location='/home.html'"></body></html>`;
  expect(refreshTo(loadDom(html), page)).toBe('http://jyj.minghu.gov.cn/home.html');
  expect(refreshTo(loadDom('<html><body onload="init()"></body></html>'), page)).toBeNull();
});
