import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  sql`create table if not exists link_check (
    id text not null primary key,
    start_url text not null,
    started_at text not null,
    vantage text not null,
    user_agent text not null,
    finished_at text,
    stopped_because text,
    pages integer,
    links integer
  )`,
  sql`create table if not exists link_address (
    check_id text not null references link_check (id),
    id integer not null,
    url text not null,
    verdict text not null,
    cause text,
    reason text not null,
    status integer,
    hops text not null,
    attempts integer not null,
    primary key (check_id, id)
  )`,
  // One row for a page with the numbers of all its targets: a row for each link, with an index on targets, takes longer than the crawl.
  sql`create table if not exists link_page (
    check_id text not null references link_check (id),
    id integer not null,
    targets text not null,
    primary key (check_id, id)
  )`,
  sql`create index if not exists link_check_by_start on link_check (start_url, started_at)`,
];

/** Checks of links with everything that was found, and the parts of which a fault is made. */
export const links: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(db);
    if (!(await hasColumn(db, 'finding', 'parts'))) await sql`alter table finding add column parts text`.execute(db);
  },
};

/** SQLite knows no `add column if not exists`. */
async function hasColumn(db: Kysely<unknown>, table: string, column: string): Promise<boolean> {
  const tables = await db.introspection.getTables();
  return tables.some(({ name, columns }) => name === table && columns.some(each => each.name === column));
}
