import { expect, test } from 'vitest';
import { cssReferences } from '../../src/artifacts/css-links.ts';

test.for([
  ['background:url(/a.png)', ['/a.png']],
  ['background: URL( "/a b.png" )', ['/a b.png']],
  ["background:url('/a.png'), url(b.png)", ['/a.png', 'b.png']],
  ['@import "a.css"; @import url(b.css);', ['a.css', 'b.css']],
  ["@IMPORT 'a.css' screen;", ['a.css']],
  ['/* url(/no.png) */ .a{background:url(/a.png)}', ['/a.png']],
  ['.a::after{content:"url(/no.png)"}', []],
  ['.a{fill:url(#gradient)}', []],
  ['.a{background:url()}', []],
  ['.a{background:url("")}', []],
  [String.raw`.a{background:url(a\(1\).png)}`, ['a(1).png']],
  [String.raw`.a{background:url("\2f a.png")}`, ['/a.png']],
  ['.a{background:url(a b.png)}', []],
  ['.a{background:url(/a.png', []],
  ['.a{background:url("/a.png)', []],
  ['/* never closed url(/no.png)', []],
  ['.curl(/no.png)', []],
  ['@font-face{src:url(f.eot?#iefix),url("f.woff") format("woff")}', ['f.eot?#iefix', 'f.woff']],
] as const)('%j', ([css, addresses]) => expect(cssReferences(css)).toEqual(addresses));

test('what never closes is read in linear time', () => {
  const started = performance.now();
  for (const piece of ['url(', '/*', 'url("', "@import '", 'url( ', '"', '\\', 'url(\\']) cssReferences(`url(${piece.repeat(200_000)}`);
  cssReferences(`url(${' '.repeat(400_000)}x`);
  expect(performance.now() - started).toBeLessThan(5000);
});
