import type { Hop } from './fetch-outcome.ts';
import type { LinkCause } from './link-cause.ts';
import type { StopReason } from './snapshot.ts';

/** A link that is not ok, as it is reported. */
export interface BadLink {
  readonly url: string;
  readonly cause: LinkCause;
  /** One Chinese clause. */
  readonly reason: string;
  /** Null when no answer came. */
  readonly status: number | null;
  /** The way that was taken, redirect by redirect; empty when there was none. */
  readonly hops: readonly Hop[];
  /** Requests that were sent until it was given up. */
  readonly attempts: number;
  /** The first pages on which it was seen, at most 20. */
  readonly foundOn: readonly string[];
  /** On how many pages it was seen in all. */
  readonly pages: number;
}

/** What a check of links found. */
export interface LinkCheck {
  readonly pages: number;
  /** Distinct links tried. */
  readonly links: number;
  readonly broken: readonly BadLink[];
  readonly unsure: readonly BadLink[];
  readonly suspect: readonly BadLink[];
  readonly stoppedBecause: StopReason;
  /** Why the start page could not be read; null when it was. */
  readonly startTrouble: string | null;
  /** One Chinese sentence each: what else there is to say of the check. */
  readonly notes: readonly string[];
}

/** Since when a link has led nowhere. */
export interface DeadSince {
  /** When the first check of the row began; ISO 8601, UTC. */
  readonly since: string;
  /** How many checks in a row called it broken, this one included. */
  readonly times: number;
}

/** A check of links held against the checks before it. */
export interface SiteLinks extends LinkCheck {
  /** Of each broken link, by address. */
  readonly deadSince: ReadonlyMap<string, DeadSince>;
}
