import type { UnitType } from './unit.ts';

export const runStateTitles = {
  running: '进行中',
  finished: '已完成',
  interrupted: '已中断',
} as const;
export type RunState = keyof typeof runStateTitles;

/** Which units a run was asked to look at. An empty list does not narrow; all empty means every unit. */
export interface RunSelection {
  readonly units: readonly string[];
  readonly types: readonly UnitType[];
  readonly groups: readonly string[];
}

/** One pass over many units, such as a night. */
export interface Run {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  /** Null while it is running, and when it died without a word. */
  readonly finishedAt: string | null;
  /** The day the run is dated, ISO. */
  readonly asOf: string;
  /** Version of the catalogue by which it judges. */
  readonly catalogue: string;
  readonly state: RunState;
  readonly selection: RunSelection;
}
