import { existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { sqliteHealth } from '../../src/store/sqlite-health.ts';
import { temporaryFolders } from '../temporary-folders.ts';

const newFolder = temporaryFolders();

function databaseFile(): string {
  const file = join(newFolder(), 'gongkai.db');
  const database = new Database(file);
  database.exec('create table page (text); create index page_text on page (text)');
  const insert = database.prepare('insert into page values (?)');
  for (let row = 0; row < 500; row++) insert.run(`第${row}页`.repeat(20));
  database.close();
  return file;
}

test('a file that is not there stays so', () => {
  const file = join(newFolder(), 'gongkai.db');
  expect(sqliteHealth(file)).toEqual({ state: 'absent' });
  expect(existsSync(file)).toBe(false);
});

test('a sound file is left as it is', () => {
  const file = databaseFile();
  const before = readFileSync(file);
  expect(sqliteHealth(file)).toEqual({ state: 'sound' });
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('a file that is no database is damaged', () => {
  const file = join(newFolder(), 'gongkai.db');
  writeFileSync(file, '这不是数据库'.repeat(200));
  expect(sqliteHealth(file)).toMatchObject({ state: 'damaged', detail: expect.stringContaining('not a database') });
});

test('a file cut short is damaged', () => {
  const file = databaseFile();
  truncateSync(file, 8192);
  expect(sqliteHealth(file)).toMatchObject({ state: 'damaged' });
});

test('pages overwritten by something else are damage', () => {
  const file = databaseFile();
  const bytes = readFileSync(file);
  bytes.fill(0x5a, 4096, 20_480);
  writeFileSync(file, bytes);
  expect(sqliteHealth(file)).toMatchObject({ state: 'damaged' });
});

test('a database in use is not damaged', () => {
  const file = databaseFile();
  const other = new Database(file);
  other.pragma('journal_mode = WAL');
  other.exec("begin immediate; insert into page values ('x')");
  expect(sqliteHealth(file)).toEqual({ state: 'sound' });
  other.close();
});
