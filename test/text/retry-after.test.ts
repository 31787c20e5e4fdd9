import { expect, test } from 'vitest';
import { longWaitAsked, retryAfterSeconds } from '../../src/text/retry-after.ts';

const now = Date.parse('2026-11-21T08:00:00Z');

test.for([
  { value: '0', seconds: 0 },
  { value: ' 7 ', seconds: 7 },
  { value: 'Sat, 21 Nov 2026 08:00:30 GMT', seconds: 30 },
  { value: 'Sat, 21 Nov 2026 07:00:00 GMT', seconds: 0 },
  { value: '-5', seconds: null },
  { value: '1.5', seconds: null },
  { value: 'soon', seconds: null },
  { value: '', seconds: null },
  { value: undefined, seconds: null },
])('Retry-After $value asks for $seconds', ({ value, seconds }) => {
  expect(retryAfterSeconds(value, now)).toBe(seconds);
});

test.for([
  { status: 503, value: '61', seconds: 61 },
  { status: 429, value: 'Sat, 21 Nov 2026 09:00:00 GMT', seconds: 3600 },
  { status: 503, value: '60', seconds: null },
  { status: 503, value: 'soon', seconds: null },
  { status: 301, value: '3600', seconds: null },
])('$status with Retry-After $value asks for a long wait of $seconds', ({ status, value, seconds }) => {
  expect(longWaitAsked({ status, headers: { 'retry-after': value }, fetchedAt: new Date(now).toISOString() })).toBe(seconds);
});

test('without the header there is none', () =>
  expect(longWaitAsked({ status: 503, headers: {}, fetchedAt: new Date(now).toISOString() })).toBeNull());
