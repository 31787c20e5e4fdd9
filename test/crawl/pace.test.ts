import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPacer, type Heard, type PaceOptions, type Pacer, type Route } from '../../src/crawl/pace.ts';
import { type VirtualClock, virtualClock } from './virtual-clock.ts';

// Each with a signal of its own, as in a fetcher.
const never = () => new AbortController().signal;
const local: Route = { host: 'local', addresses: ['127.0.0.1'], local: true };
const at = (host: string, ...addresses: readonly string[]): Route => ({ host, addresses, local: false });
const good: Heard = { status: 200, milliseconds: 0, askedSeconds: null };
const day = 86_400_000;

/** A pacer with its clock, and the moments at which the tasks given to it started, in milliseconds. */
function pacing(options: PaceOptions, clock: VirtualClock = virtualClock()) {
  const pacer = createPacer(options, clock);
  const starts: number[] = [];
  const ask = (route: Route, milliseconds = 0, heard: Heard = good) =>
    pacer.run(route, never(), async () => {
      starts.push(clock.now());
      await clock.sleep(milliseconds);
      pacer.heed(route, heard);
    });
  return { pacer, clock, starts, ask };
}

/** Asks one after another, each as soon as the one before is done; the time between the starts, in milliseconds. */
async function gapsAfter(options: PaceOptions, route: Route, answers: readonly Heard[], prepare: (pacer: Pacer) => void = () => {}) {
  const { pacer, clock, starts, ask } = pacing(options);
  prepare(pacer);
  const all = (async () => {
    for (const heard of [...answers, good]) await ask(route, heard.milliseconds, heard);
  })();
  await clock.play();
  await all;
  return starts.slice(1).map((start, index) => start - starts[index]!);
}

describe('limits', () => {
  const host = fc.constantFrom('a.cn', 'b.cn', 'c.cn', 'd.cn');
  const addresses = fc.subarray(['8.8.8.8', '8.8.4.4', '1.1.1.1'], { minLength: 1 });
  const request = fc.record({
    host,
    addresses,
    milliseconds: fc.integer({ min: 0, max: 3000 }),
    status: fc.constantFrom(200, 404, 429, 503, null),
    after: fc.integer({ min: 0, max: 2000 }),
  });

  test('whatever is asked for, however long it takes and whatever comes back, no public host and no address sees more than its limits', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(request, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 30 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        async (requests, inFlight, gapSeconds) => {
          const { pacer, clock } = pacing({ inFlight, gapSeconds });
          const lastStart = new Map<string, number>();
          const underWay = new Map<string, number>();
          const count = (keys: readonly string[], change: number) => {
            for (const key of keys) underWay.set(key, (underWay.get(key) ?? 0) + change);
          };
          const runs = requests.map(async ({ host, addresses, milliseconds, status, after }) => {
            await clock.sleep(after);
            const route = at(host, ...addresses);
            const keys = [host, ...addresses];
            await pacer.run(route, never(), async () => {
              for (const key of keys) {
                expect(clock.now() - (lastStart.get(key) ?? Number.NEGATIVE_INFINITY)).toBeGreaterThanOrEqual(
                  1000 * Math.max(0.2, gapSeconds),
                );
                lastStart.set(key, clock.now());
              }
              count(keys, 1);
              for (const key of keys) expect(underWay.get(key)).toBeLessThanOrEqual(Math.min(4, inFlight));
              await clock.sleep(milliseconds);
              count(keys, -1);
              pacer.heed(route, { status, milliseconds, askedSeconds: null });
            });
          });
          await clock.play();
          await Promise.all(runs);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('a local host has only the number that was given', async () => {
    const { clock, starts, ask } = pacing({ inFlight: 20, gapSeconds: 5 });
    for (let index = 0; index < 50; index++) void ask(local, 10);
    await clock.play();
    expect(starts.filter(start => start === 0)).toHaveLength(20);
    expect(starts.at(-1)).toBe(20);
  });

  test('what comes first starts first, host by host in turn', async () => {
    const { pacer, clock } = pacing({ inFlight: 1, gapSeconds: 0.2 });
    const order: string[] = [];
    for (const name of ['a1', 'a2', 'a3', 'b1', 'b2']) void pacer.run(at(name[0]!, '8.8.8.8'), never(), async () => void order.push(name));
    await clock.play();
    expect(order).toEqual(['a1', 'a2', 'b1', 'a3', 'b2']);
  });

  test('an IPv4 and an IPv6 address of one host are both kept from its neighbours', async () => {
    const { clock, starts, ask } = pacing({ inFlight: 4, gapSeconds: 0.2 });
    void ask(at('a.cn', '8.8.8.8', '2001:4860::8'));
    void ask(at('b.cn', '2001:4860::8'));
    void ask(at('c.cn', '8.8.8.8'));
    await clock.play();
    expect(starts).toEqual([0, 200, 200]);
  });
});

describe('a slow host', () => {
  test('with requests waiting delays nobody, not even on its own address', async () => {
    const { pacer, clock, starts, ask } = pacing({ inFlight: 2, gapSeconds: 0.2 });
    pacer.slowDown('slow.cn', 30);
    for (let index = 0; index < 10; index++) void pacer.run(at('slow.cn', '8.8.8.8'), never(), async () => {});
    for (const host of ['b.cn', 'c.cn', 'd.cn']) void ask(at(host, '8.8.8.8'));
    await clock.play(1000);
    expect(starts).toEqual([200, 400, 600]);
  });

  test('that hangs never takes the last place at an address that others use', async () => {
    const { pacer, clock, starts, ask } = pacing({ inFlight: 2, gapSeconds: 0.2 });
    void ask(at('quick.cn', '8.8.8.8'), 50);
    for (let index = 0; index < 10; index++) void pacer.run(at('hangs.cn', '8.8.8.8'), never(), () => new Promise(() => {}));
    await clock.play(1000);
    for (let index = 0; index < 9; index++) void ask(at('quick.cn', '8.8.8.8'), 50);
    await clock.play(5000);
    expect(starts).toHaveLength(10);
  });

  test('that has an address for itself may use all its places', async () => {
    const { clock, starts, ask } = pacing({ inFlight: 2, gapSeconds: 0.2 });
    for (let index = 0; index < 3; index++) void ask(at('alone.cn', '8.8.8.8'), 60_000);
    await clock.play(1000);
    expect(starts).toEqual([0, 200]);
  });
});

describe('delays', () => {
  const usual = { inFlight: 2, gapSeconds: 0.5 };
  const route = at('a.cn', '8.8.8.8');
  const answer = (status: number | null, milliseconds = 0, askedSeconds: number | null = null): Heard => ({
    status,
    milliseconds,
    askedSeconds,
  });

  test.for<[name: string, answers: readonly Heard[], gaps: readonly number[]]>([
    ['quick answers keep the gap', [good, good], [500, 500]],
    [
      'slow answers lengthen it to their own length, quick ones halve it again',
      [answer(200, 3000), good, good, good],
      [3000, 1500, 750, 500],
    ],
    ['beyond five seconds it is not lengthened', [answer(200, 9000), good], [9000, 2500]],
    ['an error never shortens it', [answer(200, 3000), answer(404, 10), answer(500, 10), answer(null, 10)], [3000, 3000, 3000, 3000]],
    ['a slow error lengthens it', [answer(404, 2000), answer(404, 2000)], [2000, 2000]],
    ['429 without Retry-After doubles a rest', [answer(429), answer(429), answer(429)], [1000, 2000, 4000]],
    ['so does 503, until a good answer', [answer(503), answer(503), good, answer(503)], [1000, 2000, 500, 1000]],
    ['no error takes a rest back', [answer(503), answer(404), answer(302), answer(503)], [1000, 500, 500, 2000]],
    ['a rest is a minute at most', Array.from({ length: 8 }, () => answer(429)), [1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]],
    ['Retry-After is obeyed', [answer(429, 0, 7), answer(503, 0, 0)], [7000, 500]],
    ['Retry-After beyond a minute is obeyed for a minute', [answer(503, 0, 3600)], [60_000]],
  ])('%s', async ([, answers, gaps]) => expect(await gapsAfter(usual, route, answers)).toEqual(gaps));

  test('two refusals at once are one reason to rest', async () => {
    const { clock, starts, ask } = pacing(usual);
    for (let index = 0; index < 2; index++) void ask(route, 600, answer(429));
    await clock.play();
    void ask(route);
    await clock.play();
    expect(starts).toEqual([0, 500, 1600]);
  });

  test('a delay that robots.txt asks for lengthens the gap up to half a minute, and never shortens it', async () => {
    const asked = (...seconds: readonly number[]) =>
      gapsAfter(usual, route, [good], pacer => {
        for (const each of seconds) pacer.slowDown('a.cn', each);
      });
    expect(await asked(2, 1)).toEqual([2000]);
    expect(await asked(0.1)).toEqual([500]);
    expect(await asked(300)).toEqual([30_000]);
  });

  test('a delay that is learnt after the first request already counts for the second', async () => {
    const { pacer, clock, starts, ask } = pacing(usual);
    void ask(route).then(() => pacer.slowDown('a.cn', 10));
    await clock.play(100);
    void ask(route);
    await clock.play();
    expect(starts).toEqual([0, 10_000]);
  });

  test('a local host rests only when it asks for it', async () => {
    expect(await gapsAfter(usual, local, [answer(503), answer(429, 0, 3), answer(200, 4000)])).toEqual([0, 3000, 4000]);
  });
});

describe('consent', () => {
  const until = 100 * day;
  const consents = new Map([['a.cn', { inFlight: 8, gapSeconds: 0.1, from: 0, until }]]);
  const paced = (today = 0, extra: Partial<PaceOptions> = {}) =>
    pacing({ inFlight: 2, gapSeconds: 0.5, consents, ...extra }, virtualClock(today));
  const startsOf = async ({ clock, starts, ask }: ReturnType<typeof pacing>, routes: readonly Route[]) => {
    for (const route of routes) void ask(route, 10_000);
    await clock.play(1000);
    return starts;
  };
  const nine = (route: Route) => Array.from({ length: 9 }, () => route);

  test('widens the host’s own limits', async () => {
    expect(await startsOf(paced(), nine(at('a.cn', '8.8.8.8')))).toEqual([0, 100, 200, 300, 400, 500, 600, 700]);
  });

  test('not those of a neighbour', async () => {
    expect(await startsOf(paced(), nine(at('www.a.cn', '8.8.8.8')))).toEqual([0, 500]);
  });

  test('not those of an address that others use', async () => {
    const route = at('a.cn', '8.8.8.8');
    expect(await startsOf(paced(), [at('b.cn', '8.8.8.8'), ...nine(route)])).toEqual([0, 500]);
    // Once another host has been met there the address stays narrow.
    const later = paced();
    void later.ask(route);
    void later.ask(at('b.cn', '8.8.8.8'));
    await later.clock.play();
    later.starts.length = 0;
    const begun = later.clock.now();
    expect((await startsOf(later, nine(route))).map(start => start - begun).every(start => start >= 0 && start % 500 === 0)).toBe(true);
  });

  test.for([
    ['before it was given', -day],
    ['on its last moment', until],
    ['long after', until + day],
  ] as const)('has no effect %s', async ([, today]) => {
    expect(await startsOf(paced(today), nine(at('a.cn', '8.8.8.8')))).toEqual([0, 500]);
  });

  test('ends while we are at it', async () => {
    const { clock, starts, ask } = paced(until - 250);
    for (let index = 0; index < 4; index++) void ask(at('a.cn', '8.8.8.8'));
    await clock.play(300);
    for (let index = 0; index < 2; index++) void ask(at('a.cn', '8.8.8.8'));
    await clock.play();
    expect(starts).toEqual([0, 100, 200, 300, 800, 1300]);
  });

  test('goes no further than the bounds, and never makes a limit narrower', async () => {
    const wild = new Map([['a.cn', { inFlight: 1000, gapSeconds: 0, from: 0, until }]]);
    const wide = await startsOf(
      paced(0, { consents: wild }),
      Array.from({ length: 99 }, () => at('a.cn', '8.8.8.8')),
    );
    expect(wide).toEqual(Array.from({ length: 16 }, (_, index) => index * 50));
    const narrow = new Map([['a.cn', { inFlight: 1, gapSeconds: 9, from: 0, until }]]);
    expect(await startsOf(paced(0, { consents: narrow }), nine(at('a.cn', '8.8.8.8')))).toEqual([0, 500]);
  });

  test('does not lift what robots.txt asks for', async () => {
    const { pacer, clock, starts, ask } = paced();
    pacer.slowDown('a.cn', 5);
    await startsOf({ pacer, clock, starts, ask }, nine(at('a.cn', '8.8.8.8')));
    expect(starts).toEqual([0]);
  });
});

describe('giving up', () => {
  test('a task that fails frees its place', async () => {
    const { pacer, clock } = pacing({ inFlight: 1, gapSeconds: 0.2 });
    for (const route of [local, at('a.cn', '8.8.8.8')]) {
      await expect(pacer.run(route, never(), () => Promise.reject(new Error('no')))).rejects.toThrow('no');
      const next = pacer.run(route, never(), async () => 'yes');
      await clock.play();
      expect(await next).toBe('yes');
    }
  });

  test('while waiting frees the way for the next', async () => {
    const { pacer, clock } = pacing({ inFlight: 1, gapSeconds: 0.2 });
    const end = Promise.withResolvers<void>();
    const first = pacer.run(at('a.cn', '8.8.8.8'), never(), () => end.promise);
    const stop = new AbortController();
    const waiting = ['a.cn', 'b.cn'].map(host => pacer.run(at(host, '8.8.8.8'), stop.signal, async () => 'ran'));
    stop.abort();
    expect((await Promise.allSettled(waiting)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(pacer.run(local, AbortSignal.abort(), async () => 'ran')).rejects.toThrow();
    end.resolve();
    await first;
    const next = pacer.run(at('b.cn', '8.8.8.8'), never(), async () => 'next');
    await clock.play();
    expect(await next).toBe('next');
  });
});
