import { derive } from '../artifacts/derive.ts';
import type { Reader } from '../artifacts/reader.ts';
import { scoreUnit } from '../assess/score-unit.ts';
import { runCatalogue } from '../checks/run-catalogue.ts';
import type { JudgedLook, Judgement } from '../model/judgement.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Unit } from '../model/unit.ts';
import { settle } from '../standing/settle.ts';
import type { Services } from './services.ts';

export interface JudgeInput {
  readonly snapshot: Snapshot;
  readonly unit: Unit;
  readonly roster: readonly Unit[];
  readonly reader: Reader;
  readonly asOf: string;
  /** Earlier judged looks at the same unit: a fault is confirmed only by a second, independent one (law 2). */
  readonly earlier: readonly JudgedLook[];
}

/** Snapshot → findings with standing → score. Only the kept bodies are read; nobody is visited (law 4). */
export async function judgeSnapshot(
  { bodies, catalogue, scheme, log }: Pick<Services, 'bodies' | 'catalogue' | 'scheme' | 'log'>,
  { snapshot, unit, roster, reader, asOf, earlier }: JudgeInput,
): Promise<Pick<Judgement, 'findings' | 'score'>> {
  const kept = new Map<string, Uint8Array>();
  for (const { bodySha256 } of snapshot.looks)
    if (bodySha256 !== null && !kept.has(bodySha256)) kept.set(bodySha256, await bodies.get(bodySha256));

  const artifacts = derive({ snapshot, unit, roster, reader, bodyOf: sha256 => kept.get(sha256) ?? null });
  const judged = runCatalogue(catalogue.checks, unit, artifacts, {
    today: asOf,
    onError: (check, error) => log.error({ check, unit: unit.id, snapshot: snapshot.id, err: error }, 'a check broke'),
  });
  const findings = settle(
    { snapshotId: snapshot.id, lookedAt: snapshot.startedAt, findings: judged.map(finding => ({ ...finding, standing: 'settled' })) },
    earlier,
  );
  return { findings, score: scoreUnit(findings, scheme) };
}
