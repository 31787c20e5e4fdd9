import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Ability, abilities } from '../../fixtures/city/unit-file.ts';
import { type Class, classDefinitions, classes, classOf, classTitles } from '../../scripts/accuracy/classes.ts';
import { type Outcome, outcomes } from '../../src/model/check.ts';

const table: readonly (readonly [said: Outcome | null, signed: readonly Outcome[], awaits: Ability | null, Class])[] = [
  ['pass', ['pass'], null, 'right'],
  ['fail', ['partial', 'fail'], null, 'right'],
  ['unsure', ['unsure'], null, 'right'],
  ['not-applicable', ['not-applicable'], null, 'right'],
  ['pass', ['pass'], 'browser', 'right'],
  ['unsure', ['unsure'], 'browser', 'right'],
  ['fail', ['pass'], null, 'wrong-fail'],
  ['partial', ['pass'], null, 'wrong-fail'],
  ['fail', ['partial'], null, 'wrong-fail'],
  ['fail', ['pass', 'partial'], null, 'wrong-fail'],
  ['partial', ['pass', 'fail'], null, 'wrong-fail'],
  ['partial', ['pass', 'unsure'], null, 'wrong-fail'],
  ['fail', ['pass'], 'browser', 'wrong-fail'],
  // Nobody could see anything: blame is too harsh, praise too mild.
  ['fail', ['unsure'], null, 'wrong-fail'],
  ['partial', ['unsure'], null, 'wrong-fail'],
  ['pass', ['unsure'], null, 'wrong-pass'],
  ['pass', ['partial'], null, 'wrong-pass'],
  ['pass', ['fail'], null, 'wrong-pass'],
  ['partial', ['fail'], null, 'wrong-pass'],
  ['partial', ['fail', 'unsure'], null, 'wrong-pass'],
  ['pass', ['fail'], 'scans', 'wrong-pass'],
  ['unsure', ['pass'], null, 'needless-unsure'],
  ['unsure', ['partial', 'fail'], null, 'needless-unsure'],
  ['unsure', ['pass'], 'browser', 'awaiting'],
  ['unsure', ['fail'], 'scans', 'awaiting'],
  ['not-applicable', ['pass'], null, 'wrong-applicability'],
  ['not-applicable', ['unsure'], null, 'wrong-applicability'],
  ['pass', ['not-applicable'], null, 'wrong-applicability'],
  ['unsure', ['not-applicable'], null, 'wrong-applicability'],
  [null, ['pass'], null, 'missing'],
  [null, ['not-applicable'], 'browser', 'missing'],
];

test.for(table)('%s against %s (awaits %s) is %s', ([said, signed, awaits, wanted]) => {
  expect(classOf(said, { outcomes: signed, awaits })).toBe(wanted);
});

const anyTruth = fc.record({
  outcomes: fc.uniqueArray(fc.constantFrom(...outcomes), { minLength: 1 }),
  awaits: fc.constantFrom(null, ...abilities),
});
const anySaid = fc.constantFrom(null, ...outcomes);

describe('whatever was signed and said', () => {
  test('the order and number of outcomes signed play no part, only which they are', () => {
    fc.assert(
      fc.property(anySaid, anyTruth, (said, truth) => {
        const turned = { ...truth, outcomes: truth.outcomes.toReversed() };
        expect(classOf(said, turned)).toBe(classOf(said, truth));
        expect(classes).toContain(classOf(said, truth));
      }),
    );
  });

  test('only what was signed is right, and no unit is blamed beyond what was signed without a wrong fail', () => {
    fc.assert(
      fc.property(anySaid, anyTruth, (said, truth) => {
        const found = classOf(said, truth);
        expect(found === 'right').toBe(said !== null && truth.outcomes.includes(said));
        expect(found === 'wrong-pass' && said === 'fail').toBe(false);
        expect(found === 'wrong-fail' && said === 'pass').toBe(false);
        expect(found === 'needless-unsure' || found === 'awaiting').toBe(
          said === 'unsure' && found !== 'right' && found !== 'wrong-applicability',
        );
        if (found === 'awaiting') expect(truth.awaits).not.toBeNull();
      }),
    );
  });
});

test('every class has a title and a definition of its own', () => {
  expect(classDefinitions.map(({ title }) => title).sort()).toEqual(Object.values(classTitles).sort());
  expect(new Set(classDefinitions.map(({ means }) => means)).size).toBe(classes.length);
});
