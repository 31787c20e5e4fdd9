#!/usr/bin/env node
// The program's entrance on every system, and the `bin` of the package. Plain JavaScript that old Nodes can read too,
// so that they can say what is wrong with them.
import { existsSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';

const [major, minor] = process.versions.node.split('.').map(Number);
const source = new URL('../src/cli/main.ts', import.meta.url);
const built = new URL('../dist/src/cli/main.js', import.meta.url);

/** Node strips types from a checkout, but refuses to below node_modules: an installed package runs its compiled form. */
const isInstalled = /[\\/]node_modules[\\/]/.test(fileURLToPath(import.meta.url));
const program = !isInstalled && existsSync(source) ? source : built;

if (major < 22 || (major === 22 && minor < 19) || major === 23) {
  process.stderr.write(
    `gongkai 需要 Node.js 22.19 或更新的版本（24 为宜），现在的是 ${process.version}。请升级 Node.js，或在源码目录改用 scripts/gongkai，它会自动取得合适的版本。\n`,
  );
  process.exitCode = 64;
} else {
  // Stripped and compiled once, kept in the system's folder for temporary files: halves the time of every later start.
  module.enableCompileCache();
  await import(program.href);
}
