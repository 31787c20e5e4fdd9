import type { Anchor, PageReading } from '../model/page-reading.ts';
import type { Look } from '../model/snapshot.ts';
import { emptySentence, tellsOfError } from './empty-page.ts';
import { essenceOf } from './essence.ts';

/** How a host answered an address that cannot exist. A host that says 404 or 410 needs no baseline. */
export interface Baseline {
  readonly url: string;
  readonly finalUrl: string;
  readonly bodySha256: string | null;
  readonly reading: PageReading;
}

/**
 * Null when the host honestly reports a missing page, did not answer at all, or answered with a wall, an empty shell or nothing:
 * those are the same for every address, so likeness to them proves nothing.
 */
export function baselineOf(look: Look, reading: PageReading | null): Baseline | null {
  if (look.status === null || look.status >= 300 || !reading) return null;
  if (reading.challenge !== null || reading.needsBrowser !== null || saysNothing(reading)) return null;
  return { url: look.url, finalUrl: look.finalUrl, bodySha256: look.bodySha256, reading };
}

/**
 * The page is the host's answer for a missing page: it was sent to the same place, or it says the same under the same title, apart from
 * what such a page says anew each time (the address, the day and hour, counters, articles to read instead). A long answer proves nothing,
 * because some hosts answer a missing address with a whole column; nor does one without words, beside which a picture may say everything.
 */
export function looksLikeBaseline(look: Look, reading: PageReading, baseline: Baseline): boolean {
  if (look.url === baseline.finalUrl) return false;
  if (look.finalUrl === baseline.finalUrl) return !isOwnAddress(look);
  if (reading.text.length > longestPage) return false;
  const missing = saidBy(baseline.reading, [baseline.url, baseline.finalUrl]);
  if (!isAnswer(missing, baseline.reading)) return false;
  if (look.bodySha256 !== null && look.bodySha256 === baseline.bodySha256) return true;
  const page = saidBy(reading, [look.url, look.finalUrl]);
  const isSaidAlike = page.title === missing.title && page.name === missing.name && page.text === missing.text;
  return (
    isSaidAlike && hasSameLists(page, missing) && hasSameLinks(reading, baseline.reading) && hasSameFillings(reading, baseline.reading)
  );
}

const saysNothing = ({ title, text, anchors, fillings }: PageReading): boolean =>
  title === '' && text === '' && anchors.length === 0 && fillings.length === 0;

/** `/zwgk` led to `/zwgk/index.html`: that is the page itself, whatever else leads there. */
export function isOwnAddress({ url, finalUrl }: Pick<Look, 'url' | 'finalUrl'>): boolean {
  const [from, to] = [URL.parse(url), URL.parse(finalUrl)];
  if (!from || !to || /error|404|not-?found/i.test(to.pathname)) return false;
  const directory = from.pathname.replace(/(?:index|default|main)\.\w+$/i, '').replace(/\/$/, '');
  return directory !== '' && !/\.\w{2,5}$/.test(directory) && to.pathname.startsWith(`${directory}/`);
}

interface Said {
  readonly title: string;
  /** The way to it and its headings: an empty column may say no more than those. */
  readonly name: string;
  readonly text: string;
  readonly entries: readonly string[];
}

/** What a page says apart from what changes from one answer to the next. */
function saidBy({ title, text, breadcrumb, headings, rows, anchors }: PageReading, urls: readonly string[]): Said {
  const listed = [...rows.map(row => row.title), ...anchors.filter(({ place }) => place === 'row').map(anchor => anchor.text)];
  const entries = [...new Set(listed)].filter(entry => entry !== '').sort((a, b) => b.length - a.length);
  const names = [...breadcrumb, ...headings.filter(heading => !entries.includes(heading))];
  const rest = entries.reduce((left, entry) => left.replaceAll(entry, ' '), text);
  return { title: essenceOf(title, urls), name: essenceOf(names.join(' '), urls), text: essenceOf(rest, urls), entries };
}

/** Characters: of an answer without its lists, and of the whole page. */
const longest = 400;
const shortest = 6;
const longestPage = 10_000;

/** Short, with words where a picture could say more; entries of a list are articles to read instead only where it says what is missing. */
function isAnswer({ text, entries }: Said, { pictures }: PageReading): boolean {
  if (text.length >= longest || (text.length < shortest && pictures)) return false;
  const sentence = entries.length === 0 ? null : emptySentence(text);
  return entries.length === 0 || (sentence !== null && tellsOfError(sentence));
}

/** Entries are what the page is about, unless the answer has some too. */
const hasSameLists = (page: Said, missing: Said): boolean => page.entries.length === 0 || missing.entries.length > 0;

/** Links that are no entries of a list, without what was sent along with them. */
const linksOf = ({ anchors }: PageReading): ReadonlySet<string> => new Set(anchors.filter(({ place }) => place !== 'row').flatMap(keyOf));
const keyOf = ({ url, text }: Anchor): readonly string[] => (url === null ? (text === '' ? [] : [text]) : [url.replace(/[?#].*$/s, '')]);

/** One in ten may be new: “back”, “report this address”. */
function hasSameLinks(reading: PageReading, missing: PageReading): boolean {
  const known = linksOf(missing);
  const links = [...linksOf(reading)];
  return links.filter(link => !known.has(link)).length <= Math.max(1, links.length / 10);
}

/** A picture, a file or a field that the answer does not show may be all that the page is for. */
function hasSameFillings(reading: PageReading, missing: PageReading): boolean {
  const known = new Set(missing.fillings.map(({ key }) => key));
  return reading.fillings.every(({ kind, key }) => kind === 'script' || kind === 'head-script' || known.has(key));
}
