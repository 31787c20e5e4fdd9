import { type DomElement, type DomNode, isElement, isText, textOf } from './dom.ts';

/** What stands over the following siblings of an element: the words of a heading, and whether that heading is itself a link. */
export function headingIn(node: DomElement): string | null {
  const isHeading = headingTags.has(node.name) || hasHeadingName(node) || leadsWithHeading(node) || opensBranch(node);
  return isHeading && ownLinks(node) <= 1 ? headingText(node) : null;
}

/** Links that say something; a bar of several is a menu, not a heading. */
const ownLinks = (node: DomNode): number =>
  !isElement(node)
    ? 0
    : node.name === 'a'
      ? isMore(textOf(node, 20))
        ? 0
        : 1
      : node.children.reduce((sum, child) => sum + ownLinks(child), 0);

const headingTags = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'dt', 'legend', 'caption', 'summary']);
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
export const isMore = (text: string): boolean =>
  /^[\s>»›+＋→[\](（）.…·|]*(?:(?:查看|了解|阅读)?更多|more|全部|详细|进入)?[\s>»›+＋→\])）.…·|]*$/i.test(text);

/** The words of a tab that shows a list when touched: a heading in all but its tag. */
export function isTab({ name, attribs, children, parent }: DomElement): boolean {
  if (
    !['li', 'span', 'div', 'td', 'em', 'i'].includes(name) ||
    children.length === 0 ||
    children.some(child => isElement(child) && child.name !== 'span')
  )
    return false;
  const reacts = attribs.onclick ?? attribs.onmouseover ?? attribs.onmousemove ?? attribs.onmouseenter;
  return reacts !== undefined || (parent?.type === 'tag' && /(?:^|[\s_-])tabs?(?:$|[\s\d_-])/i.test(parent.attribs.class ?? ''));
}

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

/** `<div><h3>公开指南</h3><a>更多</a></div>`: a box that holds a heading and nothing else that says anything. */
function leadsWithHeading(node: DomElement): boolean {
  if (!['div', 'span', 'p', 'td', 'header'].includes(node.name)) return false;
  const [first, ...others] = node.children.filter(child => isElement(child) || (isText(child) && child.data.trim() !== ''));
  if (!first || !isElement(first) || !(headingTags.has(first.name) || leadsWithHeading(first))) return false;
  return others.every(other => {
    const words = textOf(other, 24);
    return words === '' || isMore(words);
  });
}

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
