import { expect, test } from 'vitest';
import { read } from './vocabulary.ts';

const page = (middle: string) =>
  `<html><head><title>机构职能_明湖市林业局</title></head><body><script src="/js/top.js"></script><div>明湖市林业局</div>
<h1>机构职能</h1><div id="zoom">${middle}</div><div class="footer">主办：明湖市林业局 <script src="/js/foot.js"></script></div></body></html>`;
const kindsOn = (html: string) => read(html).fillings.map(({ kind }) => kind);

test.for([
  ['nothing', '', []],
  ['a picture of the text', '<img src="/scan.jpg">', ['picture']],
  ['a bullet', '<img src="/dot.gif" width="6">', []],
  ['a picture that is a link', '<a href="/a.html"><img src="/a.gif"></a>', []],
  ['an embedded file', '<embed src="/a.pdf">', ['file']],
  ['a form', '<form><input name="xm"><textarea name="nr"></textarea></form>', ['field', 'field']],
  ['the search of the site', '<form><input name="keyword"><input type="submit" value="搜索"></form>', []],
  ['a script that loads a list', '<script src="/js/list.js"></script>', ['script']],
  ['an inline script that writes', '<script>document.write(content)</script>', ['script']],
  ['an inline script that asks the server', '<script>var share=1;fetch("/api/list")</script>', ['script']],
  ['a script that declares a function', '<script>function show(n){n.style.display="block"}</script>', []],
  ['the button for errors', '<script id="_jiucuo_" src="http://pucha.kaipuyun.cn/exposure/jiucuo.js"></script>', []],
  ['entries as data', '<script type="application/json">[]</script>', ['script']],
] as const)('%s', ([, middle, kinds]) => expect(kindsOn(page(middle))).toEqual(kinds));

test('a page that never says its name may be filled by any of its scripts', () =>
  expect(kindsOn('<html><body><script src="/js/all.js"></script><p>欢迎</p></body></html>')).toEqual(['script']));
