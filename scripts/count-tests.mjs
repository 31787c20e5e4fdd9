/**
 * Prints `passed failed` from Vitest's JSON result, for .ci/run.
 * Arguments: the file, and Vitest's exit code. A run that broke off, or failed outside a test, counts as one failure:
 * no result must never look like no failure.
 */
import { readFileSync } from 'node:fs';

const [file = '', exitCode = '1'] = process.argv.slice(2);

function readCounts() {
  try {
    const result = JSON.parse(readFileSync(file, 'utf8'));
    const brokenFiles = result.testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0);
    return { passed: result.numPassedTests, failed: result.numFailedTests + brokenFiles.length };
  } catch {
    return { passed: 0, failed: 0 };
  }
}

const { passed, failed } = readCounts();
const unexplained = failed === 0 && exitCode !== '0' ? 1 : 0;
console.log(passed, failed + unexplained);
