import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { GongkaiError } from '../../src/model/errors.ts';

const run = promisify(execFile);

/**
 * The summary lines of the corpus' own scoring of `gongkai inspect`, one per item and fact. `root`: the checkout, in which it is run.
 * Throws FILE_UNREADABLE when the folder's score.mjs cannot be run.
 */
export async function scoreCorpus(folder: string, root: string): Promise<readonly string[]> {
  const command = `${process.execPath} ${join('scripts', 'gongkai.mjs')}`;
  try {
    const { stdout } = await run(process.execPath, [join(folder, 'score.mjs'), '--cmd', command], { cwd: root, maxBuffer: 64e6 });
    return stdout.split('\n').filter(line => line.trim() !== '');
  } catch (cause) {
    throw new GongkaiError('FILE_UNREADABLE', `网页样本 ${folder} 无法评分，请检查其中的 score.mjs 能否运行。`, { cause });
  }
}
