import fc from 'fast-check';
import { expect, test } from 'vitest';
import { machineDate } from '../../src/text/machine-date.ts';

test.for([
  '20260305',
  '20260305093000',
  '2026-03-05',
  '2026-03-05 09:30:00.0',
  '2026-03-05-09:30',
  '2026-03-05T00:00:00+08:00',
  '2026-03-04T16:00:00Z',
  '2026/3/5 9:30:00',
  '2026年3月5日',
  'Mar 5, 2026 9:30:00 AM',
  '1772640000',
  '1772640000000',
])('%s is the fifth of March 2026 in China', value => {
  expect(machineDate(value)).toBe('2026-03-05');
});

test.for(['', '03-05', '26-03-05', '2026', '202603', '13800001111', '0', '2026-03-05至2026-03-09', '20261305', '今天', '9'.repeat(200)])(
  '%s tells no day',
  value => {
    expect(machineDate(value)).toBeNull();
  },
);

test('every instant of the web is its day in China', () => {
  const instant = fc.integer({ min: Date.UTC(2002, 0, 1), max: Date.UTC(2099, 0, 1) });
  fc.assert(
    fc.property(instant, time => {
      const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(time);
      expect(machineDate(String(time))).toBe(day);
      expect(machineDate(String(Math.floor(time / 1000)))).toBe(day);
      expect(machineDate(new Date(time).toISOString())).toBe(day);
    }),
  );
});

test('never throws', () => {
  fc.assert(
    fc.property(fc.string(), value => {
      expect(machineDate(value) ?? '2026-03-05').toMatch(/^\d{4}-\d\d-\d\d$/);
    }),
  );
});
