import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { linesIn, type Report, readGongkai, readLinkchecker, readLinkinator } from './reports.ts';
import type { ToolId } from './result.ts';

/** What a tool is asked to do: everything under the start address. */
export interface Task {
  readonly startUrl: string;
  readonly concurrency: number;
  /** Whether a tool repeats failed requests where that is an option with a price: long pauses, or ends without a report. */
  readonly repeatErrors: 'yes' | 'no';
}

/** One contestant. */
export interface Tool {
  readonly id: ToolId;
  readonly version: string;
  command(task: Task): readonly string[];
  /** Exit codes with which it ends after doing its work. */
  readonly goodExits: readonly number[];
  /** Reads what it wrote to standard output. Throws when that is no whole report. */
  read(output: string): Report;
}

type Maker = () => Tool | null;

const root = join(import.meta.dirname, '../..');
const peers = join(import.meta.dirname, 'peers');
const here = (file: string): string => join(import.meta.dirname, file);

/** Where a tool lets one choose: what gongkai does by itself (src/model/settings.ts), so that all try equally hard. */
const repetitions = 2;
const timeoutSeconds = 15;

/** One maker per tool; it gives null when the tool is not installed. */
const makers: Readonly<Record<ToolId, Maker>> = {
  bare: () => ({
    id: 'bare',
    version: `undici ${versionIn(root, 'undici')}, htmlparser2 ${versionIn(root, 'htmlparser2')}`,
    command: ({ startUrl, concurrency }) => [process.execPath, here('bare.ts'), startUrl, String(concurrency)],
    goodExits: [0],
    read: linesIn,
  }),
  gongkai: () => ({
    id: 'gongkai',
    version: JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version,
    command: ({ startUrl, concurrency }) => [
      join(root, 'scripts/gongkai'),
      ...['links', startUrl, '--json', '--max-pages', '1000000', '--concurrency', String(concurrency)],
    ],
    goodExits: [0, 1],
    read: readGongkai,
  }),
  crawlee: npmTool('crawlee', '@crawlee/cheerio', ({ startUrl, concurrency }) => [
    process.execPath,
    join(peers, 'crawlee.mjs'),
    ...[startUrl, concurrency, repetitions, timeoutSeconds].map(String),
  ]),
  linkinator: () => {
    const tool = npmTool('linkinator', 'linkinator', ({ startUrl, concurrency, repeatErrors }) => [
      // It exits before a pipe has taken all of a long report.
      ...['/bin/sh', '-c', '"$@" >report.json; code=$?; cat report.json; exit $code', 'sh'],
      process.execPath,
      join(peers, 'node_modules/linkinator/build/src/cli.js'),
      ...[startUrl, '--recurse', '--format', 'json', '--retry'],
      ...['--concurrency', String(concurrency), '--timeout', String(timeoutSeconds * 1000)],
      ...(repeatErrors === 'yes' ? ['--retry-errors', '--retry-errors-count', String(repetitions)] : []),
    ])();
    return tool && { ...tool, goodExits: [0, 1], read: readLinkinator };
  },
  'broken-link-checker': npmTool('broken-link-checker', 'broken-link-checker', ({ startUrl, concurrency }) => [
    process.execPath,
    join(peers, 'broken-link-checker.mjs'),
    startUrl,
    String(concurrency),
  ]),
  scrapy: systemTool('scrapy', ['scrapy', 'version'], ({ startUrl, concurrency }) => [
    ...['scrapy', 'runspider', join(peers, 'scrapy_links.py'), '-a', `start=${startUrl}`],
    ...['-s', `CONCURRENT_REQUESTS=${concurrency}`, '-s', `CONCURRENT_REQUESTS_PER_DOMAIN=${concurrency}`],
    ...['-s', `RETRY_TIMES=${repetitions}`, '-s', `DOWNLOAD_TIMEOUT=${timeoutSeconds}`],
  ]),
  linkchecker: () => {
    const tool = systemTool('linkchecker', ['linkchecker', '--version'], ({ startUrl, concurrency }) => [
      ...['linkchecker', '--config', join(peers, 'linkcheckerrc'), '--threads', String(concurrency), '--timeout', String(timeoutSeconds)],
      ...['--no-robots', '--no-status', '--output', 'csv/utf_8', startUrl],
    ])();
    return tool && { ...tool, goodExits: [0, 1], read: readLinkchecker };
  },
};

/** The tool, or null when it is not installed on this machine. */
export const findTool = (id: ToolId): Tool | null => makers[id]();

function npmTool(id: ToolId, packageName: string, command: Tool['command']): Maker {
  return () => {
    const version = versionIn(peers, packageName);
    return version === null ? null : { id, version, command, goodExits: [0], read: linesIn };
  };
}

function systemTool(id: ToolId, ask: readonly [string, string], command: Tool['command']): Maker {
  return () => {
    const version = answerOf(ask);
    return version === null ? null : { id, version, command, goodExits: [0], read: linesIn };
  };
}

function versionIn(folder: string, packageName: string): string | null {
  const file = join(folder, 'node_modules', packageName, 'package.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : null;
}

/** The number in what a program says of its version; null when it cannot be run. */
function answerOf([program, argument]: readonly [string, string]): string | null {
  try {
    const said = execFileSync(program, [argument], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return /\d+(?:\.\d+)+/.exec(said)?.[0] ?? said.trim();
  } catch {
    return null;
  }
}
