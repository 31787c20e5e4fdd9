import { describe, expect, test } from 'vitest';
import { buildMiniSite } from '../../fixtures/mini-site.ts';
import { derive } from '../../src/artifacts/derive.ts';
import { createReader } from '../../src/artifacts/reader.ts';
import { runCatalogue } from '../../src/checks/run-catalogue.ts';
import { workCalendar } from '../../src/text/work-calendar.ts';
import { calendar, catalogue, readSite, vocabulary } from '../support/judge-site.ts';

const check = catalogue.checks.find(({ spec }) => spec.id === 'annual-report-of-department')!;

function judge(page: string, today: string, known = calendar) {
  const built = buildMiniSite(readSite(`annual-report/${page}`));
  const artifacts = derive({ ...built, reader: createReader(vocabulary, { today }) });
  const [finding] = runCatalogue([check], built.unit, artifacts, { today, calendar: known });
  return finding!;
}

describe('a last day that is a day of rest', () => {
  test('the report of the next working day is in time, and the message says why', () => {
    const { outcome, message } = judge('next-workday', '2026-11-20');
    expect(outcome).toBe('pass');
    expect(message).toContain('2026-01-31是休息日，在其后的第一个工作日公布，按时计。');
  });

  test('without a calendar of that year nothing is guessed', () => {
    const { outcome, cause, message } = judge('next-workday', '2026-11-20', workCalendar([]));
    expect([outcome, cause]).toEqual(['unsure', 'no-calendar']);
    expect(message).toContain('待2026年工作日历');
  });

  test('but five weeks are no rest in any year', () => {
    expect(judge('late', '2026-11-20', workCalendar([]))).toMatchObject({ outcome: 'partial', measured: { lateDays: 33 } });
  });
});

describe('the report that falls due next', () => {
  test.for([
    ['2026-12-31', null],
    ['2027-01-01', '2026年度的应于2027-01-31前公布，还有30天。'],
    ['2027-01-31', '2026年度的应于2027-01-31前公布，今天到期。'],
  ] as const)('on %s: %s', ([today, note]) => {
    const { outcome, message } = judge('good', today);
    expect(outcome).toBe('pass');
    expect(message.endsWith(note ?? '）。')).toBe(true);
  });

  test('is not called for when this year’s is late: that is said first', () => {
    expect(judge('late', '2027-01-20').message).not.toContain('2026年度');
  });
});
