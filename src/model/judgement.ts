import type { Finding } from './finding.ts';
import type { Score } from './scheme.ts';

/** What one run says about one unit: one snapshot, judged by one catalogue. There is one per run and unit. */
export interface Judgement {
  readonly runId: string;
  readonly unitId: string;
  readonly snapshotId: string;
  /** Version of the catalogue. */
  readonly catalogue: string;
  /** ISO 8601, UTC. */
  readonly judgedAt: string;
  /** In the order of the catalogue, each check at most once. */
  readonly findings: readonly Finding[];
  readonly score: Score;
}

/** What was found at one look at a unit, as far as later looks need it. */
export interface JudgedLook {
  readonly snapshotId: string;
  /** When the look began, ISO 8601, UTC. When it was judged does not matter: judging again is not looking again. */
  readonly lookedAt: string;
  readonly findings: readonly Finding[];
}

/** Names a finding across runs, so that a person's ruling stays with it. */
export const findingKey = (unitId: string, check: string): string => `${unitId}|${check}`;
