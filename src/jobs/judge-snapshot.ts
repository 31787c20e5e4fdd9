import { scoreUnit } from '../assess/score-unit.ts';
import { askedOn, runCatalogue } from '../checks/run-catalogue.ts';
import type { DocumentReader } from '../documents/document-reader.ts';
import type { JudgedLook, Judgement } from '../model/judgement.ts';
import { settle } from '../standing/settle.ts';
import { type ArtifactsInput, artifactsOf } from './artifacts-of.ts';
import type { Services } from './services.ts';

export interface JudgeInput extends ArtifactsInput {
  readonly asOf: string;
  /** Earlier judged looks at the same unit: a fault is confirmed only by a second, independent one (law 2). */
  readonly earlier: readonly JudgedLook[];
}

/** Snapshot → findings with standing → score. Only the kept bodies are read; nobody is visited (law 4). */
export async function judgeSnapshot(
  {
    catalogue,
    calendar,
    scheme,
    log,
    store,
    ...services
  }: Pick<Services, 'store' | 'bodies' | 'catalogue' | 'calendar' | 'scheme' | 'log'> & {
    readonly documents: Pick<DocumentReader, 'read'>;
  },
  { asOf, earlier, ...input }: JudgeInput,
): Promise<Pick<Judgement, 'findings' | 'score'>> {
  const { snapshot, unit } = input;
  const artifacts = await artifactsOf(services, input);
  const exemptions = (await store.exemptions()).filter(one => one.unit === unit.id);
  const judged = runCatalogue(askedOn(catalogue.checks, asOf), unit, artifacts, {
    today: asOf,
    calendar,
    exemptions,
    onError: (check, error) => log.error({ check, unit: unit.id, snapshot: snapshot.id, err: error }, 'a check broke'),
  });
  const findings = settle(
    { snapshotId: snapshot.id, lookedAt: snapshot.startedAt, findings: judged.map(finding => ({ ...finding, standing: 'settled' })) },
    earlier,
  );
  return { findings, score: scoreUnit(findings, scheme) };
}
