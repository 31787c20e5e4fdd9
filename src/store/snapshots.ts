import type { Kysely } from 'kysely';
import type { Snapshot } from '../model/snapshot.ts';
import type { RunLock } from './run-lock.ts';
import { headOf, headRow, lookOf, lookRow, unvisitedOf, unvisitedRow } from './snapshot-rows.ts';
import type { Store } from './store.ts';
import type { SnapshotRow, Tables } from './tables.ts';
import { byText, inParts } from './text.ts';

type SnapshotQueries = Pick<Store, 'saveSnapshot' | 'snapshot' | 'latestSnapshotOf' | 'snapshotsOfRun'>;

/** What was looked at and what was not. */
export function snapshotQueries(db: Kysely<Tables>, lock: RunLock): SnapshotQueries {
  const withLooks = async (row: SnapshotRow | undefined): Promise<Snapshot | null> => {
    if (!row) return null;
    const looks = await db.selectFrom('look').selectAll().where('snapshot_id', '=', row.id).orderBy('seq').execute();
    const unvisited = await db.selectFrom('unvisited').selectAll().where('snapshot_id', '=', row.id).orderBy('seq').execute();
    return { ...headOf(row), looks: looks.map(lookOf), unvisited: unvisited.map(unvisitedOf) };
  };

  return {
    async saveSnapshot(snapshot, runId) {
      if (runId !== null) lock.mustNotBeLost(runId);
      await db.transaction().execute(async tx => {
        const { numInsertedOrUpdatedRows } = await tx
          .insertInto('snapshot')
          .values(headRow(snapshot, runId))
          .onConflict(conflict => conflict.column('id').doNothing())
          .executeTakeFirstOrThrow();
        if (numInsertedOrUpdatedRows === 0n) return;

        const looks = snapshot.looks.map((look, seq) => lookRow(snapshot.id, seq, look));
        for (const rows of inParts(looks)) await tx.insertInto('look').values(rows).execute();
        const unvisited = snapshot.unvisited.map((address, seq) => unvisitedRow(snapshot.id, seq, address));
        for (const rows of inParts(unvisited)) await tx.insertInto('unvisited').values(rows).execute();
      });
    },

    async snapshot(id) {
      return withLooks(await db.selectFrom('snapshot').selectAll().where('id', '=', id).executeTakeFirst());
    },

    async latestSnapshotOf(unitId) {
      const newest = db
        .selectFrom('snapshot')
        .selectAll()
        .where('unit_id', '=', unitId)
        .orderBy('started_at', 'desc')
        .orderBy('id', 'desc');
      return withLooks(await newest.limit(1).executeTakeFirst());
    },

    async snapshotsOfRun(runId) {
      const rows = await db.selectFrom('snapshot').selectAll().where('run_id', '=', runId).orderBy('started_at').orderBy('id').execute();
      const counts = await db
        .selectFrom('look')
        .innerJoin('snapshot', 'snapshot.id', 'look.snapshot_id')
        .where('snapshot.run_id', '=', runId)
        .where('look.purpose', '=', 'page')
        .where('look.status', 'is not', null)
        .select(({ fn }) => ['look.snapshot_id', fn.countAll().as('pages')])
        .groupBy('look.snapshot_id')
        .execute();
      // PostgreSQL counts in bigint, which its driver hands over as text.
      const pages = new Map(counts.map(count => [count.snapshot_id, Number(count.pages)]));
      return rows.sort(byText(row => row.unit_id)).map(row => ({ ...headOf(row), pages: pages.get(row.id) ?? 0 }));
    },
  };
}
