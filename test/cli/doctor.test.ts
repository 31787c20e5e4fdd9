import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { renderDiagnoses } from '../../src/cli/commands/doctor.ts';
import { diagnose, isUsable } from '../../src/cli/doctor/diagnose.ts';
import { examine } from '../../src/cli/doctor/examine.ts';
import type { Facts } from '../../src/cli/doctor/facts.ts';
import { temporaryFolders } from '../temporary-folders.ts';

const newFolder = temporaryFolders();

/** A machine on which nothing is wanting. */
const healthy: Facts = {
  node: '24.21.0',
  knowsChinese: true,
  settings: { ok: true, value: { folder: '/srv/gongkai', writable: true } },
  checks: { ok: true, value: 38 },
  browser: { found: { from: 'machine', path: '/usr/bin/chromium' }, missing: null, packaged: false },
  chineseFonts: 15,
  calendars: { ok: true, value: [2025, 2026, 2027] },
  database: { kind: 'sqlite', file: '/srv/gongkai/gongkai.db', writable: true, health: { state: 'sound' } },
  freeBytes: 50e9,
  now: '2026-11-20T18:30:00.000Z',
  installedAt: '2026-11-01T00:00:00.000Z',
  timeZone: 'Asia/Shanghai',
  proxies: { ok: true, value: {} },
};
const sqlite = healthy.database as Extract<Facts['database'], { kind: 'sqlite' }>;
const of = (topic: string, facts: Partial<Facts>) => diagnose({ ...healthy, ...facts }).find(diagnosis => diagnosis.topic === topic);

describe('diagnose', () => {
  test('a machine in order needs nothing', () => {
    expect(diagnose(healthy).filter(({ state, remedy }) => state !== 'ok' || remedy !== '')).toEqual([]);
  });

  test.for<[topic: string, facts: Partial<Facts>, message: RegExp]>([
    ['node', { node: '20.20.2' }, /20\.20\.2，版本过低/],
    ['node', { node: '22.18.0' }, /版本过低/],
    ['node', { node: '23.11.0' }, /版本过低/],
    ['chinese', { knowsChinese: false }, /GBK/],
    ['settings', { settings: { ok: false, error: '环境变量 GONGKAI_MAX_PAGES=x 有误' } }, /GONGKAI_MAX_PAGES/],
    ['settings', { settings: { ok: true, value: { folder: '/root/x', writable: false } } }, /\/root\/x 不能写入/],
    ['checks', { checks: { ok: false, error: 'checks/a.yaml 第 3 行' } }, /a\.yaml 第 3 行/],
    ['calendar', { calendars: { ok: false, error: 'data/calendars/2026.yaml 第 3 行' } }, /2026\.yaml 第 3 行/],
    ['browser', { browser: { found: null, missing: '/opt/chrome', packaged: true } }, /GONGKAI_BROWSER 指定的 \/opt\/chrome 不存在/],
    ['database', { database: { ...sqlite, health: { state: 'damaged', detail: 'file is not a database' } } }, /file is not a database/],
    ['database', { database: { ...sqlite, writable: false } }, /不能写入/],
    ['database', { database: { kind: 'postgres', server: 'db:5432', answered: false } }, /db:5432 无法连接/],
    ['database', { database: null }, /设置有误/],
    ['disk', { freeBytes: 199e6 }, /剩余 0\.2 GB，不够使用/],
    ['clock', { now: '2020-01-01T00:00:00.000Z' }, /比程序文件的日期还早/],
    ['proxy', { proxies: { ok: false, error: '环境变量HTTP_PROXY不是有效的代理地址' } }, /HTTP_PROXY/],
  ])('%s: essential, with a remedy: %o', ([topic, facts, message]) => {
    expect(of(topic, facts)).toMatchObject({
      state: 'missing',
      message: expect.stringMatching(message),
      remedy: expect.stringMatching(/^请.*。$/),
    });
    expect(isUsable(diagnose({ ...healthy, ...facts }))).toBe(false);
  });

  test.for<[topic: string, facts: Partial<Facts>, message: RegExp]>([
    ['browser', { browser: { found: null, missing: null, packaged: false } }, /没有找到.*无法判定/],
    ['fonts', { chineseFonts: 0 }, /方框/],
    ['fonts', { chineseFonts: null }, /无法得知/],
    ['calendar', { calendars: { ok: true, value: [] } }, /没有 2026 年的/],
    ['calendar', { calendars: { ok: true, value: [2023, 2024, 2025] } }, /没有 2026 年的（有 2023—2025 年的）/],
    ['calendar', { calendars: { ok: true, value: [2021, 2023, 2024, 2026] } }, /有 2021、2023—2024、2026 年的，还没有 2027 年的/],
    ['disk', { freeBytes: 1.9e9 }, /偏少/],
    ['disk', { freeBytes: null }, /无法得知/],
  ])('%s: the program works without, and says what is lost: %o', ([topic, facts, message]) => {
    expect(of(topic, facts)).toMatchObject({
      state: 'advice',
      message: expect.stringMatching(message),
      remedy: expect.stringMatching(/.+/),
    });
    expect(isUsable(diagnose({ ...healthy, ...facts }))).toBe(true);
  });

  test.for<[topic: string, facts: Partial<Facts>, message: RegExp]>([
    ['node', { node: '22.19.0' }, /^22\.19\.0$/],
    ['browser', { browser: { found: null, missing: null, packaged: true } }, /@sparticuz\/chromium/],
    ['database', { database: { ...sqlite, health: { state: 'absent' } } }, /首次使用时自动建立/],
    ['database', { database: { kind: 'postgres', server: 'db:5432', answered: true } }, /可以连接/],
    ['clock', { timeZone: 'UTC' }, /2026-11-21 02:30.*时区为 UTC.*北京时间/],
    ['clock', { now: '2026-10-31T12:00:00.000Z' }, /./],
    ['proxy', { proxies: { ok: true, value: { HTTP_PROXY: 'http://p:3128' } } }, /HTTP_PROXY=http:\/\/p:3128/],
    ['network', {}, /不访问任何外部网站/],
  ])('%s: in order: %o', ([topic, facts, message]) => {
    expect(of(topic, facts)).toMatchObject({ state: 'ok', message: expect.stringMatching(message), remedy: '' });
  });
});

test('the sum is told at the end', () => {
  expect(renderDiagnoses(diagnose(healthy))).toMatch(/\n\n可以使用。\n$/);
  expect(renderDiagnoses(diagnose({ ...healthy, chineseFonts: 0 }))).toMatch(
    /! 中文字体：[^\n]*\n {4}请安装[^\n]*\n[\s\S]*可以使用，另有 1 处建议处理。\n$/,
  );
  expect(renderDiagnoses(diagnose({ ...healthy, freeBytes: 0 }))).toMatch(/✗ 磁盘空间[\s\S]*还不能使用：有 1 处必须先处理。\n$/);
});

describe('examine', () => {
  test('looks at this machine and changes nothing', async () => {
    const folder = join(newFolder(), 'not', 'there');
    const facts = await examine({ GONGKAI_DATA: folder });
    expect(facts).toMatchObject({
      node: process.versions.node,
      knowsChinese: true,
      settings: { ok: true, value: { folder, writable: true } },
      checks: { ok: true },
      database: { kind: 'sqlite', file: join(folder, 'gongkai.db'), writable: true, health: { state: 'absent' } },
      proxies: { ok: true, value: {} },
    });
    expect(facts.freeBytes).toBeGreaterThan(0);
  });

  test('a data folder below a file cannot be written', async () => {
    const file = join(newFolder(), 'file');
    writeFileSync(file, '');
    expect(await examine({ GONGKAI_DATA: join(file, 'data') })).toMatchObject({ settings: { value: { writable: false } } });
  });

  test('a damaged database is found', async () => {
    const folder = newFolder();
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'gongkai.db'), 'this is no database, whatever it is called; it only has to be long enough');
    expect(await examine({ GONGKAI_DATA: folder })).toMatchObject({ database: { health: { state: 'damaged' } } });
  });

  test('passwords of proxies are not shown', async () => {
    const { proxies } = await examine({ HTTPS_PROXY: 'http://user:secret@proxy.example:3128', no_proxy: '.gov.cn' });
    expect(proxies).toEqual({ ok: true, value: { HTTPS_PROXY: 'http://***@proxy.example:3128', NO_PROXY: '.gov.cn' } });
  });

  test('wrong settings and proxies are told, not thrown', async () => {
    expect(await examine({ GONGKAI_MAX_PAGES: 'many', HTTP_PROXY: 'ftp://x' })).toMatchObject({
      settings: { ok: false, error: expect.stringContaining('GONGKAI_MAX_PAGES') },
      proxies: { ok: false, error: expect.stringContaining('HTTP_PROXY') },
      database: null,
    });
  });

  test('whether the database server answers', async () => {
    const server = createServer(socket => socket.destroy());
    const port = await new Promise<number>(resolve => {
      server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
    });
    onTestFinished(() => void server.close());
    const url = `postgres://gongkai:secret@127.0.0.1:${port}/gongkai`;
    expect(await examine({ DATABASE_URL: url })).toMatchObject({ database: { server: `127.0.0.1:${port}`, answered: true } });
    await new Promise(resolve => server.close(resolve));
    expect(await examine({ DATABASE_URL: url })).toMatchObject({ database: { answered: false } });
  });
});
