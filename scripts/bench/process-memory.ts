import { existsSync, readdirSync, readFileSync } from 'node:fs';

export interface ProcessMemory {
  /** Ends watching. The peak in MB (10⁶ bytes); null where the system has no /proc. */
  stop(): number | null;
}

/**
 * Watches the resident memory of everything that runs under a process (not of that process itself) until stopped. The peak is the largest sum
 * seen at one moment, and never less than the largest peak that the kernel remembers of a single process.
 */
export function watchMemory(root: number): ProcessMemory {
  if (!existsSync('/proc/self/task')) return { stop: () => null };
  let peak = 0;
  const look = (): void => {
    const processes = descendantsOf(root).map(readMemory);
    peak = Math.max(peak, sum(processes.map(({ now }) => now)), ...processes.map(({ peak: own }) => own));
  };
  const timer = setInterval(look, intervalMilliseconds);
  return {
    stop: () => {
      clearInterval(timer);
      return (peak * 1024) / 1e6;
    },
  };
}

const intervalMilliseconds = 50;

function descendantsOf(process: number): readonly number[] {
  const children = threadsOf(process).flatMap(thread => numbersIn(readOrEmpty(`/proc/${process}/task/${thread}/children`)));
  return [...children, ...children.flatMap(descendantsOf)];
}

/** A process may be gone at any moment between two looks. */
function threadsOf(process: number): readonly string[] {
  try {
    return readdirSync(`/proc/${process}/task`);
  } catch {
    return [];
  }
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

const numbersIn = (text: string): readonly number[] => (text.match(/\d+/g) ?? []).map(Number);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function readMemory(process: number): { readonly now: number; readonly peak: number } {
  return kilobytesIn(readOrEmpty(`/proc/${process}/status`));
}

/** Resident set now and at its largest, in kB, from a /proc/…/status; zeros for a process that has ended. */
export function kilobytesIn(status: string): { readonly now: number; readonly peak: number } {
  const of = (name: string): number => Number(new RegExp(`^${name}:\\s*(\\d+) kB$`, 'm').exec(status)?.[1] ?? 0);
  return { now: of('VmRSS'), peak: of('VmHWM') };
}
