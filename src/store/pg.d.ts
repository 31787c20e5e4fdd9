/** As much of `pg` as the store uses; the package brings no types of its own. */
declare module 'pg' {
  import type { PostgresPool } from 'kysely';

  export interface Pool extends PostgresPool {
    on(event: 'error', listener: (error: Error) => void): this;
  }
  export const Pool: new (options: { connectionString: string; max?: number }) => Pool;
}
