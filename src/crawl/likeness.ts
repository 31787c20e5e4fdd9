import { calendarYear } from './calendar-address.ts';
import { textFingerprint } from './fingerprint.ts';

/** The words of a page, as far as they tell whether it is the same page again. */
export interface PageWords {
  readonly title: string;
  readonly heading: string;
  /** Beginning of the visible text. */
  readonly text: string;
}

/** What a page says beside its own address: an echo of it makes no new page. */
export function ownWords({ title, heading, text }: PageWords, url: string): string {
  const address = addressOf(url);
  const words = `${title}\n${heading}\n${text}`;
  return address.length > 1 ? words.replaceAll(address, '').replaceAll(address.replace(/\?.*$/s, ''), '') : words;
}

/** The same without its own number. Numbers close to one in the address are those of a pager; on the leaf of a calendar every number is. */
export function unnumbered(words: string, url: string): string {
  if (calendarYear(url) !== null) return words.replace(/\d+/g, '');
  const own = (addressOf(url).match(/\d{1,9}/g) ?? []).slice(0, mostNumbers).map(Number);
  if (own.length === 0) return words;
  return words.replace(/\d+/g, digits => (own.some(number => Math.abs(Number(digits) - number) <= pagerReach) ? '' : digits));
}

/** Every two words that stand side by side (Broder's shingles); a Chinese character is a word. */
export function shinglesOf(text: string): ReadonlySet<number> {
  const words = text.toLowerCase().match(/[a-z0-9]+|[^\s!-~]/g) ?? [];
  return new Set(words.slice(1).map((word, i) => textFingerprint(`${words[i]}|${word}`, { digits: 'kept' })));
}

/** How many shingles only one of two texts has. A word that is exchanged makes up to four. */
export function differenceOf(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  let common = 0;
  for (const shingle of one) if (other.has(shingle)) common++;
  return one.size + other.size - 2 * common;
}

const addressOf = (url: string): string => url.slice(url.indexOf('/', url.indexOf('://') + 3)).replace(/#.*$/s, '');

const mostNumbers = 8;
const pagerReach = 12;
