import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extractLinks, scanPage } from '../../src/artifacts/extract-links.ts';

const origin = 'http://www.minghu.test';
const pageUrl = `${origin}/zwgk/list/index.html`;
const paths = (html: string) =>
  extractLinks(html, pageUrl).map(
    ({ url, fragment, optional }) => `${optional ? '?' : ''}${url.replace(origin, '')}${fragment === null ? '' : `#${fragment}`}`,
  );

describe('links a reader or a browser follows', () => {
  test.for([
    ['quotes of every sort', `<a href="/1">x</a><a href='/2'>x</a><a href=/3>x</a><A HREF = "/4">x</A>`, ['/1', '/2', '/3', '/4']],
    ['white space and line breaks', '<a href="  /a\t/b\n ">x</a>', ['/a/b']],
    ['character references', '<a href="&#47;a?x=1&amp;y=2&copy=3">x</a>', ['/a?x=1&y=2&copy=3']],
    ['backslashes', '<a href="\\a\\b">x</a>', ['/a/b']],
    ['raw Chinese', '<a href="/政务公开">x</a>', ['/%E6%94%BF%E5%8A%A1%E5%85%AC%E5%BC%80']],
    ['relative to the page', '<a href="../x">x</a><a href="?p=2">x</a>', ['/zwgk/x', '/zwgk/list/index.html?p=2']],
    ['scheme-relative and upper-case', '<a href="//www.minghu.test/1">x</a><a href="HTTP://www.minghu.test/2">x</a>', ['/1', '/2']],
    ['the first of two equal attributes', '<a href="/1" href="/2">x</a>', ['/1']],
    ['a quote in another attribute', '<a title="a>b" href="/1">x</a>', ['/1']],
    ['a tag run into the next', '<a href="/1"<b>x</a><a href="/2">y</a>', ['/1', '/2']],
    ['a link inside a link', '<a href="/1">x<a href="/2">y</a></a>', ['/1', '/2']],
    ['a place in a page', '<a href="/1#b">x</a><a href="#c">x</a>', ['/1#b', '/zwgk/list/index.html#c']],
    ['image maps', '<map><area href="/1"></map>', ['/1']],
    ['frames', '<iframe src="/1"></iframe><frameset><frame src="/2"></frameset>', ['/1', '/2']],
    ['redirects of the page', '<meta http-equiv=Refresh content="0; URL=\'/1\'">', ['/1']],
    ['images and their sizes', '<img src=/1 srcset="/2 1x, /3 2x"><picture><source srcset="/4 9w"></picture>', ['/1', '/2', '/3', '/4']],
    [
      'sound and film',
      '<video src=/1 poster=/2><source src=/3><track src=/4></video><audio src=/5></audio>',
      ['/1', '/2', '/3', '/4', '/5'],
    ],
    [
      'embedded things',
      '<object data=/1></object><embed src=/2><script src=/3></script><input type=image src=/4>',
      ['/1', '/2', '/3', '/4'],
    ],
    ['style sheets and icons', '<link rel="Shortcut ICON" href=/1><link rel=stylesheet href=/2>', ['/1', '/2']],
    ['backgrounds of old pages', '<body background=/1><table background=/2><td background=/3>', ['/1', '/2', '/3']],
    ['styles', '<div style="background:url(/1)"><style>@import "/2";/*url(/no)*/</style>', ['/1', '/2']],
    ['links in drawings', '<svg><a xlink:href="/1">x</a><a href="/2">y</a><image href="/3"/></svg>', ['/1', '/2', '/3']],
    [
      'conditional comments for other browsers',
      '<!--[if IE 6]><a href="/no">x</a><![endif]--><![if !IE]><a href="/1">x</a><![endif]>',
      ['/1'],
    ],
    ['nofollow is a note to search engines', '<a rel=nofollow href="/1">x</a>', ['/1']],
    ['what follows unclosed markup', '<div><font><td><a href="/1">x<li><a href="/2">y', ['/1', '/2']],
    [
      'lists that wait in the page for a script',
      '<script type="text/xml"><datastore><recordset><record><![CDATA[<li><a href="/1">x</a></li>]]></record></recordset></datastore></script><a href="/2">y</a>',
      ['/1', '/2'],
    ],
    ['a link list in a select', '<select><option>x<a href="/1">y</a></select>', ['/1']],
  ] as const)('%s', ([, html, expected]) => expect(paths(html)).toEqual(expected));
});

describe('what is no link', () => {
  test.for([
    [
      'other schemes',
      '<a href="javascript:void(0)">x</a><a href="mailto:a@b.test">x</a><a href="tel:1">x</a><a href="data:,x">x</a><a href="about:blank">x</a><a href="weixin://x">x</a>',
    ],
    ['nowhere', '<a href="#">x</a><a href="">x</a><a href=" ">x</a><a>x</a><img src="">'],
    ['comments', '<!-- <a href="/no">x</a> -->'],
    ['strings in scripts', `<script>var s='<a href="/no">x</a>';</script>`],
    ['text of a text box', '<textarea><a href="/no">x</a></textarea>'],
    ['text of a title', '<title><a href="/no">x</a></title>'],
    ['templates', '<template><a href="/no">x</a><template></template><img src="/no"></template>'],
    ['comments in styles', '<style>/* <a href="/no">x</a> url(/no) */</style>'],
    ['inside a frame that the browser shows', '<iframe><a href="/no">x</a></iframe>'],
    ['where forms are sent', '<form action="/no"><button formaction="/no">x</button><input type=text src="/no"></form>'],
    [
      'hints',
      '<link rel="dns-prefetch" href="//no.test"><link rel="preconnect" href="/no"><link rel="canonical" href="/no"><link href="/no">',
    ],
    [
      'copy traps for old browsers',
      '<noscript><iframe src="*.html"></iframe><meta http-equiv=refresh content="0;url=/no"><img src=/no></noscript>',
    ],
    ['quoted sources', '<blockquote cite="/no">x</blockquote><meta property="og:image" content="/no">'],
    ['a tag that is never finished', '<a href="/no"'],
  ] as const)('%s', ([, html]) => expect(paths(html)).toEqual([]));
});

describe('guesses are marked', () => {
  test.for([
    [
      'menu of other sites',
      '<select onchange="open(this.value)"><option value="">友情链接</option><option value="http://www.minghu.test/1">x</option><option value="教育">y</option></select>',
      ['?/1'],
    ],
    ['lazy images', '<img src="data:image/gif;base64,AAAA" data-src="/1" data-original="/2">', ['?/1', '?/2']],
    ['without script', '<noscript><a href="/1">x</a></noscript>', ['?/1']],
    ['scripts that send the reader on', '<script>window.location.href="/1";</script>', ['?/1']],
    ['click handlers', `<div onclick="window.open('/1')">x</div>`, ['?/1']],
    ['links that a script writes', `<script>document.write('<a href="'+'/1'+'">x</a>')</script>`, ['?/1']],
    ['script links', `<a href="javascript:window.open('/1')">x</a>`, ['?/1']],
  ] as const)('%s', ([, html, expected]) => expect(paths(html)).toEqual(expected));
});

describe('base', () => {
  test.for([
    ['for the whole page', '<base href="/t/"><a href="x">x</a>', ['/t/x']],
    ['relative', '<base href="../t/"><a href="x">x</a>', ['/zwgk/t/x']],
    ['only the first', '<base href="/t/"><base href="/no/"><a href="x">x</a>', ['/t/x']],
    ['the first that has an address', '<base target="_blank"><base href="/t/"><a href="x">x</a>', ['/t/x']],
    ['written late', '<a href="x">x</a><base href="/t/">', ['/t/x']],
    ['one that could run code', '<base href="javascript:alert(1)"><a href="x">x</a>', ['/zwgk/list/x']],
    ['data', '<base href="data:text/html,"><a href="x">x</a>', ['/zwgk/list/x']],
    ['of another scheme', '<base href="file:///c:/"><a href="x">x</a>', []],
    ['inside a template', '<template><base href="/no/"></template><a href="x">x</a>', ['/zwgk/list/x']],
    [
      'empty, which is the page, and not the next one',
      '<base href="" target="_self"><base href="/no/"><a href="x">x</a>',
      ['/zwgk/list/x'],
    ],
    ['white space and line breaks', '<base href="\n /t/\t"><a href="x">x</a>', ['/t/x']],
    ['a file, of which the directory counts', '<base href="/t/index.html"><a href="x">x</a>', ['/t/x']],
    ['without a slash at its end', '<base href="/t"><a href="x">x</a>', ['/x']],
    [
      'a query and a fragment',
      '<base href="/t/a?b=/c/#d/e"><a href="x">x</a><a href="?y">x</a><a href="#z">x</a>',
      ['/t/x', '/t/a?y', '/t/a?b=/c/#z'],
    ],
    ['another host', '<base href="//b.test/t/"><a href="x">x</a><a href="/y">x</a>', ['http://b.test/t/x', 'http://b.test/y']],
    ['of another scheme of the web', '<base href="https:t/"><a href="x">x</a>', ['https://t/x']],
    ['dots', '<base href="../../../t/./u/.."><a href="./x">x</a>', ['/t/x']],
    ['escaped characters', '<base href="/t&#47;u/&amp;/"><a href="x">x</a>', ['/t/u/&/x']],
    ['one that is no address', '<base href="http://"><a href="x">x</a>', ['/zwgk/list/x']],
    ['one that is none does not give way to the next', '<base href="http://"><base href="/no/"><a href="x">x</a>', ['/zwgk/list/x']],
    ['blob', '<base href="blob:http://b.test/x"><a href="x">x</a>', []],
    ['in a comment', '<!-- <base href="/no/"> --><a href="x">x</a>', ['/zwgk/list/x']],
    ['in a script', `<script>document.write('<base href="/no/">')</script><a href="x">x</a>`, ['/zwgk/list/x']],
    ['for readers without script', '<noscript><base href="/no/"></noscript><a href="x">x</a>', ['/zwgk/list/x']],
    ['in the body', '<body><div><base href="/t/"></div><a href="x">x</a>', ['/t/x']],
    ['in upper case', '<BASE HREF=/t/><A HREF=x>x</A>', ['/t/x']],
    [
      'no address changes of what is absolute',
      '<base href="/t/"><a href="/x">x</a><a href="http://b.test/">x</a>',
      ['/x', 'http://b.test/'],
    ],
    [
      'images, styles and frames',
      '<base href="/t/"><img src=1 srcset="2 2x"><div style="background:url(3)"></div><iframe src=4></iframe>',
      ['/t/1', '/t/2', '/t/3', '/t/4'],
    ],
    ['redirects too', '<base href="/t/"><meta http-equiv=refresh content="0;url=x">', ['/t/x']],
  ] as const)('%s', ([, html, expected]) => expect(paths(html)).toEqual(expected));
});

describe('words', () => {
  test.for([
    ['<a href="/1">\n 政府信息 <b>公开\u3000指南</b></a>', '政府信息 公开 指南'],
    ['<a href="/1" title="公开指南"><img src=x.png alt="图"></a>', '公开指南'],
    ['<a href="/1"><img src=x.png alt="公开指南"></a>', '公开指南'],
    ['<a href="/1">甲</a>乙', '甲'],
    ['<a href="/1">甲<a href="/2">乙</a>', '甲'],
    ['<a href="/1">A&amp;B<script>no()</script></a>', 'A&B'],
    ['<area href="/1" alt="公开指南">', '公开指南'],
  ] as const)('%s', ([html, text]) => {
    const link = extractLinks(html, pageUrl).find(({ url }) => url.endsWith('/1'));
    expect(link).toMatchObject({ text, kind: 'page' });
  });

  test('where a link was written is kept', () => {
    expect(extractLinks('<img src="/a.png#x">', pageUrl)).toEqual([
      { url: `${origin}/a.png`, fragment: 'x', element: 'img', attribute: 'src', text: '', kind: 'asset', optional: false },
    ]);
  });
});

describe('scanPage', () => {
  test('learns the words that tell a page from an error page', () => {
    const page = scanPage(
      '<html><head><title> 明湖市\n教育局 </title><script>var a=1</script></head><body><svg><title>图</title></svg><h1 id="t">公开<i>指南</i></h1><a name="n"></a><p>正文</p><noscript>no</noscript></body></html>',
      pageUrl,
    );
    expect(page).toMatchObject({
      title: '明湖市 教育局',
      heading: '公开指南',
      text: '公开指南 正文',
      textLength: 6,
      hasScript: true,
      ids: ['t', 'n'],
    });
  });

  test('the query of a GBK page is sent in GBK', () => {
    expect(extractLinks('<a href="/s?q=中">x</a>', pageUrl, { encoding: 'gb18030' })[0]?.url).toBe(`${origin}/s?q=%D6%D0`);
  });

  test('never throws, and every address can be asked for', () => {
    const piece = fc.constantFrom(
      '<a href="',
      '<a href=',
      '">',
      '>',
      '</a>',
      '<base href="',
      '<template>',
      '</template>',
      '<svg>',
      '<noscript>',
      '<script>',
      '</script>',
      '<style>',
      'url(',
      ')',
      '<meta http-equiv=refresh content="0;url=',
      '<img srcset="',
      ' 1x,',
      '/x',
      '#',
      '?',
      '%',
      'http://',
      '公开',
      '&amp;',
      '&#0;',
      "location='/a.html'",
      '\u0000',
      '<!--',
      '-->',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), pieces => {
        for (const { url } of extractLinks(pieces.join(''), pageUrl)) {
          expect(url).toMatch(/^https?:\/\/[^/#]+\/[^#]*$/);
          expect(new URL(url).href).toBe(url);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('a page of 250,000 links is read to its end', () => {
    const html = Array.from({ length: 250_000 }, (_, i) => `<li><a href="/a/${i}.html">${i}`).join('');
    expect(extractLinks(html, pageUrl)).toHaveLength(250_000);
  });
});

test.for([
  ['a space after the slashes', '<a href="http:// www.minghu.gov.cn">x</a>', [['http:// www.minghu.gov.cn', false]]],
  ['a port that is none', '<area href=" http://a.gov.cn:8o80/ ">', [['http://a.gov.cn:8o80/', false]]],
  ['no host', '<a href="http://">x</a><a href="http://">x</a>', [['http://', false]]],
  ['a place for a script to fill', '<a href="http://<%=host%>/">x</a>', [['http://<%=host%>/', true]]],
  ['one backslash too many is mended by browsers', '<a href="http:\\\\a.gov.cn">x</a>', []],
  ['another scheme, or no address at all', '<a href="tel:1 2">x</a><a href="javascript:void(0)">x</a><a href="#">x</a><a>x</a>', []],
  ['a relative address, whatever is in it', '<a href="{{url}}">x</a><a href="a b|c.html">x</a>', []],
  ['a guess', '<script>open("http:// www.minghu.gov.cn")</script><option value="http:// a.cn">', []],
  ['a picture', '<img src="http:// www.minghu.gov.cn/a.png">', []],
] as const)('addresses that cannot be opened: %s', ([, html, wanted]) =>
  expect(scanPage(html, 'http://www.minghu.gov.cn/').malformed.map(({ reference, isTemplate }) => [reference, isTemplate])).toEqual(wanted),
);
