import { delayNotes } from '../artifacts/delay-notes.ts';
import { entranceNotes } from '../artifacts/entrances.ts';
import type { AuditReport } from '../model/audit-report.ts';
import type { Judgement } from '../model/judgement.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Unit } from '../model/unit.ts';
import { version } from '../package.ts';
import type { SnapshotHead } from '../store/store.ts';

export interface ReportInput extends Pick<Judgement, 'findings' | 'score' | 'catalogue'> {
  readonly unit: Unit;
  readonly snapshot: Snapshot | SnapshotHead;
  readonly asOf: string;
}

/** Who made a report, by which catalogue. */
export const toolOf = (catalogue: string): AuditReport['tool'] => ({ name: 'gongkai', version, catalogue });

/** The one JSON value of an audited unit, as DESIGN §6 fixes it. */
export function reportOf({ unit, snapshot, asOf, findings, score, catalogue }: ReportInput): AuditReport {
  const { id, startedAt, finishedAt, vantage, bytes, requests, stoppedBecause, entrances, delays } = snapshot;
  const pages =
    'looks' in snapshot ? snapshot.looks.filter(({ purpose, status }) => purpose === 'page' && status !== null).length : snapshot.pages;
  return {
    tool: toolOf(catalogue),
    unit: { id: unit.id, name: unit.name, type: unit.type, group: unit.group, sites: unit.sites },
    snapshot: {
      id,
      startedAt,
      finishedAt,
      vantage,
      pages,
      bytes,
      requests,
      stoppedBecause,
      notes: [...entranceNotes(entrances), ...delayNotes(delays)],
    },
    asOf,
    score,
    findings,
  };
}
