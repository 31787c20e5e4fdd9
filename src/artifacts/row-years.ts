import { addDays } from 'date-fns/addDays';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { formatISO } from 'date-fns/formatISO';
import { parseISO } from 'date-fns/parseISO';
import { isoDate } from '../text/dates.ts';
import { urlDate } from '../text/url-date.ts';
import { type DayWatch, unwatched } from './day-watch.ts';

/** The day shown with an entry, and what can prove its year. */
export interface ShownDay {
  readonly iso: string | null;
  /** MM-DD; empty where the entry says how many days ago it is from. */
  readonly monthDay: string;
  readonly daysAgo?: number;
  readonly url: string | null;
  /** Entries of one list, in document order, carry the same value. */
  readonly list: unknown;
  /** The year of the heading under which the entry stands; null when there is none. */
  readonly headingYear: number | null;
  /** The entry is kept at the top whatever its day (置顶): it proves nothing for the others. */
  readonly pinned: boolean;
}

/**
 * ISO dates for the days of list entries, in the same order. A day without a year gets one only when it is proven: by the date in the
 * entry's own address, by the heading above it, or by its neighbours in a list that runs from new to old. Null otherwise, for
 * days before the web, and for days after `today` (ISO). `watch` learns how they depend on that day.
 */
export function settleYears(days: readonly ShownDay[], today: string | undefined, watch: DayWatch = unwatched): readonly (string | null)[] {
  const lists = [...Map.groupBy(days.keys(), at => days[at]!.list).values()];
  const settled = days.map(day => day.iso ?? fromAddress(day.monthDay, day.url) ?? fromHeading(day)).map(plausible);
  for (const members of lists) {
    settleRelative(members);
    settleList(members);
  }
  return settled;

  function plausible(iso: string | null): string | null {
    if (iso !== null) watch.later(iso);
    return iso !== null && iso >= firstWebDay && !(today && iso > today) ? iso : null;
  }

  /** 今天 beside a single link is the heading of a widget, not the day of an entry. */
  function settleRelative(members: readonly number[]): void {
    if (!today || members.length < 2) return;
    for (const at of members) {
      const { daysAgo } = days[at]!;
      if (daysAgo === undefined) continue;
      watch.counted();
      settled[at] ??= formatISO(addDays(parseISO(today), -daysAgo), { representation: 'date' });
    }
  }

  function settleList(members: readonly number[]): void {
    const sorted = members.filter(at => !days[at]!.pinned);
    if (!isDescending(sorted.flatMap(at => settled[at] ?? []))) return;
    const firstBelow = nextSettled(sorted.map(at => settled[at]!));
    let above: string | null = null;
    for (const [place, at] of sorted.entries()) {
      const { iso, monthDay } = days[at]!;
      if (settled[at] === null && iso === null && monthDay !== '') settled[at] = plausible(between(monthDay, above, firstBelow[place]!));
      above = settled[at] ?? above;
    }
  }

  /**
   * The only such day between a known one above (or today) and a known one below. Without one below nothing is proven: old entries
   * are often pinned to the top of newer ones without a mark.
   */
  function between(monthDay: string, above: string | null, below: string | null): string | null {
    const latest = above ?? today;
    if (below === null || latest === undefined) return null;
    const year = Number(below.slice(0, 4));
    const possible = [year, year + 1, year + 2].flatMap(candidate => onYear(candidate, monthDay) ?? []).filter(iso => iso >= below);
    if (above === null) for (const iso of possible) watch.later(iso);
    const proven = possible.filter(iso => iso <= latest);
    return proven.length === 1 ? proven[0]! : null;
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

const fromHeading = ({ headingYear, monthDay }: ShownDay): string | null =>
  headingYear === null || monthDay === '' ? null : onYear(headingYear, monthDay);

function fromAddress(monthDay: string, url: string | null): string | null {
  const filed = url === null || monthDay === '' ? null : urlDate(url);
  if (!filed) return null;
  const day = isoDate(filed.year, filed.month, filed.day ?? 15);
  if (day === null) return null;
  return (
    [filed.year, filed.year - 1, filed.year + 1]
      .map(year => onYear(year, monthDay))
      .find(iso => iso !== null && Math.abs(differenceInCalendarDays(parseISO(iso), parseISO(day))) <= mostDaysApart) ?? null
  );
}
