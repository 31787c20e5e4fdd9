import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

export interface OtherProcess {
  readonly pid: number;
  /** Waits until it has said a line; fails when it ends first. */
  says(line: string): Promise<void>;
  /** Kills it without warning and waits until it is gone. */
  kill(): Promise<void>;
}

/** Another process that does something to the same database file: see `other-process.ts`. */
export function startProcess(what: 'open' | 'hold', file: string): OtherProcess {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'other-process.ts'), what, file], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let ended = false;
  const exit = once(child, 'exit').then(() => {
    ended = true;
  });
  child.stdout.on('data', data => {
    output += data;
  });
  child.stderr.on('data', data => {
    output += data;
  });
  const kill = async () => {
    child.kill('SIGKILL');
    await exit;
  };
  onTestFinished(kill);

  return {
    pid: child.pid!,
    kill,
    async says(line) {
      while (!output.split('\n').includes(line)) {
        if (ended) throw new Error(`The process ended without saying ${line}: ${output}`);
        await Promise.race([once(child.stdout, 'data'), exit]);
      }
    },
  };
}
