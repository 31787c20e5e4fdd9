import { type DateRole, labelBefore, publishingRoles } from '../text/date-labels.ts';
import { type FoundDate, findDates } from '../text/dates.ts';
import { collapse } from '../text/normalise.ts';
import { daysAgo } from '../text/relative-date.ts';
import { splitDate } from '../text/split-date.ts';
import { type DomElement, type DomNode, isElement, isText } from './dom.ts';
import type { ShortTexts } from './short-texts.ts';

export type TextNode = Extract<DomNode, { readonly data: string }>;

/** A day that stands beside a link or inside it. */
export interface DateToken {
  readonly kind: 'date';
  /** The nearest element around it. */
  readonly element: DomElement;
  readonly iso: string | null;
  readonly monthDay: string;
  readonly role: DateRole;
  /** Days before the look, where the entry says 3天前 instead of a day; `monthDay` is empty then. */
  readonly daysAgo?: number;
}

const tokenOf = ({ iso, monthDay, role }: FoundDate, element: DomElement): DateToken => ({ kind: 'date', element, iso, monthDay, role });

function relativeDate(text: string, element: DomElement): DateToken | null {
  const days = daysAgo(text);
  return days === null ? null : { kind: 'date', element, iso: null, monthDay: '', role: 'none', daysAgo: days };
}

/** The element says a date, perhaps with its label and brackets, and nothing else. */
export function wholeDate(element: DomElement, text: string | undefined): DateToken | null {
  if (text === undefined) return null;
  if (!/\d/.test(text)) return relativeDate(text, element);
  const [date, ...more] = findDates(text);
  if (date && more.length === 0 && rest(text, date).length <= 1) return tokenOf(date, element);
  const split = splitDate(text);
  return split ? { kind: 'date', element, role: 'none', ...split } : relativeDate(text, element);
}

/** What a text says beside its date: label, brackets and separators do not count. */
function rest(text: string, { index, end, label }: FoundDate): string {
  const before = text.slice(0, index).replace(/[\s\u00a0\u3000：:]/g, '');
  const head = label && before.toLowerCase().includes(label) ? before.slice(0, before.toLowerCase().lastIndexOf(label)) : before;
  return `${head}${text.slice(end)}`.replace(/[\s\u00a0\u3000[\]()（）【】|｜·•>＞:：-]/g, '');
}

/** Days in text outside links. A day inside a sentence tells of an event, not of the entry. */
export function datesBeside(node: TextNode, element: DomElement, words: ShortTexts): readonly DateToken[] {
  const text = node.data;
  const relative = relativeDate(text.trim(), element);
  if (relative) return [relative];
  if (text.length < 3 || !/[\d〇○一二]/.test(text)) return [];
  const short = text.trim().length <= 40;
  return findDates(text, { yearless: short ? 'anywhere' : 'alone' })
    .map(date =>
      date.role === 'none' && text.slice(0, date.index).trim() === '' ? { ...date, ...labelBefore(leadBefore(node, words)) } : date,
    )
    .filter(date => {
      const labelled = date.role !== 'none' && date.role !== 'other' && date.role !== 'clock';
      const room = /[年月]/.test(text.slice(date.index, date.end)) ? 8 : 40;
      return labelled || (text.length <= longestText && rest(text, date).length <= room);
    })
    .map(date => tokenOf(date, element));
}

/** Longer texts are sentences. */
const longestText = 400;

/** A day at the edge of a link's text, and the words that are left without it. */
export interface EdgeDate {
  readonly token: DateToken;
  readonly title: string;
}

/**
 * A day at the beginning or end of a link's text, written with hyphens or slashes. （2018年12月4日） and （2018．12．04）
 * belong to the title.
 */
export function edgeDate(text: string, element: DomElement): EdgeDate | null {
  if (text.length > longestText) return null;
  for (const date of findDates(text)) {
    if (date.role === 'other' || !/\d\s?[-/－]\s?\d/.test(text.slice(date.index, date.end))) continue;
    const before = text.slice(0, date.index).replace(/[\s:：]*$/, '');
    const lead = before.slice(0, date.label && before.endsWith(date.label) ? -date.label.length : undefined).replace(/[\s[(（【]*$/, '');
    const tail = text.slice(date.end).replace(/^[\s\])）】]*/, '');
    // 2026-03-05停电公告 names the day of the event.
    if (lead.trim() === '' && /^\p{Script=Han}/u.test(text.slice(date.end)) && !date.label) continue;
    if (lead.trim() === '' || tail.trim() === '') return { token: tokenOf(date, element), title: `${lead} ${tail}` };
  }
  return null;
}

/** Of two days of one entry the one that says better when it was made public: 发布 before 成文; of two alike with a label the later. */
export function better(one: DateToken | null, other: DateToken): DateToken {
  if (!one) return other;
  const [rank, otherRank] = [one, other].map(({ role }) => publishingRoles.indexOf(role)) as [number, number];
  if (otherRank < 0) return one;
  return rank < 0 || otherRank < rank || (otherRank === rank && other.role !== 'none') ? other : one;
}

/** `title="标题：… 发布时间：2026-03-05"`: a labelled day, or a day alone, in the tooltip of a link. */
export function tooltipDate(element: DomElement): DateToken | null {
  const tip = collapse((element.attribs.title ?? '').slice(0, longestText));
  const date = findDates(tip).find(
    found => found.certain && (found.role === 'published' || found.role === 'plain' || rest(tip, found) === ''),
  );
  return date ? tokenOf(date, element) : null;
}

/** The label of a day may be an element of its own in front of it: `<em>访谈时间：</em>2026年3月5日`. */
function leadBefore(node: DomNode, words: ShortTexts): string {
  for (let at: DomNode | null = node, level = 0; at && level < 2; at = at.parent as DomNode | null, level++) {
    let before = at.prev;
    for (let gaps = 0; before && gaps < 4 && words.get(before) === ''; gaps++) before = before.prev;
    if (!before) continue;
    const text = words.get(before) ?? '';
    return text.length <= 12 && !(isElement(before) && before.name === 'a') ? text : '';
  }
  return '';
}

/** A day made of several neighbouring nodes; `last` is the last of them. */
export interface SplitBox {
  readonly token: DateToken;
  readonly last: DomNode;
}

// Neighbouring cells of a table are a number and a month, not a day.
const apart = new Set(['a', 'td', 'th', 'tr']);

/** Runs of two or three neighbouring children that together show one day: `<b>05</b><i>2026-03</i>`. */
export function splitBoxes(element: DomElement, words: ShortTexts): ReadonlyMap<DomNode, SplitBox> {
  const found = new Map<DomNode, SplitBox>();
  const parts = element.children
    .filter(child => isText(child) || (isElement(child) && !apart.has(child.name)))
    .map(node => ({ node, text: words.get(node) }))
    .filter(({ text }) => text !== '');
  for (let i = 0; i < parts.length - 1; i++) {
    for (const size of [3, 2]) {
      const run = parts.slice(i, i + size);
      if (run.length < size || run.some(({ text }) => text === undefined || text.length > 12)) continue;
      const split = splitDate(run.map(({ text }) => text).join(' '));
      if (!split || run.some(({ text }) => findDates(text!).some(({ iso }) => iso !== null))) continue;
      found.set(run[0]!.node, { token: { kind: 'date', element, role: 'none', ...split }, last: run.at(-1)!.node });
      i += size - 1;
      break;
    }
  }
  return found;
}
