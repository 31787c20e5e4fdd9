import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { nightCount, nightsOf, usualNight } from '../../fixtures/city/nights.ts';
import type { CityUnit } from '../../fixtures/city/unit-file.ts';
import { list } from '../../src/cli/arguments.ts';
import { speakChinese } from '../../src/cli/speak-chinese.ts';
import { GongkaiError } from '../../src/model/errors.ts';

export interface Options {
  readonly nights: readonly number[];
  /** Ids of the units to audit; all when empty. */
  readonly units: readonly string[];
  /** Where the result is to be written as JSON. */
  readonly json: string | null;
  readonly write: boolean;
  /** Folder of the corpus; null when there is none here. */
  readonly corpus: string | null;
}

/**
 * Reads the arguments after the script's name. Throws GongkaiError(USAGE) or UNIT_UNKNOWN, one Chinese sentence, and commander's own
 * error after it has told what it found. `root`: the checkout, beside which the corpus is looked for.
 */
export function readOptions(args: readonly string[], units: readonly CityUnit[], root: string): Options {
  const command = speakChinese(
    new Command('accuracy')
      .description('检查模拟的明湖市，把每一个判定与真值对照，并写出 docs/accuracy.md')
      .option('--nights <nights>', `检查哪几夜（1—${nightCount}），如 1-30 或 1,10,20`, String(usualNight))
      .option('--units <ids>', '只检查这些单位编码，用逗号分隔', list)
      .option('--json <file>', '把全部结果写成 JSON 文件')
      .option('--corpus <folder>', '真实网页样本所在的文件夹（默认 ../shared/corpus，没有则略过）')
      .option('--no-corpus', '不为真实网页样本评分')
      .option('--no-write', '不写 docs/accuracy.md')
      .allowExcessArguments(false),
  ).parse(args, { from: 'user' });
  const given = command.opts<{ nights: string; units?: readonly string[]; json?: string; corpus?: string | false; write: boolean }>();
  return {
    nights: nightsIn(given.nights),
    units: knownAmong(given.units ?? [], units),
    json: given.json === undefined ? null : resolve(given.json),
    write: given.write,
    corpus: given.corpus === false ? null : corpusFolder(given.corpus, root),
  };
}

function nightsIn(text: string): readonly number[] {
  try {
    return nightsOf(text);
  } catch (cause) {
    throw new GongkaiError('USAGE', `--nights “${text}”有误：应为1—${nightCount}之间的夜次，如 20、1-30 或 1,10,20。`, { cause });
  }
}

function knownAmong(ids: readonly string[], units: readonly CityUnit[]): readonly string[] {
  const unknown = ids.filter(id => !units.some(({ plan }) => plan.id === id));
  if (unknown.length > 0)
    throw new GongkaiError('UNIT_UNKNOWN', `明湖市没有编码为“${unknown.join('、')}”的单位，可用的编码见 fixtures/city/units/。`);
  return ids;
}

/** A folder that was named must be there; the one beside the checkout may be missing. */
function corpusFolder(named: string | undefined, root: string): string | null {
  const folder = resolve(named ?? join(root, '../shared/corpus'));
  if (existsSync(join(folder, 'score.mjs'))) return folder;
  if (named === undefined) return null;
  throw new GongkaiError('USAGE', `--corpus “${named}”有误：文件夹中没有 score.mjs，请给出网页样本所在的文件夹。`);
}
