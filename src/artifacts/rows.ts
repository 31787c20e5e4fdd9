import type { CheerioAPI } from 'cheerio';
import type { Row } from '../model/page-reading.ts';
import { baseOf, hrefOf, resolve } from './address.ts';
import { tokensOf } from './list-tokens.ts';
import { linkedDrafts } from './row-drafts.ts';
import { settleYears } from './row-years.ts';
import { unlinkedDrafts } from './unlinked-rows.ts';

/**
 * The dated entries of the lists on a page, in document order. A day belongs to the title that stands with it in the
 * smallest box holding both. Clocks, deadlines, placeholder days, days inside sentences and anything in the footer are
 * no dates of entries. `date` is null when the year cannot be proven, or when the day is later than `today` (ISO).
 * `url`: address of the page, absolute.
 */
export function readRows($: CheerioAPI, url: string, { today }: { readonly today?: string } = {}): readonly Row[] {
  const base = baseOf($, url);
  const stream = tokensOf($);
  const entries = [...linkedDrafts(stream), ...unlinkedDrafts(stream)]
    .sort((one, other) => one.at - other.at)
    .map(({ title, opener, list, day }) => ({ title, list, ...day, url: resolve(hrefOf(opener), base) }));
  const dates = settleYears(entries, today);
  return entries.map(({ title, url: address }, i) => ({ title, url: address, date: dates[i]! }));
}
