import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Why an address was taken for part of an endless space, and which delays were asked for that are longer than any we keep. */
export const reasons: Migration = {
  async up(db: Kysely<unknown>) {
    // SQLite knows no `add column if not exists`, and a step may be met half done (see 0001-initial).
    const tables = await db.introspection.getTables();
    const has = (table: string, column: string) =>
      tables.some(({ name, columns }) => name === table && columns.some(one => one.name === column));
    if (!has('unvisited', 'trap')) await sql`alter table unvisited add column trap text`.execute(db);
    if (!has('snapshot', 'delays')) await sql`alter table snapshot add column delays text not null default '[]'`.execute(db);
  },
};
