import { collapse } from '../text/normalise.ts';
import { parentOf } from './around.ts';
import { type DomElement, isElement, textOf } from './dom.ts';
import type { TokenStream } from './list-tokens.ts';
import { byline, type Draft, isTitle } from './row-drafts.ts';

/**
 * Entries whose title is no link: opened by a click handler or by a link that says only 查看, or a list of three and more
 * alike without any address, as scripts build them. Rows of a plain table are data, not entries.
 */
export function unlinkedDrafts({ tokens, ranges }: TokenStream): readonly Draft[] {
  const drafts = new Map<DomElement, Draft>();
  const titles = new Map<DomElement, string>();
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'date' || token.role === 'clock' || token.role === 'other') continue;
    const box = boxOf(token.element, titles);
    if (!box || drafts.has(box)) continue;
    const inside = tokens.slice(...(ranges.get(box) ?? [0, 0]));
    if (inside.some(other => other.kind === 'link' && isTitle(other.title))) continue;
    const opener = openerOf(box);
    const title = titles.get(box)!;
    if (!isTitle(title) || (!opener && !listed.has(box.name))) continue;
    drafts.set(box, { at, title, opener: opener ?? box, box, list: parentOf(box) ?? box, day: token });
  }
  const all = [...drafts.values()];
  const perList = Map.groupBy(all, ({ list, box }) => (list === box ? null : list));
  return all.filter(draft => {
    const sisters = perList.get(draft.list)!.length;
    if (sisters === 1 && (!entries.has(draft.box.name) || byline.test(textOf(draft.box, 300)))) return false;
    return draft.opener !== draft.box || isOpener(draft.box) || sisters >= 3;
  });
}

/** A lone box of another kind, with a day and a button, is the line under a headline. */
const entries = new Set(['li', 'tr', 'dd', 'a']);

const listed = new Set(['li', 'dd', 'div', 'a']);
const shortestTitle = 6;
/** An entry has few parts; a box with more is the list. */
const mostParts = 40;

/** The smallest box around a day that also holds words enough for a title. */
function boxOf(element: DomElement, titles: Map<DomElement, string>): DomElement | null {
  let box: DomElement | null = element;
  for (let level = 0; box && level < 4; level++) {
    if (box.name === 'body' || box.name === 'p' || box.name === 'table' || box.children.length > mostParts) return null;
    if (!titles.has(box)) titles.set(box, titleIn(box));
    if (box.name !== 'td' && titles.get(box)!.length >= shortestTitle) return textOf(box, 400).length < 300 ? box : null;
    box = parentOf(box);
  }
  return null;
}

/** The longest text of a part without a date. */
function titleIn(box: DomElement): string {
  const parts = box.children
    .filter(isElement)
    .flatMap(part => (part.name === 'a' || part.children.some(isElement) ? [part, ...part.children.filter(isElement)] : [part]));
  const texts = parts
    .map(part => collapse(textOf(part, 200)))
    .filter(text => !/\d{1,4}\s*[-/.年月]\s*\d{1,2}/.test(text) || text.length > 24);
  return texts.reduce((longest, text) => (text.length > longest.length ? text : longest), '');
}

const isOpener = ({ attribs }: DomElement): boolean => Boolean(attribs.onclick || attribs['data-href'] || attribs['data-url']);

function openerOf(box: DomElement): DomElement | null {
  if (isOpener(box)) return box;
  for (const child of box.children.filter(isElement)) {
    const found = child.name === 'a' && child.attribs.href ? child : openerOf(child);
    if (found) return found;
  }
  return null;
}
