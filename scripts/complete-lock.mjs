/**
 * Adds to package-lock.json the optional packages of other systems that the registry in use did not know when the lock was written.
 * Without them `npm ci` refuses the lock on every machine. Run it after `npm install` of something new; it changes nothing when all is there.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));
const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];
const libraries = { gnu: 'glibc', gnueabihf: 'glibc', musl: 'musl', musleabihf: 'musl' };

/** Those of the words that are a part of the package's name, as platform packages are named: …/cli-linux-arm64-musl. */
const named = (words, name) => words.filter(word => name.split(/[-/]/).includes(word));

const missing = Object.values(lock.packages).flatMap(parent =>
  Object.entries(parent.optionalDependencies ?? {})
    .filter(([name]) => !Object.keys(lock.packages).some(path => path.endsWith(`node_modules/${name}`)))
    .map(([name, version]) => ({ name, version, dev: parent.dev })),
);
for (const { name, version, dev } of missing) {
  const libc = named(Object.keys(libraries), name).map(word => libraries[word]);
  const entry = {
    version,
    cpu: named(processors, name),
    ...(dev && { dev }),
    ...(libc[0] && { libc }),
    optional: true,
    os: named(systems, name),
  };
  if (entry.cpu.length === 0 || entry.os.length === 0 || !/^\d+(\.\d+)+$/.test(version)) {
    process.stderr.write(`not added, add by hand: ${name}@${version}\n`);
    continue;
  }
  lock.packages[`node_modules/${name}`] = entry;
  process.stderr.write(`added ${name}@${version}\n`);
}
const byPath = ([a], [b]) => a.localeCompare(b, 'en');
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(byPath));
if (missing.length > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
