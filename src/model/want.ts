import type { ItemKey } from './item.ts';

/** What a check hopes the crawl will find; the crawl follows links that resemble it first. */
export type Want =
  /** `presence`: seeing it on a page is enough; `page`: the page behind it must be found. */
  | { readonly kind: 'item'; readonly item: ItemKey; readonly proof: 'presence' | 'page' }
  /** The document of one year: an annual report, a budget, final accounts. */
  | { readonly kind: 'document'; readonly item: ItemKey; readonly year: number; readonly part?: PartWords }
  /** A list column under one of these names. */
  /** Fresh enough when something in it is from this day (ISO) or later; until then its siblings are looked at too. */
  | { readonly kind: 'column'; readonly names: readonly string[]; readonly not: readonly string[]; readonly freshSince: string }
  /** Entries with such titles, and the files that their pages hand out: at most so many. Opened whatever else is found. */
  | { readonly kind: 'lists'; readonly titles: string; readonly most: number }
  /** So many pages beside the home page, whatever they are: a sample of the site. */
  | { readonly kind: 'sample'; readonly pages: number };

/** Regular expressions on a normalised title: one that, without `words` (三公经费决算情况说明), does not say `whole` (决算) is only of a part. */
export interface PartWords {
  readonly words: string;
  readonly whole: string;
}
