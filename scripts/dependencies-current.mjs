/**
 * Exit code 0 when node_modules holds exactly what package-lock.json asks for, by npm's own record of what it put there.
 * Spares a whole reinstallation to those who ran `npm install` themselves.
 */
import { readFileSync } from 'node:fs';

const packagesIn = file => JSON.parse(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')).packages;

function isCurrent() {
  const installed = packagesIn('node_modules/.package-lock.json');
  return Object.entries(packagesIn('package-lock.json')).every(
    ([path, wanted]) => path === '' || (installed[path] ? installed[path].version === wanted.version : wanted.optional === true),
  );
}

try {
  process.exitCode = isCurrent() ? 0 : 1;
} catch {
  process.exitCode = 1;
}
