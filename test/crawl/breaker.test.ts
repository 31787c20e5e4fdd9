import { expect, test } from 'vitest';
import { createBreaker, inARow } from '../../src/crawl/breaker.ts';
import type { FailureCause, FetchOutcome } from '../../src/model/fetch-outcome.ts';

const common = {
  url: 'http://a.test/',
  finalUrl: 'http://a.test/',
  hops: [],
  fetchedAt: '2026-11-20T00:00:00Z',
  elapsedMs: 1,
  attempts: 1,
  address: null,
  security: null,
};
const answer = (status: number): FetchOutcome => ({
  kind: 'response',
  ...common,
  status,
  headers: {},
  body: new Uint8Array(),
  truncated: false,
});
const failure = (cause: FailureCause): FetchOutcome => ({ kind: 'failure', ...common, cause, detail: '' });

const after = (outcomes: readonly FetchOutcome[]) => {
  const breaker = createBreaker();
  for (const outcome of outcomes) breaker.learn('http://a.test', outcome, null);
  expect(breaker.verdictFor('http://b.test')).toBeNull();
  return breaker.verdictFor('http://a.test');
};
const times = (count: number, outcome: FetchOutcome) => Array.from({ length: count }, () => outcome);

test('refusals or silence in a row end it, without a verdict on what was not asked', () => {
  expect(after(times(inARow, answer(403)))).toMatchObject({
    verdict: 'unsure',
    cause: 'blocked',
    reason: expect.stringContaining('没有再试'),
  });
  expect(after(times(inARow, answer(429)))).toMatchObject({ verdict: 'unsure', cause: 'blocked' });
  expect(after(times(inARow, failure('timeout')))).toMatchObject({ verdict: 'unsure', cause: 'timeout' });
});

test.for<[name: string, outcomes: readonly FetchOutcome[]]>([
  ['one less', times(inARow - 1, answer(403))],
  ['an answer in between', [...times(inARow - 1, answer(403)), answer(404), ...times(inARow - 1, answer(403))]],
  ['now this, now that', Array.from({ length: 40 }, (_, i) => (i % 2 ? answer(403) : failure('timeout')))],
  ['missing pages', times(40, answer(404))],
  ['server errors', times(40, answer(500))],
  ['connections refused, which are quick and say something', times(40, failure('refused'))],
])('not %s', ([, outcomes]) => expect(after(outcomes)).toBeNull());

test('what was still under way does not change it', () => {
  expect(after([...times(inARow, answer(403)), answer(200)])).not.toBeNull();
});
