import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { GongkaiError } from '../model/errors.ts';
import { initial } from './migrations/0001-initial.ts';
import type { Tables } from './tables.ts';

/** In the order of their names. Those that were ever released are never changed, renamed or removed. */
const migrations = { '0001-initial': initial };

/** Brings the tables up to date; does nothing when they are. Throws GongkaiError STORE_UNUSABLE. */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (!error) return;
  // On SQLite nothing keeps two programs that start at once from migrating at once. The slower one fails, and finds all done
  // when it looks again; a real fault fails again.
  const { error: cause } = await migrator.migrateToLatest();
  if (cause) throw new GongkaiError('STORE_UNUSABLE', explain(cause), { cause });
}

function explain(cause: unknown): string {
  const reason = cause instanceof Error ? cause.message : String(cause);
  if (/previously executed migration .* is missing/.test(reason)) return '数据库由更新版本的程序建立，请先升级本程序。';
  return `数据库无法打开或升级（${reason}），请检查地址、账号权限和磁盘空间。`;
}
