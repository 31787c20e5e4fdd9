import type { ItemKey } from '../model/item.ts';
import { type PageReading, pageKinds, type Sighting } from '../model/page-reading.ts';

/** A page that was fetched, as far as merging needs it. */
export interface Part {
  readonly reading: PageReading;
  /** The frames of this page that were read; null in place of one that was not. */
  readonly frames: readonly (PageReading | null)[];
}

/**
 * A page with its frames, as a reader sees it: one page. When every frame was read, nothing on it is left to a browser;
 * otherwise it keeps the reason why it could not be read whole.
 */
export function mergeFrames({ reading, frames }: Part): PageReading {
  const read = frames.filter(frame => frame !== null);
  if (read.length === 0) return reading;
  const all = [reading, ...read];
  const first = <Key extends 'icp' | 'police' | 'siteCode' | 'organiser' | 'partyMark'>(mark: Key) =>
    all.map(({ identity }) => identity[mark]).find(value => value !== null) ?? null;
  const days = all.flatMap(({ newestItemOn }) => newestItemOn ?? []).sort();
  const dated = all.find(({ publishedOn }) => publishedOn !== null) ?? reading;
  return {
    ...reading,
    kind: kindOf(all),
    text: all
      .map(({ text }) => text)
      .filter(Boolean)
      .join(' '),
    headings: all.flatMap(({ headings }) => headings),
    breadcrumb: all.map(({ breadcrumb }) => breadcrumb).find(({ length }) => length > 0) ?? [],
    anchors: all.flatMap(({ anchors }) => anchors),
    rows: all.flatMap(({ rows }) => rows),
    items: mergeItems(all),
    umbrellas: all.flatMap(({ umbrellas }) => umbrellas),
    concealed: all.flatMap(({ concealed }) => concealed),
    publishedOn: dated.publishedOn,
    dates: dated.dates,
    newestItemOn: days.at(-1) ?? null,
    identity: {
      icp: first('icp'),
      police: first('police'),
      siteCode: first('siteCode'),
      organiser: first('organiser'),
      partyMark: first('partyMark'),
      siteCodes: all.flatMap(({ identity }) => identity.siteCodes),
      badges: [...new Set(all.flatMap(({ identity }) => identity.badges))].filter(mark => first(mark) === null),
    },
    needsBrowser: read.length === frames.length ? leftToBrowser(all) : reading.needsBrowser,
    challenge: reading.challenge,
    pictures: all.some(({ pictures }) => pictures),
    fillings: all.flatMap(({ fillings }) => fillings),
    // What a widget in a frame says of itself is not said of the page.
    emptyBecause: reading.emptyBecause ?? (reading.text.length < ownText ? firstOf(read.map(({ emptyBecause }) => emptyBecause)) : null),
  };
}

/** A page with less text than this of its own lives by its frames. */
const ownText = 60;

const firstOf = <T>(values: readonly (T | null)[]): T | null => values.find(value => value !== null) ?? null;

/** A part that consists of frames is whole once they were read; one that is filled by script is not. */
const leftToBrowser = (all: readonly PageReading[]) =>
  all.find(({ needsBrowser, anchors }) => needsBrowser !== null && !anchors.some(({ where }) => where === 'frame'))?.needsBrowser ?? null;

/** The page's own kind when it has one, else the most telling of its frames' (pageKinds begins with the most telling). */
function kindOf([own, ...frames]: readonly PageReading[]): PageReading['kind'] {
  if (own!.kind !== 'other') return own!.kind;
  const kinds = frames.map(({ kind }) => kind);
  return pageKinds.find(kind => kind !== 'home' && kind !== 'other' && kinds.includes(kind)) ?? 'other';
}

function mergeItems(all: readonly PageReading[]): PageReading['items'] {
  const merged: Partial<Record<ItemKey, readonly Sighting[]>> = {};
  for (const { items } of all)
    for (const [item, sightings] of Object.entries(items) as [ItemKey, readonly Sighting[]][])
      merged[item] = [...(merged[item] ?? []), ...sightings];
  return merged;
}
