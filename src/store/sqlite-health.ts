import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';

/** How a database file is: not there yet, sound, or damaged with SQLite's own words for it. */
export type SqliteHealth =
  | { readonly state: 'absent' }
  | { readonly state: 'sound' }
  | { readonly state: 'damaged'; readonly detail: string };

/** Reads through the file for damage and changes nothing in it. */
export function sqliteHealth(file: string): SqliteHealth {
  if (!existsSync(file)) return { state: 'absent' };
  try {
    const database = new Database(file, { readonly: true, fileMustExist: true, timeout: 2000 });
    try {
      const answer = String(database.pragma('quick_check(1)', { simple: true }));
      return answer === 'ok' ? { state: 'sound' } : { state: 'damaged', detail: answer };
    } finally {
      database.close();
    }
  } catch (error) {
    return { state: 'damaged', detail: error instanceof Error ? error.message : String(error) };
  }
}
