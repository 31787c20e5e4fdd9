import type { AuditReport } from '../model/audit-report.ts';
import type { StopReason } from '../model/snapshot.ts';

const notCompleted: ReadonlySet<StopReason> = new Set([
  'unreachable',
  'blocked',
  'interrupted',
  'page-budget',
  'byte-budget',
  'time-budget',
]);

/** 0 done and nothing fails, 1 done and something fails, 2 could not be completed (DESIGN §6). */
export function exitCodeOf({ snapshot, findings, score }: AuditReport): number {
  if (notCompleted.has(snapshot.stoppedBecause) || score.judged === 0) return 2;
  return findings.some(({ outcome }) => outcome === 'fail') ? 1 : 0;
}
