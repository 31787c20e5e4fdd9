import type { CheerioAPI } from 'cheerio';
import { findDates } from '../text/dates.ts';
import { collapse } from '../text/normalise.ts';
import { type DomElement, isElement, isRead, isText } from './dom.ts';
import { placesOfPage } from './place-memo.ts';
import { tags } from './tags.ts';

/** One line of a page as a reader sees it: the text of a block, up to the next block or line break. */
export interface PageLine {
  readonly text: string;
  /** The line is one of the boxes that the caller named (entries of lists). */
  readonly inBox: boolean;
  /** Every word of the line is a link. */
  readonly allLinks: boolean;
}

/**
 * The visible lines of a page without footer and friend links. Text that an inline script writes from a constant
 * (`document.write(pubTime)`) stands where the script stands. Hidden elements are left out.
 */
export function pageLines($: CheerioAPI, boxes: ReadonlySet<DomElement>): readonly PageLine[] {
  const root = tags($, 'body')[0] ?? tags($, 'html')[0];
  const placeOf = placesOfPage();
  const lines: PageLine[] = [];
  let text = '';
  let unlinked = false;
  let room = longestPage;
  if (!root) return lines;
  const constants = scriptConstants($);
  walk(root, { inBox: false, inLink: false });
  return lines;

  function walk(element: DomElement, context: { readonly inBox: boolean; readonly inLink: boolean }): void {
    const inBox = context.inBox || boxes.has(element);
    const inLink = context.inLink || element.name === 'a';
    const apart = !inline.has(element.name);
    if (apart) endLine(context.inBox);
    else text += ' ';
    for (const child of element.children) {
      if (room <= 0) return;
      if (isText(child)) add(child.data, inLink);
      else if (!isElement(child)) continue;
      else if (child.name === 'script') add(writtenBy(scriptText(child), constants), inLink);
      else if (isShown(child) && !asides.has(placeOf(child) ?? '')) walk(child, { inBox, inLink });
    }
    if (apart) endLine(inBox);
    else text += ' ';
  }

  function add(words: string, inLink: boolean): void {
    text += words;
    room -= words.length;
    unlinked ||= !inLink && /[\p{L}\p{N}]/u.test(words);
  }

  function endLine(inBox: boolean): void {
    const line = collapse(text);
    if (line !== '') lines.push({ text: line, inBox, allLinks: !unlinked });
    text = '';
    unlinked = false;
  }
}

const asides = new Set(['footer', 'friend-links']);
const longestPage = 300_000;
const inline = new Set([
  'a',
  'span',
  'b',
  'strong',
  'em',
  'i',
  'u',
  'font',
  'small',
  'sub',
  'sup',
  'label',
  'big',
  'time',
  'ins',
  'nobr',
  'img',
]);

function isShown(element: DomElement): boolean {
  const { attribs } = element;
  if (!isRead(element) || element.name === 'select' || 'hidden' in attribs) return false;
  return !/display\s*:\s*none/i.test(attribs.style ?? '') && !/(?:^|\s)ng-hide(?:\s|$)/.test(attribs.class ?? '');
}

/** The code of an inline script; empty for one with an address. */
export const scriptText = (script: DomElement): string =>
  script.attribs.src ? '' : script.children.map(child => (isText(child) ? child.data : '')).join('');

const longestScript = 20_000;

/** Variables of inline scripts that hold a day: name → text. */
export function scriptConstants($: CheerioAPI): ReadonlyMap<string, string> {
  const constants = new Map<string, string>();
  for (const script of tags($, 'script')) {
    for (const [, name, value] of scriptText(script).slice(0, longestScript).matchAll(assignment)) {
      if (findDates(value!).some(({ certain }) => certain)) constants.set(name!, value!);
    }
  }
  return constants;
}

const assignment = /([A-Za-z_$][\w$]{0,40})\s*[=:]\s*["']([^"'<>\n]{6,40})["']/g;

/** What a script writes into the page where it stands, as far as it is made of constants. */
function writtenBy(script: string, constants: ReadonlyMap<string, string>): string {
  const written = Array.from(script.slice(0, longestScript).matchAll(/document\.write(?:ln)?\(([^;\n]{1,300})/g), ([, call]) =>
    Array.from(call!.matchAll(/"([^"]*)"|'([^']*)'|([A-Za-z_$][\w$]*)/g), ([, double, single, name]) =>
      name === undefined ? (double ?? single ?? '').replace(/<[^>]*>/g, ' ') : (constants.get(name) ?? ''),
    ).join(' '),
  );
  return written.join(' ');
}
