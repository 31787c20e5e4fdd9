import type { Finding } from './finding.ts';
import type { Score } from './scheme.ts';
import type { StopReason } from './snapshot.ts';
import type { Unit } from './unit.ts';

/** The one JSON value from which every report of one audited unit is made. Its shape is a contract (DESIGN §6). */
export interface AuditReport {
  readonly tool: { readonly name: 'gongkai'; readonly version: string; readonly catalogue: string };
  readonly unit: Pick<Unit, 'id' | 'name' | 'type' | 'group' | 'sites'>;
  readonly snapshot: {
    readonly id: string;
    readonly startedAt: string;
    readonly finishedAt: string;
    readonly vantage: string;
    readonly pages: number;
    readonly bytes: number;
    readonly requests: number;
    readonly stoppedBecause: StopReason;
    /** One Chinese sentence each: what there was on the way to the site, such as an expired certificate. */
    readonly notes: readonly string[];
  };
  /** The day the audit is dated, ISO. */
  readonly asOf: string;
  readonly score: Score;
  readonly findings: readonly Finding[];
}
