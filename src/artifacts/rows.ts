import type { CheerioAPI } from 'cheerio';
import type { Row } from '../model/page-reading.ts';
import { baseOf, hrefOf, resolve } from './address.ts';
import { type DayWatch, unwatched } from './day-watch.ts';
import { textOf } from './dom.ts';
import { tokensOf } from './list-tokens.ts';
import { linkedDrafts } from './row-drafts.ts';
import { settleYears } from './row-years.ts';
import { unlinkedDrafts } from './unlinked-rows.ts';
import { headingYears } from './year-headings.ts';

/**
 * The dated entries of the lists on a page, in document order. A day belongs to the title that stands with it in the
 * smallest box holding both. Clocks, deadlines, placeholder days, days inside sentences and anything in the footer are
 * no dates of entries. `date` is null when the year cannot be proven, or when the day is later than `today` (ISO).
 * `url`: address of the page, absolute; `encoding`: the page's, in which queries are sent.
 */
export function readRows(
  $: CheerioAPI,
  url: string,
  { today, watch = unwatched, encoding }: { readonly today?: string; readonly watch?: DayWatch; readonly encoding?: string } = {},
): readonly Row[] {
  const base = baseOf($, url);
  const stream = tokensOf($);
  const headingYear = headingYears(stream);
  const entries = [...linkedDrafts(stream), ...unlinkedDrafts(stream)]
    .sort((one, other) => one.at - other.at)
    .map(({ at, title, opener, box, list, day }) => ({
      title,
      list,
      iso: day.iso,
      monthDay: day.monthDay,
      ...(day.daysAgo === undefined ? {} : { daysAgo: day.daysAgo }),
      url: resolve(hrefOf(opener), base, encoding),
      headingYear: headingYear(at),
      pinned: pinned.test(textOf(box, 200)),
    }));
  const dates = settleYears(entries, today, watch);
  return entries.map(({ title, url: address }, i) => ({ title, url: address, date: dates[i]! }));
}

const pinned = /置\s?顶|[[【(（]顶[\])】）]/;
