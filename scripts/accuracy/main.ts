/**
 * `npm run accuracy`: audits the simulated city and holds every verdict against the truth (see docs/accuracy.md).
 * Exit codes: 0 good enough, 1 not, 64 wrong usage, 70 our own bug.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommanderError } from 'commander';
import { parse } from 'yaml';
import { readCityUnits } from '../../fixtures/city/unit-file.ts';
import { writeReport } from '../../src/cli/write-report.ts';
import { GongkaiError } from '../../src/model/errors.ts';
import { auditNights } from './audit-nights.ts';
import { scoreCorpus } from './corpus.ts';
import { readOptions } from './options.ts';
import { accuracyPage } from './page.ts';
import { renderTerminal } from './render-terminal.ts';
import { type AccuracyResult, resultOf } from './result.ts';
import { isGoodEnough } from './tally.ts';

const root = join(import.meta.dirname, '../..');
const documentPath = 'docs/accuracy.md';

try {
  process.exitCode = await main();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}

async function main(): Promise<number> {
  const city = readCityUnits();
  const options = readOptions(process.argv.slice(2), city, root);
  const units = options.units.length === 0 ? city : city.filter(({ plan }) => options.units.includes(plan.id));
  const audited = await auditNights({
    audited: options.units,
    nights: options.nights,
    onUnit: (night, { unit }, done, of) => process.stderr.write(`第${night}夜 ${done}/${of} ${unit.name}\n`),
  });
  const compared = resultOf({ ...audited, units, unitsLeftOut: city.length - units.length, kinds: readKinds() });
  const result: AccuracyResult = { ...compared, corpus: await corpusLines(options.corpus) };

  process.stdout.write(renderTerminal(result));
  if (options.json !== null) writeReport(options.json, `${JSON.stringify(result, null, 2)}\n`);
  if (options.write && result.unitsLeftOut > 0) process.stderr.write(`只检查了部分单位，没有改写 ${documentPath}。\n`);
  if (options.write && result.unitsLeftOut === 0) writeReport(join(root, documentPath), accuracyPage(result));
  return isGoodEnough(result.total) ? 0 : 1;
}

async function corpusLines(folder: string | null): Promise<readonly string[] | null> {
  if (folder === null) return null;
  process.stderr.write('正在为真实网页样本评分……\n');
  return scoreCorpus(folder, root);
}

/** Kinds of fault → their Chinese titles, in the order of the file. */
function readKinds(): ReadonlyMap<string, string> {
  return new Map(Object.entries(parse(readFileSync(join(root, 'fixtures/city/kinds.yaml'), 'utf8')) as Record<string, string>));
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 64;
  if (error instanceof GongkaiError) {
    process.stderr.write(`${error.message}\n`);
    return 64;
  }
  process.stderr.write(`程序内部错误：\n${error instanceof Error ? error.stack : String(error)}\n`);
  return 70;
}
