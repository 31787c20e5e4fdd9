import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { SqliteDialect } from 'kysely';
import { GongkaiError } from '../model/errors.ts';

/**
 * A database in one file, made with its folder when it is not there; `:memory:` for one that is gone when it is closed.
 * Throws GongkaiError STORE_UNUSABLE when the file cannot be opened or is no database.
 */
export function sqliteDialect(file: string): SqliteDialect {
  try {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
    const database = new Database(file);
    database.pragma('busy_timeout = 10000');
    // Readers do not wait for the writer.
    database.pragma('journal_mode = WAL');
    // A unit that is reported as finished must survive the power cut a second later.
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    // The library's 16 MB are for databases that are searched; what is read again here, the system keeps in memory anyway.
    database.pragma('cache_size = -4000');
    return new SqliteDialect({ database });
  } catch (cause) {
    throw new GongkaiError('STORE_UNUSABLE', `数据库文件 ${file} 无法打开，请检查路径、读写权限，并确认它是本程序的数据库。`, { cause });
  }
}
