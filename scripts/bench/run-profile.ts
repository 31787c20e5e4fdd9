import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measure } from './measure.ts';
import { profileRows } from './profile-rows.ts';
import type { ProfileResult } from './result.ts';
import { serve } from './serve.ts';
import { answerFrom } from './serve-site.ts';
import { makeSite } from './site.ts';
import { today } from './today.ts';

const root = join(import.meta.dirname, '../..');

/** Profiles `gongkai links` over a site of so many pages. Throws when the program fails. */
export async function runProfile({ pages, concurrency }: { readonly pages: number; readonly concurrency: number }): Promise<ProfileResult> {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-bench-'));
  const profiles = join(folder, 'profiles');
  const server = await serve(answerFrom(makeSite(pages), 0));
  try {
    const command = [
      // The settings of scripts/gongkai, which cannot be told to profile.
      ...[process.execPath, '--max-semi-space-size=16', '--cpu-prof', `--cpu-prof-dir=${profiles}`, join(root, 'scripts/gongkai.mjs')],
      ...['links', `${server.origin}/`, '--json', '--max-pages', '1000000', '--concurrency', String(concurrency)],
    ];
    const { exitCode, complaint } = await measure(command, { folder, timeLimitSeconds: 600 });
    if (server.seen.requests < pages) throw new Error(`the profiled program ended too early, with code ${exitCode}: ${complaint}`);
    const files = readdirSync(profiles).map(file => JSON.parse(readFileSync(join(profiles, file), 'utf8')));
    return { measuredOn: today(), pages, concurrency, ...profileRows(files, root) };
  } finally {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
