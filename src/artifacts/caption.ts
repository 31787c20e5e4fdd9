import { parentOf } from './around.ts';
import { type DomElement, type DomNode, isElement, isText, textOf } from './dom.ts';
import { saysOpen } from './sections.ts';

/**
 * The caption of a link without words: the few words in the box around it, when it is the only link there; else those that stand between
 * it and the next link, where every link of the box has words behind it (or in front of it). Empty when there is none.
 */
export function wordsBeside(link: DomElement): string {
  let branch = link;
  let around = parentOf(link);
  for (let i = 0; i < 3 && around && around.name !== 'body'; i++) {
    const others = holdsSeveral(around);
    const text = others ? captionIn(around, branch) : textOf(around, 40);
    if (text !== '' || others) return text.length <= longestCaption && /\p{Script=Han}{2}/u.test(text) ? text : '';
    branch = around;
    around = parentOf(around);
  }
  return '';
}

const longestCaption = 20;

/** What an entry says besides its links that say only 查看 or 下载: `<tr><td>公开指南</td><td><a>查看</a></td></tr>`. */
export function wordsOfEntry(link: DomElement): readonly string[] {
  let box = parentOf(link);
  for (let i = 0; i < 4 && box; i++, box = parentOf(box)) {
    if (!entries.has(box.name)) continue;
    const known = said.get(box) ?? saidIn(box);
    said.set(box, known);
    return known;
  }
  return [];
}

/** Boxes with thousands of links are read once. */
const said = new WeakMap<DomElement, readonly string[]>();

function saidIn(box: DomElement): readonly string[] {
  const links = linksOf(box)?.map(link => textOf(link, 20));
  if (!links?.every(words => saysOpen(words) || /^\[?(?:附件)?下载\]?$/.test(words))) return [];
  const text = links
    .reduce((rest, words) => rest.replace(words, ' '), textOf(box, 80))
    .replace(/\s+/g, ' ')
    .trim();
  return text.length >= 2 && text.length <= 40 ? [text] : [];
}

const entries = new Set(['li', 'tr', 'dd', 'p']);

/** The links of a small box; null when there are more than four. */
function linksOf(box: DomElement): readonly DomElement[] | null {
  const found: DomElement[] = [];
  const look = (element: DomElement): void => {
    for (const child of element.children) {
      if (found.length > 4) return;
      if (isElement(child)) child.name === 'a' ? found.push(child) : look(child);
    }
  };
  look(box);
  return found.length > 4 ? null : found;
}

/** Words behind the branch up to the next link, or in front of it where the box begins with words and ends with a link. */
const captionIn = (box: DomElement, branch: DomElement): string => words(branch, beginsWithWords(box) ? 'prev' : 'next');

function words(branch: DomElement, direction: 'prev' | 'next'): string {
  const parts: string[] = [];
  for (let node = branch[direction]; node; node = node[direction]) {
    if (isLinked(node)) break;
    const text = textOf(node, 40);
    if (text !== '') parts.push(text);
    if (parts.join(' ').length > longestCaption) return '';
  }
  return (direction === 'prev' ? parts.reverse() : parts).join(' ');
}

const known = new WeakMap<DomElement, boolean>();

/** `公开指南<a></a>公开年报<a></a>` as opposed to `<a></a>公开指南<a></a>公开年报`. Big boxes are asked once. */
function beginsWithWords(box: DomElement): boolean {
  const earlier = known.get(box);
  if (earlier !== undefined) return earlier;
  const opensWithWords = (nodes: readonly DomNode[]): boolean => {
    for (const node of nodes) {
      if (isLinked(node)) return false;
      if (textOf(node, 20) !== '') return true;
    }
    return false;
  };
  const found = opensWithWords(box.children) && !opensWithWords(box.children.toReversed());
  known.set(box, found);
  return found;
}

const isLinked = (node: DomNode): boolean => isElement(node) && (isLinkTag(node) || linksIn(node, 1) > 0);
const isLinkTag = ({ name }: DomElement): boolean => name === 'a' || name === 'area';

const crowded = new WeakMap<DomElement, boolean>();

/** More than one link stands in the box. Big boxes are counted once. */
function holdsSeveral(box: DomElement): boolean {
  const earlier = crowded.get(box);
  if (earlier !== undefined) return earlier;
  const found = linksIn(box, 2) > 1;
  crowded.set(box, found);
  return found;
}

/** Links in a branch; counting stops at `enough`. */
function linksIn(node: DomElement, enough: number): number {
  let count = 0;
  for (const child of node.children) {
    if (count >= enough) return count;
    if (isText(child) || !isElement(child)) continue;
    count += isLinkTag(child) ? 1 : linksIn(child, enough - count);
  }
  return count;
}
