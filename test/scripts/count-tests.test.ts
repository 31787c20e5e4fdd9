import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolders } from '../temporary-folders.ts';

const temporaryFolder = temporaryFolders();

function temporaryFile(name: string, content: string | Uint8Array): string {
  const file = join(temporaryFolder(), name);
  writeFileSync(file, content);
  return file;
}

const count = (file: string, exitCode: string) =>
  execFileSync(process.execPath, ['scripts/count-tests.mjs', file, exitCode], { encoding: 'utf8' }).trim();
const result = (numPassedTests: number, numFailedTests: number, testResults: readonly unknown[] = []) =>
  JSON.stringify({ numPassedTests, numFailedTests, testResults });

test.for<[name: string, content: string, exitCode: string, wanted: string]>([
  ['all passed', result(12, 0), '0', '12 0'],
  ['some failed', result(10, 2), '1', '10 2'],
  ['a file that could not be loaded', result(3, 0, [{ status: 'failed', assertionResults: [] }]), '1', '3 1'],
  ['a failure outside the tests', result(3, 0), '1', '3 1'],
  ['a run that broke off', '{"numPassedTests":', '1', '0 1'],
  ['a run that was killed', result(5, 0), '137', '5 1'],
])('%s', ([, content, exitCode, wanted]) => expect(count(temporaryFile('vitest.json', content), exitCode)).toBe(wanted));

test('no result at all', () => expect(count('/nonexistent/vitest.json', '1')).toBe('0 1'));
