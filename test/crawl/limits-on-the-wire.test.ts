import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { createRobots } from '../../src/crawl/robots.ts';
import { testFetcher } from '../support/test-fetcher.ts';
import { type Seen, watchedServer } from './watched-server.ts';

/** Asked for more than anybody gets. */
const greedy = { inFlight: 20, gapSeconds: 0 };
const slowAnswer = 900;

/**
 * Milliseconds. A start may be noticed late, and the next one in time, when the machine is busy with other tests. A limit that was not kept
 * would show all the same: what is asked for is 0 or 50, and over all starts together only the first and last count.
 */
const noticedLate = 140;

/** At least so many milliseconds lay between starts: each pair within what can be noticed, and all together. */
function expectGaps({ times }: Seen, milliseconds: number): void {
  expect(times.length).toBeGreaterThan(1);
  for (const [index, time] of times.slice(1).entries()) expect(time - times[index]!).toBeGreaterThanOrEqual(milliseconds - noticedLate);
  expect(times.at(-1)! - times[0]!).toBeGreaterThanOrEqual((times.length - 1) * milliseconds - noticedLate);
}

describe('what a public server sees when a caller asks for 20 at once and no gap', () => {
  test('of one host: four at once, a fifth of a second apart', async () => {
    const server = await watchedServer(['a.cn'], '8.8.8.8', (_, response) => void sleep(slowAnswer).then(() => response.end('ok')));
    const fetcher = testFetcher({ world: server.hosts, pace: greedy });
    await Promise.all(Array.from({ length: 7 }, (_, index) => fetcher.fetch({ url: `http://a.cn/${index}`, body: 'any' })));
    expect(server.seen('a.cn').mostAtOnce).toBe(4);
    expectGaps(server.seen('a.cn'), 200);
  });

  test('of many names on one address: no more than of one', async () => {
    const names = Array.from({ length: 8 }, (_, index) => `bureau${index}.cn`);
    const server = await watchedServer(names, '8.8.8.8', (_, response) => void sleep(slowAnswer).then(() => response.end('ok')));
    const fetcher = testFetcher({ world: server.hosts, pace: greedy });
    await Promise.all(names.map(name => fetcher.fetch({ url: `http://${name}/`, body: 'any' })));
    expect(server.seen().times).toHaveLength(8);
    expect(server.seen().mostAtOnce).toBeLessThanOrEqual(4);
    expectGaps(server.seen(), 200);
  });

  test('robots.txt, redirects between names, repetitions and answers that only the loose reader takes count like any request', async () => {
    const asked: string[] = [];
    const server = await watchedServer(['a.cn', 'b.cn'], '8.8.8.8', (request, response) => {
      const path = `${request.headers.host}${request.url}`;
      const isFirst = !asked.includes(path);
      asked.push(path);
      if (request.url === '/robots.txt') response.end('User-agent: *\nDisallow: /no');
      else if (path === 'a.cn/go') response.writeHead(302, { location: 'http://b.cn/back' }).end();
      else if (path === 'b.cn/back') response.writeHead(302, { location: 'http://a.cn/end' }).end();
      else if (path === 'a.cn/end' && isFirst) response.writeHead(500).end();
      else if (path === 'b.cn/odd') response.socket!.end('HTTP/1.1 200 OK\nContent-Type: text/html\n\nold server');
      else response.end('ok');
    });
    const fetcher = testFetcher({ world: server.hosts, pace: greedy });
    const robots = createRobots(fetcher, 'gongkai');
    const outcomes = await Promise.all(
      ['http://a.cn/go', 'http://b.cn/odd'].map(async url => {
        expect(await robots.allows(url)).toBe(true);
        return fetcher.fetch({ url, body: 'any' });
      }),
    );
    expect(outcomes).toMatchObject([
      { status: 200, finalUrl: 'http://a.cn/end' },
      { status: 200, finalUrl: 'http://b.cn/odd' },
    ]);
    expect([...asked].sort()).toEqual(
      ['a.cn/robots.txt', 'b.cn/robots.txt', 'a.cn/go', 'b.cn/back', 'a.cn/end', 'a.cn/end', 'b.cn/odd', 'b.cn/odd'].sort(),
    );
    expectGaps(server.seen(), 200);
  });

  test('an address of its own is not held up by the others', async () => {
    const order: string[] = [];
    const note = (request: { readonly headers: { readonly host?: string | undefined } }) => void order.push(request.headers.host!);
    const shared = await watchedServer(['a.cn', 'b.cn', 'c.cn'], '8.8.8.8', (request, response) => response.end(note(request)));
    const other = await watchedServer(['d.cn'], '8.8.4.4', (request, response) => response.end(note(request)));
    const fetcher = testFetcher({ world: new Map([...shared.hosts, ...other.hosts]), pace: greedy });
    await Promise.all(['a.cn', 'b.cn', 'c.cn', 'd.cn'].map(host => fetcher.fetch({ url: `http://${host}/`, body: 'any' })));
    expect(order.indexOf('d.cn')).toBeLessThan(2);
  });

  test('a consent of one name widens nothing for the address that it shares', async () => {
    const consents = new Map([['a.cn', { inFlight: 16, gapSeconds: 0.05, from: 0, until: Number.POSITIVE_INFINITY }]]);
    const server = await watchedServer(['a.cn', 'b.cn'], '8.8.8.8', (_, response) => response.end('ok'));
    const fetcher = testFetcher({ world: server.hosts, pace: greedy, consents });
    const urls = ['http://b.cn/', ...Array.from({ length: 4 }, (_, index) => `http://a.cn/${index}`)];
    await Promise.all(urls.map(url => fetcher.fetch({ url, body: 'any' })));
    expectGaps(server.seen(), 200);
  });
});

describe('a host that never answers', () => {
  const inFlight = 2;

  /** Several requests to a host that is silent, and meanwhile five to another one, which have to be through while all the others hang. */
  async function askBoth(addressOfQuick: string) {
    const slow = await watchedServer(['slow.cn'], '8.8.8.8', () => {});
    const quick = await watchedServer(['quick.cn'], addressOfQuick, (_, response) => response.end('quick'));
    const world = new Map([...slow.hosts, ...quick.hosts]);
    const fetcher = testFetcher({ world, pace: { inFlight, gapSeconds: 0.2 }, timeoutSeconds: 600 });
    const stop = new AbortController();
    await fetcher.fetch({ url: 'http://quick.cn/', body: 'any' });
    const hanging = [1, 2, 3, 4].map(number => fetcher.fetch({ url: `http://slow.cn/${number}`, body: 'any', signal: stop.signal }));
    const answers = [];
    for (const number of [1, 2, 3, 4, 5]) answers.push(await fetcher.fetch({ url: `http://quick.cn/${number}`, body: 'any' }));
    stop.abort();
    expect(await Promise.all(hanging)).toMatchObject([1, 2, 3, 4].map(() => ({ cause: 'interrupted' })));
    expect(answers).toMatchObject([1, 2, 3, 4, 5].map(() => ({ status: 200 })));
    return slow.seen();
  }

  test('keeps nobody waiting who lives elsewhere', async () => {
    expect((await askBoth('8.8.4.4')).mostAtOnce).toBe(inFlight);
  });

  test('keeps nobody waiting who lives at the same address', async () => {
    expect((await askBoth('8.8.8.8')).mostAtOnce).toBe(inFlight - 1);
  });
});
