import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, 'peers');

/** Installs the npm peers into their own folder when they are not there as the lock says. They take no part when that fails. */
export function installPeers(tell: (line: string) => void): void {
  if (isCurrent()) return;
  tell('installing the npm peers into scripts/bench/peers/node_modules');
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder, stdio: ['ignore', 2, 2] });
  if (status !== 0) tell('the npm peers could not be installed; they are left out');
}

/** npm writes its hidden lock last; it is older than the lock when that has changed since. */
function isCurrent(): boolean {
  const [lock, installed] = [join(folder, 'package-lock.json'), join(folder, 'node_modules/.package-lock.json')];
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs;
}
