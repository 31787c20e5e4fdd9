import type { AuditReport } from '../model/audit-report.ts';
import { GongkaiError } from '../model/errors.ts';
import type { RunReport } from '../model/run-report.ts';
import type { Store } from '../store/store.ts';
import { reportOf, toolOf } from './report-of.ts';

/** A stored run as the one JSON value every report is made from. Throws RUN_UNKNOWN. Units gone from the roster keep their findings. */
export async function runReport(store: Store, runId: string | null): Promise<RunReport> {
  const run = runId === null ? await store.latestRun() : await store.run(runId);
  if (!run)
    throw new GongkaiError('RUN_UNKNOWN', runId === null ? '还没有运行过检查，请先运行 gongkai audit。' : `没有编号为“${runId}”的运行。`);
  const roster = new Map((await store.units()).map(unit => [unit.id, unit]));
  const heads = new Map((await store.snapshotsOfRun(run.id)).map(head => [head.id, head]));

  const units: AuditReport[] = [];
  for (const { unitId, snapshotId, findings, score, catalogue } of await store.judgementsOf(run.id)) {
    const snapshot = heads.get(snapshotId) ?? (await store.snapshot(snapshotId));
    if (!snapshot) continue;
    const unit = roster.get(unitId) ?? {
      id: unitId,
      name: unitId,
      aliases: [],
      type: 'department',
      group: null,
      powers: [],
      parent: null,
      sites: [],
    };
    units.push(reportOf({ unit, snapshot, asOf: run.asOf, findings, score, catalogue }));
  }
  return {
    tool: toolOf(run.catalogue),
    title: `政务公开网站检查（${run.asOf}）`,
    asOf: run.asOf,
    startedAt: run.startedAt,
    finishedAt: run.finishedAt ?? run.startedAt,
    units,
  };
}
