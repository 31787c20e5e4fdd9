import type { CheerioAPI } from 'cheerio';
import type { Row } from '../model/page-reading.ts';
import type { DateRole } from '../text/date-labels.ts';
import { type FoundDate, findDates, isoDate } from '../text/dates.ts';
import { collapse, normalise } from '../text/normalise.ts';
import { urlDate } from '../text/url-date.ts';
import { type DomElement, isText, textOf } from './dom.ts';
import { tokensOf } from './list-tokens.ts';
import { type PageLine, pageLines, scriptConstants } from './page-lines.ts';
import { linkedDrafts } from './row-drafts.ts';
import { tags } from './tags.ts';

/** ISO date of the newest entry; null when no entry shows a date whose year is proven. */
export const newestItemOn = (rows: readonly Row[]): string | null =>
  rows.reduce<string | null>((newest, { date }) => (date !== null && (newest === null || date > newest) ? date : newest), null);

/**
 * The day a page shows as its own, ISO; null when it shows none or is a list of entries. A labelled day wins
 * (发布 before 时间, 发文, 更新 and 成文), then a bare day under the headline, then a constant of a script, then the page's
 * meta tags. The day in the address only bears witness for a bare day. Entries of lists and today's date do not count.
 * `url`: address of the page.
 */
export function publishedOn($: CheerioAPI, url: string): string | null {
  const drafts = linkedDrafts(tokensOf($));
  const lines = pageLines($, new Set(drafts.map(({ box }) => box)));
  const seen = candidates(lines, headlines($), url);
  const byline = bestOf(seen.filter(({ underHeadline }) => underHeadline));
  if (byline !== null) return byline;
  // A list shows days in plenty and none of its own; an article may have a list in its margin.
  const sentences = lines.filter(line => !line.inBox && !line.allLinks && isProse(line.text)).length;
  if (drafts.length >= 5 && sentences < 2) return null;
  return bestOf(seen) ?? fromScript($) ?? fromMeta($);
}

interface Candidate {
  readonly iso: string;
  readonly role: DateRole;
  /** Stands between the headline and the text below it. */
  readonly underHeadline: boolean;
}

const order: readonly DateRole[] = ['published', 'plain', 'none', 'issued', 'updated', 'written'];

function bestOf(seen: readonly Candidate[]): string | null {
  for (const role of order) {
    const found = seen.find(candidate => candidate.role === role);
    if (found) return found.iso;
  }
  return null;
}

/** Longer lines are the article itself; a byline stands within so many lines under the headline. */
const longestByline = 120;
const farthest = 20;

function candidates(lines: readonly PageLine[], titles: ReadonlySet<string>, url: string): readonly Candidate[] {
  const filed = filedOn(url);
  const found: Candidate[] = [];
  let sinceHeadline = Number.POSITIVE_INFINITY;
  for (const [at, line] of lines.entries()) {
    if (isHeadline(line, titles)) {
      sinceHeadline = 0;
      continue;
    }
    sinceHeadline += isProse(line.text) ? Number.POSITIVE_INFINITY : 1;
    if (line.inBox || line.allLinks || line.text.length > 2 * longestByline) continue;
    const label = labelAbove(lines[at - 1]);
    for (const date of findDates(label + line.text)) {
      const underHeadline = sinceHeadline <= farthest;
      if (date.iso === null || !date.certain || !isByline(date, line.text, underHeadline || date.iso === filed)) continue;
      found.push({ iso: date.iso, role: date.role, underHeadline });
    }
  }
  return found;
}

/** Below the first sentence of the article stands its signature, not its byline. */
const isProse = (text: string): boolean => text.length > longestByline || (text.length >= 15 && /[。；！？;]\s?$/.test(text));

/** The label of a day may stand in the cell before it. */
const labelAbove = (line: PageLine | undefined): string => (line && line.text.length <= 12 && !/\d/.test(line.text) ? `${line.text} ` : '');

/** A day without label is a byline only near the headline or with the address as witness, and never inside a sentence. */
function isByline({ role, index, end }: FoundDate, text: string, supported: boolean): boolean {
  if (role === 'other' || role === 'clock') return false;
  if (role !== 'none') return true;
  return supported && (text.length - (end - index) <= 20 || (text.length <= longestByline && bylineWords.test(text)));
}

const bylineWords = /来\s*源|作者|浏览|点击|阅读|访问量|字\s*[号体]|打印|编辑|发布人/;

function filedOn(url: string): string | null {
  const filed = urlDate(url);
  return filed?.day ? isoDate(filed.year, filed.month, filed.day) : null;
}

/** What the page's own tags call its article. */
function headlines($: CheerioAPI): ReadonlySet<string> {
  const names = [
    ...tags($, 'h1')
      .slice(0, 5)
      .map(heading => textOf(heading, 200)),
    metaContent($, ['articletitle']) ?? '',
    ...tags($, 'title')
      .slice(0, 2)
      .flatMap(title => titleParts(ownText(title).slice(0, 300))),
  ];
  return new Set(names.map(normalise).filter(name => name.length >= 4));
}

const ownText = (element: DomElement): string => collapse(element.children.map(child => (isText(child) ? child.data : '')).join(''));

/** `headline - column - site`, with any of the usual separators: the whole, and every beginning. */
function titleParts(title: string): readonly string[] {
  const cuts = Array.from(title.matchAll(/\s*[-_|—–>·]+\s*/g), ({ index }) => title.slice(0, index));
  return [title, ...cuts];
}

function isHeadline({ text, inBox, allLinks }: PageLine, titles: ReadonlySet<string>): boolean {
  if (inBox || allLinks || text.length > 200) return false;
  const line = normalise(text);
  // A long headline is broken over several lines.
  return titles.has(line) || (line.length >= 10 && [...titles].some(title => title.startsWith(line)));
}

/** `var pubTime = '2026-03-05'; $('#pubTime').html(pubTime)`: the script fills the byline in. */
function fromScript($: CheerioAPI): string | null {
  for (const [name, value] of scriptConstants($)) {
    if (publishingName.test(name)) return findDates(value).find(({ certain }) => certain)?.iso ?? null;
  }
  return null;
}

const publishingName = /^(?:doc_?)?(?:pub|publish|release|rel|fb)_?(?:lish)?_?(?:date|time|sj|rq|day)$|^fb(?:sj|rq)$/i;

const metaNames = [
  'pubdate',
  'publishdate',
  'publish_date',
  'publish-date',
  'publishtime',
  'firstpublishedtime',
  'article:published_time',
  'og:release_date',
  'date',
];

function fromMeta($: CheerioAPI): string | null {
  const content = metaContent($, metaNames);
  return content === null ? null : (findDates(content).find(({ certain }) => certain)?.iso ?? null);
}

/** Content of the first meta tag with one of these names (lower case), in the order of the names; null when all are missing or empty. */
function metaContent($: CheerioAPI, names: readonly string[]): string | null {
  for (const name of names) {
    const tag = tags($, 'meta').find(({ attribs }) => (attribs.name ?? attribs.property ?? '').trim().toLowerCase() === name);
    const content = collapse(tag?.attribs.content ?? '');
    if (content !== '') return content;
  }
  return null;
}
