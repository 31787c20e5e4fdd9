import { expect, test } from 'vitest';
import { createRobots, type RobotsState } from '../../src/crawl/robots.ts';
import { startRawServer, startServer } from '../support/http-server.ts';
import { testFetcher } from '../support/test-fetcher.ts';

interface Case {
  readonly name: string;
  readonly status?: number;
  readonly type?: string;
  readonly body: string | Uint8Array;
  readonly allowed: readonly string[];
  readonly refused: readonly string[];
  readonly state: RobotsState;
}

const cases: readonly Case[] = [
  { name: 'rules for everybody', body: 'User-agent: *\nDisallow: /admin', allowed: ['/', '/xxgk'], refused: ['/admin/x'], state: 'rules' },
  {
    name: 'rules for us',
    body: 'User-agent: gongkai\nDisallow: /a\n\nUser-agent: *\nDisallow: /',
    allowed: ['/b'],
    refused: ['/a'],
    state: 'rules',
  },
  { name: 'rules for others', body: 'User-agent: Baiduspider\nDisallow: /', allowed: ['/'], refused: [], state: 'rules' },
  { name: 'everything closed', body: 'User-agent: *\r\nDisallow: /\r\n', allowed: ['/robots.txt'], refused: ['/', '/a'], state: 'rules' },
  {
    name: 'the longer rule wins',
    body: 'User-agent: *\nDisallow: /x\nAllow: /xxgk',
    allowed: ['/xxgk/1'],
    refused: ['/xx'],
    state: 'rules',
  },
  { name: 'wildcards', body: 'User-agent: *\nDisallow: /*.jsp$', allowed: ['/a.jsp?x=1'], refused: ['/a.jsp'], state: 'rules' },
  { name: 'a byte order mark', body: '\ufeffUser-agent: *\nDisallow: /a', allowed: ['/b'], refused: ['/a'], state: 'rules' },
  {
    name: 'UTF-16',
    body: Buffer.from('\ufeffUser-agent: *\nDisallow: /a', 'utf16le'),
    allowed: ['/b'],
    refused: ['/a'],
    state: 'rules',
  },
  { name: 'no file', status: 404, body: 'User-agent: *\nDisallow: /', allowed: ['/a'], refused: [], state: 'none' },
  { name: 'a forbidden file', status: 403, body: '', allowed: ['/a'], refused: [], state: 'none' },
  { name: 'an empty file', body: '', allowed: ['/a'], refused: [], state: 'none' },
  { name: 'the home page instead', type: 'text/html', body: '<html>Disallow: /</html>', allowed: ['/a'], refused: [], state: 'none' },
  { name: 'an ailing server', status: 500, body: 'User-agent: *\nDisallow: /', allowed: ['/a'], refused: [], state: 'unreachable' },
];

test.for(cases)('$name', async ({ status = 200, type = 'text/plain', body, allowed, refused, state }) => {
  const server = await startServer((_request, response) => response.writeHead(status, { 'content-type': type }).end(body));
  const robots = createRobots(testFetcher({ attempts: 1 }), 'gongkai/0.1 (+https://example.test)');
  for (const path of allowed) expect([path, await robots.allows(server.origin + path)]).toEqual([path, true]);
  for (const path of refused) expect([path, await robots.allows(server.origin + path)]).toEqual([path, false]);
  await robots.allows(`${server.origin}/`);
  expect(robots.state(`${server.origin}/`)).toBe(state);
});

test('a server that gives no answer is allowed and remembered as unreachable', async () => {
  const server = await startRawServer(() => 'reset');
  const robots = createRobots(testFetcher(), 'gongkai/0.1');
  expect(robots.state(`${server.origin}/`)).toBeNull();
  expect(await robots.allows(`${server.origin}/a`)).toBe(true);
  expect(robots.state(`${server.origin}/`)).toBe('unreachable');
});

test('the file of an origin is fetched once, however many ask at the same time', async () => {
  const paths: (string | undefined)[] = [];
  const server = await startServer((request, response) => {
    paths.push(request.url);
    response.end('User-agent: *\nDisallow: /a');
  });
  const robots = createRobots(testFetcher(), 'gongkai/0.1');
  await Promise.all(['/a', '/b', '/c', '/a'].map(path => robots.allows(server.origin + path)));
  await robots.allows(`${server.origin}/d`);
  expect(paths).toEqual(['/robots.txt']);
});

test('the delay that a site asks for is known once its file is read', async () => {
  const server = await startServer((_request, response) => response.end('User-agent: *\nCrawl-delay: 7'));
  const robots = createRobots(testFetcher(), 'gongkai/0.1');
  expect(robots.crawlDelaySeconds('127.0.0.1')).toBeNull();
  await robots.allows(`${server.origin}/`);
  expect(robots.crawlDelaySeconds('127.0.0.1')).toBe(7);
  expect(robots.crawlDelaySeconds(`127.0.0.1:${server.port}`)).toBe(7);
  expect(robots.crawlDelaySeconds('other.test')).toBeNull();
});

test.for(['gongkai/0.1', 'Mozilla/5.0 (compatible; Gongkai/0.1)'])('"%s" obeys the rules for gongkai', async userAgent => {
  const server = await startServer((_request, response) => response.end('User-agent: gongkai\nDisallow: /\n\nUser-agent: *\nAllow: /'));
  expect(await createRobots(testFetcher(), userAgent).allows(`${server.origin}/`)).toBe(false);
});

test('something that is no address is not allowed', async () => {
  expect(await createRobots(testFetcher(), 'gongkai/0.1').allows('公开')).toBe(false);
});
