import type { Anchor, PageReading } from '../model/page-reading.ts';
import { partsOfTitle } from '../text/page-title.ts';

/** A page under the address where it was read. */
export interface AddressedPage extends PageReading {
  readonly look: { readonly finalUrl: string };
}

/** Links by key, and how often a page shows each. */
export type LinkCounts = ReadonlyMap<string, number>;

/** A page with its links counted. */
export interface CountedPage extends AddressedPage {
  readonly links: LinkCounts;
}

/** By what a link is known again on other pages: its address, else its words. */
export const keyOf = ({ url, text }: Anchor): string => url ?? text;

export function linkCounts({ anchors }: PageReading): LinkCounts {
  const counts = new Map<string, number>();
  for (const anchor of anchors) counts.set(keyOf(anchor), (counts.get(keyOf(anchor)) ?? 0) + 1);
  return counts;
}

/** How often a page usually shows a link, for links that at least `threshold` of the pages show. */
export function usualCounts(pages: readonly LinkCounts[], threshold: number): LinkCounts {
  const all = new Map<string, number[]>();
  for (const page of pages)
    for (const [key, count] of page) {
      const counts = all.get(key);
      if (counts) counts.push(count);
      else all.set(key, [count]);
    }
  return new Map([...all].flatMap(([key, counts]) => (counts.length >= threshold ? [[key, median(counts)]] : [])));
}

const median = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;

/** So much of a page's links must stand on its sibling too, before both are held to show the same menu. */
const sameMenu = 0.8;
const leastSiblings = 2;

/**
 * Links of the menu of one section, and how often each sibling shows them: the page is itself an entry of that menu, and at least two
 * other entries were read and show the same. Pages below this one are no siblings; links that only few of the siblings show, such as
 * those of the site map, are no part of the menu.
 */
export function siblingLinks(page: CountedPage, byUrl: ReadonlyMap<string, CountedPage>): LinkCounts {
  const own = page.links;
  if (!linksTo(own, page)) return new Map();
  const name = page.breadcrumb.at(-1) ?? partsOfTitle(page.title)[0];
  const isBelow = (other: AddressedPage | undefined) => other?.breadcrumb.slice(0, -1).includes(name) === true;
  const menus = [...own.keys()].flatMap(key => {
    const other = byUrl.get(key);
    if (!other || other.look.finalUrl === page.look.finalUrl || isBelow(other)) return [];
    const counts = other.links;
    const common = [...own.keys()].filter(one => counts.has(one)).length;
    return linksTo(counts, page) && common >= own.size * sameMenu ? [counts] : [];
  });
  if (menus.length < leastSiblings) return new Map();
  const usual = usualCounts(menus, Math.max(leastSiblings, Math.ceil(menus.length * sameMenu)));
  return new Map([...usual].filter(([key]) => !isBelow(byUrl.get(key))));
}

const linksTo = (links: LinkCounts, { look, url }: AddressedPage) => links.has(look.finalUrl) || links.has(url);
