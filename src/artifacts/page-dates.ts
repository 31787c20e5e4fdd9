import type { CheerioAPI } from 'cheerio';
import type { DateWitness, DayRole, PageDates, Row } from '../model/page-reading.ts';
import { publishingRoles } from '../text/date-labels.ts';
import { urlDay } from '../text/url-date.ts';
import { agreementOn, isUpdate } from './date-agreement.ts';
import { type DayWatch, unwatched } from './day-watch.ts';
import { tokensOf } from './list-tokens.ts';
import { metaDates, scriptDates } from './machine-dates.ts';
import { isProse, pageLines } from './page-lines.ts';
import { linkedDrafts } from './row-drafts.ts';
import { type SeenDate, seenDates } from './seen-dates.ts';

/** ISO date of the newest entry; null when no entry shows a date whose year is proven. */
export const newestItemOn = (rows: readonly Row[]): string | null =>
  rows.reduce<string | null>((newest, { date }) => (date !== null && (newest === null || date > newest) ? date : newest), null);

/** The day a page shows as its own, ISO; null when it shows none or is a list of entries. */
export const publishedOn = ($: CheerioAPI, url: string): string | null => pageDates($, url).chosen?.iso ?? null;

/**
 * Every witness to the days of a page itself, and whom to believe. A labelled day wins (发布 before 时间, 发文, 更新 and 成文), then a
 * bare day under the headline, then a constant of a script, then the page's meta tags; the day in the address only bears
 * witness. Entries of lists, today's date and days after `today` (ISO) do not count. `url`: address of the page.
 */
export function pageDates(
  $: CheerioAPI,
  url: string,
  { today, watch = unwatched }: { readonly today?: string; readonly watch?: DayWatch } = {},
): PageDates {
  const drafts = linkedDrafts(tokensOf($));
  const lines = pageLines($, new Set(drafts.map(({ box }) => box)));
  const possible = <Witness extends DateWitness>(all: readonly Witness[]) => {
    for (const { iso } of all) watch.later(iso);
    return all.filter(({ iso }) => !(today && iso > today));
  };
  const seen = possible(seenDates($, lines, url));
  const hidden = possible([...scriptDates($), ...metaDates($)]);
  // A list shows days in plenty and none of its own; an article may have a list in its margin.
  const sentences = lines.filter(line => !line.inBox && !line.allLinks && isProse(line.text)).length;
  const isList = drafts.length >= 5 && sentences < 2;
  const chosen = chosenOf(seen, hidden, isList);
  const filed = urlDay(url);
  const address: readonly DateWitness[] = filed === null ? [] : possible([{ kind: 'address', label: null, iso: filed, role: 'none' }]);
  const witnesses = [...seen.map(plain), ...hidden, ...address];
  return {
    chosen,
    ...otherDays(isList ? seen.filter(({ underHeadline }) => underHeadline) : seen, hidden),
    witnesses,
    ...agreementOn(chosen, witnesses),
  };
}

function chosenOf(seen: readonly SeenDate[], hidden: readonly DateWitness[], isList: boolean): DateWitness | null {
  const bylines = seen.filter(({ kind }) => kind !== 'signature');
  const byline = bestOf(bylines.filter(({ underHeadline }) => underHeadline));
  if (byline?.role === 'published' || (byline && isList)) return plain(byline);
  // The card above the headline may have the label that the byline lacks; where labels differ, one of them is another text's.
  const labelled = bylines.filter(({ role }) => role === 'published');
  if (byline) return plain(new Set(labelled.map(({ iso }) => iso)).size === 1 ? labelled[0]! : byline);
  if (isList) return null;
  const other = bestOf(bylines);
  // A reader who sees no day cannot take a tag that tells of the last change for one.
  return other ? plain(other) : bestOf(hidden.filter(({ role }) => role !== 'updated'));
}

function bestOf<Witness extends DateWitness>(witnesses: readonly Witness[]): Witness | null {
  for (const role of publishingRoles) {
    const found = witnesses.filter(witness => witness.role === role);
    // A letter shows when it came and when it was answered; it was published with the answer.
    if (found.length > 0) return role === 'updated' ? found.reduce((latest, one) => (one.iso > latest.iso ? one : latest)) : found[0]!;
  }
  return null;
}

const plain = ({ kind, label, iso, role }: DateWitness): DateWitness => ({ kind, label, iso, role });

function otherDays(seen: readonly SeenDate[], hidden: readonly DateWitness[]): Pick<PageDates, 'writtenOn' | 'updatedOn'> {
  const first = (role: DayRole) => seen.find(witness => witness.role === role && witness.kind !== 'signature');
  const signature = seen.findLast(({ kind }) => kind === 'signature');
  const updated = [...seen, ...hidden].find(isUpdate);
  return { writtenOn: (first('written') ?? first('issued') ?? signature)?.iso ?? null, updatedOn: updated?.iso ?? null };
}
