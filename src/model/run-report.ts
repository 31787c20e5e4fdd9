import type { AuditReport } from './audit-report.ts';

/** The one JSON value from which every report of a run over many units is made. Each unit appears at most once. */
export interface RunReport {
  readonly tool: AuditReport['tool'];
  /** What readers call the run, such as 明湖市政务公开网站检查（2026年11月20日）. */
  readonly title: string;
  /** The day the run is dated, ISO. */
  readonly asOf: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly units: readonly AuditReport[];
}
