import type { LongDelay } from '../model/snapshot.ts';
import { originOf } from '../text/urls.ts';
import type { PacedFetcher } from './fetch-http.ts';
import { longestGapSeconds } from './pace.ts';
import type { Robots } from './robots.ts';

/** Takes over the delays that robots.txt files ask for. */
export interface AskedDelays {
  /** To be called when the robots.txt for this address has been read, before anything else is asked of its host. */
  heed(url: string): void;
  /** Delays longer than any that is kept. */
  readonly beyond: readonly LongDelay[];
}

export function createAskedDelays(robots: Robots, fetcher: Pick<PacedFetcher, 'slowDown'>): AskedDelays {
  const heeded = new Set<string>();
  const beyond = new Map<string, LongDelay>();
  return {
    heed(url) {
      const origin = originOf(url);
      if (origin === null || heeded.has(origin)) return;
      heeded.add(origin);
      const { hostname: host } = new URL(origin);
      const askedSeconds = robots.crawlDelaySeconds(host);
      if (askedSeconds === null) return;
      fetcher.slowDown(host, askedSeconds);
      if (askedSeconds > longestGapSeconds) beyond.set(host, { host, askedSeconds, keptSeconds: longestGapSeconds });
    },
    get beyond() {
      return [...beyond.values()];
    },
  };
}
