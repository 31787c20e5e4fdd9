import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { timeLimit } from '../../src/crawl/time-limit.ts';

function blockFor(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

test('passes once, and not when it was lifted', async () => {
  const passed: string[] = [];
  timeLimit(10, () => passed.push('kept'));
  timeLimit(10, () => passed.push('lifted')).lift();
  await sleep(60);
  expect(passed).toEqual(['kept']);
});

test('an answer that came while the program was busy is heard before the limit passes', async () => {
  const events: string[] = [];
  const isOver = Promise.withResolvers<void>();
  timeLimit(100, () => {
    events.push('time up');
    isOver.resolve();
  });
  blockFor(400);
  // What waits in a socket is taken in only after the timers that are due.
  setImmediate(() => events.push('answer'));
  await isOver.promise;
  expect(events).toEqual(['answer', 'time up']);
});

test('a program that is always busy does not wait for ever', async () => {
  let isOver = false;
  timeLimit(30, () => {
    isOver = true;
  });
  let blocked = 0;
  for (; !isOver && blocked < 20; blocked++) {
    blockFor(20);
    await sleep(4);
  }
  expect(blocked).toBeLessThan(20);
});
