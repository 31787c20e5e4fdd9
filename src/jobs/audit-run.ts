import PQueue from 'p-queue';
import { createRobots, type Robots } from '../crawl/robots.ts';
import type { AuditReport } from '../model/audit-report.ts';
import { GongkaiError } from '../model/errors.ts';
import type { RunSelection } from '../model/run.ts';
import type { Unit } from '../model/unit.ts';
import { auditUnit } from './audit-unit.ts';
import { consentsOf } from './consents.ts';
import { longestFirst } from './longest-first.ts';
import type { Services } from './services.ts';

export interface AuditRunInput {
  readonly runId: string;
  readonly asOf: string;
  readonly selection: RunSelection;
  /** Go on with an interrupted run instead of beginning one. */
  readonly resume: 'begin' | 'resume';
  readonly signal?: AbortSignal;
  readonly onUnit?: (report: AuditReport, done: number, of: number) => void;
}

/**
 * One pass over the selected units, and a second visit at the end to those that could not be seen: a site that was down for an hour is
 * not held to be down for the night. Each finished unit is stored at once, so that a stop at any moment loses none of them.
 * Gives back the units that broke the program: they have no findings in this run, and whoever asked must be told.
 */
export async function auditRun(
  services: Services,
  { runId, asOf, selection, resume, signal, onUnit }: AuditRunInput,
): Promise<readonly Unit[]> {
  const { store, settings, catalogue, log } = services;
  const roster = await store.units();
  const selected = selectUnits(roster, selection);
  if (selected.length === 0) throw new GongkaiError('UNIT_UNKNOWN', '没有符合条件的单位，请用 gongkai units list 查看名单和分组。');

  if (selected.every(({ sites }) => sites.length === 0))
    throw new GongkaiError('UNIT_UNKNOWN', '选中的单位都没有填写网站首页，请在名单中补上后重新导入。');

  if (resume === 'resume') await store.resumeRun(runId);
  else
    await store.beginRun({ id: runId, startedAt: new Date(services.now()).toISOString(), asOf, catalogue: catalogue.version, selection });
  const finished = new Set(await store.finishedUnits(runId));
  const waiting = await longestFirst(
    store,
    selected.filter(({ id, sites }) => sites.length > 0 && !finished.has(id)),
  );

  const fetcher = services.createFetcher(hostsOf(roster), consentsOf(roster));
  const queue = new PQueue({ concurrency: settings.parallelUnits });
  const broken: Unit[] = [];
  const unseen = new Set<Unit>();
  let done = selected.length - waiting.length;
  const audit = async (unit: Unit, robots: Robots): Promise<void> => {
    if (signal?.aborted) return;
    const isFirstVisit = !unseen.delete(unit);
    try {
      const report = await auditUnit(services, { unit, roster, asOf, runId, fetcher, robots, ...(signal ? { signal } : {}) });
      if (isFirstVisit) done += 1;
      if (isFirstVisit && couldNotBeSeen(report)) unseen.add(unit);
      onUnit?.(report, done, selected.length);
    } catch (error) {
      // One unit that breaks us must not cost the others their night. After a second visit the first one still stands.
      if (isFirstVisit) broken.push(unit);
      log.error({ unit: unit.id, err: error }, 'a unit could not be audited');
    }
  };
  const auditAll = async (units: Iterable<Unit>): Promise<void> => {
    const robots = createRobots(fetcher, settings.userAgent);
    await Promise.all([...units].map(unit => queue.add(() => audit(unit, robots))));
  };
  try {
    await auditAll(waiting);
    await auditAll(unseen);
  } finally {
    await fetcher.close();
    const at = new Date(services.now()).toISOString();
    if (signal?.aborted) await store.interruptRun(runId, at);
    else await store.finishRun(runId, at);
  }
  return broken;
}

/** Already the first page did not answer, or was refused. What was seen in part stands: a second look could see less. */
const couldNotBeSeen = ({ snapshot: { stoppedBecause, pages } }: AuditReport): boolean =>
  pages <= 1 && (stoppedBecause === 'unreachable' || stoppedBecause === 'blocked');

/** An empty part of the selection does not narrow. */
export const selectUnits = (roster: readonly Unit[], { units, types, groups }: RunSelection): readonly Unit[] =>
  roster.filter(
    unit =>
      (units.length === 0 || units.includes(unit.id)) &&
      (types.length === 0 || types.includes(unit.type)) &&
      (groups.length === 0 || (unit.group !== null && groups.includes(unit.group))),
  );

/** Hosts that the roster names: only these may lie in private networks. */
export const hostsOf = (roster: readonly Unit[]): readonly string[] => [
  ...new Set(
    roster.flatMap(({ sites }) =>
      sites.flatMap(({ url, disclosureUrl, prefixes }) =>
        [url, ...(disclosureUrl ? [disclosureUrl] : []), ...prefixes].map(address => new URL(address).hostname),
      ),
    ),
  ),
];
