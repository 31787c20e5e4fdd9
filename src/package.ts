import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder of package.json: above `src` in a checkout, above `dist` in an installed package. */
const root = findRoot(new URL('./', import.meta.url));

function findRoot(folder: URL): URL {
  if (existsSync(new URL('package.json', folder))) return folder;
  return findRoot(new URL('../', folder));
}

/** Path of something that ships with the program, such as `checks` or `data/schemes/default-online.yaml`. */
export const shipped = (name: string): string => fileURLToPath(new URL(name, root));

/** Version of the program, as package.json has it. */
export const version: string = (JSON.parse(readFileSync(shipped('package.json'), 'utf8')) as { version: string }).version;
