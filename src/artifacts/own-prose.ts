import type { CheerioAPI } from 'cheerio';
import { collapse } from '../text/normalise.ts';
import { type DomElement, isElement, isRead, isText, rootOf } from './dom.ts';
import { placeOf } from './places.ts';
import { concealmentOf } from './visibility.ts';

/**
 * What a page says in words of its own: in sight at once, outside links, menus and footers. An error page may stand in the whole template
 * of its site, or offer other articles to read instead: those are links. Null when it says more than `most` letters: days and numbers of a list do not count.
 */
export function ownProse($: CheerioAPI, most: number): string | null {
  const root = rootOf($);
  if (!root) return '';
  const parts: string[] = [];
  let room = most;
  const waiting: DomElement[] = [root];
  for (let element = waiting.pop(); element && room >= 0; element = waiting.pop()) {
    const inner: DomElement[] = [];
    for (const child of element.children) {
      if (isText(child)) {
        const words = collapse(child.data);
        if (words !== '') parts.push(words);
        room -= words.replace(/[^\p{L}]+/gu, '').length;
      } else if (isElement(child) && isProse(child)) inner.push(child);
    }
    waiting.push(...inner.reverse());
  }
  return room < 0 ? null : parts.join(' ');
}

const isProse = (element: DomElement): boolean =>
  element.name !== 'a' && element.name !== 'select' && isRead(element) && concealmentOf(element) === null && placeOf(element) === null;
