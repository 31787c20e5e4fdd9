import { execFile } from 'node:child_process';
import { join } from 'node:path';

const entrance = join(import.meta.dirname, '../../scripts/gongkai.mjs');

export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the program as its users do, in a folder of its own: settings and data are what that folder holds. */
export function runProgram(folder: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Run> {
  const own = { PATH: process.env.PATH ?? '', GONGKAI_DATA: join(folder, 'data'), ...env };
  return new Promise(resolve => {
    execFile(process.execPath, [entrance, ...args], { cwd: folder, env: own, maxBuffer: 64e6 }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code ?? -1), stdout, stderr });
    });
  });
}
