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
  {
    name: 'UTF-16, the other way round',
    body: Buffer.from('\ufeffUser-agent: *\nDisallow: /a', 'utf16le').swap16(),
    allowed: ['/b'],
    refused: ['/a'],
    state: 'rules',
  },
  {
    name: 'Chinese paths in GBK',
    body: Buffer.concat([Buffer.from('User-agent: *\nDisallow: /'), Buffer.from([0xb9, 0xab, 0xbf, 0xaa]), Buffer.from('/\n')]),
    allowed: ['/公告/'],
    refused: ['/公开/x', '/%E5%85%AC%E5%BC%80/x'],
    state: 'rules',
  },
  {
    name: 'exactly 500 KiB',
    body: `${'#'.repeat(500 * 1024 - 30)}\nUser-agent: *\nDisallow: /aaa`,
    allowed: ['/a'],
    refused: ['/aaa'],
    state: 'rules',
  },
  {
    name: 'a line cut off at 500 KiB, which might have said less',
    body: `User-agent: *\nDisallow: /b\n${'#'.repeat(500 * 1024 - 41)}\nDisallow: /aaa`,
    allowed: ['/', '/a', '/aaa'],
    refused: ['/b'],
    state: 'rules',
  },
  {
    name: 'more than 500 KiB',
    body: `User-agent: *\nDisallow: /b\n${'# x\n'.repeat(130_000)}Disallow: /a`,
    allowed: ['/a'],
    refused: ['/b'],
    state: 'rules',
  },
  { name: 'text that is no robots.txt', body: '您访问的页面不存在', allowed: ['/a'], refused: [], state: 'none' },
  {
    name: 'a page behind a byte order mark and blank lines',
    body: '\ufeff\n\n<!-- x -->\nUser-agent: *\nDisallow: /',
    allowed: ['/a'],
    refused: [],
    state: 'none',
  },
  {
    name: 'rules sent as a page',
    type: 'text/html; charset=gb2312',
    body: 'User-agent: *\nDisallow: /a',
    allowed: ['/b'],
    refused: ['/a'],
    state: 'rules',
  },
  ...[400, 401, 410, 429, 451].map(status => ({
    name: `a refusal ${status}`,
    status,
    body: 'User-agent: *\nDisallow: /',
    allowed: ['/a'],
    refused: [],
    state: 'none' as const,
  })),
  { name: 'a busy server', status: 503, body: 'User-agent: *\nDisallow: /', allowed: ['/a'], refused: [], state: 'unreachable' },
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

test('redirects are followed, five and to another host, and the rules are those of the host that was asked (RFC 9309 §2.3.1.2)', async () => {
  const asked: (string | undefined)[] = [];
  const other = await startServer((request, response) => {
    asked.push(request.url);
    response.end('User-agent: *\nDisallow: /a');
  });
  const server = await startServer((request, response) => {
    const hop = Number(request.url?.split('hop=')[1] ?? 0);
    response.writeHead(302, { location: hop < 4 ? `/robots.txt?hop=${hop + 1}` : `${other.origin}/moved.txt` }).end();
  });
  const robots = createRobots(testFetcher(), 'gongkai/0.1');
  expect(await robots.allows(`${server.origin}/a`)).toBe(false);
  expect(await robots.allows(`${server.origin}/b`)).toBe(true);
  expect(robots.state(`${other.origin}/`)).toBeNull();
  expect(asked).toEqual(['/moved.txt']);
});

test('redirects without end leave the site open, and remembered as unreachable', async () => {
  const server = await startServer((_request, response) => response.writeHead(302, { location: '/robots.txt' }).end());
  const robots = createRobots(testFetcher({ attempts: 1 }), 'gongkai/0.1');
  expect(await robots.allows(`${server.origin}/a`)).toBe(true);
  expect(robots.state(`${server.origin}/`)).toBe('unreachable');
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

test('the delay for us counts, not that for all', async () => {
  const text = 'User-agent: *\nCrawl-delay: 30\n\nUser-agent: gongkai\nCrawl-delay: 2';
  const server = await startServer((_request, response) => response.end(text));
  const robots = createRobots(testFetcher(), 'gongkai/0.1');
  await robots.allows(`${server.origin}/`);
  expect(robots.crawlDelaySeconds('127.0.0.1')).toBe(2);
});

test.for(['gongkai/0.1', 'Mozilla/5.0 (compatible; Gongkai/0.1)'])('"%s" obeys the rules for gongkai', async userAgent => {
  const server = await startServer((_request, response) => response.end('User-agent: gongkai\nDisallow: /\n\nUser-agent: *\nAllow: /'));
  expect(await createRobots(testFetcher(), userAgent).allows(`${server.origin}/`)).toBe(false);
});

test('something that is no address is not allowed', async () => {
  expect(await createRobots(testFetcher(), 'gongkai/0.1').allows('公开')).toBe(false);
});
