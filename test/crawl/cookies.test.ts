import { expect, test } from 'vitest';
import { createCookieJar } from '../../src/crawl/cookies.ts';

const origin = new URL('http://www.minghu.gov.cn/xxgk/index.html');
const at = (url: string): URL => new URL(url);

test.for([
  { set: 'a=1', url: 'http://www.minghu.gov.cn/xxgk/other.html', sent: 'a=1' },
  { set: 'a=1', url: 'http://www.minghu.gov.cn/elsewhere', sent: '' },
  { set: 'a=1; Path=/', url: 'http://www.minghu.gov.cn/elsewhere', sent: 'a=1' },
  { set: 'a=1; Path=/xx', url: 'http://www.minghu.gov.cn/xxgk/', sent: '' },
  { set: 'a=1; Path=/', url: 'http://jyj.minghu.gov.cn/', sent: '' },
  { set: 'a=1; Path=/; Domain=.minghu.gov.cn', url: 'http://jyj.minghu.gov.cn/', sent: 'a=1' },
  { set: 'a=1; Path=/; Domain=minghu.gov.cn', url: 'http://evil-minghu.gov.cn/', sent: '' },
  { set: 'a=1; Path=/; Domain=other.cn', url: 'http://www.minghu.gov.cn/', sent: '' },
  { set: 'a=1; Path=/; Domain=cn', url: 'http://other.cn/', sent: '' },
  { set: 'a=1; Path=/; Secure', url: 'http://www.minghu.gov.cn/', sent: '' },
  { set: 'a=1; Path=/; Secure', url: 'https://www.minghu.gov.cn/', sent: 'a=1' },
  { set: 'a=1; Path=/; Max-Age=0', url: 'http://www.minghu.gov.cn/', sent: '' },
  { set: 'a=1; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT', url: 'http://www.minghu.gov.cn/', sent: '' },
  { set: 'a=b=c; Path=/', url: 'http://www.minghu.gov.cn/', sent: 'a=b=c' },
  { set: 'a=中; Path=/', url: 'http://www.minghu.gov.cn/', sent: '' },
  { set: '=', url: 'http://www.minghu.gov.cn/xxgk/', sent: '' },
  { set: '', url: 'http://www.minghu.gov.cn/xxgk/', sent: '' },
])('Set-Cookie "$set" then $url sends "$sent"', ({ set, url, sent }) => {
  const jar = createCookieJar();
  jar.store(origin, [set]);
  expect(jar.header(at(url))).toBe(sent);
});

test('a later cookie of the same name replaces the earlier one, and an expired one removes it', () => {
  const jar = createCookieJar();
  jar.store(origin, ['a=1; Path=/', 'b=2; Path=/']);
  jar.store(origin, ['a=3; Path=/']);
  expect(jar.header(origin)).toBe('a=3; b=2');
  jar.store(origin, ['a=; Path=/; Max-Age=0']);
  expect(jar.header(origin)).toBe('b=2');
});

test('a server cannot fill the jar without end', () => {
  const jar = createCookieJar();
  for (let round = 0; round < 100; round++) jar.store(origin, [`c${round}=1; Path=/`]);
  expect(jar.header(origin).split('; ')).toHaveLength(50);
});
