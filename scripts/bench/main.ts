/**
 * `npm run bench`: measures gongkai, its lower bound and its peers; see README.md beside this file.
 * Exit codes: 0 measured, 1 a part could not be measured, 64 wrong usage.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { crawlScenarios } from './crawl-scenarios.ts';
import { thisMachine } from './machine.ts';
import { merge } from './merge.ts';
import { type Options, readOptions, type ScenarioId } from './options.ts';
import { performancePage, performancePages } from './page/performance-page.ts';
import { installPeers } from './peers.ts';
import type { CrawlResult, PerformanceResult } from './result.ts';
import { runCrawl } from './run-crawl.ts';
import { runNights } from './run-nights.ts';
import { runProfile } from './run-profile.ts';
import { runVerdicts } from './run-verdicts.ts';

const root = join(import.meta.dirname, '../..');
const resultFile = join(root, 'docs/performance.json');

const options = readOptionsOrExplain();
if (options === null) process.exitCode = 64;
else {
  const result = await measureAll(options);
  if (options.write) writeDocs(merge(olderResult(), result));
  else process.stdout.write(performancePage(result));
}

function readOptionsOrExplain(): Options | null {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    tell(error instanceof Error ? error.message : String(error));
    return null;
  }
}

async function measureAll(options: Options): Promise<PerformanceResult> {
  installPeers(tell);
  const { pages, concurrency, runs, tools, timeLimit: timeLimitSeconds, patience: patienceSeconds } = options;
  const crawls: CrawlResult[] = [];
  for (const scenario of crawlScenarios(options))
    if (options.scenarios.includes(scenario.id))
      crawls.push(await runCrawl({ scenario, tools, concurrency, runs, timeLimitSeconds, patienceSeconds, tell }));
  return {
    machine: thisMachine(),
    crawls,
    verdicts: await ifWanted('verdicts', () => runVerdicts({ tools, timeLimitSeconds: 120, tell })),
    nights: await ifWanted('nights', () => runNights({ units: options.units, runs })),
    profile: await ifWanted('profile', () => runProfile({ pages, concurrency })),
  };

  /** A part that breaks does not take the figures of the others with it. */
  async function ifWanted<T>(scenario: ScenarioId, run: () => Promise<T>): Promise<T | null> {
    if (!options.scenarios.includes(scenario)) return null;
    tell(`${scenario} …`);
    try {
      return await run();
    } catch (error) {
      tell(`${scenario}: ${error instanceof Error ? error.message : error}`);
      process.exitCode = 1;
      return null;
    }
  }
}

function olderResult(): PerformanceResult | null {
  return existsSync(resultFile) ? JSON.parse(readFileSync(resultFile, 'utf8')) : null;
}

function writeDocs(result: PerformanceResult): void {
  const files = { 'docs/performance.json': `${JSON.stringify(result, null, 2)}\n`, ...performancePages(result) };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
    tell(`wrote ${file}`);
  }
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}
