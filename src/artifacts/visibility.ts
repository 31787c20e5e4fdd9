import { type DomElement, isElement, isText, type Root, wordsOfName } from './nodes.ts';
import { isNamed, type Openers, openersOf } from './openers.ts';
import { type HidingRule, hidingRules, matches, shownBy } from './style-rules.ts';

/** `menu`: a reader opens it (submenu, tab, carousel, dialogue). `hidden`: nobody gets to see it. */
export type Concealment = 'menu' | 'hidden';

const marks = new WeakMap<DomElement, Concealment>();

/** What conceals the element itself; null when nothing does. What stands inside a concealed element bears no mark of its own. */
export const concealmentOf = (element: DomElement): Concealment | null => marks.get(element) ?? null;

/**
 * Marks the elements of a parsed page that are not in sight at first. To hide wrongly makes a wrong “missing”: whatever a reader could
 * open, whatever a script may show, and whatever is most of the page counts as a menu or as shown.
 */
export function markConcealed(root: Root): void {
  const elements = elementsOf(root);
  const sheets = elements.filter(({ name, attribs }) => name === 'style' && isForScreen(attribs)).map(textIn);
  const facts: Facts = { rules: indexed(hidingRules(sheets)), openers: openersOf(elements), sizes: new Map(), tries: mostTries };
  for (const element of elements) {
    if (unmarked.has(element.name)) continue;
    const concealment = judge(element, facts);
    if (concealment) marks.set(element, concealment);
  }
}

interface Facts {
  readonly rules: ReadonlyMap<string, readonly HidingRule[]>;
  readonly openers: Openers;
  /** Characters inside, of elements that were asked for. */
  readonly sizes: Map<DomElement, number>;
  /** How many more selectors may be tried on elements: a hostile page has many of both. */
  tries: number;
}

/** A style sheet for paper, for narrow windows, or one that is switched off, says nothing of what is in sight. */
const isForScreen = ({ media, disabled }: DomElement['attribs']): boolean =>
  disabled === undefined && (media === undefined || (/^\s*$|all|screen/i.test(media) && !/max-(?:device-)?width/i.test(media)));

const mostTries = 200_000;
const unmarked = new Set(['html', 'head', 'body', 'script', 'style', 'meta', 'link', 'title', 'template', 'br', 'hr', 'option', 'param']);

function judge(element: DomElement, facts: Facts): Concealment | null {
  const how = howConcealed(element, facts);
  if (how === null) return null;
  if (how === 'opened') return 'menu';
  if (how === 'closed') return 'hidden';
  const canBeOpened = isOpenable(element);
  if (!canBeOpened && isInjected(linksIn(element))) return 'hidden';
  if (isMostOfPage(element, facts) || names(element).some(word => frame.test(word))) return null;
  if (canBeOpened || isNamed(element, facts.openers)) return 'menu';
  return facts.openers.hasUnknownScript && hasOwnName(element) ? 'menu' : 'hidden';
}

/** `gone`: a style says so. `opened`: another style shows it again. `closed`: a script of the page took it away. */
function howConcealed(element: DomElement, facts: Facts): 'gone' | 'opened' | 'closed' | null {
  const { attribs, name } = element;
  const { rules, openers } = facts;
  if (attribs.id !== undefined && openers.closed.has(attribs.id)) return 'closed';
  const own = attribs.style === undefined ? null : shownBy(attribs.style);
  if (own === 'gone' || 'hidden' in attribs) return 'gone';
  if (isSpeck(element)) return 'closed';
  if (own === 'shown' || rules.size === 0 || facts.tries <= 0) return null;
  const keys = [name, ...(attribs.class ?? '').split(/\s+/).map(one => `.${one}`), `#${attribs.id}`];
  const tried = keys.flatMap(key => rules.get(key) ?? []);
  facts.tries -= tried.length;
  const found = tried.filter(rule => matches(rule, element));
  if (found.length === 0) return null;
  return found.some(({ isOpened }) => isOpened) ? 'opened' : 'gone';
}

/** `<marquee width=1 height=1>`, `<iframe width=0 height=0>`. A frame of no height alone grows when it is loaded. */
const isSpeck = ({ name, attribs }: DomElement): boolean =>
  (name === 'marquee' && (isTiny(attribs.width) || isTiny(attribs.height))) ||
  (name === 'iframe' && isTiny(attribs.width) && isTiny(attribs.height));
const isTiny = (size: string | undefined): boolean => /^\s*[01](?:px)?\s*$/.test(size ?? '');

function indexed(rules: readonly HidingRule[]): ReadonlyMap<string, readonly HidingRule[]> {
  return Map.groupBy(rules, ({ path }) => {
    const { tag, classes, ids } = path.at(-1)!;
    return ids[0] !== undefined ? `#${ids[0]}` : classes[0] !== undefined ? `.${classes[0]}` : (tag ?? '*');
  });
}

/** Many links to many commercial hosts where nobody sees them: put there by somebody who broke in. */
function isInjected(links: readonly DomElement[]): boolean {
  const hosts = links.flatMap(({ attribs }) =>
    /^(?:https?:)?\/\//i.test(attribs.href ?? '') ? (URL.parse(attribs.href!, 'http://a/')?.host ?? []) : [],
  );
  const strange = hosts.filter(
    host => !/\.(?:gov|edu|org|mil)\.cn$|(?:^|\.)(?:xinhuanet|people|news|cctv|qq|weibo|baidu)\.c(?:om|n)/i.test(host),
  );
  return strange.length >= 5 && strange.length >= links.length * 0.8 && new Set(strange).size >= 4;
}

/** A page that is faded in, or an article that a script puts in its place. */
function isMostOfPage(element: DomElement, { sizes }: Facts): boolean {
  let top = element;
  while (top.parent?.type === 'tag') top = top.parent as DomElement;
  return sizeOf(element, sizes) * 2 > sizeOf(top, sizes);
}

function sizeOf(element: DomElement, sizes: Map<DomElement, number>): number {
  const known = sizes.get(element);
  if (known !== undefined) return known;
  let size = 0;
  for (const child of element.children) {
    if (isText(child)) size += child.data.trim().length;
    else if (isElement(child) && child.name !== 'script' && child.name !== 'style' && child.name !== 'head') size += sizeOf(child, sizes);
  }
  sizes.set(element, size);
  return size;
}

/** Its name, its place or its neighbours show that a reader opens it. */
function isOpenable(element: DomElement): boolean {
  if (names(element).some(word => openable.test(word))) return true;
  let around = parentOf(element);
  for (let i = 0; i < 3 && around; i++, around = parentOf(around)) if (names(around).some(word => widget.test(word))) return true;
  if (!leaves.has(element.name) && isInMenu(element)) return true;
  return hasTwin(element) || isBranch(element);
}

const openable =
  /^(?:tab|sub|pop|drop|slide|swip|toggle|switch|nav|menu|tree|accord|fold|collaps|carousel|modal|dialog|layer|hover|expand|more|second|child|level|panel?|pane)|(?:tab|nav|menu|tree|pane|panel|con|bd)$/;
/** A part of the page's frame, or its content: of two headers a script shows the one that fits the reader. */
const frame = /(?:head|header|topbar|banner|foot|footer|main|container|wrap|wrapper|article|zoom|editor)$|^(?:top|content|body|app|root)$/;
const widget = /^(?:tab|slide|swip|switch|accord|tree|carousel|scroll|focus|dropdown|toggle)|(?:tab|tabs|tree|slider)$/;
const leaves = new Set(['li', 'a', 'span', 'img', 'td', 'i', 'em', 'b', 'font']);

function isInMenu(element: DomElement): boolean {
  let around: DomElement | null = element;
  for (; around; around = parentOf(around))
    if (
      around.name === 'nav' ||
      around.attribs.role === 'navigation' ||
      names(around).some(word => /^(?:\w*nav|navi|\w*menu|daohang|lanmu)$/.test(word))
    )
      return true;
  return false;
}

/**
 * One of several alike of which the others are in sight: tabs and carousels. A single entry taken out of a list has no such twins: there
 * most of the others are in sight.
 */
function hasTwin(element: DomElement): boolean {
  const siblings = nearOf(element);
  const others = siblings.filter(other => other.name === element.name);
  if (leaves.has(element.name)) return others.filter(isGone).length + 1 > others.length / 2 && others.length > 0;
  if (element.name === 'tr' || element.name === 'dd') return true;
  const { id, class: classes } = element.attribs;
  if (others.some(other => stem(other.attribs.id) !== '' && stem(other.attribs.id) === stem(id))) return true;
  if (classes) return others.some(other => sharesWord(other.attribs.class ?? '', classes));
  if (others.length === 0 || parentOf(element)?.name === 'body') return false;
  return others.length === siblings.length || (listIn(element) !== null && others.some(other => listIn(other) === listIn(element)));
}

const isGone = ({ attribs }: DomElement): boolean =>
  (attribs.style !== undefined && shownBy(attribs.style) === 'gone') || 'hidden' in attribs;
/** The kind of list with which a box begins: `<div><ul>…</ul></div>`. */
function listIn(box: DomElement): string | null {
  const first = box.children.find(isElement)?.name ?? '';
  return ['ul', 'ol', 'dl', 'table'].includes(first) ? first : null;
}

const stem = (id: string | undefined): string => (id ?? '').replace(/\d+/g, '');
const sharesWord = (one: string, other: string): boolean => one.split(/\s+/).some(word => word !== '' && other.split(/\s+/).includes(word));

/** `<a>政务公开</a><ul style="display:none">…`: the words in front of it open it. */
function isBranch(element: DomElement): boolean {
  if (leaves.has(element.name)) return false;
  const parent = parentOf(element);
  let before = element.prev;
  while (before && isText(before) && before.data.trim() === '') before = before.prev;
  if (!parent || !before) return false;
  if (['li', 'dd', 'dl'].includes(parent.name)) return true;
  return (
    isElement(before) && ['a', 'span', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'dt', 'p', 'button'].includes(before.name) && reacts(before)
  );
}

const reacts = ({ name, attribs }: DomElement): boolean =>
  name === 'button' ||
  attribs.onclick !== undefined ||
  attribs.onmouseover !== undefined ||
  (name === 'a' && /^(?:#|javascript:|$)/i.test(attribs.href ?? ''));

/** A name by which a script that was not read could tell it from what is in sight. Some names say themselves that it is hidden. */
function hasOwnName(element: DomElement): boolean {
  const { id, class: classes = '' } = element.attribs;
  if (names(element).some(word => /^(?:hid(?:e|den)?|none|invisible|yincang|dn)$/.test(word))) return false;
  if (id) return true;
  const shown = nearOf(element).filter(other => !isGone(other));
  return classes.split(/\s+/).some(name => name !== '' && !shown.some(other => sharesWord(other.attribs.class ?? '', name)));
}

/** The elements beside it, of a long list those next to it. */
function nearOf(element: DomElement): readonly DomElement[] {
  const near: DomElement[] = [];
  for (let before = element.prev, i = 0; before && i < mostNear; before = before.prev, i++) if (isElement(before)) near.push(before);
  for (let after = element.next, i = 0; after && i < mostNear; after = after.next, i++) if (isElement(after)) near.push(after);
  return near;
}
const mostNear = 60;

const parentOf = ({ parent }: DomElement): DomElement | null => (parent?.type === 'tag' ? (parent as DomElement) : null);
const names = ({ attribs }: DomElement): readonly string[] => wordsOfName(`${attribs.class ?? ''} ${attribs.id ?? ''}`);
const textIn = (element: DomElement): string => element.children.map(child => (isText(child) ? child.data : '')).join('');

function linksIn(element: DomElement): readonly DomElement[] {
  return elementsOf(element)
    .filter(({ name }) => name === 'a')
    .slice(0, 200);
}

function elementsOf(top: Root | DomElement): readonly DomElement[] {
  const found: DomElement[] = [];
  const waiting = top.children.filter(isElement).reverse();
  while (waiting.length > 0) {
    const element = waiting.pop()!;
    found.push(element);
    for (let i = element.children.length - 1; i >= 0; i--) {
      const child = element.children[i]!;
      if (isElement(child)) waiting.push(child);
    }
  }
  return found;
}
