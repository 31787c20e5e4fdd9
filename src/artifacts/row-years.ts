import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { parseISO } from 'date-fns/parseISO';
import { isoDate } from '../text/dates.ts';
import { urlDate } from '../text/url-date.ts';

/** The day shown with an entry, and what can prove its year. */
export interface ShownDay {
  readonly iso: string | null;
  /** MM-DD. */
  readonly monthDay: string;
  readonly url: string | null;
  /** Entries of one list, in document order, carry the same value. */
  readonly list: unknown;
}

/**
 * ISO dates for the days of list entries, in the same order. A day without a year gets one only when it is proven: by
 * the date in the entry's own address, or by its neighbours in a list that runs from new to old. Null otherwise, for days
 * before the web, and for days after `today` (ISO).
 */
export function settleYears(days: readonly ShownDay[], today: string | undefined): readonly (string | null)[] {
  const settled = days.map(({ iso, monthDay, url }) => (iso === null ? fromAddress(monthDay, url) : iso)).map(plausible);
  for (const members of Map.groupBy(days.keys(), at => days[at]!.list).values()) settleList(members);
  return settled;

  function plausible(iso: string | null): string | null {
    return iso !== null && iso >= firstWebDay && !(today && iso > today) ? iso : null;
  }

  function settleList(members: readonly number[]): void {
    if (!isDescending(members.flatMap(at => settled[at] ?? []))) return;
    const firstBelow = nextSettled(members.map(at => settled[at]!));
    for (const [place, at] of members.entries()) {
      if (settled[at] !== null || days[at]!.iso !== null) continue;
      const above = place === 0 ? null : settled[members[place - 1]!]!;
      const below = firstBelow[place]!;
      settled[at] = plausible(between(days[at]!.monthDay, above, below));
    }
  }

  /** Below a known day stands the latest such day not after it. Above one, the year is known only when the next would be in the future. */
  function between(monthDay: string, above: string | null, below: string | null): string | null {
    if (above !== null) {
      const year = Number(above.slice(0, 4));
      const found = [year, year - 1].map(candidate => onYear(candidate, monthDay)).find(iso => iso !== null && iso <= above) ?? null;
      return found !== null && below !== null && found < below ? null : found;
    }
    if (below === null || !today) return null;
    const year = Number(below.slice(0, 4));
    const possible = [year, year + 1, year + 2]
      .flatMap(candidate => onYear(candidate, monthDay) ?? [])
      .filter(iso => iso >= below && iso <= today);
    return possible.length === 1 ? possible[0]! : null;
  }
}

const firstWebDay = '1995-01-01';
/** An address is made when an article is first filed; the day shown may be some weeks off. */
const mostDaysApart = 45;

/** For every place the first date at or after it. */
function nextSettled(dates: readonly (string | null)[]): readonly (string | null)[] {
  const next = [...dates];
  for (let place = next.length - 2; place >= 0; place--) next[place] ??= next[place + 1]!;
  return next;
}

const isDescending = (dates: readonly string[]): boolean => dates.every((date, i) => i === 0 || date <= dates[i - 1]!);

const onYear = (year: number, monthDay: string): string | null => isoDate(year, Number(monthDay.slice(0, 2)), Number(monthDay.slice(3)));

function fromAddress(monthDay: string, url: string | null): string | null {
  const filed = url === null ? null : urlDate(url);
  if (!filed) return null;
  const day = isoDate(filed.year, filed.month, filed.day ?? 15);
  if (day === null) return null;
  return (
    [filed.year, filed.year - 1, filed.year + 1]
      .map(year => onYear(year, monthDay))
      .find(iso => iso !== null && Math.abs(differenceInCalendarDays(parseISO(iso), parseISO(day))) <= mostDaysApart) ?? null
  );
}
