import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Vocabulary } from '../model/vocabulary.ts';
import { shipped } from '../package.ts';

/** The folders whose code makes a reading of a page or a document out of its bytes. */
const readingFolders = ['artifacts', 'text', 'documents', 'model'];

/**
 * Stands for everything a reading depends on beside what is read: the code that reads, the packages it reads with, the engine that runs
 * it (its Unicode tables, too), and the words it looks for. One changed byte makes another version, so no reading of an older one is used.
 */
export function readerVersion(vocabulary: Vocabulary): string {
  const hash = createHash('sha256');
  for (const file of readingFolders.flatMap(sourcesIn)) hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
  for (const file of ['package.json', 'package-lock.json'].map(shipped)) if (existsSync(file)) hash.update(readFileSync(file)).update('\0');
  const { v8, unicode, icu } = process.versions;
  return hash
    .update(JSON.stringify([v8, unicode, icu, vocabulary]))
    .digest('hex')
    .slice(0, 24);
}

/** Stripped or compiled, the code lies beside this module. */
function sourcesIn(folder: string): readonly string[] {
  const path = fileURLToPath(new URL(`../${folder}/`, import.meta.url));
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.[jt]s$/.test(name))
    .sort()
    .map(name => join(path, name));
}
