import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** How the way to a site was: what a browser would have warned of, and start addresses that had to be opened in another form. */
export const security: Migration = {
  async up(db: Kysely<unknown>) {
    // SQLite knows no `add column if not exists`, and a step may be met half done (see 0001-initial).
    const tables = await db.introspection.getTables();
    const has = (table: string, column: string) =>
      tables.some(({ name, columns }) => name === table && columns.some(one => one.name === column));
    if (!has('look', 'security')) await sql`alter table look add column security text`.execute(db);
    if (!has('snapshot', 'entrances')) await sql`alter table snapshot add column entrances text not null default '[]'`.execute(db);
  },
};
