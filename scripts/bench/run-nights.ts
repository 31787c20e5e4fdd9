import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measure } from './measure.ts';
import type { NightsResult } from './result.ts';
import { today } from './today.ts';

/** Audits two nights of the simulated city in a process of its own. `units`: ids, all when empty. Throws when the audit fails. */
export async function runNights({ units }: { readonly units: readonly string[] }): Promise<NightsResult> {
  const command = [process.execPath, join(import.meta.dirname, 'nights.ts'), units.join(',')];
  const { exitCode, output, complaint } = await measure(command, { folder: tmpdir(), timeLimitSeconds: 1800 });
  if (exitCode !== 0) throw new Error(`the nights of the city ended with code ${exitCode}: ${complaint}`);
  return { measuredOn: today(), nights: JSON.parse(output) };
}
