import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { directoryOf, isInScope, originOf, resolveUrl, urlKey } from '../../src/text/urls.ts';

const base = 'http://www.minghu.test/zwgk/index.html';

describe('resolveUrl', () => {
  test.for([
    ['root-relative', '/a/b.html', 'http://www.minghu.test/a/b.html', null],
    ['beside the page', 'c.html', 'http://www.minghu.test/zwgk/c.html', null],
    ['one up', '../c.html', 'http://www.minghu.test/c.html', null],
    ['query only', '?page=2', 'http://www.minghu.test/zwgk/index.html?page=2', null],
    ['fragment only', '#top', 'http://www.minghu.test/zwgk/index.html', 'top'],
    ['empty fragment', '/a#', 'http://www.minghu.test/a', null],
    ['Chinese path and fragment', '/公开#政策', 'http://www.minghu.test/%E5%85%AC%E5%BC%80', '%E6%94%BF%E7%AD%96'],
    ['other scheme of the same host', '//other.test/x', 'http://other.test/x', null],
    ['backslashes', '\\a\\b', 'http://www.minghu.test/a/b', null],
    ['tab and line break inside', '/a\t/b\n.html', 'http://www.minghu.test/a/b.html', null],
    ['spaces around', '  /a  ', 'http://www.minghu.test/a', null],
    ['space inside', '/a b', 'http://www.minghu.test/a%20b', null],
    ['escaped dots', '/a/%2e%2e/b', 'http://www.minghu.test/b', null],
    ['dots in the middle', '/a/./b/../c', 'http://www.minghu.test/a/c', null],
    ['double slashes stay', '/a//b', 'http://www.minghu.test/a//b', null],
    ['scheme without host', 'http:/a', 'http://www.minghu.test/a', null],
    ['upper-case scheme and host, default port', 'HTTP://OTHER.test:80/x', 'http://other.test/x', null],
  ] as const)('%s', ([, reference, url, fragment]) => {
    expect(resolveUrl(reference, base)).toEqual({ url, fragment });
  });

  test.for([
    'javascript:void(0)',
    'JavaScript:;',
    'mailto:a@b.test',
    'tel:010',
    'data:text/plain,x',
    'about:blank',
    'weixin://dl',
    'http://',
    'http://a b/',
  ])('%s leads nowhere on the web', reference => expect(resolveUrl(reference, base)).toBeNull());

  test('a query is sent in the encoding of the page, a path in UTF-8', () => {
    expect(resolveUrl('/公开?q=中&p=1', base, 'gb18030')?.url).toBe('http://www.minghu.test/%E5%85%AC%E5%BC%80?q=%D6%D0&p=1');
    expect(resolveUrl('/公开?q=中', base, 'utf-8')?.url).toBe('http://www.minghu.test/%E5%85%AC%E5%BC%80?q=%E4%B8%AD');
  });

  test('the short way for plain paths gives what the URL parser gives', () => {
    const piece = fc.constantFrom(
      ...[
        '/',
        '//',
        '.',
        '..',
        './',
        '../',
        'a',
        'B',
        '0',
        '-',
        '_',
        '~',
        '?',
        '=',
        '&',
        '%',
        '%2e',
        '#',
        ' ',
        '\t',
        '\\',
        '公',
        ':',
        ';',
        '@',
        '+',
      ],
      'http:',
      'http://www.minghu.test',
    );
    const reference = fc.array(piece, { maxLength: 8 }).map(pieces => pieces.join(''));
    const bases = fc.constantFrom(
      base,
      'http://www.minghu.test/',
      'https://a.test:8443/a/b/c/?x=/y/',
      'http://a.test/a//b',
      'http://a.test/a/b?c#d/e',
    );
    fc.assert(
      fc.property(reference, bases, (written, from) => {
        const parsed = URL.parse(written, from);
        const expected = parsed && /^https?:$/.test(parsed.protocol) ? parsed.href.replace(/#.*$/s, '') : null;
        expect(resolveUrl(written, from)?.url ?? null).toBe(expected);
      }),
      { numRuns: 5000 },
    );
  });
});

describe('urlKey', () => {
  test.for([
    ['fragment', 'http://a.test/x#y', 'http://a.test/x'],
    ['session in the path', 'http://a.test/x;jsessionid=1A2B?p=1', 'http://a.test/x?p=1'],
    ['session in the middle of the path', 'http://a.test/x;JSESSIONID=1A2B/y', 'http://a.test/x/y'],
    ['session parameter', 'http://a.test/x?PHPSESSID=77&p=1', 'http://a.test/x?p=1'],
    ['session as a folder', 'http://a.test/x/(S(lit3py55t21z5v55vlm25s55))/y.aspx', 'http://a.test/x/y.aspx'],
    ['several in one folder', 'http://a.test/(A(abcdefgh12)S(lit3py55t21z5v55vlm25s55))/', 'http://a.test/'],
    ['ColdFusion’s pair', 'http://a.test/x?CFID=12345&CFTOKEN=678&p=1', 'http://a.test/x?p=1'],
    ['ASP session', 'http://a.test/x?ASPSESSIONIDQQ=AB', 'http://a.test/x'],
    ['drawn by lot', 'http://a.test/x?sid=3f9a0c77b1e2d', 'http://a.test/x'],
    ['empty query', 'http://a.test/x?', 'http://a.test/x'],
    ['spelling of escapes', 'http://a.test/%e5%85%ac%7Ex', 'http://a.test/%E5%85%AC~x'],
  ] as const)('forgets: %s', ([, url, key]) => expect(urlKey(url)).toBe(key));

  test.for([
    ['a column number called sid', 'http://a.test/x?sid=12345678'],
    ['a word called sid', 'http://a.test/x?sid=education'],
    ['parameters that only contain the word', 'http://a.test/x?president=3f9a0c77b1e2d&inside=1'],
    ['order of parameters', 'http://a.test/x?b=1&a=2'],
    ['upper case in the path', 'http://a.test/X'],
    ['slash at the end', 'http://a.test/x/'],
    ['another matrix parameter', 'http://a.test/x;v=1'],
    ['escaped letters, which another server may tell apart', 'http://a.test/%41'],
  ] as const)('keeps: %s', ([, url]) => expect(urlKey(url)).toBe(url));

  test('is idempotent and never throws', () => {
    const piece = fc.constantFrom(
      '/',
      '?',
      '&',
      '=',
      ';',
      '#',
      '%',
      '%2',
      '%2e',
      '%2E',
      '%34',
      '31',
      'sid',
      'jsessionid',
      'PHPSESSID',
      'a1b2c3d4e5',
      '公开',
      'x',
    );
    const address = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc.array(piece).map(parts => `http://a.test/${parts.join('')}`),
    );
    fc.assert(
      fc.property(address, url => {
        const key = urlKey(url);
        expect(urlKey(key)).toBe(key);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('scope', () => {
  test('the directory of an address', () => {
    expect(directoryOf('http://a.test/zwgk/index.html?x=/y/')).toBe('http://a.test/zwgk/');
    expect(directoryOf('http://a.test')).toBe('http://a.test/');
  });

  test.for([
    ['http://a.test/zwgk/x', true],
    ['http://a.test/zwgk/', true],
    ['http://a.test/zwgkx/', false],
    ['http://a.test/', false],
    ['https://a.test/zwgk/x', false],
    ['http://a.test:8080/zwgk/x', false],
    ['http://a.test.evil.test/zwgk/x', false],
  ] as const)('%s', ([url, isIn]) => expect(isInScope(url, ['http://a.test/zwgk/'])).toBe(isIn));

  test.for([
    ['http://a.test:8080/x', 'http://a.test:8080'],
    ['https://a.test/', 'https://a.test'],
    ['ftp://a.test/', null],
    ['http://', null],
    ['http:///x', null],
    ['text', null],
  ] as const)('origin of %s', ([url, origin]) => expect(originOf(url)).toBe(origin));
});
