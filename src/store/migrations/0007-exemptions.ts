import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Duties from which units have been released, with reason, approver and dates. */
export const exemptions: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`create table if not exists exemption (
      seq integer not null primary key,
      unit_id text not null,
      check_id text not null,
      reason text not null,
      approved_by text not null,
      approved_on text not null,
      from_day text not null,
      until_day text not null
    )`.execute(db);
  },
};
