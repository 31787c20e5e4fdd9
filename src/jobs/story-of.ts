import { createReader } from '../artifacts/reader.ts';
import { contextOf, runCatalogue } from '../checks/run-catalogue.ts';
import { tellStory } from '../checks/story/tell-story.ts';
import { outcomeTitles } from '../model/check.ts';
import { GongkaiError } from '../model/errors.ts';
import type { Finding } from '../model/finding.ts';
import type { Story } from '../model/story.ts';
import type { Store } from '../store/store.ts';
import { dayInShanghai } from '../text/shanghai.ts';
import { artifactsOf } from './artifacts-of.ts';
import type { Services } from './services.ts';

/**
 * How the newest verdict on one unit and check came about, told from the stored look; nobody is visited. `runId`: that of this run instead.
 * Throws UNIT_UNKNOWN, USAGE (no such check), RUN_UNKNOWN (never looked at, or not in that run).
 */
export async function storyOf(services: Services, unitId: string, checkId: string, runId: string | null): Promise<Story> {
  const { store, catalogue, calendar, vocabulary } = services;
  const [unit, roster] = await Promise.all([store.unit(unitId), store.units()]);
  if (!unit) throw new GongkaiError('UNIT_UNKNOWN', `名单中没有编码为“${unitId}”的单位，请用 gongkai units list 查看。`);
  const check = catalogue.checks.find(({ spec }) => spec.id === checkId);
  if (!check) throw new GongkaiError('USAGE', `没有编号为“${checkId}”的检查项，请用 gongkai checks list 查看。`);
  const judged = await judgedLook(store, unitId, runId);
  if (!judged)
    throw new GongkaiError(
      'RUN_UNKNOWN',
      `还没有检查过“${unit.name}”${runId === null ? '' : `，或运行“${runId}”里没有它`}，请先运行 gongkai audit --unit ${unitId}。`,
    );

  const { snapshot, asOf, findings } = judged;
  const day = { today: asOf, calendar };
  const artifacts = await artifactsOf(services, { snapshot, unit, roster, reader: createReader(vocabulary, { today: asOf }) });
  const exemptions = (await store.exemptions()).filter(one => one.unit === unitId);
  const [again] = runCatalogue([check], unit, artifacts, { ...day, exemptions });
  const given: Finding = findings.find(finding => finding.check === checkId) ?? { ...again!, standing: 'settled' };
  const story = tellStory(check, given, artifacts, contextOf(check.spec, unit, day));
  if (given.outcome === again!.outcome) return story;
  return {
    ...story,
    looked: [...story.looked, `按现在的检查项和词表，同一次抓取的结论是“${outcomeTitles[again!.outcome]}”：${again!.message}`],
  };
}

/** The newest look at a unit that a run judged, else the newest look on demand. */
async function judgedLook(store: Store, unitId: string, runId: string | null) {
  const runs = runId === null ? await store.runs() : [await store.run(runId)];
  for (const run of runs) {
    const judgement = run && (await store.judgement(run.id, unitId));
    const snapshot = judgement && (await store.snapshot(judgement.snapshotId));
    if (run && snapshot) return { snapshot, asOf: run.asOf, findings: judgement.findings };
  }
  const snapshot = runId === null ? await store.latestSnapshotOf(unitId) : null;
  return snapshot && { snapshot, asOf: dayInShanghai(Date.parse(snapshot.startedAt)), findings: [] };
}
