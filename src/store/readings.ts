import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { DocumentReading } from '../model/document.ts';
import type { KeptReading, ReadingShelf } from '../model/kept-reading.ts';

/** What was read at the last look at each unit, so that the same bytes are not read twice. It can be deleted at any time: nothing rests on it. */
export interface Readings {
  /**
   * The readings of one unit. `version` stands for the program that reads: what another one has read is not given out. What cannot be read
   * back, for whatever reason, was never there.
   */
  open(unitId: string, version: string): Promise<UnitReadings>;
}

/** Readings of one unit; those that are put stay until the unit is looked at again. */
export interface UnitReadings extends ReadingShelf {
  /** By the SHA-256 of its bytes. */
  document(sha256: string): DocumentReading | undefined;
  putDocument(sha256: string, reading: DocumentReading): void;
  /** Keeps what was put since it was opened, in place of everything before. Rejects when the disk does. */
  keep(): Promise<void>;
}

/** Readings in a folder, one file for each unit. */
export function openReadings(folder: string): Readings {
  return {
    async open(unitId, version) {
      const file = join(folder, `${createHash('sha256').update(unitId).digest('hex').slice(0, 32)}.json.gz`);
      const earlier = await load(file, version);
      const pages = new Map<string, KeptReading>();
      const documents = new Map<string, DocumentReading>();
      return {
        get: key => pages.get(key) ?? earlier.pages.get(key),
        put: (key, kept) => void pages.set(key, kept),
        document: sha256 => documents.get(sha256) ?? earlier.documents.get(sha256),
        putDocument: (sha256, reading) => void documents.set(sha256, reading),
        async keep() {
          if (isWithin(pages, earlier.pages) && isWithin(documents, earlier.documents)) return;
          const text = JSON.stringify({ version, pages: [...pages], documents: [...documents] });
          if (text.length <= mostCharacters) await replace(file, await promisify(gzip)(text, { level: 1 }));
        },
      };
    },
  };
}

/** Of one unit: two hundred pages with every link on them stay far below. */
const mostCharacters = 100_000_000;

interface Loaded {
  readonly pages: ReadonlyMap<string, KeptReading>;
  readonly documents: ReadonlyMap<string, DocumentReading>;
}

async function load(file: string, version: string): Promise<Loaded> {
  try {
    const text = await promisify(gunzip)(await readFile(file), { maxOutputLength: mostCharacters * mostBytesOfCharacter });
    const kept = JSON.parse(text.toString());
    if (kept.version === version) return { pages: new Map(kept.pages), documents: new Map(kept.documents) };
  } catch {
    // Not there yet, cut short or damaged (gzip carries a checksum): it is made again.
  }
  return { pages: new Map(), documents: new Map() };
}

/** In UTF-8, of a unit of UTF-16. */
const mostBytesOfCharacter = 3;

/** Under its own name the file is there whole or not at all. */
async function replace(file: string, content: Uint8Array): Promise<void> {
  await mkdir(join(file, '..'), { recursive: true });
  const aside = `${file}.${randomUUID()}.tmp`;
  try {
    await writeFile(aside, content);
    await rename(aside, file);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
}

const isWithin = <Value>(some: ReadonlyMap<string, Value>, all: ReadonlyMap<string, Value>): boolean =>
  [...some].every(([key, value]) => all.get(key) === value);
