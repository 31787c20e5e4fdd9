import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { looksLikeTrap } from '../../src/crawl/trap.ts';
import type { TrapRule } from '../../src/model/trap.ts';

const host = 'http://www.minghu.test';
const levels = (count: number) => `/${Array.from({ length: count }, (_, i) => `p${i}`).join('/')}`;

describe('looksLikeTrap', () => {
  test.for<[rule: TrapRule, name: string, path: string]>([
    ['repeated-segments', 'a name three times', '/zwgk/list/list/list/'],
    ['repeated-segments', 'two names in turn', '/list/sub/list/sub/list/'],
    ['repeated-segments', 'two short names in turn', '/zw/gk/zw/gk/zw/gk/'],
    ['repeated-segments', 'four names in turn', '/a/b/1/c/a/b/1/c/a/b/1/c/x.html'],
    ['repeated-segments', 'a number five times', '/1/1/1/1/1/'],
    ['host-in-path', 'host names carried along', '/www.a.gov.cn/x/www.b.com/'],
    ['host-in-path', 'its own name again and again', '/a/https:/b/www.minghu.cn/'],
    ['deep-path', '21 levels', levels(21)],
    ['long-address', 'more than 2,000 characters', `/x?q=${'y'.repeat(2000)}`],
    ['long-address', 'more than 2,000 Chinese characters', `/${encodeURIComponent('明'.repeat(2000))}.html`],
    ['calendar', 'a month in the far future', '/rili/2039-5'],
    ['calendar', 'a day in the far future', '/rili/2039-05-31.html'],
    ['calendar', 'a day in three parts', '/rili/2039/05/31/'],
    ['calendar', 'a month in the query', '/rili?month=1948-12'],
    ['calendar', 'a month without a hyphen', '/rili?ym=203905'],
    ['calendar', 'a day in the query', '/rili?type=1&date=20390531'],
    ['calendar', 'a day with strokes', '/rili?startDate=2039/5/31&x=1'],
    ['calendar', 'a year', '/rili?year=2031&m=2'],
    ['repeated-escapes', '&amp; escaped again', '/x?a=1&amp;amp;b=2'],
    ['repeated-escapes', 'the same in other letters', '/x?a=1&amp%3Bamp%3Bb=2'],
    ['repeated-escapes', 'a percent sign escaped three times', '/x?a=%252525E4'],
    ['repeated-parameters', 'one parameter appended again and again', '/x?id=7&page=2&page=2&page=2'],
    ['repeated-parameters', 'one name with ever other values', '/x?p=1&p=2&p=3&p=4&p=5&p=6'],
  ])('%s: %s', ([rule, , path]) => expect(looksLikeTrap(host + path, 2026)?.rule).toBe(rule));

  test.for<[name: string, path: string]>([
    ['an archive path', '/art/2011/11/11/art_11_11.html'],
    ['a date of one number', '/2011/11/11/11.html'],
    ['a storage path', '/group1/M00/00/00/0A/x.pdf'],
    ['a name twice', '/zwgk/zfxxgk/zwgk/'],
    ['a name twice in a row', '/content/content/post_1.html'],
    ['two names twice', '/zw/gk/zw/gk/index.html'],
    ['numbers in turn', '/10/11/10/11/10/11.html'],
    ['one host name in the path: a link without its scheme, to be reported', '/zwgk/www.a.gov.cn'],
    ['a file name with dots', '/a.b.c/v1.2/jquery.min.js'],
    ['a UUID', '/detail/3f2504e0-4f89-11d3-9a0c-0305e82c3301.html'],
    ['a long Chinese title', `/${encodeURIComponent('关于印发明湖市政府信息公开工作实施办法的通知'.repeat(12))}.html`],
    ['next year', '/rili/2027-12'],
    ['an old document', '/zcwj/1954-09-20.html'],
    ['column 2050, entry 12', '/col/2050/12.html'],
    ['column 2050, entry 3, part 5', '/col/2050/3/5/'],
    ['an article in column 2050', '/2050/12/05/art_2050_1.html'],
    ['a document number', '/zcwj/2039-99.html'],
    ['numbers that are no years', '/col/3603-10.html?id=1403-12'],
    ['a number that would be a date', '/content/20390512.html?id=20390512'],
    ['an offset', '/list?start=2040&from=2050&to=2060'],
    ['a telephone number', '/x?tel=2100-1234567'],
    ['20 levels', levels(20)],
    ['repeated in the query', '/x?a=list/list/list/list'],
    ['one &amp; too much', '/x?a=1&amp;b=2'],
    ['an address in an address', `/go?url=${encodeURIComponent(encodeURIComponent('http://a.test/?x=1'))}`],
    ['a choice of several', '/x?id=1&id=2&id=3&id=4'],
    ['a list of several', '/x?id[]=1&id[]=1&id[]=1&id[]=1&id%5B%5D=1&id%5B%5D=1&id%5B%5D=1'],
    ['the root', ''],
  ])('not %s', ([, path]) => expect(looksLikeTrap(host + path, 2026)).toBeNull());

  test('never throws', () => fc.assert(fc.property(fc.string({ unit: 'binary' }), text => void looksLikeTrap(text, 2026))));

  test('a path that grows by any name of three letters or more is stopped within 20 levels', () => {
    const name = fc.stringMatching(/^[a-z]{3,8}$/);
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 5 }), names => {
        let path = '/';
        let levels = 0;
        while (looksLikeTrap(host + path, 2026) === null) path += `${names[levels++ % names.length]}/`;
        expect(levels).toBeLessThanOrEqual(21);
      }),
    );
  });

  test('no archive by year, month and day is one, whatever its numbers', () => {
    const part = (max: number) => fc.integer({ min: 1, max }).map(number => String(number).padStart(2, '0'));
    const year = fc.integer({ min: 1949, max: 2027 });
    fc.assert(
      fc.property(year, part(12), part(28), fc.nat(99_999_999), fc.uuid(), (y, m, d, id, uuid) => {
        for (const path of [
          `/art/${y}/${m}/${d}/art_${id}_${id}.html`,
          `/${y}-${m}-${d}/${uuid}.html`,
          `/${y}/${m}/${d}/${d}.html`,
          `/show?date=${y}${m}${d}&id=${id}`,
        ])
          expect(looksLikeTrap(host + path, 2026), path).toBeNull();
      }),
    );
  });
});
