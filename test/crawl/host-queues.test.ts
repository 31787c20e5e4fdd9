import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createHostQueues } from '../../src/crawl/host-queues.ts';

test('hosts take turns, and none holds more places than its limit', () => {
  const queues = createHostQueues({ limit: 2, underWay: 100 });
  for (const item of [1, 2, 3]) queues.push('a', item);
  for (const item of [11, 12]) queues.push('b', item);
  expect([queues.take(), queues.take(), queues.take(), queues.take(), queues.take()]).toEqual([1, 11, 2, 12, null]);
  expect(queues.waiting).toBe(1);
  queues.finish('b', 'held');
  expect(queues.take()).toBeNull();
  queues.finish('a', 'held');
  expect(queues.take()).toBe(3);
  expect(queues.take()).toBeNull();
});

test('what sleeps gives its place away, but stays under way', () => {
  const queues = createHostQueues({ limit: 1, underWay: 2 });
  for (const item of [1, 2, 3]) queues.push('a', item);
  expect([queues.take(), queues.take()]).toEqual([1, null]);
  queues.letGo('a');
  expect(queues.take()).toBe(2);
  queues.letGo('a');
  expect(queues.take()).toBeNull();
  queues.finish('a', 'let-go');
  expect(queues.take()).toBe(3);
});

test('what may be under way is shared out among the hosts that have work', () => {
  const queues = createHostQueues({ limit: 100, underWay: 6 });
  for (let item = 0; item < 20; item++) queues.push('a', item);
  for (let i = 0; i < 5; i++) queues.take();
  for (let item = 20; item < 40; item++) queues.push('b', item);
  const second = Array.from({ length: 10 }, () => queues.take());
  expect(second.filter(item => item !== null)).toEqual([20, 21, 22]);
  for (let i = 0; i < 3; i++) queues.finish('a', 'held');
  expect([queues.take(), queues.take()]).toEqual([5, null]);
});

test('everything is taken once, first come first served within a host, never beyond a limit, and every host has its chance', () => {
  const host = fc.constantFrom('a', 'b', 'c');
  const step = fc.oneof(fc.record({ push: host }), fc.constant('take' as const), fc.record({ letGo: host }), fc.record({ finish: host }));
  const limits = fc.record({ limit: fc.integer({ min: 1, max: 3 }), underWay: fc.integer({ min: 1, max: 8 }) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), limits, (steps, { limit, underWay }) => {
      const queues = createHostQueues({ limit, underWay });
      const hostOf: string[] = [];
      const taken: number[] = [];
      const held = new Map([...'abc'].map(name => [name, 0]));
      const asleep = new Map([...'abc'].map(name => [name, 0]));
      const waitingOf = (name: string) => hostOf.filter((each, item) => each === name && !taken.includes(item)).length;
      const take = () => {
        const item = queues.take();
        if (item === null) return;
        taken.push(item);
        const name = hostOf[item]!;
        held.set(name, held.get(name)! + 1);
        expect(held.get(name)).toBeLessThanOrEqual(limit);
        expect(held.get(name)! + asleep.get(name)!).toBeLessThanOrEqual(Math.max(1, underWay));
      };
      const finish = (name: string) => {
        const from = asleep.get(name)! > 0 ? asleep : held;
        if (from.get(name) === 0) return;
        from.set(name, from.get(name)! - 1);
        queues.finish(name, from === held ? 'held' : 'let-go');
      };
      for (const each of steps) {
        if (each === 'take') take();
        else if ('push' in each) queues.push(each.push, hostOf.push(each.push) - 1);
        else if ('finish' in each) finish(each.finish);
        else if (held.get(each.letGo)! > 0) {
          held.set(each.letGo, held.get(each.letGo)! - 1);
          asleep.set(each.letGo, asleep.get(each.letGo)! + 1);
          queues.letGo(each.letGo);
        }
      }
      // A host that has nothing under way is never kept waiting, whatever the others do.
      for (let i = 0; i < 1000 && queues.waiting > 0; i++) take();
      for (const name of 'abc') if (waitingOf(name) > 0) expect(held.get(name)! + asleep.get(name)!).toBeGreaterThan(0);
      for (let i = 0; i < 1000 && queues.waiting > 0; i++) {
        take();
        for (const name of 'abc') finish(name);
      }
      expect([...taken].sort((a, b) => a - b)).toEqual(hostOf.map((_, i) => i));
      for (const name of 'abc') {
        const own = taken.filter(item => hostOf[item] === name);
        expect(own).toEqual([...own].sort((a, b) => a - b));
      }
    }),
  );
});

test('a long queue stays in order while taken items are cleared away', () => {
  const queues = createHostQueues({ limit: 10_000, underWay: 10_000 });
  for (let i = 0; i < 6000; i++) queues.push('a', i);
  const taken = Array.from({ length: 6000 }, () => queues.take());
  expect(taken).toEqual(Array.from({ length: 6000 }, (_, i) => i));
});
