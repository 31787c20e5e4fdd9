import type { Trap } from '../model/trap.ts';
import { parametersOf, placeOf, templateOf } from './address-template.ts';
import { calendarYear } from './calendar-address.ts';
import { textFingerprint } from './fingerprint.ts';
import { createIdleParameters } from './idle-parameters.ts';
import { differenceOf, ownWords, type PageWords, shinglesOf, unnumbered } from './likeness.ts';

/** Watches for addresses that bring forth the same page again and again: calendars, parameters, pages that grow out of themselves. */
export interface TrapWatch {
  /** The page at this address was read; `fresh` are the addresses of the site that nobody had offered before. A trap at the moment at which it is found, else null. */
  learn(url: string, page: PageWords, fresh: readonly string[]): Trap | null;
  /** Pages like this one lead nowhere new: try them, but follow nothing on them. */
  isTrapped(url: string): boolean;
}

/** What is known of the addresses of one shape. */
interface Kind {
  pages: number;
  readonly alike: Map<number, number>;
  /** Pages in a row that hardly differed, and what they were compared with. */
  near: number;
  reference: ReadonlySet<number>;
  /** Pages in a row that led to nothing but others of their place. */
  barren: number;
  readonly values: Map<string, Set<number>>;
}

/**
 * A page that leads to anything new elsewhere is no trap, and neither is one that leads to nothing new: endless is only what brings forth
 * its like. Calendars apart, whose months lead to days and back. Memory grows by a few numbers per page of that sort.
 */
export function createTrapWatch(): TrapWatch {
  const kinds = new Map<string, Kind>();
  const trapped = new Set<string>();
  const idle = createIdleParameters();
  const depths = new Map<number, { readonly print: number; readonly run: number }>();
  const growing: string[] = [];

  function learn(url: string, page: PageWords, fresh: readonly string[]): Trap | null {
    const isCalendar = calendarYear(url) !== null;
    if (fresh.length === 0 && !isCalendar) return null;
    const template = templateOf(url);
    if (trapped.has(template)) return null;
    const leads = fresh.filter(next => !versionedAsset.test(next));
    const place = placeOf(url);
    const isBarren = leads.every(next => placeOf(next) === place);
    const isDeeper = leads.every(next => pathOf(next).startsWith(`${pathOf(url)}/`));
    if (!isBarren && !isDeeper && !isCalendar) {
      forget(template);
      return null;
    }
    const words = ownWords(page, url);
    const print = textFingerprint(words, { digits: 'kept' });
    if (isDeeper && hasGrown(url, print)) return { rule: 'growing-path', detail: '' };
    if (!isBarren && !isCalendar) return null;
    const trap = judge(url, kindOf(template), words, isBarren ? 'barren' : 'calendar');
    if (trap) trapped.add(template);
    return trap ?? (isBarren ? idleTrap(url, print) : null);
  }

  function idleTrap(url: string, print: number): Trap | null {
    const found = idle.learn(url, print);
    if (!found) return null;
    return found.isOrder ? { rule: 'parameter-order', detail: '' } : { rule: 'idle-parameter', detail: `“${found.name}”` };
  }

  function forget(template: string): void {
    const kind = kinds.get(template);
    if (!kind) return;
    kind.pages++;
    kind.barren = 0;
    kind.near = 0;
  }

  function kindOf(template: string): Kind {
    const known = kinds.get(template);
    if (known) return known;
    const kind: Kind = { pages: 0, alike: new Map(), near: 0, reference: new Set(), barren: 0, values: new Map() };
    kinds.set(template, kind);
    return kind;
  }

  /** Whether so many directories, each in the one before, were the same page; then nothing below the second of them is read any more. */
  function hasGrown(url: string, print: number): boolean {
    const path = pathOf(url);
    const above = depths.get(hash(path.slice(0, path.lastIndexOf('/'))));
    const run = above?.print === print ? above.run + 1 : 0;
    depths.set(hash(path), { print, run });
    if (run < growthsToBeSure) return false;
    growing.push(
      path
        .split('/')
        .slice(0, 1 - run)
        .join('/'),
    );
    return true;
  }

  const isTrapped = (url: string): boolean =>
    (trapped.size > 0 && trapped.has(templateOf(url))) ||
    growing.some(start => pathOf(url).startsWith(`${start}/`)) ||
    idle.isRepetition(url);

  return { learn, isTrapped };
}

/** Of a page that leads on to other places only a calendar's leaves are asked about. */
function judge(url: string, kind: Kind, words: string, what: 'barren' | 'calendar'): Trap | null {
  kind.pages++;
  const bare = unnumbered(words, url);
  const isCalendar = calendarYear(url) !== null;
  const limits = url.includes('?') ? byQuery : byPath;
  const same = countAlike(kind, isCalendar ? bare : words);
  if (same >= limits.alike && isMost(kind, same)) return { rule: isCalendar ? 'calendar' : 'same-pages', detail: `${same}个页面内容相同` };
  if (what === 'calendar') return null;
  const numbered = bare === words ? 0 : countAlike(kind, bare);
  if (numbered >= limits.numbered && isMost(kind, numbered)) return { rule: 'same-pages', detail: `${numbered}个页面除编号外内容相同` };
  return nearDuplicates(kind, bare, limits.near) ?? combinations(url, kind);
}

function countAlike(kind: Kind, words: string): number {
  const count = (kind.alike.get(hash(words)) ?? 0) + 1;
  kind.alike.set(hash(words), count);
  return count;
}

const isMost = (kind: Kind, count: number): boolean => count * 2 >= kind.pages;

function nearDuplicates(kind: Kind, words: string, limit: number): Trap | null {
  const shingles = shinglesOf(words);
  kind.near = differenceOf(kind.reference, shingles) <= hardlyDifferent ? kind.near + 1 : 1;
  if (kind.near === 1) kind.reference = shingles;
  return kind.near < limit ? null : { rule: 'near-duplicates', detail: `连续${kind.near}个页面几乎没有差别` };
}

/** Orders, filters and pages multiplied: at least three parameters vary, and page after page leads only to further combinations. */
function combinations(url: string, kind: Kind): Trap | null {
  kind.barren++;
  for (const [name, value] of parametersOf(url)) {
    const values = kind.values.get(name) ?? new Set();
    kind.values.set(name, values);
    if (values.size < 2) values.add(hash(value));
  }
  const varying = [...kind.values].filter(([, values]) => values.size > 1).map(([name]) => name);
  if (varying.length < 3 || kind.barren < barrenByCombination) return null;
  return {
    rule: 'parameter-combinations',
    detail: varying
      .slice(0, 5)
      .map(name => `“${name}”`)
      .join('、'),
  };
}

/**
 * Pages: the same to the letter, the same but for their own number, almost the same. Parameters that change nothing are known soon; pages
 * with addresses of their own may honestly look alike, so they get more time. Pages that differ a little may differ in what matters
 * (reports of a week's water quality), so they get most.
 */
export const byQuery = { alike: 12, numbered: 30, near: 100 } as const;
export const byPath = { alike: 50, numbered: 300, near: 300 } as const;
export const barrenByCombination = 60;
export const growthsToBeSure = 5;
/** Shingles: a handful of words. */
const hardlyDifferent = 16;

const hash = (text: string): number => textFingerprint(text, { digits: 'kept' });
const pathOf = (url: string): string => url.replace(/[?#].*$/s, '').replace(/\/$/, '');

/** A new number behind the same picture or script is nothing new. */
const versionedAsset = /\.(?:js|css|png|gif|jpe?g|ico|svg|woff2?)\?/i;
