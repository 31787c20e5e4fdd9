import type { Evidence, FaultParts, Measured, Outcome } from './check.ts';
import type { ItemKey } from './item.ts';
import type { Severity } from './severity.ts';

/** How settled a finding is. Only `confirmed` fails cost points in the annual score (law 2). */
export const standingTitles = {
  provisional: '待复核',
  confirmed: '已确认',
  settled: '—',
} as const;
export type Standing = keyof typeof standingTitles;

/** One check's answer about one unit at one look, as it is stored, scored and printed. */
export interface Finding {
  readonly check: string;
  readonly item: ItemKey | null;
  readonly title: string;
  readonly severity: Severity;
  readonly outcome: Outcome;
  readonly standing: Standing;
  /** One Chinese sentence: what is wrong and where. */
  readonly message: string;
  /** Stable machine word for why; null for a pass. */
  readonly cause: string | null;
  readonly measured: Measured;
  readonly evidence: readonly Evidence[];
  /** Under which article; what to do. Empty remedy for a pass. */
  readonly basis: string;
  readonly remedy: string;
  /** Absent for a fault that is one thing. */
  readonly parts?: FaultParts;
}
