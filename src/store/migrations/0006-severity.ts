import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What a fault may cost. Before there was this column every finding was treated as a deduction. */
export const severity: Migration = {
  async up(db: Kysely<unknown>) {
    // SQLite knows no `add column if not exists`, and a step may be met half done (see 0001-initial).
    const tables = await db.introspection.getTables();
    const finding = tables.find(({ name }) => name === 'finding');
    if (finding?.columns.some(({ name }) => name === 'severity')) return;
    await sql`alter table finding add column severity text not null default 'deduction'`.execute(db);
  },
};
