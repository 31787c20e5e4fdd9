import { describe, expect, test } from 'vitest';
import { loadCalendar } from '../../src/config/load-calendar.ts';
import { type ClockState, clockOf, deadlineOf, type Period } from '../../src/text/statutory-clock.ts';

const calendar = loadCalendar(['data/calendars']);

interface Case {
  readonly period: Period;
  readonly arose?: string;
  readonly on?: string | null;
  readonly today?: string;
}

function clock({ period, arose = '2026-01-01', on = null, today = '2026-06-01' }: Case): ClockState | { readonly missingYear: number } {
  const deadline = deadlineOf(period, arose, calendar);
  if (!deadline.ok) return deadline;
  const state = clockOf({ period, deadline: deadline.value, on, today, soonDays: 10 }, calendar);
  return state.ok ? state.value : state;
}

const report = (year: number, by: string): Period => ({ kind: 'fixed-day', day: `${year}-${by}` });
const publication: Period = { kind: 'working-days', days: 20 };
const penalty: Period = { kind: 'working-days', days: 7 };
const budget: Period = { kind: 'days', days: 20 };

describe('the statutory clock', () => {
  // The first two: rule book §13.3, golden tests 1 and 10.
  test.for<[string, Case, object]>([
    ['Huainan 2009, under the rules of 2007', { period: report(2010, '03-31'), on: '2010-03-30' }, { state: 'on-time', due: '2010-03-31' }],
    ['a department’s report of 2019', { period: report(2020, '01-31'), on: '2020-03-20' }, { state: 'late', lateBy: 49, unit: '天' }],
    ['the last day counts', { period: report(2026, '03-31'), on: '2026-03-31' }, { state: 'on-time' }],
    [
      'a fixed day is not moved',
      { period: report(2024, '03-31'), on: '2024-04-01' },
      { state: 'tolerated', due: '2024-03-31', on: '2024-04-01' },
    ],
    ['a day later it is late', { period: report(2024, '03-31'), on: '2024-04-02' }, { state: 'late', lateBy: 2, unit: '天' }],
    ['not done, and the day is far off', { period: report(2026, '03-31'), today: '2026-02-01' }, { state: 'not-due', due: '2026-03-31' }],
    ['not done, ten days before', { period: report(2026, '03-31'), today: '2026-03-21' }, { state: 'soon', due: '2026-03-31' }],
    ['not done, on the last day', { period: report(2026, '03-31'), today: '2026-03-31' }, { state: 'soon' }],
    ['not done, the day after', { period: report(2026, '03-31'), today: '2026-04-01' }, { state: 'late', on: null, lateBy: 1, unit: '天' }],
    [
      'not done, on the Monday after a last day on a Saturday',
      { period: report(2026, '01-31'), today: '2026-02-02' },
      { state: 'soon', due: '2026-01-31' },
    ],
    ['20 working days', { period: publication, arose: '2024-02-05', on: '2024-03-08' }, { state: 'on-time', due: '2024-03-08' }],
    ['21 working days', { period: publication, arose: '2024-02-05', on: '2024-03-11' }, { state: 'late', lateBy: 1, unit: '个工作日' }],
    ['7 working days over a holiday', { period: penalty, arose: '2024-04-29', on: '2024-05-11' }, { state: 'on-time', due: '2024-05-11' }],
    ['20 days that end in a holiday', { period: budget, arose: '2024-01-22', on: '2024-02-18' }, { state: 'on-time', due: '2024-02-18' }],
    ['and a day later', { period: budget, arose: '2024-01-22', on: '2024-02-19' }, { state: 'late', lateBy: 1, unit: '天' }],
  ])('%s', ([, given, wanted]) => expect(clock(given)).toMatchObject(wanted));

  test.for<[string, Case, number]>([
    ['a period into a year without a calendar', { period: publication, arose: '2026-12-20' }, 2027],
    ['a fixed day in it', { period: report(2027, '01-31') }, 2027],
    ['lateness counted into it', { period: penalty, arose: '2026-12-01', on: '2027-02-01' }, 2027],
  ])('%s waits for the calendar', ([, given, missingYear]) => expect(clock(given)).toEqual({ ok: false, missingYear }));
});
