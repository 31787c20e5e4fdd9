import type { CheerioAPI } from 'cheerio';
import type { Anchor } from '../model/page-reading.ts';
import { collapse } from '../text/normalise.ts';
import { addressInScript, baseOf, hrefOf, resolve } from './address.ts';
import { type DomElement, elementsNamed, isElement, isRead, isText, rootOf, textOf } from './dom.ts';
import { groupOf, isForeignSelect, isFriendGroup, isFriendHeading } from './friend-links.ts';
import { isInProse, wordsOf } from './link-words.ts';
import { isRow, placeOf } from './places.ts';
import { scriptMenus } from './script-menus.ts';
import { headingIn, isMore, isTab } from './sections.ts';
import { selectLinks } from './select-links.ts';

/** An anchor with what the recogniser needs beside it and no reader of the page asks for. */
export interface SeenAnchor {
  readonly anchor: Anchor;
  /** Further words of the same link: its title where the visible text is cut off, the heading a “more” link stands under. */
  readonly also: readonly string[];
  /** It stands inside a sentence: part of an article, not a way to a column. */
  readonly inProse: boolean;
}

/** Words on the page that name something and are no link: headings of boxes, badges without address, lines of the footer. */
export interface Label {
  readonly text: string;
  readonly kind: 'heading' | 'badge' | 'footer-line';
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
}

type Grouped = SeenAnchor & { readonly group: DomElement | null };

/** All links of a page in document order, as a reader meets them, and the words that are no links. `url`: its absolute address. */
export function seePage($: CheerioAPI, url: string): SeenPage {
  const base = baseOf($, url);
  const anchors: Grouped[] = [];
  const labels: Label[] = [];
  const root = rootOf($);
  if (root) walk(root, { place: 'content', section: null, inHeading: false });
  const scripts = elementsNamed($, 'script').filter(({ attribs }) => attribs.src === undefined);
  const menus = scriptMenus(scripts.map(codeOf), base).map(anchor => ({ anchor, also: [], inProse: false }));
  return { anchors: [...withFriends(anchors, url), ...menus], labels: withMoreLinks(labels, anchors) };

  function walk(parent: DomElement, context: Context): void {
    let section = context.section;
    for (const child of parent.children) {
      if (isText(child)) addFooterLine(child.data, context);
      // Links for readers without script are links; the excuse beside them is no text of the page.
      if (!isElement(child) || !(isRead(child) || child.name === 'noscript')) continue;
      const heading = headingIn(child);
      if (heading !== null) section = heading;
      if (heading !== null && child.name !== 'a') labels.push({ text: heading, kind: 'heading', url: null });
      const isItself = heading !== null && isLinkItself(child, heading);
      visit(child, {
        place: placeIn(child, { context, isFriend: heading === null && section !== null && isFriendHeading(section) }),
        section: isItself ? context.section : section,
        inHeading: context.inHeading || (heading !== null && !isItself),
      });
    }
  }

  function visit(element: DomElement, context: Context): void {
    if (element.name === 'select') return void addOptions(element, context);
    if (isLink(element)) return void addLink(element, context);
    const badge = collapse(element.name === 'img' ? element.attribs.alt || element.attribs.title || '' : (element.attribs.title ?? ''));
    if (badge !== '' && badge.length <= 16) labels.push({ text: badge, kind: 'badge', url: null });
    if (isTab(element)) labels.push({ text: textOf(element, 20), kind: 'heading', url: null });
    walk(element, context);
  }

  function addLink(element: DomElement, { place, section, inHeading }: Context): void {
    const isFrame = element.name === 'iframe' || element.name === 'frame';
    const href = isFrame ? (element.attribs.src ?? '') : hrefOf(element);
    const { text, where, also } = wordsOf(element);
    const isEntry = place === 'content' && isRow(element, text);
    const isMoreLink = section !== null && (isMore(text) || (inHeading && text === ''));
    anchors.push({
      anchor: { text, url: resolve(href, base), href, where, section, place: isEntry ? 'row' : place },
      also: isMoreLink ? [...also, section] : also,
      inProse: place === 'content' && isInProse(element),
      group: groupOf(element),
    });
  }

  function addOptions(select: DomElement, { place, section }: Context): void {
    for (const { text, href, heading } of selectLinks(select)) {
      const anchor = { text, url: resolve(href, base), href, where: 'option', section: heading ?? section, place } as const;
      anchors.push({ anchor, also: [], inProse: false, group: select });
    }
  }

  function addFooterLine(data: string, { place }: Context): void {
    const text = place === 'footer' ? collapse(data) : '';
    if (text.length >= 2 && text.length <= 80) labels.push({ text, kind: 'footer-line', url: null });
  }
}

const codeOf = (script: DomElement): string => script.children.map(child => (isText(child) ? child.data : '')).join('');

/** Once in a footer or among friend links, everything inside stays there. */
function placeIn(element: DomElement, { context, isFriend }: { readonly context: Context; readonly isFriend: boolean }): Anchor['place'] {
  const own = placeOf(element);
  if (own === 'footer' || own === 'friend-links' || context.place === 'footer' || context.place === 'friend-links')
    return own === 'friend-links' ? own : context.place === 'friend-links' ? context.place : 'footer';
  return isFriend ? 'friend-links' : (own ?? context.place);
}

const linkTags = new Set(['a', 'area', 'iframe', 'frame']);

/** Also what is no link by its tag, but opens an address when clicked and holds no link. */
function isLink({ name, attribs, children }: DomElement): boolean {
  if (linkTags.has(name)) return true;
  return attribs.onclick !== undefined && addressInScript(attribs.onclick) !== null && !children.some(holdsLink);
}

const holdsLink = (node: DomElement['children'][number]): boolean =>
  isElement(node) && (node.name === 'a' || node.children.some(holdsLink));

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
