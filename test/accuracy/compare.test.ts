import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TrueOutcome } from '../../fixtures/city/truth.ts';
import { truthOf } from '../../fixtures/city/truth.ts';
import { classes } from '../../scripts/accuracy/classes.ts';
import { compare } from '../../scripts/accuracy/compare.ts';
import { disagreementsOf } from '../../scripts/accuracy/disagreements.ts';
import { confusionOf, tallyBy, tallyOf } from '../../scripts/accuracy/tally.ts';
import { type Outcome, outcomes } from '../../src/model/check.ts';
import { checks, nightOf, unitWith } from './made-up.ts';

const planted = `  - fault: missing-item
    what: 没有领导信息
    nights: 1-2
    truth: { leaders: { fail: 没有 } }
  - fault: shell-page
    what: 统计栏目由脚本写出
    truth: { statistics: { awaits: browser, partial: 只有一半 } }
  - fault: wall-403
    what: 预算被拦
    truth: { budget: { unsure: 看不到 } }
`;
const units = [unitWith('jia', planted), unitWith('yi', '')];
const bound = checks.filter(({ id }) => id !== 'township');

/** What a program says that knows the truth. */
const rightNight = (night: number) =>
  nightOf(night, Object.fromEntries(units.map(unit => [unit.plan.id, sayings(truthOf(unit, night, checks))])));
const sayings = (truth: ReadonlyMap<string, TrueOutcome>) =>
  Object.fromEntries([...truth].map(([check, { outcomes: signed }]) => [check, signed[0]!] as const));

test('a program that says the truth is right everywhere', () => {
  const comparisons = compare(units, checks, [rightNight(1), rightNight(2), rightNight(3)]);
  expect(tallyOf(comparisons)).toMatchObject({ all: 3 * 2 * bound.length, right: 3 * 2 * bound.length });
  expect(disagreementsOf(comparisons)).toEqual([]);
});

test.for<readonly [unit: string, check: string, said: Outcome, wanted: string]>([
  ['jia', 'leaders', 'pass', 'wrong-pass'],
  ['jia', 'leaders', 'partial', 'wrong-pass'],
  ['jia', 'statistics', 'unsure', 'awaiting'],
  ['jia', 'statistics', 'fail', 'wrong-fail'],
  ['jia', 'budget', 'pass', 'wrong-pass'],
  ['jia', 'budget', 'fail', 'wrong-fail'],
  ['yi', 'guide', 'fail', 'wrong-fail'],
  ['yi', 'guide', 'unsure', 'needless-unsure'],
  ['yi', 'guide', 'not-applicable', 'wrong-applicability'],
  ['yi', 'procurement', 'pass', 'wrong-applicability'],
])('%s %s said %s alone is %s', ([unit, check, said, wanted]) => {
  const night = rightNight(1);
  const bent = {
    ...night,
    units: night.units.map(report =>
      report.unit.id === unit
        ? { ...report, findings: report.findings.map(one => (one.check === check ? { ...one, outcome: said } : one)) }
        : report,
    ),
  };
  const comparisons = compare(units, checks, [bent]);
  expect(tallyOf(comparisons)).toMatchObject({ all: 2 * bound.length, right: 2 * bound.length - 1, [wanted]: 1 });
  const [only, ...others] = disagreementsOf(comparisons);
  expect(others).toEqual([]);
  expect(only).toMatchObject({ class: wanted, unit, check, nights: [1], said: { outcome: said } });
});

test('a unit that broke the program has a missing verdict for each that was signed', () => {
  const night = rightNight(1);
  const comparisons = compare(units, checks, [{ ...night, units: night.units.slice(0, 1) }]);
  expect(tallyOf(comparisons)).toMatchObject({ all: 2 * bound.length, right: bound.length, missing: bound.length });
});

test('a finding that nobody signed for is refused, one of 不适用 is not', () => {
  expect(() => compare(units, checks, [nightOf(1, { jia: { township: 'pass' } })])).toThrow(/township/);
  expect(() => compare(units, checks, [nightOf(1, { jia: { township: 'not-applicable' } })])).not.toThrow();
});

test('the same disagreement on several nights is told once, with its hardest standing', () => {
  const bent = (night: number) => {
    const said = rightNight(night);
    return {
      ...said,
      units: said.units.map(report => ({
        ...report,
        findings: report.findings.map(one =>
          one.check === 'guide' && report.unit.id === 'yi'
            ? {
                ...one,
                outcome: 'fail' as const,
                cause: 'missing',
                standing: night === 3 ? ('confirmed' as const) : ('provisional' as const),
              }
            : one,
        ),
      })),
    };
  };
  const [only, ...others] = disagreementsOf(compare(units, checks, [bent(3), bent(1), bent(2)]));
  expect(others).toEqual([]);
  expect(only).toMatchObject({ nights: [1, 2, 3], said: { standing: 'confirmed' } });
});

const anyNight = fc
  .tuple(fc.integer({ min: 1, max: 30 }), fc.dictionary(fc.constantFrom(...bound.map(({ id }) => id)), fc.constantFrom(...outcomes)))
  .map(([night, said]) => nightOf(night, { jia: said, yi: said }));
const anyNights = fc.uniqueArray(anyNight, { maxLength: 4, selector: ({ night }) => night });

test('whatever was said, every signed verdict is counted once in every table', () => {
  fc.assert(
    fc.property(anyNights, nights => {
      const comparisons = compare(units, checks, nights);
      const signed = nights.flatMap(({ night }) => units.flatMap(unit => [...truthOf(unit, night, checks).keys()])).length;
      const total = tallyOf(comparisons);
      expect(total.all).toBe(signed);
      expect(classes.reduce((sum, one) => sum + total[one], 0)).toBe(signed);
      expect(new Set(comparisons.map(({ unit, night, check }) => `${unit.plan.id} ${night} ${check.id}`)).size).toBe(signed);
      const sumOf = (rows: readonly { readonly tally: { readonly all: number } }[]) => rows.reduce((sum, { tally }) => sum + tally.all, 0);
      expect(sumOf(tallyBy(comparisons, ({ check }) => [check.id, check.title]))).toBe(signed);
      expect(sumOf(tallyBy(comparisons, ({ unit }) => [unit.plan.family, '']))).toBe(signed);
      expect(confusionOf(comparisons).reduce((sum, { count }) => sum + count, 0)).toBe(signed);
      expect(disagreementsOf(comparisons).reduce((sum, one) => sum + one.nights.length, 0)).toBe(signed - total.right);
    }),
  );
});
