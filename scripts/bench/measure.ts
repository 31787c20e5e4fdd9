import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { type ProcessMemory, watchMemory } from './process-memory.ts';

/** What one run of a program cost, its children included. */
export interface Measured {
  readonly ended: 'exited' | 'timed-out';
  /** Null when it was ended by a signal. */
  readonly exitCode: number | null;
  readonly output: string;
  /** The end of what it wrote to standard error. */
  readonly complaint: string;
  readonly wallSeconds: number;
  /** User and system time; null when the program had to be ended. */
  readonly cpuSeconds: number | null;
  /** Largest resident set of all its processes together; null where there is no /proc. */
  readonly peakMegabytes: number | null;
}

export interface MeasureOptions {
  /** Working directory. */
  readonly folder: string;
  readonly timeLimitSeconds: number;
}

/**
 * Runs a program in a process group of its own, in a clean environment, and ends the whole group when the time is over.
 * Throws when the program cannot be started at all.
 */
export async function measure(command: readonly string[], { folder, timeLimitSeconds }: MeasureOptions): Promise<Measured> {
  const begun = performance.now();
  const child = spawn('/bin/sh', ['-c', countingShell, 'sh', ...command], {
    cwd: folder,
    env: cleanEnvironment(),
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const group = child.pid!;
  const memory: ProcessMemory = watchMemory(group);
  let ended: Measured['ended'] = 'exited';
  const timer = setTimeout(() => {
    ended = 'timed-out';
    endGroup(group);
  }, timeLimitSeconds * 1000);
  const exit = new Promise<number | null>((resolve, reject) => child.on('error', reject).on('exit', code => resolve(code)));
  const streams = [child.stdout!, child.stderr!, child.stdio[3] as NodeJS.ReadableStream].map(stream => text(stream));
  const exitCode = await exit;
  const wallSeconds = (performance.now() - begun) / 1000;
  clearTimeout(timer);
  const peakMegabytes = memory.stop();
  // What it may have left running would otherwise compete with the next one, and hold the pipes open.
  endGroup(group);
  const [output, complaint, times] = await Promise.all(streams);
  return {
    ended,
    exitCode,
    output: output!,
    complaint: complaint!.trim().slice(-2000),
    wallSeconds,
    cpuSeconds: ended === 'exited' ? cpuSecondsIn(times!) : null,
    peakMegabytes,
  };
}

/** The shell waits for the program and then tells, over descriptor 3, the CPU time of everything that ran under it. */
const countingShell = '"$@" 3>&-; code=$?; times >&3; exit $code';

/** The second line of the shell's `times`: `0m12.340000s 0m1.230000s`, user and system time of the children. Null when it is not there. */
export function cpuSecondsIn(times: string): number | null {
  const parts = [...(times.split('\n')[1] ?? '').matchAll(/(\d+)m([\d.]+)s/g)];
  if (parts.length !== 2) return null;
  return parts.reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0);
}

/** Without what would steer the tools otherwise than their command lines say; a proxy would stand between them and the server. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !steering.test(name)));
}
const steering = /^(?:GONGKAI_|CRAWLEE_|SCRAPY_|NODE_OPTIONS$|NODE_DEBUG|DATABASE_URL$|(?:https?|all|no)_proxy$)/i;

function endGroup(group: number): void {
  try {
    process.kill(-group, 'SIGKILL');
  } catch {
    // Nobody is left in it.
  }
}
