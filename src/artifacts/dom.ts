import { type CheerioAPI, load } from 'cheerio';
import { collapse } from '../text/normalise.ts';
import { boundDepth } from './bound-depth.ts';
import { type DomElement, type DomNode, isElement, isText, type Root } from './nodes.ts';
import { unpackRecords } from './unpack-records.ts';
import { concealmentOf, markConcealed } from './visibility.ts';

export { type DomElement, type DomNode, isElement, isText };

type Parent = Root | DomElement;

/** Deeper markup is no page a person wrote; browsers flatten it too. It keeps every recursion over the tree safe. */
const deepest = 1200;

/**
 * Parses a page as a browser without script would: what stands in `noscript` is markup. Lists that wait in the page for a script stand
 * where the script puts them. Never throws; comments are gone and no branch is deeper than 1,200 elements.
 */
export function loadDom(html: string): CheerioAPI {
  const $ = load(boundDepth(unpackRecords(html)), { scriptingEnabled: false });
  const waiting: { readonly parent: Parent; readonly depth: number }[] = [{ parent: $.root()[0]!, depth: 0 }];
  while (waiting.length > 0) {
    const { parent, depth } = waiting.pop()!;
    const kept = parent.children.filter(child => isElement(child) || isText(child));
    if (depth >= deepest) adopt(parent, flattened(kept));
    else if (kept.length < parent.children.length) adopt(parent, kept);
    if (depth < deepest) for (const child of kept) if (isElement(child)) waiting.push({ parent: child, depth: depth + 1 });
  }
  markConcealed($.root()[0]!);
  return $;
}

const indexes = new WeakMap<CheerioAPI, ReadonlyMap<string, readonly DomElement[]>>();

/** All elements of a page with one of these names, in document order within each name. Far cheaper than a selector. */
export function elementsNamed($: CheerioAPI, ...names: readonly string[]): readonly DomElement[] {
  const index = indexes.get($) ?? indexOf($);
  return names.flatMap(name => index.get(name) ?? []);
}

function indexOf($: CheerioAPI): ReadonlyMap<string, readonly DomElement[]> {
  const index = new Map<string, DomElement[]>();
  const waiting: DomNode[] = [...$.root()[0]!.children].reverse();
  while (waiting.length > 0) {
    const node = waiting.pop()!;
    if (!isElement(node)) continue;
    const same = index.get(node.name);
    if (same) same.push(node);
    else index.set(node.name, [node]);
    for (let i = node.children.length - 1; i >= 0; i--) waiting.push(node.children[i]!);
  }
  indexes.set($, index);
  return index;
}

/** The element that a reader looks at: the body, or what stands in its place. */
export const rootOf = ($: CheerioAPI): DomElement | undefined => elementsNamed($, 'body', 'frameset', 'html')[0];

/** Elements whose content no reader sees as text; `isRead` is false also of what the page hides for good. */
const unread = new Set(['script', 'style', 'template', 'noscript', 'textarea', 'object', 'svg', 'head']);
export const isRead = (element: DomElement): boolean => !unread.has(element.name) && concealmentOf(element) !== 'hidden';

/**
 * Visible text with spaces collapsed; block elements and line breaks separate words. Of an element that is itself hidden: what it would say.
 * Reading stops after `limit` characters, so that asking a large box for its text stays cheap.
 */
export function textOf(node: DomNode, limit = 4000): string {
  const reading: Reading = { parts: [], room: limit, nodes: 2000 + 50 * limit };
  if (isElement(node) && !unread.has(node.name)) gatherAll(node, reading);
  else gather(node, reading);
  return collapse(reading.parts.join(''));
}

interface Reading {
  readonly parts: string[];
  /** Characters that may still follow, and nodes that may still be looked at: boxes may hold ever so many boxes without a word. */
  room: number;
  nodes: number;
}

/** Adds the visible text of a branch. */
function gather(node: DomNode, reading: Reading): void {
  if (reading.room <= 0 || --reading.nodes <= 0) return;
  if (isText(node)) {
    reading.parts.push(node.data.length > 4 * reading.room ? node.data.slice(0, 4 * reading.room) : node.data);
    reading.room -= node.data.trim().length;
  } else if (isElement(node) && isRead(node)) {
    const apart = !inline.has(node.name);
    if (apart) reading.parts.push(' ');
    gatherAll(node, reading);
    if (apart) reading.parts.push(' ');
  }
}

function gatherAll(node: DomElement, reading: Reading): void {
  for (const child of node.children) {
    if (reading.room <= 0 || reading.nodes <= 0) return;
    gather(child, reading);
  }
}

const inline = new Set(
  'a span b strong em i u font small sub sup label big abbr ins html wbr nobr mark s strike del q cite code tt var bdo bdi'.split(' '),
);

/** All texts and elements of a branch as siblings, in document order; links keep their words, other elements lose their content. */
function flattened(branch: readonly DomNode[]): DomNode[] {
  const flat: DomNode[] = [];
  const waiting = [...branch].reverse();
  while (waiting.length > 0) {
    const node = waiting.pop()!;
    flat.push(node);
    if (!isElement(node)) continue;
    const words = node.name === 'a' ? node.children.filter(isText) : [];
    const others = node.children.filter(child => isElement(child) || (isText(child) && node.name !== 'a'));
    for (const child of others.reverse()) waiting.push(child);
    adopt(node, words);
  }
  return flat;
}

function adopt(parent: Parent, children: readonly DomNode[]): void {
  parent.children = [...children];
  for (const [i, child] of children.entries()) {
    child.parent = parent;
    child.prev = children[i - 1] ?? null;
    child.next = children[i + 1] ?? null;
  }
}
