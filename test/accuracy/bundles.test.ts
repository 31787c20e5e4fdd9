import { expect, test } from 'vitest';
import { bundlesOf } from '../../scripts/accuracy/bundles.ts';
import { compare } from '../../scripts/accuracy/compare.ts';
import { linesOf } from '../../scripts/accuracy/disagreement-lines.ts';
import { disagreementsOf } from '../../scripts/accuracy/disagreements.ts';
import type { Outcome } from '../../src/model/check.ts';
import { checks, findingOf, nightOf, unitWith } from './made-up.ts';

const jia = unitWith(
  'jia',
  `  - fault: missing-item
    what: 没有领导信息
    truth: { leaders: { fail: 领导信息一栏没有 } }
`,
);
const good = { guide: 'pass', leaders: 'fail', budget: 'pass', procurement: 'not-applicable', statistics: 'pass', links: 'pass' } as const;

/** Bundles of a unit about which the program said this, each with a reason. */
function bundlesWhen(said: Readonly<Record<string, readonly [Outcome, reason: string]>>) {
  const night = nightOf(1, { jia: good });
  const findings = Object.entries(good).map(([check, outcome]) => {
    const [other, reason] = said[check] ?? [outcome, ''];
    return { ...findingOf(check, other, reason === '' ? null : 'not-looked'), measured: reason === '' ? {} : { reason } };
  });
  return bundlesOf(disagreementsOf(compare([jia], checks, [{ ...night, units: night.units.map(report => ({ ...report, findings })) }])));
}

test('what one cause hid is told once, with each truth', () => {
  const [bundle, ...others] = bundlesWhen({
    guide: ['unsure', '首页打不开'],
    leaders: ['unsure', '首页打不开'],
    statistics: ['unsure', '首页打不开'],
  });
  expect(others).toEqual([]);
  const { heading, said, truth } = linesOf(bundle!);
  expect(heading).toContain('3 项检查');
  expect(said[0]).toBe('无法判定，not-looked：首页打不开');
  expect(truth).toEqual([
    'guide、statistics：符合：没有埋设过错',
    'leaders：不符合：领导信息一栏没有；埋设过错 missing-item：没有领导信息',
  ]);
});

test('another reason is another entry, and whoever judges is told alone', () => {
  expect(bundlesWhen({ guide: ['unsure', '首页打不开'], statistics: ['unsure', '列表打不开'] })).toHaveLength(2);
  expect(bundlesWhen({ guide: ['fail', '没有'], statistics: ['fail', '没有'] })).toHaveLength(2);
});

test('a unit that broke the program is one entry', () => {
  const [bundle, ...others] = bundlesOf(disagreementsOf(compare([jia], checks, [nightOf(1, {})])));
  expect(others).toEqual([]);
  expect(bundle).toHaveLength(6);
  expect(linesOf(bundle!).said).toEqual(['没有判定']);
});
