import type { Kysely, Selectable, Transaction } from 'kysely';
import { GongkaiError } from '../model/errors.ts';
import type { Run, RunState } from '../model/run.ts';
import type { RunLock } from './run-lock.ts';
import type { Store } from './store.ts';
import type { RunRow, Tables } from './tables.ts';
import { storable } from './text.ts';

type RunQueries = Pick<Store, 'beginRun' | 'resumeRun' | 'finishRun' | 'interruptRun' | 'run' | 'latestRun' | 'runs'>;

/** Runs, and the hold on the store that goes with the one that is going on. */
export function runQueries(db: Kysely<Tables>, lock: RunLock): RunQueries {
  const newestFirst = () => db.selectFrom('run').selectAll().orderBy('started_at', 'desc').orderBy('id', 'desc');

  /** Does the work under the hold, and gives the hold back when the work fails. */
  const holding = async (runId: string, work: (tx: Transaction<Tables>) => Promise<void>) => {
    await lock.acquire(runId);
    try {
      await db.transaction().execute(async tx => {
        // Whoever has the hold is the only one running; others that still say so died without a word.
        await tx.updateTable('run').set({ state: 'interrupted' }).where('state', '=', 'running').where('id', '!=', runId).execute();
        await work(tx);
      });
    } catch (error) {
      // Should this fail as well, the first error is the one to tell, and the hold grows stale by itself.
      await db
        .transaction()
        .execute(tx => lock.release(tx, runId))
        .catch(() => {});
      throw error;
    }
  };

  const end = (runId: string, state: RunState, at: string) =>
    db.transaction().execute(async tx => {
      const change = { state, finished_at: at };
      const { numUpdatedRows } = await tx.updateTable('run').set(change).where('id', '=', runId).executeTakeFirstOrThrow();
      if (numUpdatedRows === 0n) throw unknown(runId);
      await lock.release(tx, runId);
    });

  return {
    beginRun: run =>
      holding(run.id, async tx => {
        await tx.insertInto('run').values(toRow(run)).execute();
      }),

    resumeRun: id =>
      holding(id, async tx => {
        const change = { state: 'running', finished_at: null };
        const { numUpdatedRows } = await tx.updateTable('run').set(change).where('id', '=', id).executeTakeFirstOrThrow();
        if (numUpdatedRows === 0n) throw unknown(id);
      }),

    finishRun: (id, at) => end(id, 'finished', at),
    interruptRun: (id, at) => end(id, 'interrupted', at),

    async run(id) {
      const row = await db.selectFrom('run').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? toRun(row) : null;
    },

    async latestRun(state) {
      const row = await newestFirst()
        .$if(state !== undefined, query => query.where('state', '=', state!))
        .limit(1)
        .executeTakeFirst();
      return row ? toRun(row) : null;
    },

    async runs() {
      return (await newestFirst().execute()).map(toRun);
    },
  };
}

const unknown = (id: string): GongkaiError => new GongkaiError('RUN_UNKNOWN', `没有编号为“${id}”的运行，请检查编号。`);

const toRow = ({ id, startedAt, asOf, catalogue, selection }: Parameters<Store['beginRun']>[0]): RunRow =>
  storable({
    id,
    started_at: startedAt,
    finished_at: null,
    as_of: asOf,
    catalogue,
    state: 'running',
    selection: JSON.stringify(selection),
  });

const toRun = (row: Selectable<RunRow>): Run => ({
  id: row.id,
  startedAt: row.started_at,
  finishedAt: row.finished_at,
  asOf: row.as_of,
  catalogue: row.catalogue,
  state: row.state as RunState,
  selection: JSON.parse(row.selection),
});
