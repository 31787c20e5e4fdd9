import type { CheerioAPI } from 'cheerio';
import { type DomElement, isElement } from './dom.ts';

type Tags = ReadonlyMap<string, readonly DomElement[]>;
const known = new WeakMap<CheerioAPI, Tags>();
const none: readonly DomElement[] = [];

/** All elements of a page with this tag name, in document order. The page is walked once, however many names are asked for. */
export const tags = ($: CheerioAPI, name: string): readonly DomElement[] => tagsOf($).get(name) ?? none;

function tagsOf($: CheerioAPI): Tags {
  const earlier = known.get($);
  if (earlier) return earlier;
  const found = new Map<string, DomElement[]>();
  const waiting: DomElement[] = $.root()[0]!.children.filter(isElement).reverse();
  while (waiting.length > 0) {
    const element = waiting.pop()!;
    const alike = found.get(element.name);
    if (alike) alike.push(element);
    else found.set(element.name, [element]);
    for (let i = element.children.length - 1; i >= 0; i--) {
      const child = element.children[i]!;
      if (isElement(child)) waiting.push(child);
    }
  }
  known.set($, found);
  return found;
}
