import { describe, expect, test } from 'vitest';
import { yearAsked } from '../../src/checks/yearly/asked-year.ts';

describe('which year is asked for', () => {
  const report = { yearsBack: 1, by: '01-31' };
  const budget = { yearsBack: 0, by: '05-31' };
  test.for([
    ['report, in autumn', report, '2026-11-20', 2025],
    ['report, on the last day: the new one may still come', report, '2026-01-31', 2024],
    ['report, the day after', report, '2026-02-01', 2025],
    ['budget, in spring: this year’s may still come', budget, '2026-03-01', 2025],
    ['budget, in summer', budget, '2026-06-01', 2026],
  ] as const)('%s', ([, options, today, year]) => {
    expect(yearAsked(options, today)).toBe(year);
  });
});
