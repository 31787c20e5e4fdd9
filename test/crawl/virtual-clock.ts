import type { PaceClock } from '../../src/crawl/turn-queue.ts';

/** A clock that stands still until it is told to go on. */
export interface VirtualClock extends PaceClock {
  /** A task that takes so many milliseconds of this clock. */
  sleep(milliseconds: number): Promise<void>;
  /** Goes on from one appointment to the next until there is none left, or until the clock shows `until`. */
  play(until?: number): Promise<void>;
}

export function virtualClock(today = 0): VirtualClock {
  const due = new Map<symbol, { readonly at: number; readonly wake: () => void }>();
  let now = 0;
  const after = (milliseconds: number, wake: () => void) => {
    const key = Symbol();
    due.set(key, { at: now + milliseconds, wake });
    return () => void due.delete(key);
  };
  return {
    now: () => now,
    date: () => today + now,
    after,
    sleep: milliseconds => new Promise(resolve => void after(milliseconds, resolve)),
    play: async (until = Number.POSITIVE_INFINITY) => {
      for (;;) {
        await new Promise(setImmediate);
        const [next] = [...due].sort(([, a], [, b]) => a.at - b.at);
        if (!next || next[1].at > until) break;
        due.delete(next[0]);
        now = Math.max(now, next[1].at);
        next[1].wake();
      }
      if (Number.isFinite(until)) now = Math.max(now, until);
    },
  };
}
