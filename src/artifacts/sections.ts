import { holdsAnchor } from './around.ts';
import { type DomElement, type DomNode, isElement, isText, textOf } from './dom.ts';

/** What stands over the following siblings of an element: the words of a heading, and whether that heading is itself a link. */
export function headingIn(node: DomElement): string | null {
  const isHeading = headingTags.has(node.name) || hasHeadingName(node) || leadsWithHeading(node) || opensBranch(node);
  return isHeading && ownLinks(node) <= 1 ? headingText(node) : null;
}

const counted = new WeakMap<DomElement, number>();

/** Links that say something; a bar of several is a menu, not a heading. Every element is counted once: boxes hold boxes. */
function ownLinks(node: DomNode): number {
  if (!isElement(node)) return 0;
  const known = counted.get(node);
  if (known !== undefined) return known;
  const count = node.name === 'a' ? (isMore(textOf(node, 20)) ? 0 : 1) : node.children.reduce((sum, child) => sum + ownLinks(child), 0);
  counted.set(node, count);
  return count;
}

const headingTags = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'dt', 'th', 'legend', 'caption', 'summary']);
const longest = 24;

/** The words of a heading without the “more” link beside them; null when it is too long to be one, or empty. */
function headingText(node: DomElement): string | null {
  const text = withoutMore(textOf(node, 80));
  return text.length >= 2 && text.length <= longest && /\p{Script=Han}/u.test(text) ? text : null;
}

/** The same words without the “more” beside them. */
export const withoutMore = (text: string): string => text.replace(moreWords, ' ').replace(/\s+/g, ' ').trim();

const moreWords = /(?:查看)?更多|(?<![a-z])more(?![a-z])|>{1,3}|[»›+＋→]|(?:^|\s)\||…|\.{2,}/gi;

/** A link that says nothing of its own: its words are those of the heading it stands under. */
const isMore = (text: string): boolean =>
  /^[\s>»›+＋→[\](（）.…·|]*(?:(?:查看|了解|阅读)?更多|more|全部|详细|进入)?[\s>»›+＋→\])）.…·|]*$/i.test(text);

/** A link that only says that it can be opened: also 点击查看, 详情, 进入栏目. What it opens is said beside it. */
export const saysOpen = (text: string): boolean =>
  isMore(text) ||
  /^[\s>»›[(（【]*(?:(?:点击|立即|快速)?(?:进入|查看|打开|浏览|前往|访问|阅读)(?:更多|详情|详细|全文|全部|原文|内容|栏目|专栏|专题|页面)?|详情|全文|点击(?:这里|此处)|read more|go)[\s>»›\])）】]*$/i.test(
    text,
  );

/**
 * The words of a tab that shows a list when touched, or of a button that a script opens: headings in all but their tag. A button may have a
 * picture beside its words.
 */
export function isTab(element: DomElement): boolean {
  const { name, attribs, children, parent } = element;
  if (!tabTags.has(name) || children.length === 0) return false;
  const isPlain = !children.some(child => isElement(child) && child.name !== 'span');
  const reacts = attribs.onclick ?? attribs.onmouseover ?? attribs.onmousemove ?? attribs.onmouseenter;
  if (reacts !== undefined) return isPlain || (/^\p{Script=Han}{2,12}$/u.test(textOf(element, 20)) && !holdsAnchor(element));
  return isPlain && parent?.type === 'tag' && /(?:^|[\s_-])tabs?(?:$|[\s\d_-])/i.test(parent.attribs.class ?? '');
}

const tabTags = new Set(['li', 'span', 'div', 'td', 'em', 'i']);

function hasHeadingName({ name, attribs }: DomElement): boolean {
  if (!attribs.class || !boxTags.has(name)) return false;
  return attribs.class
    .replace(/([a-z])(?=[A-Z])/g, '$1-')
    .toLowerCase()
    .split(/[\s\d_-]+/)
    .some(word => headingWords.test(word));
}

const boxTags = new Set(['div', 'span', 'p', 'td', 'th', 'ul', 'strong', 'b', 'header', 'section', 'a', 'em']);
const headingWords = /^(?:tit|tits|title|titles|titlebox|tittle|biaoti|bt|hd|head|heading|caption|lmmc|lm|columnname|tabtitle)$/;

/**
 * `<div><h3>公开指南</h3><a>更多</a></div>`, `<table><tr><td class="title">公开指南</td><td>更多</td></tr></table>`: a box that holds a
 * heading and nothing else that says anything.
 */
function leadsWithHeading(node: DomElement): boolean {
  if (!wrappers.has(node.name)) return false;
  const known = leading.get(node);
  if (known !== undefined) return known;
  const found = beginsWithHeading(node);
  leading.set(node, found);
  return found;
}

const leading = new WeakMap<DomElement, boolean>();

function beginsWithHeading(node: DomElement): boolean {
  const [first, ...others] = node.children.filter(child => isElement(child) || (isText(child) && child.data.trim() !== ''));
  if (!first || !isElement(first)) return false;
  const isPlainHeading = hasHeadingName(first) && ownLinks(first) === 0;
  if (!headingTags.has(first.name) && !isPlainHeading && !leadsWithHeading(first)) return false;
  return others.every(other => {
    const words = textOf(other, 24);
    return words === '' || isMore(words);
  });
}

const wrappers = new Set(['div', 'span', 'p', 'td', 'tr', 'tbody', 'table', 'header']);

/** `<a>政务公开</a><ul>…</ul>`: a menu entry with its sub-menu behind it. */
function opensBranch(node: DomElement): boolean {
  if (!['a', 'span', 'p', 'div', 'strong', 'b'].includes(node.name)) return false;
  const next = nextElement(node);
  if (!next || !['ul', 'ol', 'dl', 'div'].includes(next.name)) return false;
  return next.name !== 'div'
    ? textOf(node, 60).length <= longest
    : node.name === 'a' && node.parent?.type === 'tag' && node.parent.name === 'li';
}

function nextElement(node: DomElement): DomElement | null {
  let next: DomNode | null = node.next;
  while (next && !isElement(next)) {
    if (isText(next) && next.data.trim() !== '') return null;
    next = next.next;
  }
  return next;
}
