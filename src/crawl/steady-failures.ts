import type { FetchFailure, FetchOutcome } from '../model/fetch-outcome.ts';

/**
 * A connection that was cut off, or an answer that never came, at every attempt over the whole run, on a host that answered nearly
 * everything else: the fault of that address. A reader who clicks it meets the same.
 */
export interface SteadyFailures {
  /** Of every outcome; `host` is where it ended. */
  learn(id: number, host: string, outcome: FetchOutcome): void;
  /** Those that are the fault of their addresses, by all that was learnt. */
  proven(): readonly { readonly id: number; readonly outcome: FetchFailure }[];
}

export function createSteadyFailures(): SteadyFailures {
  const hosts = new Map<string, { answered: number; readonly failed: { readonly id: number; readonly outcome: FetchFailure }[] }>();
  return {
    learn(id, host, outcome) {
      const seen = hosts.get(host) ?? { answered: 0, failed: [] };
      hosts.set(host, seen);
      if (outcome.kind === 'response') seen.answered++;
      else if (outcome.cause === 'reset' || outcome.cause === 'timeout') seen.failed.push({ id, outcome });
    },
    proven: () => [...hosts.values()].flatMap(({ answered, failed }) => (failed.length * answersPerFailure > answered ? [] : failed)),
  };
}

const answersPerFailure = 50;
