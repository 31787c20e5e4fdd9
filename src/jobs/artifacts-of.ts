import { derive } from '../artifacts/derive.ts';
import type { Reader } from '../artifacts/reader.ts';
import type { DocumentReader } from '../documents/document-reader.ts';
import type { GatheredArtifacts } from '../model/artifacts.ts';
import type { DocumentReading } from '../model/document.ts';
import type { Look, Snapshot } from '../model/snapshot.ts';
import type { Unit } from '../model/unit.ts';
import type { Services } from './services.ts';

export interface ArtifactsInput {
  readonly snapshot: Snapshot;
  readonly unit: Unit;
  readonly roster: readonly Unit[];
  readonly reader: Reader;
}

/** Snapshot → artifacts, from the kept bodies alone; nobody is visited (law 4). The files among them are read first. */
export async function artifactsOf(
  { bodies, documents }: Pick<Services, 'bodies'> & { readonly documents: Pick<DocumentReader, 'read'> },
  { snapshot, unit, roster, reader }: ArtifactsInput,
): Promise<GatheredArtifacts> {
  const kept = new Map<string, Uint8Array>();
  const files = new Map<string, DocumentReading>();
  for (const look of snapshot.looks) {
    const { bodySha256 } = look;
    if (bodySha256 === null || kept.has(bodySha256)) continue;
    const body = await bodies.get(bodySha256);
    kept.set(bodySha256, body);
    if (isFile(look) && reader.read(look, body) === null) files.set(bodySha256, await documents.read(body));
  }
  return derive({
    snapshot,
    unit,
    roster,
    reader,
    bodyOf: sha256 => kept.get(sha256) ?? null,
    documentOf: sha256 => files.get(sha256) ?? null,
  });
}

const isFile = ({ purpose, status, truncated }: Look): boolean => purpose === 'page' && status !== null && status < 400 && !truncated;
