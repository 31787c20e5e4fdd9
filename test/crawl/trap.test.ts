import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alikeByPath, alikeByQuery, createTrapWatch, looksLikeTrap, templateOf, textFingerprint } from '../../src/crawl/trap.ts';

const host = 'http://www.minghu.test';

describe('looksLikeTrap', () => {
  test.for([
    ['a name three times', '/zwgk/list/list/list/'],
    ['two names in turn', '/list/sub/list/sub/list/'],
    ['a number five times', '/1/1/1/1/1/'],
    ['host names carried along', '/www.a.gov.cn/x/www.b.com/'],
    ['its own name again and again', '/a/https:/b/www.minghu.cn/'],
    ['21 levels', `/${Array.from({ length: 21 }, (_, i) => `p${i}`).join('/')}`],
    ['more than 2,000 characters', `/x?q=${'y'.repeat(2000)}`],
    ['a calendar in the far future', '/rili/2039-5'],
    ['a day in the far future', '/rili/2039-05-31.html'],
    ['a calendar in the query', '/rili?month=1948-12'],
    ['years in the query', '/rili?year=2031&m=2'],
  ] as const)('%s', ([, path]) => expect(looksLikeTrap(host + path, 2026)).not.toBeNull());

  test.for([
    ['an archive path', '/art/2011/11/11/art_11_11.html'],
    ['a storage path', '/group1/M00/00/00/0A/x.pdf'],
    ['a name twice', '/zwgk/zfxxgk/zwgk/'],
    ['one host name in the path: a link without its scheme, to be reported', '/zwgk/www.a.gov.cn'],
    ['a file name with dots', '/a.b.c/v1.2/jquery.min.js'],
    ['next year', '/rili/2027-12'],
    ['an old document', '/zcwj/1954-09-20.html'],
    ['column 2050, entry 12', '/col/2050/12.html'],
    ['a document number', '/zcwj/2039-99.html'],
    ['numbers that are no years', '/col/3603-10.html?id=1403-12'],
    ['a telephone number', '/x?tel=2100-1234567'],
    ['20 levels', `/${Array.from({ length: 20 }, (_, i) => `p${i}`).join('/')}`],
    ['repeated in the query', '/x?a=list/list/list/list'],
    ['the root', ''],
  ] as const)('not %s', ([, path]) => expect(looksLikeTrap(host + path, 2026)).toBeNull());

  test('never throws', () => fc.assert(fc.property(fc.string({ unit: 'binary' }), text => void looksLikeTrap(text, 2026))));
});

describe('templateOf', () => {
  test.for([
    ['/art/2026/11/2/art_7_12.html', '/art/2025/3/19/art_8_9.html'],
    ['/x?page=2&id=7', '/x?id=8&page=3'],
    ['/d/3f9a0c77b1e2.html', '/d/a0b1c2d3e4f5.html'],
    ['/x?t=abc', '/x?t=xyz'],
  ])('%s and %s are of one kind', ([one, other]) => expect(templateOf(host + one)).toBe(templateOf(host + other)));

  test.for([
    ['/zwgk/1.html', '/jyj/1.html'],
    ['/x?page=2', '/x?id=2'],
    ['/x', '/x?id=2'],
  ])('%s and %s are not', ([one, other]) => expect(templateOf(host + one)).not.toBe(templateOf(host + other)));
});

describe('createTrapWatch', () => {
  const same = { exact: 42, withoutDigits: 42 };
  const urls = (shape: (i: number) => string, count: number) => Array.from({ length: count }, (_, i) => host + shape(i));

  test.for([
    ['by parameters', (i: number) => `/list?d=${i}`, alikeByQuery],
    ['by path', (i: number) => `/list/${i}.html`, alikeByPath],
  ] as const)('a kind whose pages are all alike is a trap, found once: %s', ([, shape, limit]) => {
    const watch = createTrapWatch();
    const found = urls(shape, limit + 5).map(url => watch.learn(url, same));
    expect(found.flatMap((count, i) => (count === null ? [] : [[i, count]]))).toEqual([[limit - 1, limit]]);
    expect(watch.isTrapped(host + shape(9999))).toBe(true);
    expect(watch.isTrapped(`${host}/other?e=1`)).toBe(false);
  });

  test('a calendar is told although its dates differ', () => {
    const watch = createTrapWatch();
    const found = urls(i => `/rili/${2000 + i}-5`, alikeByPath).map((url, i) => watch.learn(url, { exact: i, withoutDigits: 42 }));
    expect(found.at(-1)).toBe(alikeByPath);
  });

  test('pages of one kind that differ, if only in a number, are none', () => {
    const watch = createTrapWatch();
    const found = urls(i => `/art_${i}.html`, 500).map((url, i) => watch.learn(url, { exact: i, withoutDigits: 42 }));
    expect(found.every(count => count === null)).toBe(true);
    expect(watch.isTrapped(`${host}/art_1.html`)).toBe(false);
  });

  test('equal pages of different kinds are none', () => {
    const watch = createTrapWatch();
    const found = urls(i => `/${'x'.repeat(i + 1)}.html`, 100).map(url => watch.learn(url, same));
    expect(found.every(count => count === null)).toBe(true);
  });
});

test('a fingerprint forgets digits and spaces when told to', () => {
  const [one, other] = ['2026年3月 共12条', '2025年11月共3条'];
  expect(textFingerprint(one, { digits: 'ignored' })).toBe(textFingerprint(other, { digits: 'ignored' }));
  expect(textFingerprint(one, { digits: 'kept' })).not.toBe(textFingerprint(other, { digits: 'kept' }));
});
