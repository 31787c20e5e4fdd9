import { expect, test } from 'vitest';
import { drainQueues } from '../../src/crawl/drain-queues.ts';
import { createHostQueues } from '../../src/crawl/host-queues.ts';

const hostOf = () => 'a';

test('visits everything, also what visits bring in', async () => {
  const queues = createHostQueues({ limit: 2, underWay: 100 });
  const visited: number[] = [];
  queues.push('a', 1);
  const visit = async (item: number) => {
    visited.push(item);
    if (item < 50) queues.push('a', item + 1);
  };
  await drainQueues({ queues, hostOf, visit, isStopped: () => false, signal: undefined });
  expect(visited).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
});

test('nothing to do is done at once', async () => {
  await drainQueues({
    queues: createHostQueues({ limit: 1, underWay: 100 }),
    hostOf,
    visit: async () => {},
    isStopped: () => false,
    signal: undefined,
  });
});

test('a visit that sleeps gives its place to another', async () => {
  const queues = createHostQueues({ limit: 1, underWay: 100 });
  const woken = Promise.withResolvers<void>();
  queues.push('a', 1);
  queues.push('a', 2);
  const visit = (item: number) => {
    if (item === 2) woken.resolve();
    return item === 1 ? woken.promise : Promise.resolve();
  };
  await drainQueues({ queues, hostOf, visit, isStopped: () => false, signal: undefined });
});

test('stops taking when told to, and waits for what is under way', async () => {
  const queues = createHostQueues({ limit: 1, underWay: 100 });
  let visited = 0;
  for (let i = 0; i < 10; i++) queues.push('a', i);
  const visit = async () => {
    visited++;
  };
  await drainQueues({ queues, hostOf, visit, isStopped: () => visited === 3, signal: undefined });
  expect(visited).toBe(3);
});

test('an abort ends it at once, whatever is under way', async () => {
  const queues = createHostQueues({ limit: 1, underWay: 100 });
  queues.push('a', 1);
  const stop = new AbortController();
  const visit = () => {
    stop.abort();
    return new Promise<void>(() => {});
  };
  await drainQueues({ queues, hostOf, visit, isStopped: () => false, signal: stop.signal });
  await drainQueues({ queues, hostOf, visit, isStopped: () => false, signal: AbortSignal.abort() });
});

test('a bug in a visit is not swallowed', async () => {
  const queues = createHostQueues({ limit: 1, underWay: 100 });
  queues.push('a', 1);
  const visit = () => Promise.reject(new Error('bug'));
  await expect(drainQueues({ queues, hostOf, visit, isStopped: () => false, signal: undefined })).rejects.toThrow('bug');
});

test('a host with thousands of visits that do not end leaves the others their share', async () => {
  const queues = createHostQueues({ limit: 5000, underWay: 1000 });
  const isSlow = (item: number) => item < 5000;
  const hostOf = (item: number) => (isSlow(item) ? 'slow' : 'quick');
  for (let item = 0; item < 5000; item++) queues.push('slow', item);
  const quickOnes = Promise.withResolvers<void>();
  let [mostSlow, slow, quick] = [0, 0, 0];
  const visit = async (item: number) => {
    // The quick host is met only when the slow one has taken all there is.
    if (item === 999) for (let more = 5000; more < 8000; more++) queues.push('quick', more);
    if (!isSlow(item)) {
      if (++quick === 3000) quickOnes.resolve();
      return;
    }
    mostSlow = Math.max(mostSlow, ++slow);
    await quickOnes.promise;
    slow--;
  };
  await drainQueues({ queues, hostOf, visit, isStopped: () => false, signal: undefined });
  expect([mostSlow, quick]).toEqual([1000, 3000]);
});
