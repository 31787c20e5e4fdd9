import { type Cheerio, type CheerioAPI, load } from 'cheerio';
import { collapse } from '../text/normalise.ts';
import { boundDepth } from './bound-depth.ts';

type Root = ReturnType<CheerioAPI['root']> extends Cheerio<infer Kind> ? Kind : never;
export type DomNode = Root['children'][number];
export type DomElement = Extract<DomNode, { readonly attribs: unknown }>;
type TextNode = Extract<DomNode, { readonly data: string }>;
type Parent = Root | DomElement;

/** Deeper markup is no page a person wrote; browsers flatten it too. It keeps every recursion over the tree safe. */
const deepest = 1200;

/**
 * Parses a page as a browser without script would: what stands in `noscript` is markup. Never throws; comments are gone and no
 * branch is deeper than 1,200 elements.
 */
export function loadDom(html: string): CheerioAPI {
  const $ = load(boundDepth(html), { scriptingEnabled: false });
  const waiting: { readonly parent: Parent; readonly depth: number }[] = [{ parent: $.root()[0]!, depth: 0 }];
  while (waiting.length > 0) {
    const { parent, depth } = waiting.pop()!;
    const kept = parent.children.filter(child => isElement(child) || isText(child));
    if (depth >= deepest) adopt(parent, flattened(kept));
    else if (kept.length < parent.children.length) adopt(parent, kept);
    if (depth < deepest) for (const child of kept) if (isElement(child)) waiting.push({ parent: child, depth: depth + 1 });
  }
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

export const isElement = (node: DomNode): node is DomElement => node.type === 'tag' || node.type === 'script' || node.type === 'style';
export const isText = (node: DomNode): node is TextNode => node.type === 'text';

/** Elements whose content no reader sees as text. */
const unread = new Set(['script', 'style', 'template', 'noscript', 'textarea', 'object', 'svg', 'head']);
export const isRead = ({ name }: DomElement): boolean => !unread.has(name);

/**
 * Visible text with spaces collapsed; block elements and line breaks separate words.
 * Reading stops after `limit` characters, so that asking a large box for its text stays cheap.
 */
export function textOf(node: DomNode, limit = 4000): string {
  const parts: string[] = [];
  gather(node, parts, limit);
  return collapse(parts.join(''));
}

/** Appends the visible text of a branch; answers how many characters may still follow. */
function gather(node: DomNode, parts: string[], room: number): number {
  if (room <= 0) return 0;
  if (isText(node)) {
    parts.push(node.data.length > 4 * room ? node.data.slice(0, 4 * room) : node.data);
    return room - node.data.trim().length;
  }
  if (!isElement(node) || !isRead(node)) return room;
  const apart = !inline.has(node.name);
  if (apart) parts.push(' ');
  let left = room;
  for (const child of node.children) left = gather(child, parts, left);
  if (apart) parts.push(' ');
  return left;
}

const inline = new Set(['a', 'span', 'b', 'strong', 'em', 'i', 'u', 'font', 'small', 'sub', 'sup', 'label', 'big', 'abbr', 'ins', 'html']);

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
