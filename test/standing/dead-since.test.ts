import { expect, test } from 'vitest';
import { deadSince } from '../../src/standing/dead-since.ts';

const url = 'https://www.minghu.example/a.html';
const past = (day: number, said: 'broken' | 'doubtful' | 'ok', isComplete = true) => ({
  startedAt: `2026-11-${day}T18:00:00.000Z`,
  isComplete,
  broken: new Set(said === 'broken' ? [url] : []),
  doubtful: new Set(said === 'doubtful' ? [url] : []),
});
const now = '2026-11-20T18:00:00.000Z';

test.for([
  ['the first time', [], 20, 1],
  ['three nights in a row', [past(19, 'broken'), past(18, 'broken'), past(17, 'ok')], 18, 3],
  ['a good night in between ends the row', [past(19, 'ok'), past(18, 'broken')], 20, 1],
  ['a night that could not tell does not', [past(19, 'doubtful'), past(18, 'broken')], 18, 2],
  ['nor does a night that was cut short and did not come to it', [past(19, 'ok', false), past(18, 'broken')], 18, 2],
  ['a night that was cut short and did come to it counts', [past(19, 'broken', false)], 19, 2],
] as const)('%s', ([, earlier, day, times]) =>
  expect(deadSince(url, now, earlier)).toEqual({ since: `2026-11-${day}T18:00:00.000Z`, times }),
);
