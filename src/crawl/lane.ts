import { setTimeout as sleep } from 'node:timers/promises';
import PQueue from 'p-queue';

/**
 * One queue of requests: so many under way, so long between two starts. Both limits only ever become stricter.
 * Sleeping happens in the lane's own gate, so a slow lane holds up nobody else.
 */
export class Lane {
  readonly #slots: PQueue;
  readonly #gate = new PQueue({ concurrency: 1 });
  #gapMilliseconds = 0;
  // Clock of performance.now(): the wall clock may be set back.
  #notBefore = 0;
  #restSeconds = 0;

  constructor(inFlight: number) {
    this.#slots = new PQueue({ concurrency: inFlight });
  }

  /** Runs the task in this lane and, when given, in the lane of the backend address behind it. */
  run<Result>(signal: AbortSignal, behind: Lane | null, task: () => Promise<Result>): Promise<Result> {
    if (!behind && this.#isFree()) return this.#slots.add(task, { signal });
    return this.#slots.add(
      async () => {
        const leave = await this.#pass(signal, async () => (behind ? behind.#enter(signal) : nothingToLeave));
        try {
          return await task();
        } finally {
          leave();
        }
      },
      { signal },
    );
  }

  tighten(inFlight: number, gapSeconds: number): void {
    if (inFlight < this.#slots.concurrency) this.#slots.concurrency = inFlight;
    if (gapSeconds * 1000 > this.#gapMilliseconds) this.#gapMilliseconds = gapSeconds * 1000;
  }

  pause(seconds: number): void {
    this.#notBefore = Math.max(this.#notBefore, performance.now() + seconds * 1000);
  }

  /** Pauses twice as long as at the rest before. */
  rest(longestSeconds: number): void {
    this.#restSeconds = Math.min(longestSeconds, this.#restSeconds === 0 ? 1 : this.#restSeconds * 2);
    this.pause(this.#restSeconds);
  }

  relieve(): void {
    this.#restSeconds = 0;
  }

  #isFree(): boolean {
    return this.#gapMilliseconds === 0 && this.#notBefore <= performance.now();
  }

  // Whoever waits here holds the gate, so starts happen one after another; `enter` runs when this lane's time has come,
  // and the next start is counted from the moment at which it is through.
  #pass<Entered>(signal: AbortSignal, enter: () => Promise<Entered>): Promise<Entered> {
    return this.#gate.add(
      async () => {
        for (let wait = this.#wait(); wait > 0; wait = this.#wait()) await sleep(wait, undefined, { signal });
        const entered = await enter();
        this.#notBefore = Math.max(this.#notBefore, performance.now() + this.#gapMilliseconds);
        return entered;
      },
      { signal },
    );
  }

  #wait(): number {
    return Math.ceil(this.#notBefore - performance.now());
  }

  /** Takes a slot until the returned function is called. */
  async #enter(signal: AbortSignal): Promise<() => void> {
    const entered = Promise.withResolvers<void>();
    const left = Promise.withResolvers<void>();
    const stay = async (): Promise<void> => {
      await this.#pass(signal, async () => nothingToLeave);
      entered.resolve();
      await left.promise;
    };
    this.#slots.add(stay, { signal }).catch(entered.reject);
    await entered.promise;
    return left.resolve;
  }
}

const nothingToLeave = (): void => {};
