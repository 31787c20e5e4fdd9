import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Kysely, Transaction } from 'kysely';
import { GongkaiError } from '../model/errors.ts';
import type { RunLockRow, Tables } from './tables.ts';

/** The hold that keeps two runs from overlapping, as one open store sees it. */
export interface RunLock {
  /** The run for which this store holds the lock, as far as it knows. */
  heldFor(): string | null;
  /** Takes the hold for a run. Throws STORE_LOCKED while somebody has it who may still be alive. */
  acquire(runId: string): Promise<void>;
  /** Throws STORE_LOCKED when this store had the hold for this run and lost it. One that never had it, such as a worker's, may pass. */
  mustNotBeLost(runId: string): void;
  /** Gives the hold up inside the transaction that ends the run. Throws STORE_LOCKED when this store does not have it. */
  release(tx: Transaction<Tables>, runId: string): Promise<void>;
}

const beatSeconds = 30;
/** A holder that has given no sign for so long is gone, or will find out that it has lost its hold. */
const staleMinutes = 5;

/** Tells this process from an earlier one that had the same number, as happens in containers. */
const processStartedAt = new Date(performance.timeOrigin).toISOString();

/**
 * One row, taken by compare-and-swap and kept fresh by a heartbeat. A process that dies leaves it behind: it is taken over at once
 * when its holder was on this machine and is no more, else when the heartbeat has been silent for five minutes.
 */
export function runLock(db: Kysely<Tables>, now: () => Date): RunLock {
  let held: { readonly runId: string; readonly token: string; readonly timer: NodeJS.Timeout } | null = null;
  let lost: string | null = null;

  const readHolder = () => db.selectFrom('run_lock').selectAll().where('name', '=', 'run').executeTakeFirst();

  const letGo = () => {
    clearInterval(held?.timer);
    held = null;
  };

  const beat = async (token: string) => {
    const freshness = { beat_at: now().toISOString() };
    const { numUpdatedRows } = await db.updateTable('run_lock').set(freshness).where('token', '=', token).executeTakeFirstOrThrow();
    if (numUpdatedRows > 0n || held?.token !== token) return;
    lost = held.runId;
    letGo();
  };

  return {
    heldFor: () => held?.runId ?? null,

    async acquire(runId) {
      const holder = await readHolder();
      if (holder && !isGone(holder, now())) throw lockedBy(holder);

      const row: RunLockRow = {
        name: 'run',
        run_id: runId,
        token: randomUUID(),
        host: hostname(),
        pid: process.pid,
        process_started_at: processStartedAt,
        beat_at: now().toISOString(),
      };
      const taken = await (holder ? replace(db, holder, row) : insert(db, row));
      if (!taken) throw lockedBy(await readHolder());

      lost = held && held.runId !== runId ? held.runId : null;
      letGo();
      // A beat that fails is made up for by the next; nine may fail before the hold is lost.
      const timer = setInterval(() => beat(row.token).catch(() => {}), beatSeconds * 1000).unref();
      held = { runId, token: row.token, timer };
    },

    mustNotBeLost(runId) {
      if (lost === runId) throw takenOver(runId);
    },

    async release(tx, runId) {
      if (held?.runId !== runId) throw takenOver(runId);
      const { numDeletedRows } = await tx.deleteFrom('run_lock').where('token', '=', held.token).executeTakeFirstOrThrow();
      letGo();
      if (numDeletedRows === 0n) throw takenOver(runId);
    },
  };
}

async function insert(db: Kysely<Tables>, row: RunLockRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('run_lock')
    .values(row)
    .onConflict(conflict => conflict.column('name').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** The token is compared, so that of several that found the same holder gone only one succeeds it. */
async function replace(db: Kysely<Tables>, holder: RunLockRow, row: RunLockRow): Promise<boolean> {
  const { numUpdatedRows } = await db.updateTable('run_lock').set(row).where('token', '=', holder.token).executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

function isGone(holder: RunLockRow, now: Date): boolean {
  if (now.getTime() - Date.parse(holder.beat_at) > staleMinutes * 60_000) return true;
  if (holder.host !== hostname()) return false;
  if (holder.pid === process.pid) return holder.process_started_at !== processStartedAt;
  return !isAlive(holder.pid);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

const lockedBy = (holder: RunLockRow | undefined): GongkaiError =>
  new GongkaiError(
    'STORE_LOCKED',
    holder
      ? `数据库正被另一次运行（${holder.run_id}，主机 ${holder.host}，进程 ${holder.pid}）使用，请等它结束后再试；若它已异常退出，${staleMinutes} 分钟后自动解除。`
      : '数据库刚被另一次运行占用，请稍后再试。',
  );

const takenOver = (runId: string): GongkaiError =>
  new GongkaiError('STORE_LOCKED', `运行 ${runId} 已不由本进程持有（可能已被另一次运行接管），本次结果不再写入，请用 --resume 继续。`);
