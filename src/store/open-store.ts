import { type Dialect, Kysely } from 'kysely';
import { GongkaiError } from '../model/errors.ts';
import { exemptionQueries } from './exemptions.ts';
import { judgementQueries } from './judgements.ts';
import { linkQueries } from './link-checks.ts';
import { migrate } from './migrate.ts';
import { runLock } from './run-lock.ts';
import { runQueries } from './runs.ts';
import { snapshotQueries } from './snapshots.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';
import { unitQueries } from './units.ts';

export interface StoreOptions {
  /** The present moment, by which holds grow stale. */
  readonly now?: () => Date;
}

/**
 * Opens a store on any database Kysely speaks to, bringing its tables up to date first. Throws GongkaiError STORE_UNUSABLE.
 * Whoever opens it closes it.
 */
export async function openStore(dialect: Dialect, { now = () => new Date() }: StoreOptions = {}): Promise<Store> {
  const db = new Kysely<Tables>({ dialect });
  try {
    await migrate(db);
  } catch (error) {
    await db.destroy();
    throw error;
  }

  const lock = runLock(db, now);
  const runs = runQueries(db, lock);
  return {
    ...unitQueries(db),
    ...exemptionQueries(db),
    ...runs,
    ...snapshotQueries(db, lock),
    ...judgementQueries(db, lock),
    ...linkQueries(db),

    async close() {
      const runId = lock.heldFor();
      try {
        if (runId !== null) await runs.interruptRun(runId, now().toISOString());
      } catch (error) {
        // Taken over in the meantime: whoever did so has marked the run already.
        if (!(error instanceof GongkaiError && error.code === 'STORE_LOCKED')) throw error;
      } finally {
        await db.destroy();
      }
    },
  };
}
