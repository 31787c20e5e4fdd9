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
  ['@namespace url(http://www.w3.org/1999/xhtml); .a{background:url(/a.png)}', ['/a.png']],
  ['@namespace svg "http://www.w3.org/2000/svg";', []],
  ['@-moz-document url("http://b.test/") { .a{background:url(/a.png)} }', ['/a.png']],
  ['@document url-prefix(""){}', []],
  ['.a{background:url(/1) no-repeat, url(/2)}.b{cursor:url(/3.cur), pointer}', ['/1', '/2', '/3.cur']],
  ['.a{background-image:cross-fade(20% url(a.png), url(b.png))}', ['a.png', 'b.png']],
  ['.a{background:image-set(url(a.png) 1x, url("b.png") 2x)}', ['a.png', 'b.png']],
  ['.a{mask-image:url("m.svg#m1");filter:url("#blur")}', ['m.svg#m1']],
  ["@import url('a.css') layer(x) screen; @import url(b.css?x=1&y=2);", ['a.css', 'b.css?x=1&y=2']],
  ['@import"a.css";@import \'b.css\'', ['a.css', 'b.css']],
  ['.a{background:url("data:image/svg+xml,%3Csvg xmlns=\'x\'%3E")}', ["data:image/svg+xml,%3Csvg xmlns='x'%3E"]],
  ['.a{--x:url(/a.png)}', ['/a.png']],
  ['.a{background:url(\n  "/a.png"\n)}', ['/a.png']],
  [".a{background:url('/a\"b.png')}", ['/a"b.png']],
  ['.a{color:red}/* url(/no) */.b{content:"\\"url(/no)"}', []],
  ['<!-- .a{background:url(/a.png)} -->', ['/a.png']],
  ['@font-face{src:url(f.eot?#iefix),url("f.woff") format("woff")}', ['f.eot?#iefix', 'f.woff']],
] as const)('%j', ([css, addresses]) => expect(cssReferences(css)).toEqual(addresses));

test('what never closes is read in linear time', () => {
  for (const piece of ['url(', '/*', 'url("', "@import '", 'url( ', '"', '\\', 'url(\\']) cssReferences(`url(${piece.repeat(200_000)}`);
  cssReferences(`url(${' '.repeat(400_000)}x`);
});
