import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measure } from './measure.ts';
import type { NightFigures, NightsResult } from './result.ts';
import { today } from './today.ts';

/** Audits two nights of the simulated city in a process of its own, `runs` times. `units`: ids, all when empty. Throws when an audit fails. */
export async function runNights({ units, runs }: { readonly units: readonly string[]; readonly runs: number }): Promise<NightsResult> {
  const command = [process.execPath, join(import.meta.dirname, 'nights.ts'), units.join(',')];
  const done: NightFigures[][] = [];
  for (let run = 0; run < runs; run++) {
    const { exitCode, output, complaint } = await measure(command, { folder: tmpdir(), timeLimitSeconds: 1800 });
    if (exitCode !== 0) throw new Error(`the nights of the city ended with code ${exitCode}: ${complaint}`);
    done.push(JSON.parse(output));
  }
  return { measuredOn: today(), runs: done };
}
