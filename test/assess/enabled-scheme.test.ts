import { describe, expect, test } from 'vitest';
import { enabledScheme } from '../../src/assess/enabled-scheme.ts';
import { loadCatalogue } from '../../src/config/load-catalogue.ts';
import { loadScheme } from '../../src/config/load-schemes.ts';

const all = loadCatalogue('checks', { unconfirmed: 'include' }).checks.map(({ spec }) => spec.id);
const enabled = loadCatalogue('checks').checks.map(({ spec }) => spec.id);
const scheme = loadScheme('data/schemes/default-online.yaml', { knownChecks: all });
const idsOf = ({ categories }: typeof scheme) => categories.flatMap(({ checks }) => checks.map(({ id }) => id));

describe('the default scheme and the catalogue', () => {
  test('the scheme names only checks that exist, and every check of the catalogue counts somewhere', () => {
    expect(idsOf(scheme).toSorted()).toEqual(all.toSorted());
  });

  test('a disabled check is not asked', () => {
    expect(idsOf(enabledScheme(scheme, new Set(enabled))).toSorted()).toEqual(enabled.toSorted());
  });

  test('a category without checks is gone, its points with it', () => {
    const only = enabledScheme(scheme, new Set(['disclosure-guide']));
    expect(only.categories).toHaveLength(1);
  });
});
