import { beforeAll, describe, expect, test } from 'vitest';
import { familyNames } from '../../fixtures/city/plan.ts';
import { readCityUnits } from '../../fixtures/city/unit-file.ts';
import { type AuditedNights, auditNights } from '../../scripts/accuracy/audit-nights.ts';
import { bundlesOf } from '../../scripts/accuracy/bundles.ts';
import { type Comparison, compare } from '../../scripts/accuracy/compare.ts';
import { linesOf } from '../../scripts/accuracy/disagreement-lines.ts';
import { disagreementsOf } from '../../scripts/accuracy/disagreements.ts';
import { outcomes } from '../../src/model/check.ts';
import { unitTypeTitles } from '../../src/model/unit.ts';

/**
 * The slice of the city that is audited in the suite, on the usual night; `npm run accuracy` audits all of it. Every template family and
 * type of unit is in it, and every outcome is signed for somewhere. Chosen by what is planted, not by what the program says to it.
 */
const slice = [
  'minghu',
  'shiji',
  'jyj',
  'tyj',
  'daj',
  'lyj',
  'minzj',
  'sfj',
  'nyj',
  'fgw',
  'gxj',
  'wlj',
  'shj',
  'zrzyj',
  'gzw',
  'luqiao',
  'wjw',
  'zxyy',
  'xzspj',
] as const;

/** Units at which something stands on these two nights in a row that does not on the usual one. */
const sliceInSequence = ['liutang', 'czj', 'scjgj', 'lyj'] as const;
const sequence = [6, 7] as const;

const city = readCityUnits();
const units = (ids: readonly string[]) => city.filter(({ plan }) => ids.includes(plan.id));

interface Audited extends AuditedNights {
  readonly comparisons: readonly Comparison[];
}

async function audit(ids: readonly string[], nights: readonly number[]): Promise<Audited> {
  const audited = await auditNights({ audited: ids, nights });
  return { ...audited, comparisons: compare(units(ids), audited.checks, audited.nights) };
}

/** What differs, told so that whoever breaks it sees both sides. */
const told = (comparisons: readonly Comparison[]): readonly string[] =>
  bundlesOf(disagreementsOf(comparisons)).map(bundle => {
    const { heading, said, truth } = linesOf(bundle);
    return [heading, ...said, ...truth].join('\n');
  });

let usual: Audited;
let twoNights: Audited;

beforeAll(async () => {
  usual = await audit(slice, [20]);
  twoNights = await audit(sliceInSequence, sequence);
}, 300_000);

test('the slice is wide: every template family, type and outcome', () => {
  expect(new Set(units(slice).map(({ plan }) => plan.family))).toEqual(new Set(familyNames));
  expect(new Set(units(slice).map(({ plan }) => plan.type))).toEqual(
    new Set(Object.keys(unitTypeTitles).filter(type => type !== 'province')),
  );
  expect(new Set(usual.comparisons.flatMap(({ truth }) => truth.outcomes))).toEqual(new Set(outcomes));
});

describe.for([
  ['the usual night', () => usual],
  ['two nights in sequence', () => twoNights],
] as const)('%s against the truth', ([, audited]) => {
  test('every signed verdict was given', () => {
    expect(told(audited().comparisons.filter(one => one.class === 'missing' || one.class === 'wrong-applicability'))).toEqual([]);
  });

  test('nobody is accused wrongly', () => {
    expect(told(audited().comparisons.filter(one => one.class === 'wrong-fail'))).toEqual([]);
  });

  test('no fault is passed over that the program is able to see', () => {
    const passedOver = audited().comparisons.filter(one => one.class === 'wrong-pass');
    expect(told(passedOver.filter(({ truth }) => truth.awaits === null))).toEqual([]);
  });

  test('what fails says where, under which article, and what to do', () => {
    const failed = audited().comparisons.filter(({ finding }) => finding?.outcome === 'fail');
    expect(failed.length).toBeGreaterThan(0);
    for (const { unit, check, finding } of failed) {
      expect(finding?.basis, unit.plan.id).not.toBe('');
      expect(finding?.remedy, unit.plan.id).not.toBe('');
      expect(finding?.evidence.length, `${unit.plan.id} ${check.id}`).toBeGreaterThan(0);
    }
  });
});

const standings = (comparisons: readonly Comparison[]) =>
  comparisons.flatMap(({ finding }) => (finding?.outcome === 'fail' ? [finding.standing] : []));

test('one look alone confirms nothing', () => {
  const [first] = sequence;
  expect(new Set(standings(usual.comparisons))).toEqual(new Set(['provisional']));
  expect(new Set(standings(twoNights.comparisons.filter(({ night }) => night === first)))).toEqual(new Set(['provisional']));
});

test('a second night confirms what stands on both', () => {
  const [first, second] = sequence.map(night => twoNights.comparisons.filter(one => one.night === night));
  const failed = (one: Comparison) => one.finding?.outcome === 'fail';
  const again = second!.filter(
    one =>
      failed(one) &&
      first!.some(past => past.unit === one.unit && past.check === one.check && past.finding?.cause === one.finding?.cause && failed(past)),
  );
  expect(again.length).toBeGreaterThan(0);
  expect(new Set(standings(again))).toEqual(new Set(['confirmed']));
});
