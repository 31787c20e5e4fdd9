import { expect, test } from 'vitest';
import { checkLinks } from '../../src/crawl/check-links.ts';
import { createRobots } from '../../src/crawl/robots.ts';
import { startServer } from '../support/http-server.ts';
import { testFetcher } from '../support/test-fetcher.ts';
import { anchors, answer, check, page, told } from './link-site.ts';
import { watchedServer } from './watched-server.ts';

const many = (count: number, path: (i: number) => string) => Array.from({ length: count }, (_, i) => path(i));

test('a host that never answers keeps no other link waiting', async () => {
  // The silent host answers only when all pages of the site have been read: were they kept waiting, the check would never end.
  const held: (() => void)[] = [];
  let isRead = false;
  const server = await startServer((request, response) => {
    const { url = '', headers } = request;
    const number = Number(/^\/p\/(\d+)/.exec(url)?.[1] ?? Number.NaN);
    if (headers.host === 'silent.test' && url !== '/robots.txt' && !isRead) held.push(() => answer(page(''), request, response));
    else if (url === '/') answer(page(anchors(...many(300, i => `http://silent.test/${i}`), '/p/0')), request, response);
    else if (headers.host === 'silent.test' && url !== '/robots.txt') answer(page(''), request, response);
    else if (Number.isNaN(number)) answer(404, request, response);
    else answer(page(`<h1>第${number}页</h1>${'字'.repeat(number)}${number < 200 ? anchors(`/p/${number + 1}`) : ''}`), request, response);
    if (number === 200) isRead = true;
    if (isRead) for (const each of held.splice(0)) each();
  });
  const here = { address: '127.0.0.1', port: server.port };
  const world = new Map([
    ['site.test', here],
    ['silent.test', here],
  ]);
  const fetcher = testFetcher({ world, timeoutSeconds: 600 });
  const robots = createRobots(fetcher, 'gongkai-test');
  const options = { concurrency: 4, maxPages: 1000, secondLookAfterMilliseconds: 0, record: null };
  const found = await checkLinks({ startUrl: 'http://site.test/', fetcher, robots, ...options });
  expect(found).toMatchObject({ pages: 202, links: 501, broken: [], unsure: [] });
});

test('a foreign host that turns us away ten times in a row is left alone, and its other links are unsure', async () => {
  let asked = 0;
  const other = await startServer((request, response) => {
    asked++;
    answer(request.url === '/robots.txt' ? 404 : 403, request, response);
  });
  const found = await check({ '/': page(anchors(...many(100, i => `${other.origin}/${i}`), '/a')), '/a': page('') });
  expect(asked).toBeLessThan(40);
  expect(found).toMatchObject({ pages: 2, links: 101, broken: [], stoppedBecause: 'complete' });
  expect(found.unsure).toHaveLength(100);
  expect(found.unsure.filter(({ reason }) => reason.includes('其余链接没有再试')).length).toBeGreaterThan(60);
});

test('an address whose server asks for more patience than we have is unsure, says so, and is asked once', async () => {
  const found = await check({
    '/': page(anchors('/later')),
    '/later': (_, response) => response.writeHead(503, { 'retry-after': '7200' }).end(),
  });
  expect(told(found, found.unsure)).toEqual(['/later 服务器要求7200秒以后再来，这次没有再试（503）']);
  expect(found.asked.filter(path => path === '/later')).toHaveLength(1);
});

test('a delay that robots.txt asks for is kept between all requests of a check', async () => {
  const server = await watchedServer(['a.cn'], '8.8.8.8', (request, response) => {
    if (request.url === '/robots.txt') response.end('User-agent: *\nCrawl-delay: 0.6');
    else answer(request.url === '/' ? page(anchors('/a', '/b')) : page(`<h1>${request.url}</h1>`), request, response);
  });
  const fetcher = testFetcher({ world: server.hosts });
  const robots = createRobots(fetcher, 'gongkai-test');
  const options = { concurrency: 4, maxPages: 100, secondLookAfterMilliseconds: 0, record: null };
  expect(await checkLinks({ startUrl: 'http://a.cn/', fetcher, robots, ...options })).toMatchObject({ pages: 3, notes: [] });
  const { times } = server.seen();
  expect(times.length).toBeGreaterThanOrEqual(4);
  expect(times.at(-1)! - times[0]!).toBeGreaterThanOrEqual((times.length - 1) * 600 - 80);
});
