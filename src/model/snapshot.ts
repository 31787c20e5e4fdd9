import type { FailureCause, Hop } from './fetch-outcome.ts';
import type { Security } from './security.ts';
import type { Trap } from './trap.ts';

/** What a look was for: reading a page, trying a link, or learning how the host answers an address that cannot exist. */
export type LookPurpose = 'page' | 'link' | 'baseline';

/** One address looked at during a crawl, as it is stored. */
export interface Look {
  readonly url: string;
  readonly finalUrl: string;
  readonly hops: readonly Hop[];
  readonly purpose: LookPurpose;
  readonly via: 'http' | 'browser';
  /** The page where the address was found and the words it was offered with; null for a start address, and for where a start page sends its readers. */
  readonly foundOn: string | null;
  readonly anchorText: string | null;
  /** When the address was last asked. */
  readonly fetchedAt: string;
  /**
   * When this answer was received in full, if that was at an earlier look and the server only confirmed it this time: by 304 for a page, by
   * the same head for a link that was tried. Null when it was received this time.
   */
  readonly unchangedSince: string | null;
  readonly elapsedMs: number;
  readonly attempts: number;
  readonly address: string | null;
  /** What a browser would have warned of on the way; null when nothing. The page was read all the same. */
  readonly security: Security | null;
  /** Null when no answer came; `failure` then says why. */
  readonly status: number | null;
  readonly failure: { readonly cause: FailureCause; readonly detail: string } | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly truncated: boolean;
  readonly bytes: number;
  /** SHA-256 of the body, under which it is kept; null when the body was not kept. */
  readonly bodySha256: string | null;
}

/**
 * An address that could have mattered and was not visited, with the reason: what was not looked at must stay known.
 * Addresses that resemble nothing that was wanted (every article of a news column) are left out: the stored pages show them.
 */
export interface Unvisited {
  readonly url: string;
  readonly foundOn: string;
  readonly anchorText: string;
  readonly reason: 'budget' | 'robots' | 'trap';
  /** By which rule it was taken for part of an endless space; null for another reason. */
  readonly trap: Trap | null;
  /** How much it resembled what the checks still wanted, 0–100. */
  readonly interest: number;
}

export const stopReasons = {
  complete: '应看的页面已看完',
  'page-budget': '达到页面数上限',
  'byte-budget': '达到下载量上限',
  'time-budget': '达到时间上限',
  unreachable: '网站无法访问',
  blocked: '网站拒绝自动访问',
  interrupted: '被人工中断',
} as const;
export type StopReason = keyof typeof stopReasons;

/** A site that asks, in its robots.txt, for longer delays than are kept. */
export interface LongDelay {
  readonly host: string;
  readonly askedSeconds: number;
  readonly keptSeconds: number;
}

/** How a start address was entered, where that is worth telling. */
export interface Entrance {
  /** As it was given. */
  readonly url: string;
  /** The form of it that was opened: another scheme, “www.” added or taken away; mostly equal to `url`. */
  readonly openedAs: string;
  /** Why `url` itself could not be opened; null when it could. */
  readonly failure: Look['failure'];
  readonly security: Look['security'];
}

/** One finished look at one unit's sites. Immutable: judging it again needs nobody's server. */
export interface Snapshot {
  readonly id: string;
  readonly unitId: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  /** From where it was looked at: a name given in the settings. */
  readonly vantage: string;
  readonly userAgent: string;
  readonly startUrls: readonly string[];
  /** Of the start addresses, those of which there is something to tell. */
  readonly entrances: readonly Entrance[];
  readonly delays: readonly LongDelay[];
  readonly looks: readonly Look[];
  readonly unvisited: readonly Unvisited[];
  readonly requests: number;
  readonly bytes: number;
  readonly stoppedBecause: StopReason;
}
