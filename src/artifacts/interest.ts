import type { ItemKey } from '../model/item.ts';
import type { Anchor } from '../model/page-reading.ts';
import type { Want } from '../model/want.ts';
import { yearsIn } from '../text/years.ts';

/** A link the crawl may follow, with everything that decides how soon. */
export interface Lead {
  readonly url: string;
  readonly text: string;
  readonly foundOn: string;
  readonly place: Anchor['place'];
  /** Items it claims to be, and items that may lie behind it. */
  readonly items: readonly ItemKey[];
  readonly covers: readonly ItemKey[];
  /** It goes by the name of a column that a check asks for. */
  readonly columns: boolean;
  /** Found on a page that leads to items, or on the home page. */
  readonly entrance: boolean;
  readonly home: boolean;
  /** A frame of the page: part of what a reader sees there. */
  readonly frame: boolean;
  readonly scope: 'own' | 'shared' | 'foreign' | 'unknown';
  /** Its words name another unit. */
  readonly foreign: boolean;
  readonly nextPage: boolean;
  /** To be opened whatever else was found by then: a document of the wanted year, or a file handed out by a page that answers. */
  readonly due: boolean;
  /** An entry of a wanted column whose list shows no year: the entry's own page may show it. */
  readonly dateProof: boolean;
  /** Name of the page it was found on, or of its box there. */
  readonly column: string;
  readonly depth: number;
}

export interface StillOpen {
  readonly open: ReadonlySet<Want>;
  readonly tried: ReadonlyMap<ItemKey, number>;
  readonly homeUrls: ReadonlySet<string>;
}

/** After so many targets of one item, further ones wait behind everything else. */
const enoughTries = 12;

/**
 * How much a link resembles what is still wanted, 0–100. From 40 upwards an item could be behind it;
 * from 30 upwards it is followed while anything is still wanted.
 */
export function interestOf(lead: Lead, { open, tried, homeUrls }: StillOpen): number {
  if (homeUrls.has(lead.url)) return 0;
  if (lead.due) return 95;
  if (open.size === 0) return 0;
  const wants = [...open];
  const wantsItem = (item: ItemKey) => wants.some(want => 'item' in want && want.item === item);
  const items = lead.items.filter(wantsItem);
  const own = lead.scope === 'own';
  if (lead.foreign && lead.scope !== 'own') return 0;

  if (items.length > 0 && !lead.foreign) {
    const years = yearsIn(lead.text);
    const isWantedYear = wants.some(want => want.kind === 'document' && items.includes(want.item) && years.includes(want.year));
    if (isWantedYear) return 95;
    // A document of another year cannot be the one that is wanted, and it is not the column either.
    const onlyOtherYears = years.length > 0 && !items.some(item => wants.some(want => want.kind === 'item' && want.item === item));
    if (onlyOtherYears) return 10;
    return items.every(item => (tried.get(item) ?? 0) >= enoughTries) ? 25 : 90;
  }
  if (lead.frame && own) return 88;
  if (lead.dateProof && wants.some(({ kind }) => kind === 'column')) return 80;
  if (lead.columns && own && wants.some(({ kind }) => kind === 'column')) return 85;
  if (lead.covers.some(wantsItem)) return lead.place === 'row' ? 35 : 70;
  if (!own) return 0;
  if (lead.nextPage && wants.some(({ kind }) => kind === 'document')) return 50;
  if (lead.place === 'row' || lead.place === 'friend-links') return 5;
  if (lead.text === '' && lead.entrance) return 45;
  if (lead.entrance && !lead.home) return 42;
  if (lead.home && lead.place !== 'footer') return 30;
  return 10;
}
