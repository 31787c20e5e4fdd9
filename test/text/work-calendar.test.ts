import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadCalendar } from '../../src/config/load-calendar.ts';
import { plusDays, workCalendar } from '../../src/text/work-calendar.ts';

const calendar = loadCalendar(['data/calendars']);
const told = <Value>(counted: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly missingYear: number }) =>
  counted.ok ? counted.value : `no ${counted.missingYear}`;

describe('working days since 2007', () => {
  // Rule book §9.3.
  test.for([
    ['2009-12-31', 20, '2010-01-29', '元旦'],
    ['2011-01-20', 15, '2011-02-15', '春节调休'],
    ['2020-01-20', 20, '2020-02-25', '春节假期延长'],
    ['2023-09-25', 20, '2023-10-27', '中秋国庆，周六上班'],
    ['2024-02-05', 20, '2024-03-08', '春节'],
    ['2024-04-29', 7, '2024-05-11', '劳动节，周六上班'],
    ['2025-01-20', 20, '2025-02-21', '2025年起春节四天'],
  ] as const)('%s + %i → %s (%s)', ([from, count, due]) => {
    expect(told(calendar.afterWorkdays(from, count))).toBe(due);
    expect(told(calendar.workdaysBetween(from, due))).toBe(count);
  });

  // Rule book §9.2, but for 2023: 260 days from Monday to Friday, 18 of them off, 7 days of weekends worked.
  test.for(
    Object.entries({
      2007: 249,
      2008: 251,
      2009: 250,
      2010: 250,
      2011: 250,
      2012: 249,
      2013: 250,
      2014: 250,
      2015: 249,
      2016: 250,
      2017: 249,
      2018: 250,
      2019: 250,
      2020: 249,
      2021: 250,
      2022: 249,
      2023: 249,
      2024: 251,
      2025: 248,
    }),
  )('%s has %i of them', ([year, count]) => {
    expect(told(calendar.workdaysBetween(`${Number(year) - 1}-12-31`, `${year}-12-31`))).toBe(count);
  });

  test('a period that ends in a holiday ends on the next working day, which may be a Sunday', () => {
    expect(told(calendar.afterDays('2024-01-22', 20))).toBe('2024-02-18');
    expect(told(calendar.afterDays('2024-01-22', 7))).toBe('2024-01-29');
  });

  test.for([
    ['2024-02-04', true, 'a Sunday that is worked'],
    ['2024-02-12', false, 'a Monday in a holiday'],
    ['2022-12-31', false, 'a Saturday that the next year’s notice names'],
    ['2018-12-29', true, 'a Saturday that the next year’s notice moves'],
    ['2026-11-20', true, 'an ordinary Friday'],
    ['2026-11-21', false, 'an ordinary Saturday'],
  ] as const)('%s: %s (%s)', ([day, works]) => expect(told(calendar.isWorkday(day))).toBe(works));
});

describe('a year without a calendar', () => {
  test.for([
    ['the year after the last', () => calendar.isWorkday('2027-03-01'), 2027],
    ['the last week of the last year: next year’s notice may move its days', () => calendar.isWorkday('2026-12-28'), 2027],
    ['a period that runs into it', () => calendar.afterWorkdays('2026-12-10', 20), 2027],
    ['a period of days that ends in it', () => calendar.afterDays('2026-12-20', 20), 2027],
    ['years before the first', () => calendar.workdayFrom('2006-05-08'), 2006],
    ['days between', () => calendar.workdaysBetween('2026-12-01', '2027-01-10'), 2027],
  ] as const)('%s is refused, never guessed', ([, count, missingYear]) => expect(count()).toEqual({ ok: false, missingYear }));

  test('it is not missed where it is not needed', () => {
    expect(told(calendar.afterWorkdays('2026-12-10', 10))).toBe('2026-12-24');
    expect(told(calendar.workdaysBetween('2027-05-01', '2027-04-01'))).toBe(0);
  });
});

test('of two calendars of one year the later one counts, and the version tells them apart', () => {
  const year = (off: readonly string[], notices: number) => ({
    year: 2030,
    notices: Array.from({ length: notices }, (_, index) => `https://www.gov.cn/${index}`) as [string, ...string[]],
    holidays: [{ name: '元旦', off: [...off], work: [] }] as [{ name: string; off: string[]; work: string[] }],
  });
  const changed = workCalendar([year(['2030-01-01'], 1), year(['2030-01-02'], 2)]);
  expect(told(changed.isWorkday('2030-01-01'))).toBe(true);
  expect(told(changed.isWorkday('2030-01-02'))).toBe(false);
  expect(changed.version).toBe('2030.2');
});

const day = fc.integer({ min: 0, max: 6900 }).map(count => plusDays('2007-01-01', count));

describe('counting', () => {
  test('the working day of a number is a working day, and so many lie between', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), (from, count) => {
        const due = told(calendar.afterWorkdays(from, count)) as string;
        expect(told(calendar.isWorkday(due))).toBe(true);
        expect(told(calendar.workdaysBetween(from, due))).toBe(count);
      }),
    );
  });

  test('a rolled day is the first working day from there on', () => {
    fc.assert(
      fc.property(day, from => {
        const rolled = told(calendar.workdayFrom(from)) as string;
        expect(rolled >= from).toBe(true);
        expect(told(calendar.workdaysBetween(plusDays(from, -1), rolled))).toBe(1);
      }),
    );
  });
});
