/** How hard one host or one backend address may be pressed. */
export interface Limits {
  readonly inFlight: number;
  /** Between the starts of two requests. */
  readonly gapSeconds: number;
}

/**
 * What is under way at one host or one backend address, and when the next request may start there. Limits only ever become stricter;
 * the pause that a slow or busy server earns passes again. Nobody waits in here: who asks is told the time.
 * All times are milliseconds of one clock that never goes back.
 */
export class Lane {
  #limit = Number.POSITIVE_INFINITY;
  #gap = 0;
  #eased = 0;
  #underWay = 0;
  #lastStart = Number.NEGATIVE_INFINITY;
  #pausedUntil = Number.NEGATIVE_INFINITY;
  #rest = 0;

  /** Requests that may start at once as far as their number is concerned. */
  get free(): number {
    return this.#limit - this.#underWay;
  }

  get underWay(): number {
    return this.#underWay;
  }

  /** From when on the next request may start; Infinity when none may before another one is finished. */
  get readyAt(): number {
    if (this.free <= 0) return Number.POSITIVE_INFINITY;
    return Math.max(this.#lastStart + Math.max(this.#gap, this.#eased), this.#pausedUntil);
  }

  start(now: number): void {
    this.#underWay++;
    this.#lastStart = now;
  }

  finish(): void {
    this.#underWay--;
  }

  tighten({ inFlight, gapSeconds }: Limits): void {
    this.#limit = Math.min(this.#limit, inFlight);
    this.#gap = Math.max(this.#gap, gapSeconds * 1000);
  }

  /** No start before this moment; an earlier, longer pause stays. */
  pauseUntil(moment: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, moment);
  }

  /** Pauses twice as long as at the rest before, from one second on; what comes in during a pause prolongs nothing. */
  rest(now: number, longest: number): void {
    if (this.#pausedUntil > now) return;
    this.#rest = Math.min(longest, this.#rest === 0 ? shortestRest : this.#rest * 2);
    this.pauseUntil(now + this.#rest);
  }

  /** The next rest starts at one second again. */
  relieve(): void {
    this.#rest = 0;
  }

  /**
   * Takes the time that an answer took for the gap, beyond the one agreed. A quicker answer brings it half of the way down, and only when
   * it was a good one: errors come quickly, and asking faster is the opposite of what an ailing server needs (Scrapy, AutoThrottle).
   */
  ease(wanted: number, answer: 'good' | 'bad'): void {
    const next = Math.max(wanted, (this.#eased + wanted) / 2);
    if (answer === 'good' || next > this.#eased) this.#eased = next;
  }
}

const shortestRest = 1000;
