import type { ItemKey } from '../model/item.ts';
import type { Anchor, PageReading, Row } from '../model/page-reading.ts';
import type { Look } from '../model/snapshot.ts';
import type { Unit } from '../model/unit.ts';
import type { Want } from '../model/want.ts';
import { columnMatches } from '../text/column-names.ts';
import { isOfPart } from '../text/part-title.ts';
import { remembered } from '../text/remembered.ts';
import { yearsIn } from '../text/years.ts';
import { isAbout } from './about.ts';
import { arrivalOf, doubtAbout } from './arrival.ts';
import { type Baseline, baselineOf } from './baseline.ts';
import { belonging, withPrefix } from './belonging.ts';
import { boxesOf } from './boxes.ts';
import { columnName } from './column-name.ts';
import { createDueLeads } from './due-leads.ts';
import { interestOf, type Lead } from './interest.ts';
import { sendsOnTo } from './moving-notice.ts';
import { othersDocument } from './others-document.ts';
import type { Reader } from './reader.ts';
import { troubleOf } from './trouble.ts';

export interface GuideInput {
  readonly unit: Unit;
  readonly roster: readonly Unit[];
  readonly reader: Reader;
  readonly wants: readonly Want[];
  readonly homeUrls: Set<string>;
}

/** What a page that was just read offers to the crawl. */
export interface Learnt {
  readonly leads: readonly Lead[];
  /** A wall, or no usable answer: the crawl counts these to notice that it is being refused. */
  readonly refused: 'blocked' | 'unreachable' | null;
  /** Where this start page sends its readers instead of being the home page: to be visited like a start address. */
  readonly onward?: string;
}

/** Steers the crawl: which links resemble what is still wanted. Holds the state of one crawl of one unit. */
export interface Guide {
  /**
   * Whether tonight's verdict may rest on a page of an earlier night if its server says that it has not changed. Not on a home page or on a
   * list, where everything new appears first, nor on a page with which something was wrong: before it counts again, it is read again.
   */
  mayRestOn(look: Look): boolean;
  /** A start address did not answer, and this other form of it did. */
  enteredAs(startUrl: string, url: string): void;
  learn(look: Look, body: Uint8Array | null, lead: Lead | null): Learnt;
  /** 0–100 as of now; falls when what the link promises has been found elsewhere. */
  interest(lead: Lead): number;
  satisfied(): boolean;
}

/** A page on the way to items: its menu is followed even where its words say nothing. */
const isEntrance = (reading: PageReading, lead: Lead | null) =>
  lead === null || lead.frame || reading.kind === 'disclosure_landing' || (lead.covers.length > 0 && reading.kind !== 'article');

export function createGuide({ unit, roster, reader, wants, homeUrls }: GuideInput): Guide {
  let owner = belonging(unit, roster);
  /** Address to which a start page sends its readers → that start address. */
  const sent = new Map<string, string>();
  const baselines = new Map<string, Baseline>();
  // Lists are opened where they are met; nothing is searched for them.
  const open = new Set(wants.filter(({ kind }) => kind !== 'lists'));
  const due = createDueLeads(wants);
  const isColumnWanted = remembered(name => wants.some(want => want.kind === 'column' && columnMatches(name, want)));
  const tried = new Map<ItemKey, number>();
  let innerPages = 0;
  let home: string | null = null;

  /** Whether the page answers a want that holds documents or things, which its files may be part of. */
  const settle = (reading: PageReading, lead: Lead | null): boolean => {
    const met = wants.filter(want => (open.has(want) || want.kind === 'document') && isMet(want, reading, lead));
    for (const want of met) open.delete(want);
    return met.some(want => want.kind === 'document' || (want.kind === 'item' && want.proof === 'page'));
  };
  const settleDocument = (lead: Lead) => {
    for (const want of open) if (want.kind === 'document' && isDocument(want, lead)) open.delete(want);
  };
  const isMet = (want: Want, reading: PageReading, lead: Lead | null): boolean => {
    if (want.kind === 'lists') return false;
    if (want.kind === 'sample') return innerPages >= want.pages;
    if (want.kind === 'column') {
      const { freshSince } = want;
      if (lead?.dateProof && reading.publishedOn !== null && reading.publishedOn >= freshSince) return columnMatches(lead.column, want);
      return (
        reading.rows.some(({ date }) => date !== null && date >= freshSince) &&
        namesOf(reading, lead).some(name => columnMatches(name, want))
      );
    }
    const { item } = want;
    if (want.kind === 'item' && want.proof === 'presence') return (reading.items[item]?.length ?? 0) > 0;
    const words = reader.words.get(item);
    const ownSighting = reading.items[item]?.some(({ where }) => where === 'self' || where === 'element') ?? false;
    const promised = lead?.items.includes(item) ?? false;
    if (want.kind === 'item' && leadsOn(reading, item, lead)) return false;
    if (want.kind === 'item') return ownSighting || (promised && words !== undefined && isAbout(reading, item, words));
    return (
      (ownSighting || promised) &&
      reading.kind !== 'list' &&
      !isOfPart(lead?.text ?? '', want.part) &&
      yearsIn(`${lead?.text ?? ''} ${reading.title} ${reading.headings[0] ?? ''}`).includes(want.year)
    );
  };

  return {
    enteredAs(startUrl, url) {
      if (homeUrls.has(startUrl)) homeUrls.add(url);
    },
    mayRestOn(look) {
      const reading = reader.known(look);
      if (!reading) return reading === null;
      const isSound = troubleOf(look, reading, { belonging: owner, homeUrls, baselines }) === null;
      return isSound && reading.kind !== 'home' && reading.kind !== 'list' && reading.newestItemOn === null;
    },
    learn(look, body, lead) {
      const reading = reader.read(look, body);
      const host = new URL(look.url).hostname;
      if (look.purpose === 'baseline') {
        const baseline = baselineOf(look, reading);
        if (baseline) baselines.set(host, baseline);
        return { leads: [], refused: null };
      }
      if (lead === null && reading && (homeUrls.has(look.url) || sent.has(look.url))) {
        const place = { unit, roster, belonging: owner };
        const onward = sent.has(look.url) ? null : sendsOnTo(reading);
        if (onward !== null && !homeUrls.has(onward) && doubtAbout(look.url, onward, place) === null) {
          sent.set(onward, look.url);
          return { leads: [], refused: null, onward };
        }
        const { prefix, trouble } = arrivalOf(sent.get(look.url) ?? look.url, look, reading, place);
        if (trouble) return { leads: [], refused: null };
        if (prefix !== null) owner = belonging(withPrefix(unit, prefix), roster);
      }
      if (lead === null && home === null) {
        home = look.finalUrl;
        homeUrls.add(look.url).add(home);
      }
      for (const item of lead?.items ?? []) tried.set(item, (tried.get(item) ?? 0) + 1);
      due.opened(look.url);
      if (!reading) {
        if (lead && look.status === 200) settleDocument(lead);
        return { leads: [], refused: refusalOf(look, null) };
      }
      const trouble = troubleOf(look, reading, { belonging: owner, homeUrls, baselines });
      if (trouble) {
        // A page filled by script still shows some links; they are followed, though the page itself proves nothing.
        const leads = trouble.kind === 'unsure' && reading.needsBrowser !== null ? leadsFrom(reading, look, lead) : [];
        return { leads: [...onwardFrom(reading, lead), ...leads], refused: refusalOf(look, reading) };
      }
      if (lead) innerPages += 1;
      // A document copied from another unit is not the one that is wanted: the right one may be elsewhere.
      const answers = othersDocument(reading, owner) === null && settle(reading, lead);
      const leads = due.withClaims(leadsFrom(reading, look, lead));
      return { leads: answers || (lead !== null && due.holdsList(lead)) ? due.withFiles(leads, reading) : leads, refused: null };
    },
    interest: lead => interestOf(lead, { open, tried, homeUrls }),
    satisfied: () => open.size === 0 && due.allOpened(),
  };

  /** Where a page that does nothing else sends its reader: the same promise, one page further. */
  function onwardFrom({ refreshTo: url }: PageReading, lead: Lead | null): readonly Lead[] {
    return url === null || lead === null ? [] : [{ ...lead, url, scope: owner.ofUrl(url), depth: lead.depth + 1 }];
  }

  /** Entries of which the own pages may show the year that a list leaves out: address → the column that shows them. */
  function dateProofs(reading: PageReading, from: Lead | null): ReadonlyMap<string, string> {
    const name = columnName(reading);
    if (from === null) {
      const boxes = boxesOf(reading).filter(({ rows }) => undated(rows));
      return new Map(boxes.slice(0, mostBoxes).flatMap(({ heading, rows }) => firstOf(rows, heading ?? name, 1)));
    }
    const isWanted = namesOf(reading, from).some(isColumnWanted);
    return new Map(isWanted && undated(reading.rows) ? firstOf(reading.rows, name, 2) : []);
  }

  function leadsFrom(reading: PageReading, look: Look, from: Lead | null): readonly Lead[] {
    const outside = owner.ofUrl(look.finalUrl) !== 'own';
    const entrance = !outside && isEntrance(reading, from);
    const itemsByUrl = new Map<string, ItemKey[]>();
    for (const [item, sightings] of Object.entries(reading.items) as [ItemKey, NonNullable<PageReading['items'][ItemKey]>][])
      for (const { url, where } of sightings) if (url && where !== 'element') itemsByUrl.set(url, [...(itemsByUrl.get(url) ?? []), item]);
    const proofs = dateProofs(reading, from);
    const covers = new Map(reading.umbrellas.flatMap(({ url, covers }) => (url ? [[url, covers] as const] : [])));

    return reading.anchors.flatMap((anchor: Anchor): readonly Lead[] => {
      const { url, text, place } = anchor;
      if (url === null) return [];
      const isFrame = anchor.where === 'frame';
      const isNext = nextPage.test(text) && from !== null && (from.items.length > 0 || from.nextPage);
      const continues = isFrame || isNext;
      const items = continues ? (from?.items ?? []) : (itemsByUrl.get(url) ?? []);
      // On somebody else's platform only what names this unit is followed.
      if (outside && (items.length === 0 || !owner.names(text))) return [];
      return [
        {
          url,
          text: isFrame ? (from?.text ?? text) : text,
          foundOn: look.finalUrl,
          place,
          items,
          covers: continues ? (from?.covers ?? []) : (covers.get(url) ?? []),
          columns: isColumnWanted(text),
          entrance,
          home: look.finalUrl === home || (from?.frame === true && from.home),
          frame: isFrame,
          scope: owner.ofUrl(url),
          foreign: owner.foreignNameIn(text) !== null,
          nextPage: isNext,
          due: false,
          dateProof: proofs.has(url),
          column: proofs.get(url) ?? columnName(reading),
          depth: (from?.depth ?? 0) + 1,
        },
      ];
    });
  }
}

const undated = (rows: readonly Row[]): boolean => rows.every(({ date }) => date === null);

const firstOf = (rows: readonly Row[], column: string, most: number): readonly (readonly [string, string])[] =>
  rows.slice(0, most).flatMap(({ url }) => (url ? [[url, column] as const] : []));

/** Of so many boxes of the home page that show no year, one entry each is opened. */
const mostBoxes = 6;

/** Words of a link to another page of the same list. */
const nextPage = /^(?:下一?页|后一?页|next|>|»|\d{1,2})$/i;

/** A list whose entries are the item (a guide column with one article) is the way there, not the thing. */
const leadsOn = ({ kind, rows, items }: PageReading, item: ItemKey, lead: Lead | null) =>
  lead?.place !== 'row' &&
  kind === 'list' &&
  item === 'guide' &&
  (items[item] ?? []).some(({ url }) => url !== null && rows.some(row => row.url === url));

const namesOf = (reading: PageReading, lead: Lead | null) => [columnName(reading), ...(lead ? [lead.text] : [])];

function refusalOf({ status }: Look, reading: PageReading | null): Learnt['refused'] {
  if (reading?.challenge) return 'blocked';
  if (status === null || status >= 500) return 'unreachable';
  return status >= 400 && status !== 404 && status !== 410 ? 'blocked' : null;
}

const isDocument = (want: Extract<Want, { readonly kind: 'document' }>, lead: Lead) =>
  lead.items.includes(want.item) && yearsIn(lead.text).includes(want.year) && !isOfPart(lead.text, want.part);
