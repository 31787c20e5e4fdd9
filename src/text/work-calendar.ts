import { addDays } from 'date-fns/addDays';
import { formatISO } from 'date-fns/formatISO';
import { isWeekend } from 'date-fns/isWeekend';
import { parseISO } from 'date-fns/parseISO';
import type { CalendarYear, Counted, WorkCalendar } from '../model/calendar.ts';

/** Pure. Of two calendars of one year the later one counts. */
export function workCalendar(calendars: readonly CalendarYear[]): WorkCalendar {
  const byYear = new Map(calendars.map(calendar => [calendar.year, calendar]));
  const off = daysOf([...byYear.values()], 'off');
  const work = daysOf([...byYear.values()], 'work');
  const years = [...byYear.keys()].sort((a, b) => a - b);

  /** Null where there is a calendar for that day. */
  function yearMissingFor(day: string): number | null {
    const year = Number(day.slice(0, 4));
    if (!byYear.has(year)) return year;
    // The notice of a year moves days at the end of the year before: 2022-12-31, 2018-12-29.
    return day.slice(5) >= touchedByNextYear && !byYear.has(year + 1) ? year + 1 : null;
  }

  function isWorkday(day: string): Counted<boolean> {
    const missingYear = yearMissingFor(day);
    if (missingYear !== null) return { ok: false, missingYear };
    return { ok: true, value: work.has(day) || (!off.has(day) && !isWeekend(parseISO(day))) };
  }

  /** Goes on, from the day after, to the working day of that number. */
  function afterWorkdays(from: string, count: number): Counted<string> {
    let day = from;
    for (let left = count; left > 0; ) {
      day = plusDays(day, 1);
      const works = isWorkday(day);
      if (!works.ok) return works;
      if (works.value) left--;
    }
    return { ok: true, value: day };
  }

  function workdayFrom(day: string): Counted<string> {
    const works = isWorkday(day);
    if (!works.ok) return works;
    return works.value ? { ok: true, value: day } : afterWorkdays(day, 1);
  }

  function workdaysBetween(from: string, to: string): Counted<number> {
    let count = 0;
    for (let day = plusDays(from, 1); day <= to; day = plusDays(day, 1)) {
      const works = isWorkday(day);
      if (!works.ok) return works;
      if (works.value) count++;
    }
    return { ok: true, value: count };
  }

  return {
    years,
    version: years.map(year => `${year}.${byYear.get(year)!.notices.length}`).join(' '),
    isWorkday,
    workdayFrom,
    afterWorkdays,
    afterDays: (from, count) => workdayFrom(plusDays(from, count)),
    workdaysBetween,
  };
}

/** Month and day. */
const touchedByNextYear = '12-25';

const daysOf = (calendars: readonly CalendarYear[], list: 'off' | 'work'): ReadonlySet<string> =>
  new Set(calendars.flatMap(({ holidays }) => holidays.flatMap(holiday => holiday[list])));

/** The ISO day so many days later, or earlier when negative. */
export const plusDays = (day: string, count: number): string => formatISO(addDays(parseISO(day), count), { representation: 'date' });
