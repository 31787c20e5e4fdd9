import { expect, test } from 'vitest';
import { urlDate, urlDay } from '../../src/text/url-date.ts';

test.for([
  ['http://a.test/zwgk/t20261103_123.html', [2026, 11, 3]],
  ['http://a.test/2026/11/03/c_1.htm', [2026, 11, 3]],
  ['http://a.test/art/2026/11/3/art_1_2.html', [2026, 11, 3]],
  ['http://a.test/2026-11/03/content_1.htm', [2026, 11, 3]],
  ['http://a.test/a/tzgg/2026/1103/119027.html', [2026, 11, 3]],
  ['http://a.test/n1/2026/1103/c1001-1.html', [2026, 11, 3]],
  ['http://a.test/zwgk/20261103/1.html', [2026, 11, 3]],
  ['http://a.test/zwgk/202611/1.html', [2026, 11, null]],
] as const)('%s was filed on that day', ([url, [year, month, day]]) => expect(urlDate(url)).toEqual({ year, month, day }));

test.for([
  ['a number behind a year', 'http://a.test/2026/1103.html'],
  ['a day that does not exist', 'http://a.test/a/2026/1332/1.html'],
  ['a longer number', 'http://a.test/a/2026/11031/1.html'],
  ['a year alone', 'http://a.test/govinfo/nr/2026/119027.html'],
  ['a date in the query', 'http://a.test/list?d=/2026/1103/'],
] as const)('%s tells no day', ([, url]) => expect(urlDate(url)).toBeNull());

test('the day alone needs a day that exists', () => {
  expect(urlDay('http://a.test/zwgk/t20261103_123.html')).toBe('2026-11-03');
  expect([urlDay('http://a.test/zwgk/202611/1.html'), urlDay('http://a.test/a/2026/1332/1.html'), urlDay('http://a.test/')]).toEqual([
    null,
    null,
    null,
  ]);
});
