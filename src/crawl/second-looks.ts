import type { FetchOutcome } from '../model/fetch-outcome.ts';
import { longWaitAsked } from '../text/retry-after.ts';
import { isPassingStatus } from './retry.ts';

/** Addresses whose trouble may pass by itself: asked again when everything else is done, so that one bad minute is not taken for the night. */
export interface SecondLooks {
  /** True when the address is to be asked again later, and nothing is to be said of it now. Each address once. */
  postpones(id: number, outcome: FetchOutcome): boolean;
  /** What came of the first look, for one that was postponed; null otherwise. */
  firstOf(id: number): FetchOutcome | null;
  /** Hands over the addresses that wait, with the moment of the last of their looks by `performance.now()`; null when none waits. */
  take(): { readonly ids: readonly number[]; readonly lastLookAt: number } | null;
}

export function createSecondLooks(): SecondLooks {
  const first = new Map<number, FetchOutcome>();
  let waiting: number[] = [];
  let lastLookAt = 0;
  return {
    postpones(id, outcome) {
      if (first.has(id) || !mayPass(outcome)) return false;
      first.set(id, withoutBody(outcome));
      waiting.push(id);
      lastLookAt = performance.now();
      return true;
    },
    firstOf: id => first.get(id) ?? null,
    take() {
      if (waiting.length === 0) return null;
      const ids = waiting;
      waiting = [];
      return { ids, lastLookAt };
    },
  };
}

/** Failures that are asked again: all the others say the same a minute later. */
const passing: ReadonlySet<string> = new Set(['reset', 'timeout', 'refused']);

/** Whether the same request may bring something else a while later. */
export function mayPass(outcome: FetchOutcome): boolean {
  if (outcome.kind === 'response') return isPassingStatus(outcome.status) && longWaitAsked(outcome) === null;
  return passing.has(outcome.cause) || (outcome.cause === 'dns' && /EAI_AGAIN|ESERVFAIL|no answer/.test(outcome.detail));
}

const withoutBody = (outcome: FetchOutcome): FetchOutcome =>
  outcome.kind === 'response' ? { ...outcome, body: new Uint8Array() } : outcome;
