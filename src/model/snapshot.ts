import type { FailureCause, Hop } from './fetch-outcome.ts';

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
  readonly fetchedAt: string;
  readonly elapsedMs: number;
  readonly attempts: number;
  readonly address: string | null;
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
  readonly looks: readonly Look[];
  readonly unvisited: readonly Unvisited[];
  readonly requests: number;
  readonly bytes: number;
  readonly stoppedBecause: StopReason;
}
