import { createHash, randomUUID } from 'node:crypto';
import { access, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { GongkaiError } from '../model/errors.ts';

/** Page bodies by their SHA-256: each is kept once, compressed, and never changes. */
export interface Bodies {
  /** Keeps a body and answers its SHA-256 in lower-case hex. What is already there is not written again. */
  put(bytes: Uint8Array): Promise<string>;
  /** Throws GongkaiError FILE_UNREADABLE when there is no such body, or what is on disk is no longer what was put there. */
  get(sha256: string): Promise<Uint8Array>;
}

/** Bodies in a folder, as `ab/cdef….gz`; the folder is made when the first is put. */
export function openBodies(folder: string): Bodies {
  const fileOf = (sha256: string) => join(folder, sha256.slice(0, 2), `${sha256.slice(2)}.gz`);

  return {
    async put(bytes) {
      const sha256 = hash(bytes);
      const file = fileOf(sha256);
      if (!(await exists(file))) await writeWhole(file, await promisify(gzip)(bytes));
      return sha256;
    },

    async get(sha256) {
      // Hashes come from the database and from requests; anything else must not become a path.
      if (!/^[0-9a-f]{64}$/.test(sha256)) throw unreadable(`“${sha256}”不是页面内容的编号（64 位十六进制），请检查编号`);
      const file = fileOf(sha256);
      const bytes = await readFile(file)
        .then(compressed => promisify(gunzip)(compressed))
        .catch(cause => {
          throw unreadable(`页面内容 ${file} 不存在或已损坏，请从备份恢复`, cause);
        });
      if (hash(bytes) !== sha256) throw unreadable(`页面内容 ${file} 与其编号不符，可能已被改动，请从备份恢复`);
      return bytes;
    },
  };
}

/** Under its own name a file is there whole or not at all, also after a power cut: written aside, flushed, then renamed. */
async function writeWhole(file: string, content: Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const aside = `${file}.${randomUUID()}.tmp`;
  try {
    const handle = await open(aside, 'wx');
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(aside, file);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
}

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const unreadable = (what: string, cause?: unknown): GongkaiError => new GongkaiError('FILE_UNREADABLE', `${what}。`, { cause });
