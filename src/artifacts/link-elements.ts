import { hrefOf, keptAddress } from './address.ts';
import { parentOf } from './around.ts';
import { type DomElement, isElement, textOf } from './dom.ts';
import { addressInScript } from './script-address.ts';

/** What a reader opens by it: a link, a part of an image map, a frame, or whatever goes to an address when clicked and holds no link. */
export function isLink(element: DomElement): boolean {
  const { name } = element;
  if (name === 'a' || name === 'area' || isFrame(element)) return true;
  if (noLinks.has(name) || ownAddress(element) === null) return false;
  return !element.children.some(holdsLink);
}

/** Another page shown inside this one. */
export const isFrame = ({ name, attribs }: DomElement): boolean =>
  name === 'iframe' ||
  name === 'frame' ||
  ((name === 'object' || name === 'embed') && /^text\/(?:html|x-scriptlet)/i.test((attribs.type ?? '').trim()));

/** The address as written, wherever it is: of a link that has none of its own, that of the entry around it. */
export function addressOf(link: DomElement): string {
  if (isFrame(link)) return frameAddress(link);
  const own = hrefOf(link);
  if (link.name !== 'a' || !/^(?:#*|javascript:.*)$/is.test(own) || addressInScript(own) !== null) return own;
  let around = parentOf(link);
  for (let i = 0; i < 3 && around && !noLinks.has(around.name); i++, around = parentOf(around)) {
    const address = ownAddress(around);
    if (address !== null) return isOnlyLink(around) ? address : own;
  }
  return own;
}

const noLinks = new Set([
  'body',
  'html',
  'form',
  'select',
  'option',
  'textarea',
  'script',
  'style',
  'ul',
  'ol',
  'table',
  'tbody',
  'map',
  'nav',
]);

/** What a click on an element that is no link opens; null when it opens nothing, or is a box that fetches its content. */
function ownAddress(element: DomElement): string | null {
  const { onclick } = element.attribs;
  const opened = onclick === undefined ? null : addressInScript(onclick);
  if (opened !== null) return opened;
  const address = keptAddress(element);
  return address !== null && isName(textOf(element, longestName + 20)) ? address : null;
}

const longestName = 50;
const isName = (text: string): boolean => text.length <= longestName && /\p{Script=Han}{2}/u.test(text);

/** A frame that is loaded when it comes into sight keeps its address beside `src`. */
const frameAddress = ({ attribs }: DomElement): string => {
  const src = (attribs.src ?? attribs.data ?? '').trim();
  return src === '' || /^(?:about:|javascript:)/i.test(src)
    ? (attribs['data-src'] ?? attribs['data-url'] ?? attribs['lay-src'] ?? src)
    : src;
};

const holdsLink = (node: DomElement['children'][number]): boolean =>
  isElement(node) && (node.name === 'a' || node.children.some(holdsLink));

const lone = new WeakMap<DomElement, boolean>();

/** No more than one link stands in the box. Big boxes are counted once. */
function isOnlyLink(box: DomElement): boolean {
  const known = lone.get(box);
  if (known !== undefined) return known;
  let count = 0;
  const look = (element: DomElement): void => {
    for (const child of element.children) {
      if (count > 1) return;
      if (isElement(child)) child.name === 'a' ? count++ : look(child);
    }
  };
  look(box);
  lone.set(box, count <= 1);
  return count <= 1;
}
