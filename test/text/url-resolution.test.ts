import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resolveUrl } from '../../src/text/urls.ts';
import { expectToLead, page } from './where-it-leads.ts';

// The rules are those of the URL standard §4.4 (parsing) and §1.3 (percent-encoding).
describe('references of every form (RFC 3986 §5.4)', () => {
  test.for([
    ['g', '~/g'],
    ['./g', '~/g'],
    ['g/', '~/g/'],
    ['/g', '/g'],
    ['?y', '~/index.html?y'],
    ['g?y', '~/g?y'],
    ['#s', '~/index.html?p=1#s'],
    ['g#s', '~/g#s'],
    ['g?y#s', '~/g?y#s'],
    [';x', '~/;x'],
    ['g;x', '~/g;x'],
    ['g;x?y#s', '~/g;x?y#s'],
    ['', '~/index.html?p=1'],
    ['.', '~/'],
    ['./', '~/'],
    ['..', '/zwgk/'],
    ['../', '/zwgk/'],
    ['../g', '/zwgk/g'],
    ['../..', '/'],
    ['../../', '/'],
    ['../../g', '/g'],
    ['../../../g', '/g'],
    ['../../../../g', '/g'],
    ['/./g', '/g'],
    ['/../g', '/g'],
    ['g.', '~/g.'],
    ['.g', '~/.g'],
    ['g..', '~/g..'],
    ['..g', '~/..g'],
    ['./../g', '/zwgk/g'],
    ['./g/.', '~/g/'],
    ['g/./h', '~/g/h'],
    ['g/../h', '~/h'],
    ['g;x=1/./y', '~/g;x=1/y'],
    ['g;x=1/../y', '~/y'],
    ['g?y/./x', '~/g?y/./x'],
    ['g?y/../x', '~/g?y/../x'],
    ['g#s/./x', '~/g#s/./x'],
    ['g#s/../x', '~/g#s/../x'],
  ] as const)('%j', expectToLead);
});

describe('white space and control characters', () => {
  test.for([
    [' \t/a \n', '/a'],
    ['/a\tb', '/ab'],
    ['/a\nb\rc', '/abc'],
    ['\u0000/a\u0001', '/a'],
    ['/a\u0000b', '/a%00b'],
    ['/a b', '/a%20b'],
    ['/a  b?c d#e f', '/a%20%20b?c%20d#e%20f'],
    ['h\tt\ntp://b.test/', 'http://b.test/'],
    ['\u00a0/a', '~/%C2%A0/a'],
    ['/a\u3000b', '/a%E3%80%80b'],
    ['\ufeff/a', '~/%EF%BB%BF/a'],
    ['/a\u007f', '/a%7F'],
    ['/\u0001a', '/%01a'],
    ['\u001f //b.test/ \u0002', 'http://b.test/'],
  ] as const)('%j', expectToLead);
});

describe('schemes', () => {
  test.for([
    ['http:g', '~/g'],
    ['http:/g', '/g'],
    ['http:///g', 'http://g/'],
    ['http:////b.test/g', 'http://b.test/g'],
    ['http:\\\\b.test\\g', 'http://b.test/g'],
    ['HTTP://B.TEST/g', 'http://b.test/g'],
    ['hTtPs://b.test', 'https://b.test/'],
    ['https:g', 'https://g/'],
    ['https:/b.test/g', 'https://b.test/g'],
    ['https:b.test/g', 'https://b.test/g'],
    ['//b.test', 'http://b.test/'],
    ['//b.test/g?x', 'http://b.test/g?x'],
    ['///b.test/g', 'http://b.test/g'],
    ['\\\\b.test\\g', 'http://b.test/g'],
    ['/\\b.test/g', 'http://b.test/g'],
    ['\\/b.test/g', 'http://b.test/g'],
    ['//', null],
    ['http://', null],
    ['http:', '~/index.html?p=1'],
    ['http:?x', '~/index.html?x'],
    ['https://', null],
    ['://b.test', '~/://b.test'],
    ['1http://b.test/', '~/1http://b.test/'],
    [':g', '~/:g'],
    ['a:b', null],
    ['c:/a/b', null],
    ['a.b:c', null],
    ['javascript:void(0)', null],
    ['java\tscript:x', null],
    ['mailto:a@b.test', null],
    ['tel:+86', null],
    ['data:text/html,x', null],
    ['blob:http://b.test/x', null],
    ['about:blank', null],
    ['file:///c:/a', null],
    ['ftp://b.test/a', null],
    ['ws://b.test/', null],
    ['wss://b.test/', null],
    ['view-source:http://b.test/', null],
    ['http+x://b.test/', null],
  ] as const)('%j', expectToLead);
});

describe('paths', () => {
  test.for([
    ['/a/../b', '/b'],
    ['/a/./b', '/a/b'],
    ['/a/..', '/'],
    ['/a/.', '/a/'],
    ['/../../a', '/a'],
    ['/a/b/../../../c', '/c'],
    ['/a//b', '/a//b'],
    ['//b.test//a//', 'http://b.test//a//'],
    ['/a//../b', '/a/b'],
    ['/a///../b', '/a//b'],
    ['/%2e/a', '/a'],
    ['/a/%2E%2e/b', '/b'],
    ['/a/.%2e/b', '/b'],
    ['/a/%2e./b', '/b'],
    ['/a/%2e%2e%2fb', '/a/%2e%2e%2fb'],
    ['/a%2fb', '/a%2fb'],
    ['/a%2Fb', '/a%2Fb'],
    ['/a%5Cb', '/a%5Cb'],
    ['/a\\b\\..\\c', '/a/c'],
    ['/a/..\\b', '/b'],
    ['/%', '/%'],
    ['/%zz', '/%zz'],
    ['/%4', '/%4'],
    ['/%e6%94%bf', '/%e6%94%bf'],
    ['/%E6%94%BF', '/%E6%94%BF'],
    ['/政务/公开.html', '/%E6%94%BF%E5%8A%A1/%E5%85%AC%E5%BC%80.html'],
    ['/政务%20公开', '/%E6%94%BF%E5%8A%A1%20%E5%85%AC%E5%BC%80'],
    ['/a"b', '/a%22b'],
    ['/a<b>', '/a%3Cb%3E'],
    ['/a`b', '/a%60b'],
    ['/a{b}', '/a%7Bb%7D'],
    ['/a|b', '/a|b'],
    ['/a^b', '/a%5Eb'],
    ['/a[b]', '/a[b]'],
    ["/a'b", "/a'b"],
    ['/a;b=c', '/a;b=c'],
    ['/a,b', '/a,b'],
    ['/a@b', '/a@b'],
    ['/a:b', '/a:b'],
    ['/a!b*c(d)', '/a!b*c(d)'],
    ['/~a', '/~a'],
    ['/a+b', '/a+b'],
    ['/😀', '/%F0%9F%98%80'],
    ['/\ud800', '/%EF%BF%BD'],
    ['/a=b&c', '/a=b&c'],
    ['/.a', '/.a'],
    ['/a.', '/a.'],
    ['/...', '/...'],
    ['/....a', '/....a'],
    ['/a/.../b', '/a/.../b'],
  ] as const)('%j', expectToLead);
});

describe('queries', () => {
  test.for([
    ['?', '~/index.html?'],
    ['/a?', '/a?'],
    ['?a=1&b=2', '~/index.html?a=1&b=2'],
    ['??a', '~/index.html??a'],
    ['?a?b', '~/index.html?a?b'],
    ['/a?b/../c', '/a?b/../c'],
    ['/a?b\\c', '/a?b\\c'],
    ['?a b', '~/index.html?a%20b'],
    ["?a'b", '~/index.html?a%27b'],
    ['?a"b', '~/index.html?a%22b'],
    ['?<a>', '~/index.html?%3Ca%3E'],
    ['?a`b', '~/index.html?a`b'],
    ['?{a}', '~/index.html?{a}'],
    ['?a|b', '~/index.html?a|b'],
    ['?a^b', '~/index.html?a^b'],
    ['?[a]', '~/index.html?[a]'],
    ['?政=务', '~/index.html?%E6%94%BF=%E5%8A%A1'],
    ['?%e6', '~/index.html?%e6'],
    ['?%', '~/index.html?%'],
    ['?%zz', '~/index.html?%zz'],
    ['?a=%20+', '~/index.html?a=%20+'],
    ['?a#b?c', '~/index.html?a#b?c'],
    ['?a=/', '~/index.html?a=/'],
    ['?\ud800', '~/index.html?%EF%BF%BD'],
    ['?a=http://b.test/?c', '~/index.html?a=http://b.test/?c'],
    ['?\\', '~/index.html?\\'],
    ['&a=1', '~/&a=1'],
    ['?;a', '~/index.html?;a'],
    ['/a?b=1&amp;c=2', '/a?b=1&amp;c=2'],
  ] as const)('%j', expectToLead);
});

describe('fragments', () => {
  test.for([
    ['#', '~/index.html?p=1'],
    ['#a', '~/index.html?p=1#a'],
    ['#a#b', '~/index.html?p=1#a#b'],
    ['#a b', '~/index.html?p=1#a%20b'],
    ['#"a"', '~/index.html?p=1#%22a%22'],
    ['#<a>', '~/index.html?p=1#%3Ca%3E'],
    ['#`a`', '~/index.html?p=1#%60a%60'],
    ['#{a}', '~/index.html?p=1#{a}'],
    ['#政策', '~/index.html?p=1#%E6%94%BF%E7%AD%96'],
    ['#%E6%94%BF', '~/index.html?p=1#%E6%94%BF'],
    ['#%', '~/index.html?p=1#%'],
    ['#/route', '~/index.html?p=1#/route'],
    ['#!/route', '~/index.html?p=1#!/route'],
    ['#:~:text=x', '~/index.html?p=1#:~:text=x'],
    ['/a#', '/a'],
    ['/a#b', '/a#b'],
    ['?a#b', '~/index.html?a#b'],
    ['//b.test#a', 'http://b.test/#a'],
    ['#a\\b', '~/index.html?p=1#a\\b'],
    ['#\ud800', '~/index.html?p=1#%EF%BF%BD'],
    ["#a'b", "~/index.html?p=1#a'b"],
    ['#a\tb', '~/index.html?p=1#ab'],
  ] as const)('%j', expectToLead);
});

describe('against other bases', () => {
  const links = [
    'http://b.test/x?q#f',
    '//b.test/x?q#f',
    '/x?q#f',
    'd/x?q#f',
    'x',
    '../x',
    '?q',
    '#f',
    '',
    'a:b',
    '\\x',
    '/d//x/..',
    '公开?q=务',
  ];
  const bases = [
    ...[
      'http://a.test',
      'http://a.test/',
      'https://a.test:8443/d/p',
      'http://a.test/d/',
      'http://a.test/d/p?q=/x/y',
      'http://a.test/d/p#f/g',
    ],
    ...[
      'http://a.test//',
      'http://a.test/d//p',
      'http://u:p@a.test/d/p',
      'http://[::1]:8080/d',
      'http://a.test/%E5%85%AC/p',
      'http://a.test/;j=1/p',
    ],
  ];
  test.for(bases.flatMap(base => links.map(link => [link, base] as const)))('%j on %s', ([link, base]) =>
    expect(asParsed(link, base)).toEqual(resolveUrl(link, base)),
  );
});

/** What the platform's URL parser makes of it. */
function asParsed(reference: string, base: string): ReturnType<typeof resolveUrl> {
  const parsed = URL.parse(reference, base);
  if (!parsed || !/^https?:$/.test(parsed.protocol)) return null;
  const fragment = parsed.hash === '' ? null : parsed.hash.slice(1);
  parsed.hash = '';
  return { url: parsed.href, fragment };
}

test('whatever is written, it leads where the URL standard says', () => {
  const piece = fc.constantFrom(
    ...[
      'http:',
      'https:',
      'HTTP:',
      'ftp:',
      'javascript:',
      '/',
      '//',
      '\\',
      '.',
      '..',
      './',
      '../',
      '%2e',
      '%',
      '%zz',
      '?',
      '#',
      '@',
      ':',
      ';',
    ],
    ...[
      '&',
      '=',
      ' ',
      '\t',
      '\n',
      '\u0000',
      '\u00a0',
      'a',
      'B.test',
      '80',
      ':80',
      '[::1]',
      '127.1',
      '公开',
      '😀',
      '\ud800',
      '"',
      '<',
      "'",
      '|',
      '^',
      '{',
    ],
  );
  const reference = fc.oneof(
    fc.array(piece, { maxLength: 9 }).map(pieces => pieces.join('')),
    fc.string({ unit: 'binary' }),
    fc.webUrl({ withQueryParameters: true, withFragments: true, validSchemes: ['http', 'https', 'ftp'] }),
  );
  const bases = fc.oneof(
    fc.constantFrom(page, 'http://a.test', 'https://a.test:8443/a/b/?x=/y/', 'http://a.test//b', 'http://u@a.test/a/b?c#d/e'),
    fc.webUrl({ withQueryParameters: true, withFragments: true }).map(url => new URL(url).href),
  );
  fc.assert(
    fc.property(reference, bases, (written, base) => {
      expect(resolveUrl(written, base)).toEqual(asParsed(written, base));
      expect(resolveUrl(written, base, 'utf-16le')).toEqual(asParsed(written, base));
    }),
    { numRuns: 4000 },
  );
});

test('on a page in GBK only the query differs, and only where it is not ASCII', () => {
  const reference = fc
    .array(fc.constantFrom('/', 'a', '公', '?', '#', '=', '&', '中', '%D6', ' ', '../'), { maxLength: 8 })
    .map(pieces => pieces.join(''));
  fc.assert(
    fc.property(reference, written => {
      const inGbk = resolveUrl(written, page, 'gb18030');
      const inUtf8 = resolveUrl(written, page);
      expect(inGbk?.fragment).toBe(inUtf8?.fragment);
      expect(inGbk?.url.split('?')[0]).toBe(inUtf8?.url.split('?')[0]);
      const bytes = (inGbk?.url.split('?').slice(1).join('?') ?? '').replaceAll('%B9%AB', '%E5%85%AC').replaceAll('%D6%D0', '%E4%B8%AD');
      expect(bytes).toBe(inUtf8?.url.split('?').slice(1).join('?') ?? '');
    }),
  );
});
