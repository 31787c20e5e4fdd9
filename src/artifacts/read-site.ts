import type { Page } from '../model/artifacts.ts';
import type { PageReading } from '../model/page-reading.ts';
import type { Look, Snapshot } from '../model/snapshot.ts';
import type { Unit } from '../model/unit.ts';
import { type Baseline, baselineOf } from './baseline.ts';
import { type Belonging, belonging } from './belonging.ts';
import { mergeFrames } from './merge-frames.ts';
import type { Reader } from './reader.ts';
import { troubleOf } from './trouble.ts';

export interface DeriveInput {
  readonly snapshot: Snapshot;
  readonly unit: Unit;
  /** All units known, so that another unit's page can be told. */
  readonly roster: readonly Unit[];
  readonly reader: Reader;
  /** Bodies by SHA-256; null when a body was not kept. */
  readonly bodyOf: (sha256: string) => Uint8Array | null;
}

/** A site as read: every page with its trouble, and where each address led. */
export interface ReadSite {
  /** Null when no page came back for the start address. */
  readonly home: Page | null;
  readonly pages: readonly Page[];
  readonly byUrl: ReadonlyMap<string, Page>;
  readonly lookByUrl: ReadonlyMap<string, Look>;
  readonly homeUrls: ReadonlySet<string>;
  readonly belonging: Belonging;
}

/** Reads every page of a snapshot and tells what became of each. */
export function readSite({ snapshot, unit, roster, reader, bodyOf }: DeriveInput): ReadSite {
  const owner = belonging(unit, roster);
  const readingOf = (look: Look) => reader.read(look, look.bodySha256 === null ? null : bodyOf(look.bodySha256));
  const baselines = new Map<string, Baseline>();
  for (const look of snapshot.looks.filter(({ purpose }) => purpose === 'baseline')) {
    const baseline = baselineOf(look, readingOf(look));
    if (baseline) baselines.set(new URL(look.url).hostname, baseline);
  }
  const start = new Set(snapshot.startUrls.filter((url, index) => index === 0 || unit.sites.some(site => site.url === url)));
  const homeUrls = new Set(snapshot.looks.filter(({ url }) => start.has(url)).flatMap(({ url, finalUrl }) => [url, finalUrl]));
  const context = { belonging: owner, homeUrls, baselines };

  const read = snapshot.looks
    .filter(({ purpose }) => purpose === 'page')
    .flatMap(look => {
      const reading = readingOf(look);
      return reading ? [{ look, reading }] : [];
    });
  // A frame that answered with an error or a wall was not read.
  const shown = read.filter(({ look, reading }) => (look.status ?? 0) < 400 && reading.challenge === null);
  const readings = new Map(shown.flatMap(({ look, reading }) => [look.finalUrl, look.url].map(url => [url, reading] as const)));
  const pages = read.map(({ look, reading: alone }) => {
    const reading = mergeFrames({ reading: alone, frames: framesOf(alone, readings, owner) });
    return { ...reading, look, trouble: troubleOf(look, reading, context) };
  });
  const byUrl = new Map<string, Page>();
  for (const page of pages) for (const url of [page.look.url, page.look.finalUrl]) if (!byUrl.has(url)) byUrl.set(url, page);
  const lookByUrl = new Map(snapshot.looks.map(look => [look.url, look]));
  const home = pages.find(({ look }) => start.has(look.url)) ?? null;
  return { home, pages, byUrl, lookByUrl, homeUrls, belonging: owner };
}

/**
 * What a page filled by script shows without the script is there; what it does not show may be there too.
 * Such a page can prove that something is published, never that it is not.
 */
export const isShell = ({ trouble, needsBrowser, challenge, look }: Page): boolean =>
  trouble?.kind === 'unsure' && needsBrowser !== null && challenge === null && (look.status ?? 0) < 400;

/** The unit's own frames of a page, and theirs; null for one that was not read. Frames of others (maps, weather) are no part of it. */
function framesOf(page: PageReading, readings: ReadonlyMap<string, PageReading>, owner: Belonging): readonly (PageReading | null)[] {
  const seen = new Set<string>();
  const collect = ({ anchors }: PageReading): readonly (PageReading | null)[] =>
    anchors.flatMap(({ where, url }) => {
      if (where !== 'frame' || url === null || seen.has(url) || owner.ofUrl(url) !== 'own') return [];
      seen.add(url);
      const frame = readings.get(url) ?? null;
      return frame ? [frame, ...collect(frame)] : [null];
    });
  return collect(page);
}
