import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const tables = [
  sql`create table if not exists unit (
    id text not null primary key,
    seq integer not null,
    name text not null,
    type text not null,
    group_name text,
    parent text,
    aliases text not null,
    powers text not null,
    sites text not null
  )`,
  sql`create table if not exists run (
    id text not null primary key,
    started_at text not null,
    finished_at text,
    as_of text not null,
    catalogue text not null,
    state text not null,
    selection text not null
  )`,
  sql`create table if not exists run_lock (
    name text not null primary key,
    run_id text not null,
    token text not null,
    host text not null,
    pid integer not null,
    process_started_at text not null,
    beat_at text not null
  )`,
  sql`create table if not exists snapshot (
    id text not null primary key,
    unit_id text not null,
    run_id text references run (id),
    started_at text not null,
    finished_at text not null,
    vantage text not null,
    user_agent text not null,
    start_urls text not null,
    requests integer not null,
    bytes double precision not null,
    stopped_because text not null
  )`,
  sql`create table if not exists look (
    snapshot_id text not null references snapshot (id),
    seq integer not null,
    url text not null,
    final_url text not null,
    hops text not null,
    purpose text not null,
    via text not null,
    found_on text,
    anchor_text text,
    fetched_at text not null,
    elapsed_ms double precision not null,
    attempts integer not null,
    address text,
    status integer,
    failure text,
    headers text not null,
    truncated integer not null,
    bytes double precision not null,
    body_sha256 text,
    primary key (snapshot_id, seq)
  )`,
  sql`create table if not exists unvisited (
    snapshot_id text not null references snapshot (id),
    seq integer not null,
    url text not null,
    found_on text not null,
    anchor_text text not null,
    reason text not null,
    interest double precision not null,
    primary key (snapshot_id, seq)
  )`,
  sql`create table if not exists score (
    run_id text not null references run (id),
    unit_id text not null,
    snapshot_id text not null references snapshot (id),
    catalogue text not null,
    judged_at text not null,
    scheme text not null,
    value double precision,
    grade text,
    judged integer not null,
    asked integer not null,
    categories text not null,
    primary key (run_id, unit_id)
  )`,
  sql`create table if not exists finding (
    run_id text not null,
    unit_id text not null,
    check_id text not null,
    seq integer not null,
    finding_key text not null,
    snapshot_id text not null,
    catalogue text not null,
    judged_at text not null,
    item text,
    title text not null,
    outcome text not null,
    standing text not null,
    message text not null,
    cause text,
    measured text not null,
    evidence text not null,
    basis text not null,
    remedy text not null,
    primary key (run_id, unit_id, check_id),
    foreign key (run_id, unit_id) references score (run_id, unit_id)
  )`,
];

const indexes = [
  sql`create index if not exists snapshot_by_unit on snapshot (unit_id, started_at)`,
  sql`create index if not exists snapshot_by_run on snapshot (run_id)`,
  sql`create index if not exists score_by_snapshot on score (snapshot_id)`,
  sql`create index if not exists score_by_unit on score (unit_id)`,
  sql`create index if not exists finding_by_key on finding (finding_key)`,
];

/** Kysely runs migrations on SQLite without a transaction, so a step may be met half done: hence `if not exists`. */
export const initial: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of [...tables, ...indexes]) await statement.execute(db);
  },
};
