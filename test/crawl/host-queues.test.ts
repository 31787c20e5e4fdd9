import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createHostQueues } from '../../src/crawl/host-queues.ts';

test('hosts take turns, and none holds more places than its limit', () => {
  const queues = createHostQueues({ limit: 2 });
  for (const item of [1, 2, 3]) queues.push('a', item);
  for (const item of [11, 12]) queues.push('b', item);
  expect([queues.take(), queues.take(), queues.take(), queues.take(), queues.take()]).toEqual([1, 11, 2, 12, null]);
  expect(queues.waiting).toBe(1);
  queues.release('b');
  expect(queues.take()).toBeNull();
  queues.release('a');
  expect(queues.take()).toBe(3);
  expect(queues.take()).toBeNull();
});

test('everything is taken once, first come first served within a host, never beyond the limit', () => {
  const step = fc.oneof(
    fc.record({ push: fc.constantFrom('a', 'b', 'c') }),
    fc.constant('take' as const),
    fc.record({ release: fc.constantFrom('a', 'b', 'c') }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), fc.integer({ min: 1, max: 3 }), (steps, limit) => {
      const queues = createHostQueues({ limit });
      const hostOf: string[] = [];
      const taken: number[] = [];
      const active = new Map([
        ['a', 0],
        ['b', 0],
        ['c', 0],
      ]);
      const took = (item: number) => {
        taken.push(item);
        const host = hostOf[item]!;
        active.set(host, active.get(host)! + 1);
        expect(active.get(host)).toBeLessThanOrEqual(limit);
      };
      for (const each of steps) {
        if (each === 'take') {
          const item = queues.take();
          if (item !== null) took(item);
        } else if ('push' in each) {
          queues.push(each.push, hostOf.push(each.push) - 1);
        } else if (active.get(each.release)! > 0) {
          queues.release(each.release);
          active.set(each.release, active.get(each.release)! - 1);
        }
      }
      while (queues.waiting > 0) {
        const item = queues.take();
        if (item !== null) took(item);
        else
          for (const [host, count] of active)
            if (count > 0) {
              queues.release(host);
              active.set(host, count - 1);
            }
      }
      expect([...taken].sort((a, b) => a - b)).toEqual(hostOf.map((_, i) => i));
      for (const host of ['a', 'b', 'c']) {
        const own = taken.filter(item => hostOf[item] === host);
        expect(own).toEqual([...own].sort((a, b) => a - b));
      }
    }),
  );
});

test('a long queue stays in order while taken items are cleared away', () => {
  const queues = createHostQueues({ limit: 10_000 });
  for (let i = 0; i < 6000; i++) queues.push('a', i);
  const taken = Array.from({ length: 6000 }, () => queues.take());
  expect(taken).toEqual(Array.from({ length: 6000 }, (_, i) => i));
});
