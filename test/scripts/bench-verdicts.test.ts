import { describe, expect, test } from 'vitest';
import { serve } from '../../scripts/bench/serve.ts';
import { type VerdictCase, verdictCases } from '../../scripts/bench/verdict-cases.ts';
import { answerCases, rightIn, verdictsIn } from '../../scripts/bench/verdict-site.ts';

const origin = 'http://bench.test';
const some = verdictCases.filter(({ id }) => ['plain', '404', 'loop', '429-once'].includes(id));

describe('the hard cases', () => {
  test('each has a name of its own and something that is right', () => {
    expect(new Set(verdictCases.map(({ id }) => id)).size).toBe(verdictCases.length);
    for (const { right } of verdictCases) expect(right.length).toBeGreaterThan(0);
  });

  test('are all linked from the start page', async () => {
    const { text } = await ask(verdictCases, '/');
    for (const { id } of verdictCases) expect(text).toContain(`href="/case/${id}"`);
  });

  test.for([
    ['plain', [200, 200]],
    ['404', [404, 404]],
    ['429-once', [429, 200]],
    ['far', [302, 302]],
    ['head-405', [200, 200]],
  ] as const)('%s answers %j', async ([id, wanted]) => {
    const server = await serve(answerCases(verdictCases));
    try {
      const statuses = [];
      for (const _ of wanted) statuses.push((await fetch(`${server.origin}/case/${id}`, { redirect: 'manual' })).status);
      expect(statuses).toEqual(wanted);
      expect([server.seen.requests, server.seen.addresses.size]).toEqual([2, 1]);
    } finally {
      server.close();
    }
  });
});

test('a verdict is what was reported, or what the server never saw', () => {
  const report = { broken: [`${origin}/case/404`, `${origin}/case/loop?again`], doubtful: [`${origin}/case/429-once`] };
  const verdicts = verdictsIn(some, { report, origin, asked: new Set(['/case/404', '/case/loop?x', '/case/429-once']) });
  expect(verdicts).toEqual({ plain: 'not asked', '404': 'broken', loop: 'broken', '429-once': 'doubtful' });
  expect(rightIn(some, verdicts)).toBe(2);
});

test('without a report nothing was judged', () =>
  expect(Object.values(verdictsIn(some, { report: null, origin, asked: new Set(['/case/404']) }))).toEqual(some.map(() => 'no report')));

async function ask(cases: readonly VerdictCase[], path: string): Promise<{ readonly text: string }> {
  const server = await serve(answerCases(cases));
  try {
    return { text: await (await fetch(server.origin + path)).text() };
  } finally {
    server.close();
  }
}
