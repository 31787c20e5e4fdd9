import { PostgresDialect } from 'kysely';
import { Pool } from 'pg';

/** A database on a PostgreSQL server, for many machines. `url`: `postgres://user:password@host:port/database`. */
export function postgresDialect(url: string): PostgresDialect {
  const pool = new Pool({ connectionString: url });
  // A server that goes away while a connection is idle must not end the program; the next query meets the error and says so.
  pool.on('error', () => {});
  return new PostgresDialect({ pool });
}
