import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { unitOf } from '../../fixtures/city/city.ts';
import { cityUnits, truthDay } from '../../fixtures/city/serve.ts';
import { readTruth } from '../../fixtures/city/truth.ts';
import { readRoster } from '../../src/config/roster.ts';
import type { Power, UnitType } from '../../src/model/unit.ts';

interface Duty {
  readonly id: string;
  readonly appliesTo: { readonly types: readonly UnitType[]; readonly powers?: readonly Power[] };
}

const root = new URL('../../', import.meta.url).pathname;
const duties = ['disclosure', 'freshness', 'identity', 'links', 'yearly'].flatMap(folder =>
  readdirSync(join(root, 'checks', folder)).map(file => parse(readFileSync(join(root, 'checks', folder, file), 'utf8')) as Duty),
);
const truth = readTruth();

test('the roster file is the plan of the city', async () => {
  expect(await readRoster(join(root, 'data/rosters/minghu.yaml'))).toEqual(cityUnits.map(unitOf));
});

test('the truth belongs to the day that the city shows', () => {
  expect(truth.asOf).toBe(truthDay);
});

test.for(cityUnits.map(plan => [plan.id, plan] as const))(
  'the truth about %s signs every check that concerns it and no other',
  ([id, plan]) => {
    const concerned = duties.filter(({ appliesTo }) => appliesTo.types.includes(plan.type)).map(duty => duty.id);
    expect([...truth.units.get(id)!.keys()].sort()).toEqual(concerned.sort());
  },
);

test.for(cityUnits.map(plan => [plan.id, plan] as const))(
  'for %s a duty is not applicable just where the power is missing',
  ([id, plan]) => {
    const lacking = duties.filter(
      ({ appliesTo }) => appliesTo.types.includes(plan.type) && (appliesTo.powers ?? []).some(power => !plan.powers.includes(power)),
    );
    const signed = [...truth.units.get(id)!].filter(([, { outcomes }]) => outcomes.includes('not-applicable')).map(([check]) => check);
    expect(signed.sort()).toEqual(lacking.map(duty => duty.id).sort());
  },
);

test('only units of the city are signed for, and fewer than three in a hundred outcomes are open to debate', () => {
  expect([...truth.units.keys()].sort()).toEqual(cityUnits.map(({ id }) => id).sort());
  const all = [...truth.units.values()].flatMap(unit => [...unit.values()]);
  expect(all.filter(({ outcomes }) => outcomes.length > 1).length).toBeLessThan(all.length * 0.03);
  for (const { outcomes, why } of all) expect(why === null).toBe(outcomes.every(one => one === 'pass' || one === 'not-applicable'));
});

test('the city is wide enough: types, groups, families', () => {
  expect(cityUnits.length).toBeGreaterThanOrEqual(14);
  expect(new Set(cityUnits.map(({ type }) => type))).toEqual(new Set(['city', 'county', 'department', 'township', 'public-body']));
  expect(new Set(cityUnits.map(({ group }) => group)).size).toBeGreaterThan(3);
  expect(new Set(cityUnits.map(({ family }) => family)).size).toBe(7);
});
