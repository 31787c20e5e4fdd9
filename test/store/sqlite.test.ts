import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { sqliteDialect } from '../../src/store/sqlite.ts';
import { temporaryFolders } from '../temporary-folders.ts';
import { testStore } from './contract.ts';
import { startProcess } from './process.ts';
import { judgement, run, snapshot, unit } from './samples.ts';

const newFolder = temporaryFolders();
const newFile = () => join(newFolder(), 'sub/gongkai.db');

describe('a store in a file', () => {
  let file: string;
  const fresh = () => {
    file = newFile();
    return sqliteDialect(file);
  };
  testStore({ fresh, again: () => sqliteDialect(file) });
});

describe('sqliteDialect', () => {
  test('refuses a file that is no database, naming it, and leaves it alone', () => {
    const file = join(newFolder(), '名单.xlsx');
    writeFileSync(file, 'PK not a database at all, but long enough to be looked at as one. '.repeat(20));
    expect(() => sqliteDialect(file)).toThrow(expect.objectContaining({ code: 'STORE_UNUSABLE', message: expect.stringContaining(file) }));
    expect(readdirSync(join(file, '..'))).toEqual(['名单.xlsx']);
  });

  test('lets readers read while somebody writes', async () => {
    const file = newFile();
    const store = await openStore(sqliteDialect(file));
    await store.saveUnits([unit('a')]);
    const writer = new Database(file);
    writer.exec("begin immediate; update unit set name = '写到一半'");
    expect(await store.units()).toEqual([unit('a')]);
    writer.exec('rollback');
    writer.close();
    await store.close();
  });
});

describe('migrations', () => {
  test('go on where a process was killed half way', async () => {
    const file = newFile();
    await (await openStore(sqliteDialect(file))).close();
    const database = new Database(file);
    database.exec('drop table finding; drop index snapshot_by_unit; delete from kysely_migration');
    database.close();

    const store = await openStore(sqliteDialect(file));
    await store.beginRun(run('r1'));
    await store.saveSnapshot(snapshot('s1', 'a'), 'r1');
    await store.saveJudgement(judgement('r1', 'a', 's1'));
    expect(await store.judgement('r1', 'a')).toEqual(judgement('r1', 'a', 's1'));
    await store.close();
  });

  test('refuse a database that a newer program has made', async () => {
    const file = newFile();
    await (await openStore(sqliteDialect(file))).close();
    const database = new Database(file);
    database.exec("insert into kysely_migration values ('9999-from-the-future', '2030-01-01T00:00:00.000Z')");
    database.close();
    await expect(openStore(sqliteDialect(file))).rejects.toMatchObject({
      code: 'STORE_UNUSABLE',
      message: expect.stringContaining('升级'),
    });
  });

  test('may be begun by several processes at once', async () => {
    const file = newFile();
    const others = [startProcess('open', file), startProcess('open', file)];
    await Promise.all(others.map(({ says }) => says('ready')));
    const store = await openStore(sqliteDialect(file));
    await store.saveUnits([unit('a')]);
    expect(await store.units()).toHaveLength(1);
    await store.close();
    await Promise.all(others.map(({ kill }) => kill()));
  });
});

describe('several processes', () => {
  test('a run of a living process keeps others out, who may still read and write', async () => {
    const file = newFile();
    const other = startProcess('hold', file);
    await other.says('ready');

    const store = await openStore(sqliteDialect(file));
    await expect(store.beginRun(run('r2'))).rejects.toMatchObject({
      code: 'STORE_LOCKED',
      message: expect.stringContaining(`进程 ${other.pid}`),
    });
    expect(await store.run('held')).toMatchObject({ state: 'running' });
    await store.saveUnits([unit('a')]);
    await store.saveSnapshot(snapshot('on-demand', 'a'), null);
    await store.close();
    await other.kill();
  });

  test('a run whose process was killed gives way at once, and nothing finished is lost', async () => {
    const file = newFile();
    const other = startProcess('hold', file);
    await other.says('ready');
    await other.kill();

    const store = await openStore(sqliteDialect(file));
    expect(await store.run('held')).toMatchObject({ state: 'running' });
    await store.resumeRun('held');
    expect(await store.finishedUnits('held')).toEqual(['a']);
    expect(await store.judgement('held', 'a')).toEqual(judgement('held', 'a', 'held-a'));
    await store.finishRun('held', '2026-11-20T20:00:00.000Z');
    await store.beginRun(run('r2'));
    await store.close();
  });

  test('two stores of one process keep each other out as well', async () => {
    const file = newFile();
    const [one, two] = [await openStore(sqliteDialect(file)), await openStore(sqliteDialect(file))];
    await one.beginRun(run('r1'));
    await expect(two.beginRun(run('r2'))).rejects.toMatchObject({ code: 'STORE_LOCKED' });
    await one.close();
    await two.beginRun(run('r2'));
    await two.close();
  });

  test('an earlier process that had the same number, as in a container, is not taken for this one', async () => {
    const file = newFile();
    const one = await openStore(sqliteDialect(file));
    await one.beginRun(run('r1'));
    const database = new Database(file);
    database.exec("update run_lock set process_started_at = '2020-01-01T00:00:00.000Z'");
    database.close();

    const two = await openStore(sqliteDialect(file));
    await two.beginRun(run('r2', 21));
    await expect(one.finishRun('r1', '2026-11-20T20:00:00.000Z')).rejects.toMatchObject({ code: 'STORE_LOCKED' });
    expect(await two.run('r1')).toMatchObject({ state: 'interrupted' });
    await two.close();
    await one.close();
  });

  test('a process of the same number on another machine is left alone until it is silent for long', async () => {
    const file = newFile();
    const one = await openStore(sqliteDialect(file));
    await one.beginRun(run('r1'));
    const database = new Database(file);
    database.exec("update run_lock set host = 'elsewhere', pid = 2147483647");
    database.close();

    const two = await openStore(sqliteDialect(file));
    await expect(two.beginRun(run('r2'))).rejects.toMatchObject({ code: 'STORE_LOCKED', message: expect.stringContaining('elsewhere') });
    await two.close();
    const three = await openStore(sqliteDialect(file), { now: () => new Date(Date.now() + 6 * 60_000) });
    await three.beginRun(run('r2', 21));
    await three.close();
    await one.close();
  });
});
