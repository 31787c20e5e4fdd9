import { describe, expect, test } from 'vitest';
import { enabledScheme } from '../../src/assess/enabled-scheme.ts';
import { loadCatalogue } from '../../src/config/load-catalogue.ts';
import { loadScheme } from '../../src/config/load-schemes.ts';

const all = loadCatalogue('checks', { unconfirmed: 'include' }).checks.map(({ spec }) => spec);
const enabled = loadCatalogue('checks').checks.map(({ spec }) => spec.id);
const counting = all.filter(({ severity }) => severity === 'deduction');
const scheme = loadScheme('data/schemes/default-online.yaml', { knownChecks: all });
const idsOf = ({ categories }: typeof scheme) => categories.flatMap(({ checks }) => checks.map(({ id }) => id));

describe('the default scheme and the catalogue', () => {
  test('the scheme names only checks that exist, and every one that costs points counts somewhere, with the points it hints at', () => {
    const weights = scheme.categories.flatMap(({ checks }) => checks.map(({ id, weight }) => [id, weight] as const));
    expect(Object.fromEntries(weights)).toEqual(Object.fromEntries(counting.map(({ id, points }) => [id, points])));
  });

  test('a disabled check is not asked', () => {
    expect(idsOf(enabledScheme(scheme, new Set(enabled))).toSorted()).toEqual(
      counting
        .map(({ id }) => id)
        .filter(id => enabled.includes(id))
        .toSorted(),
    );
  });

  test('a category without checks is gone, its points with it', () => {
    const only = enabledScheme(scheme, new Set(['disclosure-guide']));
    expect(only.categories).toHaveLength(1);
  });
});
