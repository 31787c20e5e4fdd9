import type { Anchor } from '../model/page-reading.ts';
import { collapse } from '../text/normalise.ts';
import { wordsBeside, wordsOfEntry } from './caption.ts';
import { type DomElement, isElement, isRead, isText, textOf } from './dom.ts';
import { isFrame } from './link-elements.ts';
import { saysOpen } from './sections.ts';

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
  if (isFrame(link)) return { text: title, where: 'frame', also: [] };
  if (link.name === 'area') {
    const words = collapse(link.attribs.alt || title);
    return { text: words || wordsBeside(link), where: 'area', also: title ? [title] : [] };
  }
  if (visible !== '') {
    const text = headlineIn(link) ?? withoutDay(visible);
    const also = title !== '' && title !== text ? [title] : [];
    return { text, where: 'link', also: saysOpen(text) ? [...also, ...wordsOfEntry(link)] : also };
  }

  const image = isPicture(link) ? link : firstPicture(link);
  const where = image ? 'image' : 'link';
  const alt = image ? collapse(image.attribs.alt || image.attribs.title || textIn(image)) : '';
  const words = title || alt || collapse(link.attribs['aria-label'] ?? link.attribs.value ?? '');
  const others = alt !== '' && alt !== words ? [alt] : [];
  if (words !== '') return { text: words, where, also: saysNothing(words) ? [...others, ...listed(wordsBeside(link))] : others };
  return { text: opensSomething(link) ? wordsBeside(link) : '', where, also: [] };
}

/** The heading in a link that is a whole card: title, summary, day. Null when there is none, or nothing beside it. */
function headlineIn(link: DomElement): string | null {
  if (link.children.filter(isElement).length === 0) return null;
  const headings = titlesIn(link, 3);
  if (headings.length !== 1) return null;
  const text = textOf(headings[0]!, 200);
  return text.length >= 4 && text !== textOf(link, 300) ? text : null;
}

function titlesIn(box: DomElement, levels: number): readonly DomElement[] {
  return box.children.filter(isElement).flatMap(child => (isTitle(child) ? [child] : levels > 0 ? titlesIn(child, levels - 1) : []));
}

const isTitle = ({ name, attribs }: DomElement): boolean =>
  /^h[1-6]$/.test(name) || /(?:^|[\s_-])(?:tit|title|bt|biaoti)(?:[\s_-]|$)/i.test(attribs.class ?? '');

/** The day in front of a title or behind it is no word of it. */
function withoutDay(text: string): string {
  const title = text.replace(dayBehind, '').replace(dayInFront, '');
  return /\p{Script=Han}{4}/u.test(title) ? title : text;
}

const dayBehind = /\s[[(（【]?(?:(?:19|20)\d\d[-/.年])?(?:0?[1-9]|1[0-2])[-/.月][0-3]?\d日?[\])）】]?$/;
const dayInFront = /^[[(（【]?(?:(?:19|20)\d\d[-/.年])?(?:0?[1-9]|1[0-2])[-/.月][0-3]?\d日?[\])）】]?\s/;

/** What authors and editors write where they must write something: 图片, banner.jpg, 点击进入. */
const saysNothing = (words: string): boolean =>
  !/\p{Script=Han}/u.test(words) ||
  saysOpen(words) ||
  /^(?:图片|图标|图|链接|按钮|广告|横幅|无标题|未命名)\d*$|\.(?:png|jpe?g|gif|bmp|webp)$/i.test(words);

const listed = (words: string): readonly string[] => (words === '' ? [] : [words]);
const isPicture = ({ name, attribs }: DomElement): boolean =>
  name === 'img' || name === 'svg' || (name === 'input' && attribs.type === 'image');
/** A mark inside the page without an address is not named by the words behind it. */
const opensSomething = ({ name, attribs }: DomElement): boolean =>
  name !== 'a' || attribs.href !== undefined || attribs.onclick !== undefined;

function firstPicture(node: DomElement): DomElement | null {
  for (const child of node.children) {
    if (!isElement(child)) continue;
    if (isPicture(child) || child.name === 'input') return child;
    const inner = firstPicture(child);
    if (inner) return inner;
  }
  return null;
}

/** Words drawn in a picture: `<svg><title>公开指南</title></svg>`. */
const textIn = (picture: DomElement): string =>
  picture.name === 'svg' ? collapse(picture.children.map(child => (isElement(child) ? textOf(child, 40) : '')).join(' ')) : '';

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
