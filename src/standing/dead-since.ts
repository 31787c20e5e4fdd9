import type { DeadSince } from '../model/link-check.ts';
import type { PastLinkCheck } from '../model/link-record.ts';

/**
 * How long a link that is broken now has been so, check after check. `earlier`: the newest first. A check that could not tell, or that
 * was not finished and says nothing of it, neither goes on with the row nor ends it (law 2).
 */
export function deadSince(url: string, startedAt: string, earlier: readonly PastLinkCheck[]): DeadSince {
  let dead: DeadSince = { since: startedAt, times: 1 };
  for (const past of earlier) {
    if (past.broken.has(url)) dead = { since: past.startedAt, times: dead.times + 1 };
    else if (past.isComplete && !past.doubtful.has(url)) break;
  }
  return dead;
}
