import { createReader } from '../artifacts/reader.ts';
import type { PacedFetcher } from '../crawl/fetch-http.ts';
import { noPastLooks } from '../crawl/past-looks.ts';
import type { Robots } from '../crawl/robots.ts';
import type { AuditReport } from '../model/audit-report.ts';
import type { Look } from '../model/snapshot.ts';
import type { Unit } from '../model/unit.ts';
import { judgeSnapshot } from './judge-snapshot.ts';
import { lookAtUnit } from './look-at-unit.ts';
import { pastLooksOf } from './past-looks-of.ts';
import { readOnce } from './read-once.ts';
import { reportOf } from './report-of.ts';
import type { Services } from './services.ts';

export interface AuditUnitInput {
  readonly unit: Unit;
  readonly roster: readonly Unit[];
  readonly asOf: string;
  /** The run it belongs to; null for a look on demand, which is kept but counts in no run. */
  readonly runId: string | null;
  readonly fetcher: PacedFetcher;
  readonly robots: Robots;
  readonly signal?: AbortSignal;
  readonly onLook?: (look: Look, looksSoFar: number) => void;
}

/** How many earlier looks may confirm a fault. */
const looksBack = 10;

/** The whole pipeline for one unit: look, judge, settle, score, store. The only function that knows the order. */
export async function auditUnit(services: Services, input: AuditUnitInput): Promise<AuditReport> {
  const { unit, roster, asOf, runId } = input;
  const { store, catalogue, vocabulary, log } = services;
  const readings = await services.readings.open(unit.id, services.readerVersion());
  const reader = createReader(vocabulary, { today: asOf, shelf: readings });
  // Whoever asks for one unit now wants to know how it is now.
  const past = runId === null ? noPastLooks : await pastLooksOf(services, unit.id);

  const snapshot = await lookAtUnit(services, { ...input, reader, past });
  await store.saveSnapshot(snapshot, runId);
  const earlier = await store.earlierLooks(snapshot.id, looksBack);
  const documents = readOnce(services.documents, readings);
  const { findings, score } = await judgeSnapshot({ ...services, documents }, { snapshot, unit, roster, reader, asOf, earlier });
  // A night on which a site was not seen is no reason to forget it.
  if (snapshot.stoppedBecause !== 'unreachable' && snapshot.stoppedBecause !== 'interrupted')
    await readings.keep().catch(error => log.warn({ unit: unit.id, err: error }, 'readings could not be kept'));

  if (runId !== null && snapshot.stoppedBecause !== 'interrupted') {
    const judgedAt = new Date(services.now()).toISOString();
    await store.saveJudgement({ runId, unitId: unit.id, snapshotId: snapshot.id, catalogue: catalogue.version, judgedAt, findings, score });
  }
  return reportOf({ unit, snapshot, asOf, findings, score, catalogue: catalogue.version });
}
