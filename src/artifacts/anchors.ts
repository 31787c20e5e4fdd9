import type { CheerioAPI } from 'cheerio';
import type { Anchor } from '../model/page-reading.ts';
import { collapse } from '../text/normalise.ts';
import { baseOf, resolve } from './address.ts';
import { type DomElement, elementsNamed, isElement, isRead, isText, rootOf, textOf } from './dom.ts';
import { groupOf, isForeignSelect, isFriendGroup, isFriendHeading } from './friend-links.ts';
import { addressOf, isFrame, isLink } from './link-elements.ts';
import { isInProse, wordsOf } from './link-words.ts';
import { isRow } from './list-entry.ts';
import { placeOf } from './places.ts';
import { scriptMenus } from './script-menus.ts';
import { headingIn, isTab, saysOpen } from './sections.ts';
import { selectLinks } from './select-links.ts';
import { withBrokenWords } from './split-links.ts';
import { plainNameOf } from './tab-bars.ts';
import { concealmentOf } from './visibility.ts';

/** An anchor with what the recogniser needs beside it and no reader of the page asks for. */
export interface SeenAnchor {
  readonly anchor: Anchor;
  /** Further words of the same link: its title where the visible text is cut off, the heading a “more” link stands under. */
  readonly also: readonly string[];
  /** It stands inside a sentence: part of an article, not a way to a column. */
  readonly inProse: boolean;
}

/** Words on the page that name something and are no link: headings of boxes, badges, lines of the footer, menus that open nothing. */
export interface Label {
  readonly text: string;
  readonly kind: 'heading' | 'badge' | 'footer-line' | 'unlinked';
  /** Where the “more” link under a heading leads; null when there is none. */
  readonly url: string | null;
}

export interface SeenPage {
  readonly anchors: readonly SeenAnchor[];
  readonly labels: readonly Label[];
}

interface Context {
  readonly place: Anchor['place'];
  readonly section: string | null;
  /** Inside the heading itself, where a picture without words is its “more” link. */
  readonly inHeading: boolean;
  readonly visibility: Anchor['visibility'];
}

type Grouped = SeenAnchor & { readonly group: DomElement | null; readonly element: DomElement };

/**
 * All links of a page in document order, as a reader meets them, and the words that are no links. `url`: its absolute address;
 * `encoding`: the page's (WHATWG label). Links that nobody gets to see are there and marked; words that nobody sees are not.
 */
export function seePage($: CheerioAPI, url: string, encoding = 'utf-8'): SeenPage {
  const base = baseOf($, url);
  const anchors: Grouped[] = [];
  const labels: Label[] = [];
  const root = rootOf($);
  if (root) walk(root, { place: 'content', section: null, inHeading: false, visibility: 'shown' });
  const scripts = elementsNamed($, 'script').filter(
    ({ attribs }) => attribs.src === undefined && !/template|html|handlebars/i.test(attribs.type ?? ''),
  );
  const menus = scriptMenus(scripts.map(codeOf), base, encoding).map(anchor => ({ anchor, also: [], inProse: false }));
  return { anchors: [...withFriends(withBrokenWords(anchors), url), ...menus], labels: withMoreLinks(labels, anchors) };

  function walk(parent: DomElement, context: Context): void {
    let section = context.section;
    let isUnderBar = false;
    for (const child of parent.children) {
      if (isText(child)) addFooterLine(child.data, context);
      if (!isElement(child)) continue;
      const isHidden = context.visibility === 'hidden' || concealmentOf(child) === 'hidden';
      if (isHidden) {
        visit(child, { ...context, visibility: 'hidden' });
        continue;
      }
      // Links for readers without script are links; the excuse beside them is no text of the page.
      if (!(isRead(child) || child.name === 'noscript' || isFrame(child))) continue;
      const heading = headingIn(child);
      const over = heading ?? section;
      // A table that is nothing but a title bar stands over what comes next, not over the rest of the page.
      section = heading === null && isUnderBar ? context.section : over;
      isUnderBar = heading !== null && child.name === 'table';
      const place = placeIn(child, { context, isFriend: heading === null && over !== null && isFriendHeading(over) });
      // The heads of boxes of other organs' sites are no columns of this one.
      if (heading !== null && !unlabelled.has(child.name) && place !== 'friend-links')
        labels.push({ text: heading, kind: 'heading', url: null });
      const isItself = heading !== null && isLinkItself(child, heading);
      visit(child, {
        place,
        section: isItself ? context.section : over,
        inHeading: context.inHeading || (heading !== null && !isItself),
        visibility: concealmentOf(child) ?? context.visibility,
      });
    }
  }

  function visit(element: DomElement, context: Context): void {
    if (element.name === 'select') return void addOptions(element, context);
    if (isLink(element)) return void addLink(element, context);
    if (context.visibility === 'hidden') return void walk(element, context);
    const badge = collapse(element.name === 'img' ? element.attribs.alt || element.attribs.title || '' : (element.attribs.title ?? ''));
    if (badge !== '' && badge.length <= 16) labels.push({ text: badge, kind: 'badge', url: null });
    const plain = isTab(element) ? 'tab' : plainNameOf(element);
    if (plain === 'tab') labels.push({ text: textOf(element, 20), kind: 'heading', url: null });
    if (plain === 'menu-entry' && context.place !== 'footer' && context.place !== 'friend-links')
      labels.push({ text: textOf(element, 20), kind: 'unlinked', url: null });
    walk(element, context);
  }

  function addLink(element: DomElement, { place, section, inHeading, visibility }: Context): void {
    const href = addressOf(element);
    const { text, where, also } = wordsOf(element);
    const isEntry = place === 'content' && isRow(element, text);
    const isMoreLink = section !== null && (saysOpen(text) || (inHeading && text === ''));
    anchors.push({
      anchor: { text, url: resolve(href, base, encoding), href, where, section, place: isEntry ? 'row' : place, visibility },
      also: isMoreLink ? [...also, section] : also,
      inProse: place === 'content' && isInProse(element),
      group: visibility === 'hidden' ? null : groupOf(element),
      element,
    });
  }

  function addOptions(select: DomElement, { place, section, visibility }: Context): void {
    for (const { text, href, heading } of selectLinks(select)) {
      const anchor = {
        text,
        url: resolve(href, base, encoding),
        href,
        where: 'option',
        section: heading ?? section,
        place,
        visibility,
      } as const;
      anchors.push({ anchor, also: [], inProse: false, group: select, element: select });
    }
  }

  function addFooterLine(data: string, { place, visibility }: Context): void {
    const text = place === 'footer' && visibility !== 'hidden' ? collapse(data) : '';
    if (text.length >= 2 && text.length <= 80) labels.push({ text, kind: 'footer-line', url: null });
  }
}

/** A link has its own words; the heads of a table say what stands in it. */
const unlabelled = new Set(['a', 'th']);

const codeOf = (script: DomElement): string => script.children.map(child => (isText(child) ? child.data : '')).join('');

/** Once in a footer or among friend links, everything inside stays there. */
function placeIn(element: DomElement, { context, isFriend }: { readonly context: Context; readonly isFriend: boolean }): Anchor['place'] {
  const own = placeOf(element);
  if (own === 'footer' || own === 'friend-links' || context.place === 'footer' || context.place === 'friend-links')
    return own === 'friend-links' ? own : context.place === 'friend-links' ? context.place : 'footer';
  return isFriend ? 'friend-links' : (own ?? context.place);
}

/** The heading is nothing but a link: it stands under what stands over it, not under itself. */
const isLinkItself = (element: DomElement, heading: string): boolean =>
  element.name === 'a' || (soleLink(element)?.includes(heading) ?? false);

/** The words of the only link in an element; null when there is none or more than one. */
function soleLink(element: DomElement): string | null {
  const inner = element.children.filter(isElement);
  const links = inner.filter(({ name }) => name === 'a');
  if (links.length === 1) return textOf(links[0]!, 60);
  return links.length === 0 && inner.length === 1 ? soleLink(inner[0]!) : null;
}

/** Lists of other organs' sites are told by all of their links together. */
function withFriends(anchors: readonly Grouped[], url: string): SeenAnchor[] {
  const groups = Map.groupBy(anchors, ({ group }) => group);
  const friends = new Set<DomElement | null>();
  for (const [group, seen] of groups) {
    const links = seen.map(({ anchor }) => anchor);
    if (group && (isFriendGroup(links, url) || (group.name === 'select' && isForeignSelect(links, url)))) friends.add(group);
  }
  return anchors.map(({ anchor, also, inProse, group }) => {
    const isFriend = friends.has(group) && anchor.place !== 'row';
    return { anchor: isFriend ? { ...anchor, place: 'friend-links' } : anchor, also, inProse };
  });
}

/** A heading and the “more” link under it are one way to one column. */
function withMoreLinks(labels: readonly Label[], anchors: readonly SeenAnchor[]): Label[] {
  const targets = new Map<string, string>();
  for (const { anchor, also } of anchors) {
    const { url, section } = anchor;
    if (url !== null && section !== null && also.includes(section) && !targets.has(section)) targets.set(section, url);
  }
  return labels.map(label => (label.kind === 'heading' ? { ...label, url: targets.get(label.text) ?? null } : label));
}
