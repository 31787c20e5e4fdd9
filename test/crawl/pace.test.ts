import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createPacer, type Pacer, type Route } from '../../src/crawl/pace.ts';
import { startForwardProxy } from '../support/forward-proxy.ts';
import { startServer } from '../support/http-server.ts';
import { testFetcher } from '../support/test-fetcher.ts';

const never = new AbortController().signal;
const local: Route = { host: 'local', address: null, local: true };

test.for([1, 3, 20])('a local server never sees more than %i requests at once, and sees that many', async inFlight => {
  const seen = await watchedServer();
  const fetcher = testFetcher({ pace: { inFlight, gapSeconds: 0.5 } });
  const urls = Array.from({ length: 60 }, (_, index) => `${seen.origin}/${index}`);
  await Promise.all(urls.map(url => fetcher.fetch({ url, body: 'any' })));
  expect(seen.most()).toBe(inFlight);
});

test('a public host sees its gap even when a caller asks for none', async () => {
  const target = await startServer((_request, response) => response.end());
  const proxy = await startForwardProxy(target);
  // Through a loopback proxy a name that is not reserved for tests counts as public.
  const fetcher = testFetcher({ environment: { HTTP_PROXY: proxy.origin }, pace: { inFlight: 20, gapSeconds: 0 } });
  await Promise.all([1, 2, 3, 4].map(number => fetcher.fetch({ url: `http://www.minghu.gov.cn/${number}`, body: 'any' })));
  expect(gaps(proxy.times).every(gap => gap >= 150)).toBe(true);
  expect(proxy.times[3]! - proxy.times[0]!).toBeGreaterThanOrEqual(550);
});

test('a host that asked for a delay gets it, and a shorter wish later changes nothing', async () => {
  const times: number[] = [];
  const server = await startServer((_request, response) => {
    times.push(performance.now());
    response.end();
  });
  const fetcher = testFetcher();
  fetcher.slowDown('127.0.0.1', 0.3);
  fetcher.slowDown('127.0.0.1', 0.1);
  await Promise.all([1, 2, 3].map(number => fetcher.fetch({ url: `${server.origin}/${number}`, body: 'any' })));
  expect(times[2]! - times[0]!).toBeGreaterThanOrEqual(550);
});

test('Retry-After holds back the whole host', async () => {
  const times: number[] = [];
  const server = await startServer((_request, response) => {
    times.push(performance.now());
    response.writeHead(times.length === 1 ? 429 : 200, { 'retry-after': '1' }).end();
  });
  const fetcher = testFetcher({ attempts: 1 });
  await fetcher.fetch({ url: `${server.origin}/1`, body: 'any' });
  await fetcher.fetch({ url: `${server.origin}/2`, body: 'any' });
  expect(times[1]! - times[0]!).toBeGreaterThanOrEqual(950);
});

test('at most four requests to a public host are under way, whatever was asked for', async () => {
  const pacer = createPacer({ inFlight: 20, gapSeconds: 0.2 });
  const running = tracked(pacer, { host: 'a.cn', address: null, local: false });
  for (let index = 0; index < 5; index++) running.start();
  await running.started(4);
  await sleep(300);
  expect(running.count()).toBe(4);
  running.finishAll();
  await running.started(5);
  running.finishAll();
});

test('hosts on one backend address share its gap', async () => {
  const pacer = createPacer({ inFlight: 4, gapSeconds: 0.2 });
  const starts: number[] = [];
  const runs = ['a.cn', 'b.cn', 'c.cn'].map(host =>
    pacer.run({ host, address: '8.8.8.8', local: false }, never, async () => starts.push(performance.now())),
  );
  await Promise.all(runs);
  expect(gaps(starts).every(gap => gap >= 190)).toBe(true);
});

test('hosts on one backend address share its places', async () => {
  const pacer = createPacer({ inFlight: 1, gapSeconds: 0.2 });
  const first = tracked(pacer, { host: 'a.cn', address: '8.8.8.8', local: false });
  const second = tracked(pacer, { host: 'b.cn', address: '8.8.8.8', local: false });
  first.start();
  await first.started(1);
  second.start();
  await sleep(350);
  expect(second.count()).toBe(0);
  first.finishAll();
  await second.started(1);
  second.finishAll();
});

test('a slow host with requests waiting does not delay another, not even on the same address', async () => {
  const pacer = createPacer({ inFlight: 2, gapSeconds: 0.2 });
  const stop = new AbortController();
  pacer.slowDown('slow.cn', 30);
  const waiting = Array.from({ length: 10 }, () =>
    pacer.run({ host: 'slow.cn', address: '8.8.8.8', local: false }, stop.signal, async () => 'slow').catch(() => 'stopped'),
  );
  const begun = performance.now();
  for (const host of ['b.cn', 'c.cn', 'd.cn']) await pacer.run({ host, address: '8.8.8.8', local: false }, never, async () => host);
  expect(performance.now() - begun).toBeLessThan(5000);
  stop.abort();
  expect((await Promise.all(waiting)).filter(result => result === 'stopped')).toHaveLength(9);
});

test('an overloaded host rests longer each time until it answers properly', async () => {
  const pacer = createPacer({ inFlight: 1, gapSeconds: 0.2 });
  const begun = performance.now();
  pacer.rest('local');
  await pacer.run(local, never, async () => {});
  const first = performance.now() - begun;
  pacer.relieve('local');
  pacer.rest('local');
  pacer.rest('local');
  await pacer.run(local, never, async () => {});
  const second = performance.now() - begun - first;
  expect(first).toBeGreaterThanOrEqual(990);
  expect(first).toBeLessThan(1900);
  expect(second).toBeGreaterThanOrEqual(1990);
});

test('a task that fails frees its place', async () => {
  const pacer = createPacer({ inFlight: 1, gapSeconds: 0.2 });
  for (const route of [local, { host: 'a.cn', address: '8.8.8.8', local: false }]) {
    await expect(pacer.run(route, never, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await pacer.run(route, never, async () => 'yes')).toBe('yes');
  }
});

test('giving up while waiting frees the place in every lane', async () => {
  const pacer = createPacer({ inFlight: 1, gapSeconds: 0.2 });
  const route: Route = { host: 'a.cn', address: '8.8.8.8', local: false };
  const first = tracked(pacer, route);
  first.start();
  await first.started(1);
  const stop = new AbortController();
  const given = pacer.run({ ...route, host: 'b.cn' }, stop.signal, async () => 'ran');
  const alsoGiven = pacer.run(route, stop.signal, async () => 'ran');
  stop.abort();
  await expect(given).rejects.toThrow();
  await expect(alsoGiven).rejects.toThrow();
  first.finishAll();
  expect(await pacer.run({ ...route, host: 'b.cn' }, never, async () => 'next')).toBe('next');
});

const gaps = (times: readonly number[]): number[] => times.slice(1).map((time, index) => time - times[index]!);

/** A server that knows how many requests it had at once; each answer waits a little so that they pile up. */
async function watchedServer() {
  let now = 0;
  let most = 0;
  const server = await startServer(async (_request, response) => {
    now++;
    most = Math.max(most, now);
    await sleep(15);
    now--;
    response.end('ok');
  });
  return { origin: server.origin, most: () => most };
}

/** Tasks of one route that run until they are told to finish. */
function tracked(pacer: Pacer, route: Route) {
  const ends: (() => void)[] = [];
  const waiters: { readonly number: number; readonly resolve: () => void }[] = [];
  let begun = 0;
  const task = (): Promise<void> =>
    new Promise(resolve => {
      begun++;
      ends.push(resolve);
      for (const waiter of waiters) if (begun >= waiter.number) waiter.resolve();
    });
  return {
    start: () => void pacer.run(route, never, task),
    count: () => begun,
    started: (number: number) =>
      new Promise<void>(resolve => {
        if (begun >= number) resolve();
        else waiters.push({ number, resolve });
      }),
    finishAll: () => {
      for (const end of ends.splice(0)) end();
    },
  };
}
