import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readCityUnits } from '../../fixtures/city/unit-file.ts';

const units = readCityUnits();
const kinds = parse(readFileSync(new URL('../../fixtures/city/kinds.yaml', import.meta.url), 'utf8')) as Readonly<Record<string, string>>;
const planted = units.flatMap(unit => unit.planted);

describe('kinds of faults', () => {
  test.for(Object.entries(kinds))('%s (%s) is planted at least three times, its innocent twin at least once', ([kind]) => {
    expect(planted.filter(({ fault }) => fault === kind).length, 'faults').toBeGreaterThanOrEqual(3);
    expect(planted.filter(({ twin }) => twin === kind).length, 'twins').toBeGreaterThanOrEqual(1);
  });

  test('no kind is planted that is not in the list', () => {
    const unknown = units.flatMap(({ plan, planted: all }) =>
      all
        .map(({ fault, twin }) => fault ?? twin!)
        .filter(kind => kinds[kind] === undefined)
        .map(kind => `${plan.id}: ${kind}`),
    );
    expect(unknown).toEqual([]);
  });
});

describe('the city is wide enough', () => {
  test('units, types, groups, families', () => {
    const plans = units.map(({ plan }) => plan);
    expect(plans.length).toBeGreaterThanOrEqual(48);
    expect(new Set(plans.map(({ type }) => type))).toEqual(new Set(['city', 'county', 'department', 'township', 'public-body']));
    expect(new Set(plans.flatMap(({ group }) => group ?? [])).size).toBeGreaterThanOrEqual(3);
    expect(new Set(plans.map(({ family }) => family)).size).toBeGreaterThanOrEqual(12);
  });

  test('nothing is shared that must not be: identifiers, sections, exchanges of telephone numbers', () => {
    for (const key of ['id', 'name', 'exchange'] as const) expect(repeated(units.map(({ plan }) => plan[key])), key).toEqual([]);
    expect(repeated(units.map(({ plan }) => `${plan.host}${plan.base}/`))).toEqual([]);
  });
});

const repeated = (values: readonly string[]): readonly string[] => values.filter((value, index) => values.indexOf(value) !== index);
