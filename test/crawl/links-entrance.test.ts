import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { checkLinks } from '../../src/crawl/check-links.ts';
import { createRobots } from '../../src/crawl/robots.ts';
import { authorities, leaves } from '../support/certificates.ts';
import { startServer } from '../support/http-server.ts';
import { testFetcher } from '../support/test-fetcher.ts';
import { startTlsServer } from '../support/tls-server.ts';
import { anchors, page } from './link-site.ts';

const serve = (site: Readonly<Record<string, string>>) =>
  startServer((request, response) => {
    const html = site[request.url!];
    response.writeHead(html === undefined ? 404 : 200, { 'content-type': 'text/html' }).end(html);
  });

/** A port at which nobody listens any more. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as { port: number };
  await new Promise(resolve => {
    server.close(resolve);
  });
  return port;
}

/** Checks the links under an address in a world of these hosts. */
function check(startUrl: string, ports: Readonly<Record<string, number>>) {
  const world = new Map(Object.entries(ports).map(([host, port]) => [host, { address: '127.0.0.1', port }]));
  const fetcher = testFetcher({ world, authority: authorities.root, attempts: 2 });
  const robots = createRobots(fetcher, 'gongkai-test');
  return checkLinks({ startUrl, fetcher, robots, concurrency: 4, maxPages: 100, secondLookAfterMilliseconds: 0, record: null });
}

test('a start address that cannot be reached is opened in another form, and this is said', async () => {
  const site = await serve({ '/': page(anchors('/a', '/dead')), '/a': page('') });
  const found = await check('http://www.minghu.cn/', {
    'www.minghu.cn': await closedPort(),
    'minghu.cn': Number(new URL(site.origin).port),
  });
  expect(found).toMatchObject({ pages: 2, stoppedBecause: 'complete', startTrouble: null });
  expect(found.broken.map(({ url }) => url)).toEqual(['http://minghu.cn/dead']);
  expect(found.notes).toEqual(['起始网址 http://www.minghu.cn/ 打不开（服务器拒绝连接），已改用 http://minghu.cn/ 。']);
});

test('when no form of it can be reached, the reason is that of the address that was given', async () => {
  const found = await check('http://www.minghu.cn/', { 'www.minghu.cn': await closedPort() });
  expect(found).toMatchObject({ pages: 0, stoppedBecause: 'unreachable', startTrouble: '服务器拒绝连接', notes: [] });
});

test('a link of plain http that answers over https alone is suspect, and one that answers nowhere is broken', async () => {
  const certificate = { key: leaves['wrong-name'].key, cert: leaves['wrong-name'].cert + authorities.intermediate };
  const secure = await startTlsServer(certificate, (_request, response) => response.end('友好'));
  const site = await serve({ '/': page('<a href="http://secure.minghu.cn/x">甲</a><a href="http://gone.minghu.cn/">乙</a>') });
  const found = await check('http://www.minghu.cn/', {
    'www.minghu.cn': Number(new URL(site.origin).port),
    'secure.minghu.cn': secure.port,
    'gone.minghu.cn': await closedPort(),
  });
  expect(found.broken.map(({ url, cause }) => [url, cause])).toEqual([['http://gone.minghu.cn/', 'refused']]);
  expect(found.suspect.map(({ url, cause }) => [url, cause])).toEqual([['http://secure.minghu.cn/x', 'only-https']]);
});
