import type { CheerioAPI } from 'cheerio';
import { collapse } from '../text/normalise.ts';
import { hrefOf } from './address.ts';
import { parentOf } from './around.ts';
import { attributeDate, withYearOf, writtenDate } from './attribute-dates.ts';
import { isTrail } from './breadcrumb.ts';
import { type DomElement, isElement, isRead, isText } from './dom.ts';
import { placesOfPage } from './place-memo.ts';
import { shortTexts } from './short-texts.ts';
import { tags } from './tags.ts';
import { better, type DateToken, datesBeside, edgeDate, splitBoxes, type TextNode, tooltipDate, wholeDate } from './token-dates.ts';

/** A link that may be the title of a list entry. */
export interface LinkToken {
  readonly kind: 'link';
  readonly element: DomElement;
  /** Visible words without a date that stands among them; the alt of its image when there are none. */
  title: string;
  readonly href: string;
  /** The words of a heading or of an element called title inside it; null when there is none. */
  headline: string | null;
  /** The day shown inside the link; null when there is none. */
  date: DateToken | null;
}

/** A line break: in lists without elements of their own it separates entries. */
export interface BreakToken {
  readonly kind: 'break';
}
export type Token = LinkToken | DateToken | BreakToken;

/** Links and days of a page in document order, and for every element the half-open range of them that lies inside. */
export interface TokenStream {
  readonly tokens: readonly Token[];
  readonly ranges: ReadonlyMap<DomElement, readonly [number, number]>;
  /** Characters outside links, of every element that was read. */
  readonly prose: ReadonlyMap<DomElement, number>;
  /** Headings that say only a year, in document order. */
  readonly years: readonly YearHeading[];
}

/** A line that says only 2026年 or 2026年3月, and is no link. */
export interface YearHeading {
  readonly year: number;
  readonly element: DomElement;
  /** Number of tokens in front of it. */
  readonly at: number;
}

const streams = new WeakMap<CheerioAPI, TokenStream>();

/**
 * The stream of a parsed page, built once per page. Footers, friend links and the line that says where the reader is are left
 * out: the day a site was last changed is no entry of a list, nor is the way to this page.
 */
export function tokensOf($: CheerioAPI): TokenStream {
  const earlier = streams.get($);
  if (earlier) return earlier;
  const root = tags($, 'body')[0] ?? tags($, 'html')[0];
  const stream = root ? streamOf(root) : { tokens: [], ranges: new Map(), prose: new Map(), years: [] };
  streams.set($, stream);
  return stream;
}

function streamOf(root: DomElement): TokenStream {
  const placeOf = placesOfPage();
  const tokens: Token[] = [];
  const ranges = new Map<DomElement, readonly [number, number]>();
  const prose = new Map<DomElement, number>();
  const years: YearHeading[] = [];
  const words = shortTexts(root);
  let characters = 0;
  visit(root, null);
  return { tokens, ranges, prose, years };

  function visit(element: DomElement, link: LinkToken | null): void {
    const from = tokens.length;
    const charactersBefore = characters;
    const boxes = splitBoxes(element, words);
    for (let i = 0; i < element.children.length; i++) {
      const child = element.children[i]!;
      const box = boxes.get(child);
      const written = isElement(child) && child.name === 'script' ? writtenDate(child, element) : null;
      if (box) {
        put(box.token, link);
        i = element.children.indexOf(box.last, i);
      } else if (written) put(written, link);
      else if (isText(child)) readText(child, element, link);
      else if (isElement(child)) visitElement(child, link);
    }
    ranges.set(element, [from, tokens.length]);
    prose.set(element, characters - charactersBefore);
  }

  function visitElement(element: DomElement, link: LinkToken | null): void {
    const place = placeOf(element);
    if (!isRead(element) || element.name === 'select' || place === 'friend-links' || isTrail(element, words)) return;
    const at = tokens.length;
    if (place === 'footer' && !link) {
      visitFooter(element);
      return;
    }
    const text = words.get(element);
    const day = (link || element.name === 'a' ? wholeDate(element, text) : null) ?? attributeDate(element, text);
    const year = link || element.name === 'a' ? null : (yearHeading.exec(text ?? '')?.[1] ?? null);
    if (year && !isAround(years.at(-1), element, at)) years.push({ year: Number(year), element, at });
    if (element.name === 'br' || element.name === 'hr') tokens.push({ kind: 'break' });
    else if (day) put(day, link);
    else if (link) visitInLink(element, link);
    else if (element.name === 'a') openLink(element);
    else visit(element, null);
    if (!ranges.has(element)) ranges.set(element, [at, tokens.length]);
  }

  /** What is called `bottom` and lists dated entries is the lower part of a box, not of the page. */
  function visitFooter(element: DomElement): void {
    const [at, headings, before] = [tokens.length, years.length, characters];
    visit(element, null);
    const dated = tokens.slice(at).filter(token => token.kind === 'date' || (token.kind === 'link' && token.date !== null));
    if (element.name !== 'footer' && dated.length >= leastDatedEntries) return;
    tokens.length = at;
    years.length = headings;
    characters = before;
    ranges.set(element, [at, at]);
  }

  function visitInLink(element: DomElement, link: LinkToken): void {
    if (element.name === 'img' && link.title.trim() === '') link.title = element.attribs.alt ?? '';
    if (!inline.has(element.name)) link.title += ' ';
    const from = link.title.length;
    visit(element, link);
    if (/^h[1-6]$/.test(element.name) || titleName.test(element.attribs.class ?? '')) link.headline ??= collapse(link.title.slice(from));
    if (!inline.has(element.name)) link.title += ' ';
  }

  function put(day: DateToken, link: LinkToken | null): void {
    if (link) link.date = better(link.date, day);
    else tokens.push(day);
  }

  function openLink(element: DomElement): void {
    const link: LinkToken = { kind: 'link', element, title: '', headline: null, href: hrefOf(element), date: null };
    tokens.push(link);
    visit(element, link);
    link.title = link.headline || collapse(link.title) || collapse(element.attribs.title ?? '');
    link.date = withYearOf(link.date, element) ?? tooltipDate(element);
  }

  function readText(node: TextNode, element: DomElement, link: LinkToken | null): void {
    if (!link) {
      characters += node.data.trim().length;
      tokens.push(...datesBeside(node, element, words));
      return;
    }
    const edge = edgeDate(node.data, element);
    if (edge) link.date = better(link.date, edge.token);
    link.title += edge ? edge.title : node.data;
  }
}

/** The heading was already seen in an element around this one. */
function isAround(heading: YearHeading | undefined, element: DomElement, at: number): boolean {
  if (heading?.at !== at) return false;
  for (let around = parentOf(element); around; around = parentOf(around)) if (around === heading.element) return true;
  return false;
}

const yearHeading = /^[【[(（]?\s?(20[0-4]\d|199\d)\s?年?(?:\s?\d{1,2}月)?\s?[】\])）]?[：:]?$/;
/** So many dated entries no footer shows. */
const leastDatedEntries = 3;
const inline = new Set(['a', 'span', 'b', 'strong', 'em', 'i', 'u', 'font', 'small', 'label', 'img', 'sub', 'sup']);
const titleName = /(?:^|[\s_-])(?:tit|title|bt|biaoti|name)(?:[\s_-]|$)/i;
