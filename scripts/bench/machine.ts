import { cpus, release, totalmem } from 'node:os';
import type { Machine } from './result.ts';

/** What figures depend on; no name, no path. */
export function thisMachine(): Machine {
  const cores = cpus();
  return {
    cpu: (cores[0]?.model ?? 'unknown').trim(),
    cores: cores.length,
    memoryGigabytes: Math.round(totalmem() / 1e9),
    system: `${process.platform} ${release().split('.').slice(0, 2).join('.')}`,
    node: process.version,
  };
}
