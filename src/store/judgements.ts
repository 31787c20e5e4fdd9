import type { Kysely } from 'kysely';
import { outcomes } from '../model/check.ts';
import type { Judgement } from '../model/judgement.ts';
import type { StopReason } from '../model/snapshot.ts';
import { findingOf, findingRow, judgementOf, scoreRow } from './judgement-rows.ts';
import type { RunLock } from './run-lock.ts';
import type { Store } from './store.ts';
import type { FindingRow, ScoreRow, Tables } from './tables.ts';
import { byText, inParts } from './text.ts';

type JudgementQueries = Pick<
  Store,
  | 'saveJudgement'
  | 'judgement'
  | 'latestSeen'
  | 'judgementsOf'
  | 'findingsOf'
  | 'countByOutcome'
  | 'finishedUnits'
  | 'previousJudgement'
  | 'earlierLooks'
>;

/** What was said about units, run by run. */
export function judgementQueries(db: Kysely<Tables>, lock: RunLock): JudgementQueries {
  const findingRows = async (runId: string, unitId?: string): Promise<FindingRow[]> => {
    const rows = await db
      .selectFrom('finding')
      .selectAll()
      .where('run_id', '=', runId)
      .$if(unitId !== undefined, query => query.where('unit_id', '=', unitId!))
      .orderBy('seq')
      .execute();
    return rows.sort(byText(row => row.unit_id));
  };

  const withFindings = async (row: ScoreRow | undefined): Promise<Judgement | null> =>
    row ? judgementOf(row, await findingRows(row.run_id, row.unit_id)) : null;

  return {
    async saveJudgement(judgement) {
      const { runId, unitId, findings } = judgement;
      lock.mustNotBeLost(runId);
      await db.transaction().execute(async tx => {
        await tx.deleteFrom('finding').where('run_id', '=', runId).where('unit_id', '=', unitId).execute();
        await tx.deleteFrom('score').where('run_id', '=', runId).where('unit_id', '=', unitId).execute();
        await tx.insertInto('score').values(scoreRow(judgement)).execute();
        const rows = findings.map((finding, seq) => findingRow(judgement, seq, finding));
        for (const part of inParts(rows)) await tx.insertInto('finding').values(part).execute();
      });
    },

    async judgement(runId, unitId) {
      const row = db.selectFrom('score').selectAll().where('run_id', '=', runId).where('unit_id', '=', unitId);
      return withFindings(await row.executeTakeFirst());
    },

    async latestSeen(unitId) {
      const newest = db
        .selectFrom('score')
        .innerJoin('snapshot', 'snapshot.id', 'score.snapshot_id')
        .selectAll('score')
        .where('score.unit_id', '=', unitId)
        .where('snapshot.stopped_because', 'not in', ['unreachable', 'blocked'] satisfies StopReason[])
        .orderBy('snapshot.started_at', 'desc')
        .orderBy('score.judged_at', 'desc')
        .orderBy('score.run_id', 'desc');
      return withFindings(await newest.limit(1).executeTakeFirst());
    },

    async judgementsOf(runId) {
      const scores = await db.selectFrom('score').selectAll().where('run_id', '=', runId).execute();
      const findings = Map.groupBy(await findingRows(runId), row => row.unit_id);
      return scores.sort(byText(row => row.unit_id)).map(row => judgementOf(row, findings.get(row.unit_id) ?? []));
    },

    async findingsOf(runId, unitId) {
      const rows = await findingRows(runId, unitId);
      return rows.map(row => ({
        key: row.finding_key,
        runId: row.run_id,
        unitId: row.unit_id,
        snapshotId: row.snapshot_id,
        finding: findingOf(row),
      }));
    },

    async countByOutcome(runId) {
      const rows = await db
        .selectFrom('finding')
        .where('run_id', '=', runId)
        .select(({ fn }) => ['outcome', fn.countAll().as('count')])
        .groupBy('outcome')
        .execute();
      // PostgreSQL counts in bigint, which its driver hands over as text.
      const counts = new Map(rows.map(({ outcome, count }) => [outcome, Number(count)]));
      return Object.fromEntries(outcomes.map(outcome => [outcome, counts.get(outcome) ?? 0])) as Record<(typeof outcomes)[number], number>;
    },

    async finishedUnits(runId) {
      const rows = await db.selectFrom('score').select('unit_id').where('run_id', '=', runId).execute();
      return rows.map(({ unit_id }) => unit_id).sort();
    },

    async previousJudgement(unitId, runId) {
      const begun = db.selectFrom('run').select('started_at').where('id', '=', runId);
      const looked = db.selectFrom('score').select('snapshot_id').where('run_id', '=', runId).where('unit_id', '=', unitId);
      const row = await db
        .selectFrom('score')
        .innerJoin('run', 'run.id', 'score.run_id')
        .selectAll('score')
        .where('score.unit_id', '=', unitId)
        .where('run.started_at', '<', begun)
        .where('score.snapshot_id', 'not in', looked)
        .orderBy('run.started_at', 'desc')
        .orderBy('run.id', 'desc')
        .limit(1)
        .executeTakeFirst();
      return withFindings(row);
    },

    async earlierLooks(snapshotId, limit) {
      const looks = await db
        .selectFrom('snapshot as now')
        .innerJoin('snapshot as past', 'past.unit_id', 'now.unit_id')
        .select(['past.id', 'past.started_at'])
        .where('now.id', '=', snapshotId)
        .whereRef('past.started_at', '<', 'now.started_at')
        .where(({ exists, selectFrom }) => exists(selectFrom('score').select('score.run_id').whereRef('score.snapshot_id', '=', 'past.id')))
        .orderBy('past.started_at', 'desc')
        .orderBy('past.id', 'desc')
        .limit(limit)
        .execute();
      return Promise.all(
        looks.map(async look => {
          const scores = db.selectFrom('score').selectAll().where('snapshot_id', '=', look.id);
          const latest = await scores.orderBy('judged_at', 'desc').orderBy('run_id', 'desc').limit(1).executeTakeFirst();
          return { snapshotId: look.id, lookedAt: look.started_at, findings: (await withFindings(latest))?.findings ?? [] };
        }),
      );
    },
  };
}
