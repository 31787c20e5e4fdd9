import type { Anchor } from '../model/page-reading.ts';
import { collapse } from '../text/normalise.ts';
import { type DomElement, isElement, isRead, isText, textOf } from './dom.ts';

interface LinkWords {
  readonly text: string;
  readonly where: Anchor['where'];
  /** What the link says besides: a title longer than the visible text. */
  readonly also: readonly string[];
}

/** Visible text, else title, else the words of its image, else the few words beside it. */
export function wordsOf(link: DomElement): LinkWords {
  const visible = textOf(link, 300);
  const title = collapse(link.attribs.title ?? '');
  if (link.name === 'iframe' || link.name === 'frame') return { text: title, where: 'frame', also: [] };
  if (link.name === 'area') return { text: collapse(link.attribs.alt || title), where: 'area', also: title ? [title] : [] };
  if (visible !== '') return { text: visible, where: 'link', also: title !== '' && title !== visible ? [title] : [] };

  const image = firstImage(link);
  const where = image ? 'image' : 'link';
  const alt = image ? collapse(image.attribs.alt || image.attribs.title || '') : '';
  const words = title || alt || collapse(link.attribs['aria-label'] ?? link.attribs.value ?? '');
  if (words !== '') return { text: words, where, also: alt !== '' && alt !== words ? [alt] : [] };
  return { text: beside(link), where, also: [] };
}

function firstImage(node: DomElement): DomElement | null {
  for (const child of node.children) {
    if (!isElement(child)) continue;
    if (child.name === 'img' || child.name === 'input') return child;
    const inner = firstImage(child);
    if (inner) return inner;
  }
  return null;
}

/** The caption of a picture that is a link: the few words around it, when no other link claims them. */
function beside(link: DomElement): string {
  let around = link.parent;
  for (let i = 0; i < 2 && around?.type === 'tag' && around.name !== 'body'; i++) {
    if (linksIn(around, 2) > 1) return '';
    const text = textOf(around, 40);
    if (text !== '') return text.length <= 20 ? text : '';
    around = around.parent;
  }
  return '';
}

/** Links in a branch; counting stops at `enough`. */
function linksIn(node: DomElement, enough: number): number {
  let count = 0;
  for (const child of node.children) {
    if (count >= enough) return count;
    if (isElement(child)) count += child.name === 'a' ? 1 : linksIn(child, enough - count);
  }
  return count;
}

const blockTags = new Set(['p', 'td', 'div', 'li', 'dd', 'section', 'article', 'body']);

/** The link is one of the words of a sentence. */
export function isInProse(link: DomElement): boolean {
  let block = link.parent;
  while (block?.type === 'tag' && !blockTags.has(block.name)) block = block.parent;
  if (block?.type !== 'tag') return false;
  const known = sentences.get(block);
  if (known !== undefined) return known;
  const words = plainWords(block).replace(/\s+/g, '');
  const isSentence = words.length >= 20 && /[，。；、,;]/.test(words);
  sentences.set(block, isSentence);
  return isSentence;
}

/** Blocks with thousands of links are asked once. */
const sentences = new WeakMap<DomElement, boolean>();

/** What a block says outside its links and inner blocks. */
function plainWords(block: DomElement): string {
  let words = '';
  for (const child of block.children) {
    if (words.length > 400) break;
    if (isText(child)) words += child.data;
    else if (isElement(child) && isRead(child) && child.name !== 'a' && !blockTags.has(child.name)) words += plainWords(child);
  }
  return words;
}
