import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { loadCalendar } from '../../config/load-calendar.ts';
import { loadCatalogue } from '../../config/load-catalogue.ts';
import { loadSettings } from '../../config/load-settings.ts';
import { findBrowser } from '../../crawl/find-browser.ts';
import { readProxies } from '../../crawl/proxy.ts';
import { shipped } from '../../package.ts';
import { sqliteHealth } from '../../store/sqlite-health.ts';
import type { DatabaseFacts, Facts, Tried } from './facts.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Looks at this machine. Changes nothing and sends nothing anywhere but to the database server that DATABASE_URL names. */
export async function examine(environment: Environment): Promise<Facts> {
  const settings = attempt(() => {
    const folder = resolve(loadSettings({ file: 'gongkai.yaml', environment }).dataFolder);
    return { folder, writable: isWritable(folder) };
  });
  return {
    node: process.versions.node,
    knowsChinese: knowsChinese(),
    settings,
    checks: attempt(() => loadCatalogue(shipped('checks'), { unconfirmed: 'include' }).checks.length),
    browser: await findBrowser(environment),
    chineseFonts: await countChineseFonts(),
    calendars: attempt(() => loadCalendar(calendarFolders(settings)).years),
    database: await databaseFacts(environment.DATABASE_URL, settings),
    freeBytes: settings.ok ? freeBytes(settings.value.folder) : null,
    now: new Date().toISOString(),
    installedAt: statSync(shipped('package.json')).mtime.toISOString(),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    proxies: attempt(() => proxyVariables(environment)),
  };
}

/** Those of the program, and those that were added on this machine. */
const calendarFolders = (settings: Facts['settings']): readonly string[] => [
  shipped('data/calendars'),
  ...(settings.ok ? [join(settings.value.folder, 'calendars')] : []),
];

function attempt<T>(work: () => T): Tried<T> {
  try {
    return { ok: true, value: work() };
  } catch (error) {
    return { ok: false, error: error instanceof Error ? error.message : String(error) };
  }
}

function knowsChinese(): boolean {
  const known = attempt(() => {
    const read = new TextDecoder('gb18030').decode(Uint8Array.of(0xb9, 0xab, 0xbf, 0xaa));
    new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai' });
    return read === '公开';
  });
  return known.ok && known.value;
}

async function countChineseFonts(): Promise<number | null> {
  try {
    const { stdout } = await promisify(execFile)('fc-list', [':lang=zh', 'family'], { timeout: 10_000 });
    return new Set(stdout.split('\n').filter(line => line.trim() !== '')).size;
  } catch {
    return null;
  }
}

async function databaseFacts(url: string | undefined, settings: Facts['settings']): Promise<DatabaseFacts | null> {
  if (url) return postgresFacts(url);
  if (!settings.ok) return null;
  const file = join(settings.value.folder, 'gongkai.db');
  return { kind: 'sqlite', file, writable: isWritable(file), health: sqliteHealth(file) };
}

async function postgresFacts(text: string): Promise<DatabaseFacts> {
  const url = URL.parse(text);
  const [host, port] = [url?.hostname || 'localhost', Number(url?.port || 5432)];
  return { kind: 'postgres', server: `${host}:${port}`, answered: url !== null && (await answers(host, port)) };
}

function answers(host: string, port: number): Promise<boolean> {
  return new Promise(tell => {
    const socket = connect({ host, port, timeout: 5000 });
    const end = (answered: boolean) => {
      socket.destroy();
      tell(answered);
    };
    socket.once('connect', () => end(true));
    socket.once('timeout', () => end(false));
    socket.once('error', () => end(false));
  });
}

/** A file that is not there yet can be written when the folder above it can. */
function isWritable(path: string): boolean {
  const existing = nearest(path);
  if (existing !== path && !statSync(existing).isDirectory()) return false;
  return attempt(() => accessSync(existing, constants.W_OK)).ok;
}

function freeBytes(folder: string): number | null {
  const free = attempt(() => statfsSync(nearest(folder)));
  return free.ok ? free.value.bavail * free.value.bsize : null;
}

/** The path itself, or the lowest folder above it that exists. */
const nearest = (path: string): string => (existsSync(path) || dirname(path) === path ? path : nearest(dirname(path)));

/** As they are set, in capitals or not; validated, so that a wrong one is told now and not in the night. */
function proxyVariables(environment: Environment): Readonly<Record<string, string>> {
  readProxies(environment);
  const names = ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY'];
  const set = names.map(name => [name, environment[name.toLowerCase()] ?? environment[name] ?? ''] as const);
  return Object.fromEntries(set.filter(([, value]) => value !== '').map(([name, value]) => [name, value.replace(/\/\/[^/@]*@/, '//***@')]));
}
