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
  ["<script>if (/Mobile/.test(navigator.userAgent)) location.href='/m/';</script>", null],
  ["<script>isMobile() ? location.href='/m/' : 0;</script>", null],
  ["<script>document.body.onclick = function(){ location.href='/search/' }</script>", null],
  [`<script>function go(){ location.href='/search/' }${' '.repeat(300)}</script>`, null],
  ['<meta http-equiv="refresh" content="300">', null],
  ['<meta http-equiv="refresh" content="300;url=index.html">', null],
  ['<meta http-equiv="refresh" content="0;url=javascript:void(0)">', null],
  ['<meta name="refresh" content="0;url=/index/">', null],
  ['<!-- <meta http-equiv="refresh" content="0;url=/index/"> -->', null],
] as const)('%s', ([html, target]) => {
  expect(refreshTo(loadDom(`<html><head>${html}</head><body></body></html>`), page)).toBe(target);
});
