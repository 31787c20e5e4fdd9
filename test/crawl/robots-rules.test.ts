import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseRobotsRules } from '../../src/crawl/robots-rules.ts';

const allows = (text: string, path: string, token = 'gongkai'): boolean | undefined =>
  parseRobotsRules(text, token)?.allows(`http://www.minghu.test${path}`);

/** [what it is about, the file, `+path` for what may be fetched and `-path` for what may not] */
type Case = readonly [string, string, readonly string[]];

function decide(cases: readonly Case[]): void {
  const decisions = cases.flatMap(([name, text, paths]) => paths.map(path => [name, text, path] as const));
  test.for(decisions)('%s: %s\n%s', ([, text, path]) => {
    expect(allows(text, path.slice(1))).toBe(path.startsWith('+'));
  });
}

const forAll = (...lines: readonly string[]) => ['User-agent: *', ...lines].join('\n');

// The behaviour that the public suites of crawlers agree on, and RFC 9309 where they do not.
describe('lines (RFC 9309 §2.2)', () => {
  decide([
    ['names in any letter case', 'USER-AGENT: gongkai\nALLOW: /x/\nDisAllow: /', ['+/x/y', '-/a', '-/']],
    ['spaces around everything', '  user-agent :   gongkai  \n\tdisallow\t:\t/a b\t', ['-/a%20b', '+/a']],
    ['Windows line ends', 'User-agent: *\r\nDisallow: /a\r\n\r\n', ['-/a', '+/b']],
    ['old Macintosh line ends', 'User-agent: *\rDisallow: /a\rDisallow: /b', ['-/a', '-/b', '+/c']],
    ['mixed line ends', 'User-agent: *\n\rDisallow: /a\r\r\nDisallow: /b\n', ['-/a', '-/b', '+/c']],
    ['no line end at the end', forAll('Disallow: /a'), ['-/a', '+/b']],
    ['comments', '# Disallow: /\nUser-agent: * # all\nDisallow: /a # no\n#Disallow: /b\nDisallow: /c#d', ['-/a', '-/c', '+/b', '+/d']],
    ['without a colon', 'user-agent gongkai\ndisallow /a', ['-/a', '+/b']],
    ['a full-width colon', 'User-agent：*\nDisallow：/a', ['-/a', '+/b']],
    ['a colon in the path', forAll('Disallow: /a:b'), ['-/a:b', '+/a']],
    ['a colon in a path without a colon before it', 'User-agent *\nDisallow /a:b', ['-/a:b', '+/a']],
    ['unknown lines', forAll('Noindex: /', 'Disallow: /a', 'foo: /', 'bar'), ['-/a', '+/b']],
    ['characters beyond ASCII in a comment', 'User-agent: * # ¢ 所有\nDisallow:', ['+/a']],
    [
      'misspelt rules',
      forAll('Disalow: /a', 'Dissallow: /b', 'Dissalow: /c', 'Desallow: /d', 'Diasllow: /e', 'Disallaw: /f'),
      ['-/a', '-/b', '-/c', '-/d', '-/e', '-/f', '+/g'],
    ],
    ['misspelt agents', 'useragent: *\nDisallow: /a', ['-/a', '+/b']],
    ['an agent in two words', 'user agent: *\nDisallow: /a', ['-/a', '+/b']],
    ['a name that is none of these', 'useg-agent: *\nUser-agent: other\nDisallow: /a', ['+/a']],
    ['a byte that is nothing in front', '\u0000\nUser-agent: *\nDisallow: /a', ['-/a']],
  ]);

  test.for([
    '',
    '\n\n',
    '# only a comment',
    'foo: FooBot\nbar: /',
    'Disallow: /',
    'Sitemap: http://a.test/s.xml',
    '404 Not Found',
    '您访问的页面不存在',
  ])('%j addresses nobody', text => expect(parseRobotsRules(text, 'gongkai')).toBeNull());
});

describe('groups (RFC 9309 §2.2.1)', () => {
  decide([
    ['rules before any group', 'Disallow: /a\nUser-agent: *\nDisallow: /b', ['+/a', '-/b']],
    ['our own group instead of that for all', 'User-agent: *\nDisallow: /x\nUser-agent: gongkai\nDisallow: /y', ['+/x', '-/y']],
    ['the order of the groups does not matter', 'User-agent: gongkai\nDisallow: /y\nUser-agent: *\nDisallow: /x', ['+/x', '-/y']],
    ['our own group, empty', 'User-agent: *\nDisallow: /\n\nUser-agent: gongkai\nDisallow:', ['+/', '+/a']],
    ['our own group without a rule', 'User-agent: *\nDisallow: /\n\nUser-agent: gongkai', ['+/a']],
    ['groups of others only', 'User-agent: Baiduspider\nDisallow: /\nUser-agent: 360Spider\nDisallow: /', ['+/a']],
    ['one group for several', 'User-agent: other\nUser-agent: gongkai\nDisallow: /a', ['-/a', '+/b']],
    ['blank lines end nothing', 'User-agent: gongkai\n\n\nDisallow: /a\n\nDisallow: /b', ['-/a', '-/b']],
    [
      'two groups of ours count together',
      'User-agent: gongkai\nDisallow: /a\nUser-agent: x\nDisallow: /c\nUser-agent: gongkai\nDisallow: /b',
      ['-/a', '-/b', '+/c'],
    ],
    ['two groups for all count together', 'User-agent: *\nDisallow: /a\n\nUser-agent: *\nDisallow: /b', ['-/a', '-/b', '+/c']],
    ['a rule ends the list of agents', 'User-agent: gongkai\nDisallow: /a\nUser-agent: other\nDisallow: /b', ['-/a', '+/b']],
    ['an empty rule ends it too', 'User-agent: gongkai\nDisallow:\nUser-agent: other\nDisallow: /b', ['+/b']],
    ['ours and all in one group', 'User-agent: *\nUser-agent: gongkai\nDisallow: /a\nUser-agent: *\nDisallow: /b', ['-/a', '+/b']],
    ['a version behind the name', 'User-agent: gongkai/0.1\nDisallow: /a', ['-/a', '+/b']],
    ['words behind the name', 'User-agent: GongKai Bot\nDisallow: /a', ['-/a', '+/b']],
    ['a longer name is another', 'User-agent: gongkai-news\nDisallow: /a', ['+/a']],
    ['a shorter name is another', 'User-agent: gong\nDisallow: /a', ['+/a']],
    ['the name inside other words', 'User-agent: Mozilla/5.0 (compatible; gongkai/0.1)\nDisallow: /a', ['+/a']],
    ['an agent without a name', 'User-agent:\nDisallow: /a', ['+/a']],
    ['a star and more', 'User-agent: * all\nDisallow: /a', ['-/a']],
    ['a star as the beginning of a name', 'User-agent: *bot\nDisallow: /a', ['+/a']],
    ['a sitemap between agents ends no group', 'User-agent: other\nSitemap: http://a.test/s\nUser-agent: *\nDisallow: /', ['-/a']],
    ['a sitemap between rules ends no group', forAll('Disallow: /a', 'Sitemap: http://a.test/s', 'Disallow: /b'), ['-/a', '-/b']],
    ['an unknown line between agents ends no group', 'User-agent: gongkai\nInvalid: x\nUser-agent: other\nDisallow: /', ['-/a']],
    ['a delay between agents ends no group', 'User-agent: gongkai\nCrawl-delay: 10\nUser-agent: other\nDisallow: /a', ['-/a', '+/b']],
    ['a host line', forAll('Host: www.minghu.test', 'Disallow: /img/'), ['-/img/', '+/a']],
  ]);

  test('our token is compared without its version and letter case', () => {
    expect(allows('User-agent: minghubot\nDisallow: /', '/a', 'MinghuBot/2.0')).toBe(false);
    expect(allows('User-agent: minghubot2\nDisallow: /', '/a', 'MinghuBot/2.0')).toBe(true);
  });
});

describe('which rule wins (RFC 9309 §2.2.2)', () => {
  decide([
    ['nothing said', forAll('Disallow: /a'), ['+/', '+/b', '+/A']],
    ['everything', forAll('Disallow: /'), ['-/', '-/a', '-/?q=a']],
    ['an empty rule forbids nothing', forAll('Disallow:'), ['+/', '+/a']],
    ['an empty rule allows nothing', forAll('Allow:', 'Disallow: /'), ['-/a']],
    ['an empty rule is the weakest', forAll('Disallow: /a/', 'Allow: /b/', 'Disallow: '), ['+/', '-/a/x', '+/b/x']],
    ['the longer one, to forbid', forAll('Disallow: /x/page.html', 'Allow: /x/'), ['-/x/page.html', '+/x/other.html']],
    ['the longer one, to allow', forAll('Allow: /x/page.html', 'Disallow: /x/'), ['+/x/page.html', '-/x/']],
    ['with and without a slash', forAll('Disallow: /x', 'Allow: /x/'), ['-/x', '+/x/', '-/xy']],
    ['of equals the one that allows', forAll('Disallow: /a', 'Allow: /a'), ['+/a']],
    ['of equals the one that allows, whichever comes first', forAll('Allow: /a', 'Disallow: /a'), ['+/a']],
    ['of two that cover everything', forAll('Disallow: /', 'Allow: /'), ['+/a']],
    ['a wildcard counts as a character', forAll('Allow: /page', 'Disallow: /*.html'), ['-/page.html', '+/page']],
    ['and can lose', forAll('Allow: /x/page.', 'Disallow: /*.html'), ['+/x/page.html', '-/x/y.html']],
    ['so does the end mark', forAll('Allow: /$', 'Disallow: /'), ['+/', '-/a']],
    ['the same length', forAll('Allow: /page', 'Disallow: /*.ht'), ['+/page.htm', '-/a.html']],
    ['letter case of paths', forAll('Allow: /Page.html', 'Disallow: /'), ['+/Page.html', '-/page.html']],
    [
      'order does not matter, and a star at the end counts',
      forAll('Allow: /', 'Allow: /foo', 'Disallow: /*', 'Disallow: /bar'),
      ['-/', '+/foo/bar', '-/bar/foo'],
    ],
    [
      'merged groups',
      'User-agent: gongkai\nDisallow: /foo\nUser-agent: gongkai\nAllow: /foo/bar\nDisallow: /foo/b*',
      ['+/', '+/foo/bar', '-/foo/blue', '-/foo/', '-/foo/tar'],
    ],
    ['queries are part of the path', forAll('Disallow: /index.jsp?do=search*'), ['-/index.jsp?do=search&q=a', '+/index.jsp?do=show']],
    ['a query alone', forAll('Disallow: /*?'), ['-/?a', '-/x?a', '+/x']],
  ]);
});

const fish = ['/fish', '/fish.html', '/fish/salmon.html', '/fishheads', '/fishheads/yummy.html', '/fish.php?id=a'];
const noFish = ['/Fish.asp', '/catfish', '/?id=fish', '/fis'];
const refused = (paths: readonly string[]) => paths.map(path => `-${path}`);
const allowed = (paths: readonly string[]) => paths.map(path => `+${path}`);

describe('wildcards (RFC 9309 §2.2.3)', () => {
  decide([
    ['a beginning', forAll('Disallow: /fish'), [...refused(fish), ...allowed(noFish)]],
    ['a star at the end says nothing', forAll('Disallow: /fish*'), [...refused(fish), ...allowed(noFish)]],
    [
      'a directory',
      forAll('Disallow: /fish/'),
      ['-/fish/', '-/fish/?id=a', '-/fish/salmon.htm', '+/fish', '+/fish.html', '+/Fish/Salmon.asp'],
    ],
    [
      'a star',
      forAll('Disallow: /*.php'),
      ['-/a.php', '-/b/a.php', '-/b/a.php?x', '-//b/any.php.html', '-/a.php/', '-/i?f=a.php/', '+/php/', '+/i?php', '+/a.PHP', '+/'],
    ],
    [
      'a star and an end',
      forAll('Disallow: /*.php$'),
      ['-/a.php', '-/b/a.php', '-/a.php.php', '+/a.php?x', '+/a.php/', '+/a.php5', '+/a.PHP', '+/a?php'],
    ],
    ['a star in the middle', forAll('Disallow: /fish*.php'), ['-/fish.php', '-/fishheads/cat.php?x', '+/Fish.PHP', '+/fish']],
    ['several stars', forAll('Disallow: /*fish*.php'), ['-/fish.php', '-/superfish/cat.php?x', '+/fish/cat.htm']],
    ['stars side by side', forAll('Disallow: /a**b***c'), ['-/abc', '-/axbxc', '+/ab']],
    ['a star at the beginning', forAll('Disallow: *.pdf'), ['-/a.pdf', '-/b/a.pdf', '+/a.doc']],
    ['nothing but a star', forAll('Disallow: *'), ['-/', '-/a']],
    ['between slashes', forAll('Disallow: /a/*/b'), ['-/a/x/b', '-/a//b', '-/a/x/y/b', '+/a/b']],
    ['an end', forAll('Disallow: /a$'), ['-/a', '+/a/', '+/a/b', '+/a?b']],
    ['an end that also occurs earlier', forAll('Disallow: /*a$'), ['-/aba', '-/a', '+/ab']],
    ['an end overlapping what is before', forAll('Disallow: /ab*ba$'), ['-/abba', '-/abxba', '+/aba']],
    ['a star in front of the end', forAll('Disallow: /a*$'), ['-/a', '-/ab']],
    ['a dollar in the middle is itself', forAll('Disallow: /a$b'), ['-/a$b', '-/a%24bc', '+/a', '+/ab']],
    ['two dollars', forAll('Disallow: /a$$'), ['-/a$', '+/a', '+/a$b']],
    ['path without a slash in front names nothing', forAll('Disallow: admin'), ['+/admin', '+/a/admin']],
  ]);
});

describe('escapes (RFC 9309 §2.2.2)', () => {
  decide([
    ['Chinese', forAll('Disallow: /公开/'), ['-/公开/a', '-/%E5%85%AC%E5%BC%80/a', '-/%e5%85%ac%e5%bc%80/', '+/公告/']],
    ['escaped Chinese', forAll('Disallow: /%E5%85%AC%e5%bc%80'), ['-/公开', '-/%e5%85%ac%E5%BC%80', '+/公']],
    [
      'letters of other languages',
      forAll('Disallow: /bücher/', 'Disallow: /k%C3%B6nyvek/'),
      ['-/b%C3%BCcher/1', '-/bücher/2', '-/k%C3%B6nyvek/', '-/könyvek/'],
    ],
    ['characters of four bytes', forAll('Disallow: /😀'), ['-/%F0%9F%98%80', '-/😀x']],
    ['plain letters escaped', forAll('Disallow: /foo/%62%61%7A'), ['-/foo/baz', '-/foo/%62az', '+/foo/bar']],
    ['letter case of escapes', forAll('Disallow: /a%2fb'), ['-/a%2Fb', '-/a%2fb', '+/a/b']],
    ['an escaped slash is no slash', forAll('Disallow: /*%2F*'), ['-/topic/9%2F11/', '+/path/index.html']],
    ['an escaped space', forAll('Disallow: /*%20'), ['-/a%20/', '-/a b', '+/a/', '+/']],
    ['an escaped star is itself', forAll('Disallow: /s/%2A/'), ['-/s/%2a/', '-/s/*/', '+/s/x/']],
    ['an escaped dollar is itself', forAll('Disallow: /%24'), ['-/%24100', '-/$100', '+/']],
    ['an address in a query', forAll('Disallow: /a?u=http://b.test?c&d'), ['-/a?u=http://b.test?c&d', '+/a?u=http%3A%2F%2Fb.test']],
    [
      'an escaped address in a query',
      forAll('Disallow: /a?u=https%3A%2F%2Fb.test'),
      ['-/a?u=https%3A%2F%2Fb.test', '+/a?u=https://b.test'],
    ],
    [
      'brackets and quotes',
      forAll('Disallow: /a[1]', "Disallow: /b'c", 'Disallow: /d|e', 'Disallow: /f{g}'),
      ['-/a[1]', "-/b'c", '-/d|e', '-/d%7Ce', '-/f{g}', '-/f%7Bg%7D', '+/a'],
    ],
    ['a broken escape', forAll('Disallow: /a%3Mb/', 'Disallow: /c%'), ['-/a%3Mb/', '-/c%', '+/a']],
    ['half a character', forAll('Disallow: /\ud800', 'Disallow: /a'), ['-/a', '+/b']],
    ['a tilde', forAll('Allow: /~mak', 'Disallow: /'), ['+/%7Emak/', '+/~mak/', '-/%7Ejim/']],
  ]);
});

describe('delays', () => {
  test.for([
    [forAll('Crawl-delay: 5'), 5],
    [forAll('crawl-delay:0.5', 'Disallow: /a'), 0.5],
    [forAll('Crawldelay: 3 # seconds'), 3],
    [forAll('Crawl-delay: 1', 'Crawl-delay: 4', 'Crawl-delay: 2'), 4],
    ['User-agent: *\nCrawl-delay: 30\nUser-agent: gongkai\nCrawl-delay: 2', 2],
    ['User-agent: *\nCrawl-delay: 30\nUser-agent: gongkai\nDisallow: /a', null],
    ['User-agent: other\nCrawl-delay: 30\nUser-agent: *\nDisallow: /a', null],
    ['User-agent: gongkai\nCrawl-delay: 10\nUser-agent: other\nCrawl-delay: 20\nUser-agent: *\nDisallow: /a', 10],
    ['User-agent: other\nCrawl-delay: 20\nUser-agent: gongkai\nCrawl-delay: 10', 10],
    ['User-agent: gongkai\nUser-agent: other\nCrawl-delay: 10', 10],
    ['User-agent: gongkai\nDisallow: /a\nCrawl-delay: 10', 10],
    ['User-agent: *\nDisallow: /a\n\nUser-agent: *\nCrawl-delay: 7', 7],
    ['Crawl-delay: 7\nUser-agent: *\nDisallow: /a', null],
    [forAll('Crawl-delay:'), null],
    [forAll('Crawl-delay: 0'), null],
    [forAll('Crawl-delay: -1'), null],
    [forAll('Crawl-delay: soon'), null],
    [forAll('Crawl-delay: Infinity'), null],
    [forAll('Crawl-delay: 1e999'), null],
  ] as const)('%j asks for %s', ([text, seconds]) => expect(parseRobotsRules(text, 'gongkai')?.crawlDelaySeconds).toBe(seconds));
});

test.for([
  // Some crawlers let `Allow: /a/index.html` allow /a/ as well, and compare escaped letters as they are written. RFC 9309 does not.
  [forAll('Allow: /a/index.html', 'Disallow: /'), '/a/', false],
  // Some take every word of an agent line for a name of its own. A product token ends at the first other character.
  ['User-agent: other, gongkai\nDisallow: /', '/a', true],
  // Some read a huge delay as “keep out”. We keep the delay, and the limits of a run decide what can be done with it.
  [forAll('Crawl-delay: 3600'), '/a', true],
] as const)('known deviation from other crawlers: %j %s', ([text, path, isAllowed]) => expect(allows(text, path)).toBe(isAllowed));

test('what no rule can match is allowed, and no file makes it throw', () => {
  const piece = fc.constantFrom(
    'User-agent: *',
    'User-agent: gongkai',
    'Disallow: /',
    'Allow: /a',
    'Disallow: ',
    '*',
    '$',
    '%',
    '%2',
    '%E5',
    '公',
    '\ud800',
    '\n',
    '\r',
    ':',
    '#',
    '/a',
    ' ',
    'Crawl-delay: 1',
    '\u0000',
  );
  fc.assert(
    fc.property(
      fc.array(piece).map(pieces => pieces.join('')),
      fc.webPath(),
      (text, path) => {
        const rules = parseRobotsRules(text, 'gongkai');
        expect(typeof (rules?.allows(`http://a.test${path}`) ?? true)).toBe('boolean');
        if (rules && !/disallow/i.test(text)) expect(rules.allows(`http://a.test${path}`)).toBe(true);
      },
    ),
  );
});

test('a pattern means the same as the regular expression that it stands for', () => {
  const pattern = fc.array(fc.constantFrom('a', 'b', '/', '*'), { maxLength: 7 }).map(parts => `/${parts.join('')}`);
  const path = fc.array(fc.constantFrom('a', 'b', '/'), { maxLength: 9 }).map(parts => `/${parts.join('')}`);
  fc.assert(
    fc.property(pattern, path, fc.constantFrom('', '$'), (written, asked, end) => {
      const expression = new RegExp(`^${written.replaceAll('*', '.*')}${end}`);
      expect(allows(forAll(`Disallow: ${written}${end}`), asked)).toBe(!expression.test(asked));
    }),
    { numRuns: 2000 },
  );
});

test('hostile patterns cost no more than reading the path', () => {
  const stars = parseRobotsRules(forAll(`Disallow: /${'*a'.repeat(200_000)}`), 'gongkai');
  expect(stars?.allows(`http://a.test/${'a'.repeat(2000)}`)).toBe(true);
  const many = parseRobotsRules(forAll(...Array.from({ length: 20_000 }, () => 'Disallow: /*a*b*c*d$')), 'gongkai');
  expect(many?.allows(`http://a.test/${'abc'.repeat(600)}`)).toBe(true);
});
