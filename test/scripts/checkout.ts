import { execFile } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * A checkout of its own with a program that only repeats how it was called, and a machine of its own: commands named in `tools`,
 * shell scripts by name, are all that is on its PATH beside the usual small ones. Nothing is fetched from anywhere.
 */
export function checkoutOn(tools: Readonly<Record<string, string>>) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'gongkai set-up-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const root = join(folder, 'checkout');
  const path = join(folder, 'bin');
  mkdirSync(join(root, 'src/cli'), { recursive: true });
  mkdirSync(path);
  cpSync('scripts', join(root, 'scripts'), { recursive: true });
  writeFileSync(join(root, 'package.json'), '{"type":"module"}');
  writeFileSync(join(root, 'package-lock.json'), '{"packages":{}}');
  writeFileSync(
    join(root, 'src/cli/main.ts'),
    'const said: string = JSON.stringify([process.cwd(), ...process.argv.slice(2)]);\nconsole.log(said);\n',
  );
  for (const [name, script] of Object.entries(tools)) {
    writeFileSync(join(path, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(path, name), 0o755);
  }
  for (const name of ['sh', 'dirname', 'readlink', 'uname', 'cat', 'cut', 'mkdir', 'rm', 'cp', 'ln', 'cmp', 'sleep'])
    symlinkSync(['/usr/bin', '/bin'].map(place => join(place, name)).find(existsSync)!, join(path, name));

  const log = join(folder, 'npm.log');
  return {
    root,
    folder,
    /** What npm was called with so far, one call per line. */
    npmCalls: () => (existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n') : []),
    run: (
      script: string,
      options: { readonly args?: readonly string[]; readonly cwd?: string; readonly env?: Record<string, string> } = {},
    ) => run(script, options.args ?? [], options.cwd ?? folder, { PATH: path, LOG: log, NODE: process.execPath, ...options.env }),
  };
}

function run(script: string, args: readonly string[], cwd: string, env: Record<string, string>): Promise<Outcome> {
  return new Promise(resolve => {
    execFile('/bin/sh', [script, ...args], { cwd, env }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code ?? -1), stdout, stderr });
    });
  });
}

/** A Node that is too old: it says so and can do nothing. */
export const oldNode = '[ "$1" = --version ] && echo v20.20.2 && exit 0\necho "this is Node 20" >&2; exit 1';
export const currentNode = 'exec "$NODE" "$@"';

/** npm without a registry: notes how it was called, puts the Node of these tests where a fetched one would be, and makes node_modules. */
export const npm = `[ "$*" = --version ] && echo 10.8.2 && exit 0
echo "$@" >>"$LOG"
case "$*" in
  *@24*) package=\${*##* }; for argument; do [ "$before" = --prefix ] && prefix=$argument; before=$argument; done
    mkdir -p "$prefix/node_modules/\${package%@24}/bin" && ln -s "$NODE" "$prefix/node_modules/\${package%@24}/bin/node" ;;
  *" ci "*) rm -rf node_modules && mkdir node_modules ;;
  *) echo "unexpected: $*" >&2; exit 1 ;;
esac`;
