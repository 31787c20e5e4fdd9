import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import type { Counted, WorkCalendar } from '../model/calendar.ts';

/** How long a duty leaves: working days or days after the day on which it arose, or a day of the calendar, that day included. */
export type Period =
  | { readonly kind: 'working-days'; readonly days: number }
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'fixed-day'; readonly day: string };

/** The last day on which a duty is done in time. `tolerated`: the first working day from there on; later than `due` only for a fixed day. */
export interface Deadline {
  readonly due: string;
  readonly tolerated: string;
}

/** Where a duty stands on a day: 未到期, 临期, 按期, 逾期. Late working days where the period is counted in those, else days. */
export type ClockState =
  | { readonly state: 'not-due' | 'soon' | 'on-time'; readonly due: string }
  | { readonly state: 'tolerated'; readonly due: string; readonly on: string }
  | { readonly state: 'late'; readonly due: string; readonly on: string | null; readonly lateBy: number; readonly unit: '天' | '个工作日' };

/**
 * A fixed day is no period and is not rolled over by itself (rule book §1.2): who publishes on the next working day is told so, and no more.
 * `arose`: the day on which the duty arose; of no account for a fixed day.
 */
export function deadlineOf(period: Period, arose: string, calendar: WorkCalendar): Counted<Deadline> {
  if (period.kind === 'fixed-day') {
    const tolerated = calendar.workdayFrom(period.day);
    return tolerated.ok ? { ok: true, value: { due: period.day, tolerated: tolerated.value } } : tolerated;
  }
  const { kind, days } = period;
  const due = kind === 'days' ? calendar.afterDays(arose, days) : calendar.afterWorkdays(arose, days);
  return due.ok ? { ok: true, value: { due: due.value, tolerated: due.value } } : due;
}

export interface ClockInput {
  readonly period: Period;
  readonly deadline: Deadline;
  /** The day on which the duty was done; null when it was not. */
  readonly on: string | null;
  readonly today: string;
  /** So many days before the deadline it is 临期. */
  readonly soonDays: number;
}

/** A deadline counts as kept on its last day. What was not done is late from the day after. */
export function clockOf({ period, deadline, on, today, soonDays }: ClockInput, calendar: WorkCalendar): Counted<ClockState> {
  const { due, tolerated } = deadline;
  if (on !== null && on <= due) return { ok: true, value: { state: 'on-time', due } };
  if (on !== null && on <= tolerated) return { ok: true, value: { state: 'tolerated', due, on } };
  if (on === null && today <= tolerated)
    return { ok: true, value: { state: differenceInCalendarDays(due, today) <= soonDays ? 'soon' : 'not-due', due } };

  const until = on ?? today;
  if (period.kind !== 'working-days')
    return { ok: true, value: { state: 'late', due, on, lateBy: differenceInCalendarDays(until, due), unit: '天' } };
  const late = calendar.workdaysBetween(due, until);
  return late.ok ? { ok: true, value: { state: 'late', due, on, lateBy: late.value, unit: '个工作日' } } : late;
}
