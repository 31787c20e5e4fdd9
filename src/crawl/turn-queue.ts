import type { Lane } from './lane.ts';

/** Where a queue takes its time from. */
export interface PaceClock {
  /** Milliseconds that never go back: the wall clock may be set. */
  now(): number;
  /** Milliseconds since 1970. */
  date(): number;
  /** Calls `wake` after so many milliseconds; the returned function calls it off. */
  after(milliseconds: number, wake: () => void): () => void;
}

export const systemClock: PaceClock = {
  now: () => performance.now(),
  date: () => Date.now(),
  after: (milliseconds, wake) => {
    const timer = setTimeout(wake, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** What one task waits for. */
export interface Turn {
  /** Tasks of one host start in the order in which they came; hosts take turns. */
  readonly host: string;
  /** All of them must be free at the same moment. */
  readonly lanes: readonly Lane[];
  /** Asked last; a further condition that time or the end of another task may change. */
  readonly mayTake: () => boolean;
}

interface Waiting extends Turn {
  readonly begin: () => void;
}

/**
 * Starts tasks as soon as every lane of theirs allows it. A task that may not start yet holds nothing, neither a place nor a lock,
 * so whoever shares only a part of its lanes goes past it.
 */
export class TurnQueue {
  readonly #clock: PaceClock;
  /** In the order in which the hosts are asked for their next task. */
  readonly #waiting = new Map<string, Set<Waiting>>();
  #callOff: () => void = nothing;

  constructor(clock: PaceClock) {
    this.#clock = clock;
  }

  /** Rejects when `signal` aborts before the task has begun, or as the task does. */
  run<Result>(turn: Turn, signal: AbortSignal, task: () => Promise<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      const onAbort = (): void => {
        this.#remove(waiting);
        reject(signal.reason);
      };
      const begin = (): void => {
        signal.removeEventListener('abort', onAbort);
        task()
          .then(resolve, reject)
          .finally(() => this.#finish(turn));
      };
      const waiting: Waiting = { ...turn, begin };
      signal.addEventListener('abort', onAbort);
      this.#add(waiting);
    });
  }

  #add(waiting: Waiting): void {
    const known = this.#waiting.get(waiting.host);
    // Whoever stands in front of it is waiting already; nothing has become free.
    if (known) return void known.add(waiting);
    this.#waiting.set(waiting.host, new Set([waiting]));
    this.#startWhatMay();
  }

  #remove(waiting: Waiting): void {
    const queue = this.#waiting.get(waiting.host);
    if (!queue?.delete(waiting)) return;
    if (queue.size === 0) this.#waiting.delete(waiting.host);
    this.#startWhatMay();
  }

  #finish({ lanes }: Turn): void {
    for (const lane of lanes) lane.finish();
    this.#startWhatMay();
  }

  #startWhatMay(): void {
    const now = this.#clock.now();
    let next = Number.POSITIVE_INFINITY;
    for (const [host, queue] of this.#waiting) {
      const [first] = queue;
      const readyAt = Math.max(...first!.lanes.map(lane => lane.readyAt));
      if (readyAt > now) next = Math.min(next, readyAt);
      else if (!first!.mayTake()) next = Math.min(next, now + askAgainAfter);
      else this.#start(host, queue, first!, now);
    }
    this.#callOff();
    this.#callOff = Number.isFinite(next) ? this.#clock.after(Math.ceil(next - now), () => this.#startWhatMay()) : nothing;
  }

  // A host that has more to start comes to the end of the line, where the loop above meets it once more.
  #start(host: string, queue: Set<Waiting>, first: Waiting, now: number): void {
    queue.delete(first);
    this.#waiting.delete(host);
    if (queue.size > 0) this.#waiting.set(host, queue);
    for (const lane of first.lanes) lane.start(now);
    first.begin();
  }
}

const nothing = (): void => {};
const askAgainAfter = 100;
