import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { scoreUnit } from '../../src/assess/score-unit.ts';
import { loadScheme } from '../../src/config/load-schemes.ts';
import type { Outcome } from '../../src/model/check.ts';
import { findings, type Outcomes } from './findings.ts';

const scheme = loadScheme(join(import.meta.dirname, '../../data/schemes/default-online.yaml'));
/** The report of the year is one duty with a deadline per unit type; here the unit is a department. */
const ofOtherTypes = new Set([
  'annual-report-before-2019',
  'annual-report-before-2019-parts',
  'annual-report-of-government',
  'annual-report-of-township',
]);
const checks = scheme.categories.flatMap(category => category.checks.map(({ id }) => id)).filter(id => !ofOtherTypes.has(id));
const checksOf = (categoryId: string) =>
  scheme.categories
    .find(({ id }) => id === categoryId)!
    .checks.map(({ id }) => id)
    .filter(id => !ofOtherTypes.has(id));

const all = (outcome: Outcome, ids: readonly string[] = checks): Outcomes => Object.fromEntries(ids.map(id => [id, outcome]));
const score = (given: Outcomes) => scoreUnit(findings({ ...all('not-applicable', [...ofOtherTypes]), ...given }), scheme);
const without = (...ids: string[]) => score({ ...all('pass'), ...all('fail', ids) });

/** What applies to a township with powers of its own: it answers for few columns. */
const township: Outcomes = {
  ...all('not-applicable'),
  ...all('pass', ['disclosure-guide', 'disclosure-catalog', 'agency-functions', 'leaders', 'budget-column', 'budget-of-year']),
  ...all('pass', ['final-accounts-of-year', 'annual-report-column', 'annual-report-of-township', 'request-channel', ...checksOf('site')]),
};

describe('the default scheme', () => {
  test('has 100 points, and a weight can be read as points', () => {
    const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
    expect(sum(scheme.categories.map(({ points }) => points))).toBe(100);
    for (const { id, points, checks } of scheme.categories)
      expect({ id, points: sum(checks.filter(check => !ofOtherTypes.has(check.id)).map(({ weight }) => weight)) }).toEqual({ id, points });
  });

  test('says honestly that it is our own proposal', () => {
    expect(scheme.source).toContain('自拟');
  });

  test('a unit that does everything is 优秀 with 100', () => {
    expect(score(all('pass'))).toMatchObject({ value: 100, grade: '优秀', judged: checks.length, asked: checks.length });
  });

  test('a unit without the annual report of the year cannot be 优秀, whatever it is', () => {
    expect(without('annual-report-of-department').grade).toBe('良好');
    const grade = score({ ...township, 'annual-report-of-township': 'fail' }).grade;
    expect(grade).not.toBeNull();
    expect(grade).not.toBe('优秀');
  });

  test('a unit that was merely late with it can be', () => {
    expect(score({ ...all('pass'), 'annual-report-of-department': 'partial' }).grade).toBe('优秀');
  });

  test('a unit without guide, annual report and request channel cannot be 良好', () => {
    expect(without('disclosure-guide', ...checksOf('annual-report'), 'request-channel').grade).toBe('合格');
  });

  test('a unit that publishes nothing of its finances cannot be 优秀', () => {
    expect(without(...checksOf('finance')).grade).toBe('良好');
  });

  test('one stale column costs less than a missing guide', () => {
    const guide = without('disclosure-guide').value!;
    for (const column of checksOf('timeliness')) expect(without(column).value).toBeGreaterThan(guide);
  });

  test('no mark in the footer costs as much as any column that the law asks for', () => {
    const marks = ['icp-number', 'police-number', 'site-code', 'organiser-shown', 'party-government-mark', 'site-map'];
    const columns = [
      'disclosure-guide',
      'disclosure-catalog',
      'agency-functions',
      'budget-column',
      'annual-report-column',
      'request-channel',
    ];
    const worstMark = Math.min(...marks.map(mark => without(mark).value!));
    for (const column of columns) expect(without(column).value).toBeLessThan(worstMark);
  });

  test('no single check decides whether a unit passes', () => {
    for (const check of checks) expect(without(check).value).toBeGreaterThanOrEqual(75);
  });

  test('a fine footer on an empty site does not pass', () => {
    expect(score({ ...all('fail'), ...all('pass', checksOf('site')) }).grade).toBe('不合格');
  });

  test('a site behind a wall gets no grade, good or bad', () => {
    const wall = score({ ...all('unsure'), ...all('pass', checksOf('site')), 'site-links': 'fail' });
    expect(wall.grade).toBeNull();
    expect(wall.value).not.toBeNull();
  });

  test('a township is not blamed for what is not its duty', () => {
    expect(score(township)).toMatchObject({ value: 100, grade: '优秀' });
  });
});
