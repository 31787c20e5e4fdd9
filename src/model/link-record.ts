import type { Hop } from './fetch-outcome.ts';
import type { LinkCause, LinkVerdict } from './link-cause.ts';
import type { StopReason } from './snapshot.ts';

/** One check of all links under an address. */
export interface LinkCheckHead {
  readonly id: string;
  readonly startUrl: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly vantage: string;
  readonly userAgent: string;
}

/** One address and what became of it; numbers are those of the check. */
export interface RecordedAddress {
  readonly id: number;
  readonly url: string;
  readonly verdict: LinkVerdict['verdict'];
  readonly cause: LinkCause | null;
  readonly reason: string;
  readonly status: number | null;
  readonly hops: readonly Hop[];
  readonly attempts: number;
}

/** A page that was read, and the addresses on it in the order in which they are written, each once. */
export interface RecordedPage {
  readonly id: number;
  readonly targets: readonly number[];
}

/** What came in since the batch before. An address that comes again replaces what was said of it. */
export interface LinkBatch {
  readonly addresses: readonly RecordedAddress[];
  readonly pages: readonly RecordedPage[];
}

/** Where a check of links is written down while it goes on; batches come one after another. */
export interface LinkRecord {
  keep(batch: LinkBatch): Promise<void>;
}

export interface LinkCheckEnd {
  readonly finishedAt: string;
  readonly stoppedBecause: StopReason;
  readonly pages: number;
  readonly links: number;
}

/** What an earlier check of the same start address said; addresses it names in neither list were ok, or not met. */
export interface PastLinkCheck {
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  /** It was not cut short. */
  readonly isComplete: boolean;
  readonly broken: ReadonlySet<string>;
  /** Unsure or suspect. */
  readonly doubtful: ReadonlySet<string>;
}
