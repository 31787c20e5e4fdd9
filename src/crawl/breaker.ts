import { isRefusal } from '../artifacts/link-verdict.ts';
import type { QuickLook } from '../artifacts/quick-look.ts';
import type { FetchOutcome } from '../model/fetch-outcome.ts';
import type { LinkVerdict } from '../model/link-cause.ts';

/** Knows the hosts that turned us away, or did not answer, so often in a row that going on would only make it worse. */
export interface Breaker {
  learn(host: string, outcome: FetchOutcome, page: QuickLook | null): void;
  /** What is said of an address of this host instead of asking it; null when it may be asked. */
  verdictFor(host: string): LinkVerdict | null;
}

export function createBreaker(): Breaker {
  const rows = new Map<string, { readonly kind: 'refused' | 'silent'; readonly length: number }>();
  return {
    learn(host, outcome, page) {
      const kind = kindOf(outcome, page);
      const row = rows.get(host);
      // What was under way when it tripped changes nothing any more.
      if (row && row.length >= inARow) return;
      if (kind === null) rows.delete(host);
      else rows.set(host, { kind, length: row?.kind === kind ? row.length + 1 : 1 });
    },
    verdictFor(host) {
      const row = rows.get(host);
      if (!row || row.length < inARow) return null;
      return row.kind === 'refused'
        ? { verdict: 'unsure', cause: 'blocked', reason: `该网站连续${inARow}次拒绝自动访问，其余链接没有再试` }
        : { verdict: 'unsure', cause: 'timeout', reason: `该网站连续${inARow}次没有应答，其余链接没有再试` };
    },
  };
}

export const inARow = 10;

function kindOf(outcome: FetchOutcome, page: QuickLook | null): 'refused' | 'silent' | null {
  if (outcome.kind === 'failure') return outcome.cause === 'timeout' ? 'silent' : null;
  return isRefusal(outcome, page) ? 'refused' : null;
}
