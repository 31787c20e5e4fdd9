import type { Finding } from '../model/finding.ts';
import { findingKey, type Judgement } from '../model/judgement.ts';
import type { Score } from '../model/scheme.ts';
import type { FindingRow, ScoreRow } from './tables.ts';
import { storable } from './text.ts';

export const scoreRow = ({ runId, unitId, snapshotId, catalogue, judgedAt, score }: Judgement): ScoreRow =>
  storable({
    run_id: runId,
    unit_id: unitId,
    snapshot_id: snapshotId,
    catalogue,
    judged_at: judgedAt,
    scheme: score.scheme,
    value: score.value,
    grade: score.grade,
    judged: score.judged,
    asked: score.asked,
    categories: JSON.stringify(score.categories),
  });

const scoreOf = (row: ScoreRow): Score => ({
  scheme: row.scheme,
  value: row.value,
  grade: row.grade,
  judged: row.judged,
  asked: row.asked,
  categories: JSON.parse(row.categories),
});

export const findingRow = ({ runId, unitId, snapshotId, catalogue, judgedAt }: Judgement, seq: number, finding: Finding): FindingRow =>
  storable({
    run_id: runId,
    unit_id: unitId,
    check_id: finding.check,
    seq,
    finding_key: findingKey(unitId, finding.check),
    snapshot_id: snapshotId,
    catalogue,
    judged_at: judgedAt,
    item: finding.item,
    title: finding.title,
    outcome: finding.outcome,
    standing: finding.standing,
    message: finding.message,
    cause: finding.cause,
    measured: JSON.stringify(finding.measured),
    evidence: JSON.stringify(finding.evidence),
    severity: finding.severity,
    basis: finding.basis,
    remedy: finding.remedy,
    parts: finding.parts ? JSON.stringify(finding.parts) : null,
  });

export const findingOf = (row: FindingRow): Finding => ({
  check: row.check_id,
  item: row.item as Finding['item'],
  title: row.title,
  outcome: row.outcome as Finding['outcome'],
  standing: row.standing as Finding['standing'],
  message: row.message,
  cause: row.cause,
  measured: JSON.parse(row.measured),
  evidence: JSON.parse(row.evidence),
  severity: row.severity as Finding['severity'],
  basis: row.basis,
  remedy: row.remedy,
  ...(row.parts === null ? {} : { parts: JSON.parse(row.parts) }),
});

export const judgementOf = (row: ScoreRow, findings: readonly FindingRow[]): Judgement => ({
  runId: row.run_id,
  unitId: row.unit_id,
  snapshotId: row.snapshot_id,
  catalogue: row.catalogue,
  judgedAt: row.judged_at,
  findings: findings.map(findingOf),
  score: scoreOf(row),
});
