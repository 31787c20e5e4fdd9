import type { Page } from '../model/artifacts.ts';
import type { DocumentReading } from '../model/document.ts';
import type { PageReading } from '../model/page-reading.ts';
import type { Look, Snapshot } from '../model/snapshot.ts';
import type { Unit } from '../model/unit.ts';
import { type Baseline, baselineOf } from './baseline.ts';
import { type Belonging, belonging, withPrefix } from './belonging.ts';
import { type ByAddress, byAddress } from './by-address.ts';
import { openedAs } from './entrances.ts';
import { mergeFrames } from './merge-frames.ts';
import type { Reader } from './reader.ts';
import { type StartPage, startPageOf } from './start-page.ts';
import { troubleOf } from './trouble.ts';
import { withOwnContent } from './with-own-content.ts';

export interface DeriveInput {
  readonly snapshot: Snapshot;
  readonly unit: Unit;
  /** All units known, so that another unit's page can be told. */
  readonly roster: readonly Unit[];
  readonly reader: Reader;
  /** Bodies by SHA-256; null when a body was not kept. */
  readonly bodyOf: (sha256: string) => Uint8Array | null;
  /** What is in the files that were opened, by the SHA-256 of their bodies; null for one that was not read. */
  readonly documentOf: (sha256: string) => DocumentReading | null;
}

/** A site as read: every page with its trouble, and where each address led. */
export interface ReadSite {
  /** Null when no page came back for the start address. */
  readonly home: Page | null;
  /** Where the site was found to have moved, beside the addresses on the roster: its first page lies in this directory. */
  readonly movedTo: string | null;
  /** Why nothing that was seen can be called the unit's: its start address leads somewhere else. One Chinese clause; null otherwise. */
  readonly astray: string | null;
  readonly pages: readonly Page[];
  readonly byUrl: ByAddress<Page>;
  readonly lookByUrl: ByAddress<Look>;
  /** What is in the file that a look brought; null when it brought none, or it was not read. */
  readonly documentOf: (look: Look) => DocumentReading | null;
  readonly homeUrls: ReadonlySet<string>;
  readonly belonging: Belonging;
}

/** Reads every page of a snapshot and tells what became of each. */
export function readSite({ snapshot, unit, roster, reader, bodyOf, documentOf }: DeriveInput): ReadSite {
  const readingOf = (look: Look) => reader.read(look, look.bodySha256 === null ? null : bodyOf(look.bodySha256));
  const baselines = new Map<string, Baseline>();
  for (const look of snapshot.looks.filter(({ purpose }) => purpose === 'baseline')) {
    const baseline = baselineOf(look, readingOf(look));
    if (baseline) baselines.set(new URL(look.url).hostname, baseline);
  }
  const starts = startPages(snapshot, unit, roster, readingOf);
  const movedTo = starts.find(({ prefix }) => prefix !== null)?.prefix ?? null;
  const owner = belonging(movedTo === null ? unit : withPrefix(unit, movedTo), roster);
  const homeUrls = new Set(
    starts.flatMap(({ look, sentBy }) => [look, ...(sentBy ? [sentBy] : [])].flatMap(({ url, finalUrl }) => [url, finalUrl])),
  );
  const notices = new Set(starts.map(({ sentBy }) => sentBy));
  const context = { belonging: owner, homeUrls, baselines };

  const read = snapshot.looks
    .filter(look => look.purpose === 'page' && !notices.has(look))
    .flatMap(look => {
      const reading = readingOf(look);
      return reading ? [{ look, reading }] : [];
    });
  // A frame that answered with an error or a wall was not read.
  const shown = read.filter(({ look, reading }) => (look.status ?? 0) < 400 && reading.challenge === null);
  const readings = new Map(shown.flatMap(({ look, reading }) => [look.finalUrl, look.url].map(url => [url, reading] as const)));
  const merged = read.map(({ look, reading: alone }) => {
    const reading = mergeFrames({ reading: alone, frames: framesOf(alone, readings, owner) });
    return { ...reading, look, trouble: troubleOf(look, reading, context) };
  });
  const pages = withOwnContent(merged, { belonging: owner, homeUrls });
  const byUrl = new Map<string, Page>();
  for (const page of pages) for (const url of [page.look.url, page.look.finalUrl]) if (!byUrl.has(url)) byUrl.set(url, page);
  // Whoever links to the old address is sent on to the new home page, and so is the reader of a page that does nothing else.
  for (const { look, sentBy } of starts) if (sentBy && byUrl.has(look.url)) byUrl.set(sentBy.url, byUrl.get(look.url)!);
  for (const { look, refreshTo, needsBrowser } of pages) {
    const onward = refreshTo !== null && needsBrowser !== null ? byUrl.get(refreshTo) : undefined;
    if (onward) for (const url of [look.url, look.finalUrl]) byUrl.set(url, onward);
  }
  const lookByUrl = new Map(snapshot.looks.map(look => [look.url, look]));
  const homes = new Set(starts.map(({ look }) => look));
  const home = pages.find(({ look }) => homes.has(look)) ?? null;
  const astray = starts.find(({ look }) => look === home?.look)?.trouble?.reason ?? null;
  return {
    home,
    movedTo,
    astray,
    pages,
    byUrl: byAddress(byUrl),
    lookByUrl: byAddress(lookByUrl),
    documentOf: ({ bodySha256 }) => (bodySha256 === null ? null : documentOf(bodySha256)),
    homeUrls,
    belonging: owner,
  };
}

/** The pages to which the start addresses lead: the home page of each site first, of which there is mostly one. */
function startPages(
  snapshot: Snapshot,
  unit: Unit,
  roster: readonly Unit[],
  readingOf: (look: Look) => PageReading | null,
): readonly StartPage[] {
  const owner = { unit, roster, belonging: belonging(unit, roster) };
  const { looks, startUrls } = snapshot;
  const lookAt = (url: string) => looks.find(look => look.url === url && look.purpose === 'page');
  return startUrls
    .filter((url, index) => index === 0 || unit.sites.some(site => site.url === url))
    .flatMap(url => {
      const look = lookAt(openedAs(snapshot, url));
      return look ? [startPageOf(url, look, { lookAt, readingOf }, owner)] : [];
    });
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
