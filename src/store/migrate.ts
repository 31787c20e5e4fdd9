import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { GongkaiError } from '../model/errors.ts';
import { initial } from './migrations/0001-initial.ts';
import { links } from './migrations/0002-links.ts';
import { security } from './migrations/0003-security.ts';
import { unchanged } from './migrations/0004-unchanged.ts';
import { reasons } from './migrations/0005-reasons.ts';
import { severity } from './migrations/0006-severity.ts';
import { exemptions } from './migrations/0007-exemptions.ts';
import type { Tables } from './tables.ts';

/** In the order of their names. Those that were ever released are never changed, renamed or removed. */
const migrations = {
  '0001-initial': initial,
  '0002-links': links,
  '0003-security': security,
  '0004-unchanged': unchanged,
  '0005-reasons': reasons,
  '0006-severity': severity,
  '0007-exemptions': exemptions,
};

/** Brings the tables up to date; does nothing when they are. Throws GongkaiError STORE_UNUSABLE. */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  // On SQLite nothing keeps programs that start at once from migrating at once. A slower one fails at a step that another has just made,
  // and finds it done when it looks again; a real fault fails again every time.
  let cause: unknown;
  for (let tries = 0; tries <= Object.keys(migrations).length; tries++) {
    ({ error: cause } = await migrator.migrateToLatest());
    if (!cause) return;
  }
  throw new GongkaiError('STORE_UNUSABLE', explain(cause), { cause });
}

function explain(cause: unknown): string {
  const reason = cause instanceof Error ? cause.message : String(cause);
  if (/previously executed migration .* is missing/.test(reason)) return '数据库由更新版本的程序建立，请先升级本程序。';
  return `数据库无法打开或升级（${reason}），请检查地址、账号权限和磁盘空间。`;
}
