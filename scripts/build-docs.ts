/**
 * Writes the reference pages under docs/ from what they describe, so that they cannot tell anything else.
 * With `--check` nothing is written: exit code 1 when a page is out of date, with the command that mends it.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildProgram } from '../src/cli/program.ts';
import { loadCheck } from '../src/config/load-catalogue.ts';
import { loadRules } from '../src/config/load-rules.ts';
import { errorCodes } from '../src/model/errors.ts';
import { performancePages } from './bench/page/performance-page.ts';
import { type CheckFile, checksPage } from './docs/checks-page.ts';
import { commandsPage } from './docs/commands-page.ts';
import { errorsPage } from './docs/errors-page.ts';
import { rulesPage } from './docs/rules-page.ts';

const root = join(import.meta.dirname, '..');

const checks = readChecks('checks');
const pages: Readonly<Record<string, string>> = {
  'docs/checks.md': checksPage(checks),
  'docs/rules.md': rulesPage(
    loadRules(join(root, 'data/rules')),
    checks.map(({ spec }) => spec),
  ),
  'docs/errors.md': errorsPage(errorCodes),
  'docs/commands.md': commandsPage(await buildProgram()),
  ...performancePages(JSON.parse(readPage('docs/performance.json'))),
};
const stale = Object.entries(pages).filter(([file, text]) => readPage(file) !== text);

if (process.argv.includes('--check')) {
  for (const [file] of stale) console.error(`${file} is out of date. Run: npm run docs`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const [file, text] of stale) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
    console.error(`wrote ${file}`);
  }
}

/** Every check, with its path from the root, in the order of the paths on every system. */
function readChecks(folder: string): readonly CheckFile[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map(path => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter(path => path.endsWith('.yaml') && !path.startsWith(`${folder}/vocabulary/`))
    .sort()
    .map(path => ({ path, spec: loadCheck(join(root, path)).spec }));
}

/** A page as it stands; git may have given it other line ends. Empty when there is none. */
function readPage(file: string): string {
  return existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8').replaceAll('\r\n', '\n') : '';
}
