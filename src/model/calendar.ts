import { z } from 'zod';

const days = z.array(z.iso.date('应为日期，如 2026-01-04')).default([]);

/**
 * The rest days of one year as the State Council's yearly notice (国务院办公厅关于……年部分节假日安排的通知) sets them. A day that is not named
 * is a working day from Monday to Friday and a day of rest on Saturday and Sunday. Every day stands in the file of its own year, whichever
 * notice names it.
 */
export const CalendarYear = z
  .strictObject({
    year: z.int().min(1949).max(9999),
    /** The notices that the days were taken from, in the order of their publication; a later one may have changed an earlier one. */
    notices: z.array(z.url({ protocol: /^https?$/, error: '应为通知的网址' })).nonempty('至少写明一份放假通知的网址'),
    holidays: z
      .array(
        z.strictObject({
          name: z.string().trim().min(1),
          /** Nobody works, whatever day of the week it is. */
          off: days,
          /** Worked although it is a Saturday or Sunday. */
          work: days,
        }),
      )
      .nonempty('没有写一个节日，日历不完整'),
  })
  .superRefine(({ year, holidays }, context) => {
    const seen = new Set<string>();
    for (const [index, holiday] of holidays.entries())
      for (const list of ['off', 'work'] as const)
        for (const [place, day] of holiday[list].entries()) {
          const fault = !day.startsWith(`${year}-`)
            ? `不是${year}年的日子，请写进那一年的文件`
            : seen.has(day)
              ? '写了两次，请删去一处'
              : null;
          if (fault !== null) context.addIssue({ code: 'custom', path: ['holidays', index, list, place], message: `${day}${fault}` });
          seen.add(day);
        }
  });
export type CalendarYear = z.infer<typeof CalendarYear>;

/** A count of days, or the year for which there is no calendar yet: then nothing is guessed (待日历). */
export type Counted<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly missingYear: number };

/** Working days of offices, by the calendars there are. All days are ISO days. */
export interface WorkCalendar {
  /** Years with a calendar, rising. */
  readonly years: readonly number[];
  /** Names the calendars, so that a deadline can be told to rest on them: years with the number of notices they were taken from. */
  readonly version: string;
  isWorkday(day: string): Counted<boolean>;
  /** The day itself when it is a working day, else the first one after it. */
  workdayFrom(day: string): Counted<string>;
  /** The last day of a period of so many working days; the day on which it begins does not count (民法典第二百零一条). */
  afterWorkdays(from: string, count: number): Counted<string>;
  /**
   * The last day of a period of so many days of any kind; the day on which it begins does not count. One that would end on a day of rest
   * ends on the next working day (民法典第二百零一条、第二百零三条).
   */
  afterDays(from: string, count: number): Counted<string>;
  /** Working days after `from` up to and including `to`; 0 when `to` is not later. */
  workdaysBetween(from: string, to: string): Counted<number>;
}
