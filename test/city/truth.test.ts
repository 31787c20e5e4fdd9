import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { unitOf } from '../../fixtures/city/city.ts';
import { growSite } from '../../fixtures/city/grow/site.ts';
import { dayOfNight, isAmongNights, nightCount, usualNight } from '../../fixtures/city/nights.ts';
import { planOfNight } from '../../fixtures/city/plan-of-night.ts';
import { allColumns, type Column } from '../../fixtures/city/site.ts';
import { type TrueOutcome, truthOf } from '../../fixtures/city/truth.ts';
import { type CityUnit, type Planted, readCityUnit, readCityUnits } from '../../fixtures/city/unit-file.ts';
import { loadCatalogue } from '../../src/config/load-catalogue.ts';
import { readRoster } from '../../src/config/roster.ts';

const path = (relative: string) => new URL(`../../${relative}`, import.meta.url).pathname;
const units = readCityUnits();
const duties = loadCatalogue(path('checks'))
  .checks.map(({ spec }) => spec)
  .filter(({ effective }) => effective.to === undefined);
const nights = Array.from({ length: nightCount }, (_, index) => index + 1);
const named = units.map(unit => [unit.plan.id, unit] as const);

test('the roster file is the plan of the city', async () => {
  expect(await readRoster(path('data/rosters/minghu.yaml'))).toEqual(units.map(unitOf));
});

describe('on all nights', () => {
  test.for(named)('%s has a plan, and a truth about every check that concerns it and no other', ([, unit]) => {
    const concerned = duties.filter(({ appliesTo }) => appliesTo.types.includes(unit.plan.type)).map(({ id }) => id);
    for (const night of nights) {
      expect(planOfNight(unit, night)).toMatchObject({ id: unit.plan.id, host: unit.plan.host, base: unit.plan.base });
      expect([...truthOf(unit, night, duties).keys()].sort(), `night ${night}`).toEqual(concerned.toSorted());
    }
  });

  test.for(named)('for %s a duty is not applicable just where the power is missing', ([, unit]) => {
    const { type, powers } = unit.plan;
    const lacking = duties
      .filter(({ appliesTo }) => appliesTo.types.includes(type) && appliesTo.powers.some(power => !powers.includes(power)))
      .map(({ id }) => id);
    for (const night of nights) {
      const said = [...truthOf(unit, night, duties)].filter(([, { outcomes }]) => outcomes.includes('not-applicable'));
      expect(said.map(([check]) => check).sort(), `night ${night}`).toEqual(lacking.toSorted());
    }
  });

  test('every outcome other than a plain pass has its reason, and fewer than three in a hundred are open to debate', () => {
    const all: readonly TrueOutcome[] = units.flatMap(unit => nights.flatMap(night => [...truthOf(unit, night, duties).values()]));
    expect(all.filter(({ outcomes, why }) => why === null && outcomes.some(one => reasoned.has(one)))).toEqual([]);
    expect(all.length).toBeGreaterThan(units.length * nightCount);
    expect(all.filter(({ outcomes }) => outcomes.length > 1).length).toBeLessThan(all.length * 0.03);
  });
});

const reasoned = new Set(['partial', 'fail', 'unsure']);

describe('what is planted', () => {
  // A twin may name what the unit has by its family or by another planting.
  test.for(named)('every fault planted at %s changes the plan or the truth', ([, unit]) => {
    for (const planted of unit.planted.filter(({ fault }) => fault !== undefined)) {
      const without = { plan: unit.plan, planted: unit.planted.filter(other => other !== planted) };
      expect(
        nightsOf(planted).some(night => changes(unit, without, night)),
        planted.what,
      ).toBe(true);
    }
  });

  test('a part of the truth is said only of nights on which its planting stands', () => {
    for (const { plan, planted } of units)
      for (const one of planted)
        for (const [check, { nights: said }] of Object.entries(one.truth))
          expect(said === undefined || nightsOf(one).some(night => isAmongNights(night, said)), `${plan.id} ${one.what} ${check}`).toBe(
            true,
          );
  });

  test('many things come and go within the thirty nights', () => {
    const bound = units.flatMap(({ planted }) => planted.filter(one => nightsOf(one).length < nightCount));
    expect(bound.length).toBeGreaterThanOrEqual(15);
  });

  test('at least five units are wholly in order on most nights', () => {
    // What its template does not show is no fault of the unit's.
    const isInOrder = (unit: CityUnit, night: number) =>
      [...truthOf(unit, night, duties)].every(
        ([
          check,
          {
            outcomes: [first],
          },
        ]) => first === 'pass' || first === 'not-applicable' || check === 'publication-delay' || check === 'draft-period',
      );
    const kept = units.filter(unit => nights.filter(night => isInOrder(unit, night)).length > nightCount / 2);
    expect(kept.map(({ plan }) => plan.id)).toEqual(expect.arrayContaining(['minghu', 'zjj', 'luting', 'jyj', 'zxyy']));
  });
});

const nightsOf = ({ nights: list }: Planted): readonly number[] => nights.filter(night => list === undefined || isAmongNights(night, list));

function changes(unit: CityUnit, without: CityUnit, night: number): boolean {
  if (!isDeepStrictEqual(planOfNight(unit, night), planOfNight(without, night))) return true;
  return !isDeepStrictEqual(outcomesOf(unit, night), outcomesOf(without, night));
}

const outcomesOf = (unit: CityUnit, night: number) =>
  new Map([...truthOf(unit, night, duties)].map(([check, { outcomes, awaits }]) => [check, { outcomes, awaits }]));

/** Columns that a check of freshness speaks of, by the slug of the generator; null: the boxes of the home page. */
const ages = [
  ['news-fresh', ['gzdt'], 14],
  ['notices-fresh', ['tzgg'], 180],
  ['policies-fresh', ['zcwj', 'gfxwj'], 180],
  ['home-page-fresh', null, 14],
] as const;

/** Kinds in which the days that stand on the pages are not the days on which something was published. */
const misdated = new Set(['future-date', 'back-dated']);

test.for(nights)('night %i: what is signed about freshness agrees with the age of the newest entries', night => {
  const asOf = dayOfNight(night);
  const plans = new Map(units.map(({ plan: { id } }, index) => [id, planOfNight(units[index]!, night)]));
  for (const unit of units) {
    const site = growSite(plans.get(unit.plan.id)!, asOf, plans);
    const truth = truthOf(unit, night, duties);
    for (const [check, slugs, limit] of ages) {
      const signed = truth.get(check);
      if (signed === undefined || signed.outcomes.includes('unsure') || misdated.has(signed.planted?.fault ?? '')) continue;
      const columns = slugs === null ? site.boxes : allColumns(site).filter(({ slug }) => (slugs as readonly string[]).includes(slug));
      const newest = newestOn(columns, asOf);
      expect(signed.outcomes, `${unit.plan.id} ${check}: ${newest}`).toEqual([daysBetween(newest, asOf) > limit ? 'fail' : 'pass']);
    }
  }
});

function newestOn(columns: readonly Column[], asOf: string): string {
  const days = columns.flatMap(column => (column.kind === 'list' ? column.entries.map(({ date }) => date) : []));
  return (
    days
      .filter(day => day <= asOf)
      .sort()
      .at(-1) ?? '0000-01-01'
  );
}

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

describe('truthOf refuses', () => {
  const source = (planted: string) => `
id: x
name: 明湖市试验局
type: department
group: 一类部门
parent: minghu
host: x.minghu.gov.cn
family: trs
address: 明湖市
exchange: '999'
duties: [一]
topics: [一, 二]
leaders: [一]
planted:
${planted}`;
  const fault = (truth: string) => `  - { fault: missing-item, what: 没有, truth: ${truth} }\n`;

  test('a check that is claimed twice, one that does not bind the unit, and a * that says pass', () => {
    const truth = (planted: string) => () => truthOf(readCityUnit('x', source(planted)), usualNight, duties);
    expect(truth(fault('{ leaders: { fail: 没有 } }'))).not.toThrow();
    expect(truth(fault('{ leaders: { fail: 没有 } }').repeat(2))).toThrow(/claimed twice/);
    expect(truth(fault('{ administrative-license: { fail: 没有 } }'))).toThrow(/does not bind/);
    expect(truth(fault('{ no-such-check: { fail: 没有 } }'))).toThrow(/does not bind/);
    expect(truth(fault("{ '*': { pass: 都好 } }"))).toThrow(/unsure or awaits/);
  });

  test('a planting that says nothing, or that is neither fault nor twin', () => {
    expect(() => readCityUnit('x', source(fault('{}')))).toThrow(/unjudged/);
    expect(() => readCityUnit('x', source('  - { what: 没有 }\n'))).toThrow(/fault 或 twin/);
    expect(() => readCityUnit('x', source("  - { twin: missing-item, what: 有, nights: '31' }\n"))).toThrow(/夜次/);
  });
});
