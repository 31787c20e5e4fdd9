import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Since when a server says that a page has not changed. */
export const unchanged: Migration = {
  async up(db: Kysely<unknown>) {
    // SQLite knows no `add column if not exists`, and a step may be met half done (see 0001-initial).
    const tables = await db.introspection.getTables();
    const look = tables.find(({ name }) => name === 'look');
    if (look?.columns.some(({ name }) => name === 'unchanged_since')) return;
    await sql`alter table look add column unchanged_since text`.execute(db);
  },
};
