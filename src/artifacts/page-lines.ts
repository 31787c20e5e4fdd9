import type { CheerioAPI } from 'cheerio';
import { machineDate } from '../text/machine-date.ts';
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
  /** Part of the line is written by a script from a constant. */
  readonly scripted: boolean;
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
  let scripted = false;
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
      else if (child.name === 'script') write(writtenBy(scriptText(child), constants), inLink);
      else if (isShown(child) && !asides.has(placeOf(child) ?? '')) walk(child, { inBox, inLink });
    }
    if (apart) endLine(inBox);
    else text += ' ';
  }

  function write(words: string, inLink: boolean): void {
    scripted ||= words !== '';
    add(words, inLink);
  }

  function add(words: string, inLink: boolean): void {
    text += words;
    room -= words.length;
    unlinked ||= !inLink && /[\p{L}\p{N}]/u.test(words);
  }

  function endLine(inBox: boolean): void {
    const line = collapse(text);
    if (line !== '') lines.push({ text: line, inBox, allLinks: !unlinked, scripted });
    text = '';
    unlinked = false;
    scripted = false;
  }
}

/** Longer lines are the article itself. */
export const longestByline = 120;

/** A sentence of the text: below the first one stands the signature, not the byline. */
export const isProse = (text: string): boolean => text.length > longestByline || (text.length >= 15 && /[。；！？;]\s?$/.test(text));

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

/** Variables and properties of inline scripts that hold a day: name → its distinct texts, in order. */
export const scriptConstants = ($: CheerioAPI): ReadonlyMap<string, readonly string[]> => constantsIn(tags($, 'script').map(scriptText));

/** What one script writes where it stands, as far as it is made of its own constants. */
export function writtenAlone(script: DomElement): string {
  const code = scriptText(script);
  return code.includes('document.write') ? collapse(writtenBy(code, constantsIn([code]))) : '';
}

function constantsIn(scripts: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const constants = new Map<string, string[]>();
  for (const script of scripts) {
    for (const [, name, value] of script.slice(0, longestScript).matchAll(assignment)) {
      if (machineDate(value!) === null) continue;
      const known = constants.get(name!);
      if (!known) constants.set(name!, [value!]);
      else if (known.length < 5 && !known.includes(value!)) known.push(value!);
    }
  }
  return constants;
}

const assignment = /([A-Za-z_$][\w$]{0,40})["']?\s{0,20}[=:]\s{0,20}["']([^"'<>\n]{6,40})["']/g;

/** What a script writes into the page where it stands, as far as it is made of constants. */
function writtenBy(script: string, constants: ReadonlyMap<string, readonly string[]>): string {
  const written = Array.from(script.slice(0, longestScript).matchAll(/document\.write(?:ln)?\(([^;\n]{1,300})/g), ([, call]) =>
    Array.from(call!.matchAll(/"([^"]*)"|'([^']*)'|([A-Za-z_$][\w$]*)/g), ([, double, single, name]) =>
      name === undefined ? (double ?? single ?? '').replace(/<[^>]*>/g, ' ') : (constants.get(name)?.at(-1) ?? ''),
    ).join(' '),
  );
  return written.join(' ');
}
