import { describe, expect, test } from 'vitest';
import { buildMiniSite, MiniSite } from '../../fixtures/mini-site.ts';
import { runCatalogue } from '../../src/checks/run-catalogue.ts';
import type { GatheredArtifacts } from '../../src/model/artifacts.ts';
import { catalogue, exampleDay, judgeSite, readSite } from '../support/judge-site.ts';

const nothing = { ok: false, reason: '未抓取' } as const;
const unseen: GatheredArtifacts = {
  Pages: nothing,
  Candidates: nothing,
  Columns: nothing,
  Links: nothing,
  Identity: nothing,
  Coverage: nothing,
};

// The examples in a check's file are its tests: they prove the check, and they document it.
describe.for(catalogue.checks.map(check => ({ id: check.spec.id, check })))('$id', ({ id, check }) => {
  test.for(check.spec.examples)('$page → $expect', ({ page, asOf = exampleDay, expect: outcome }) => {
    const finding = judgeSite(readSite(page), asOf).find(one => one.check === id)!;
    expect(finding.outcome, JSON.stringify(finding.measured)).toBe(outcome);
    expect(finding.message).not.toMatch(/\{|未知/);
  });

  test('its examples can tell good from bad', () => {
    const expected = check.spec.examples.map(example => example.expect);
    expect(expected).toContain('pass');
    expect(expected).toContain('fail');
  });

  test('it is unsure, not failing, when nothing could be gathered', () => {
    const unit = { ...buildMiniSite(MiniSite.parse({})).unit, type: check.spec.appliesTo.types[0]! };
    expect(runCatalogue([check], unit, unseen, { today: exampleDay })).toMatchObject([{ outcome: 'unsure' }]);
  });

  test('it binds nobody before it was in force', () => {
    const unit = { ...buildMiniSite(MiniSite.parse({})).unit, type: check.spec.appliesTo.types[0]! };
    expect(runCatalogue([check], unit, unseen, { today: '1999-12-31' })).toMatchObject([{ outcome: 'not-applicable' }]);
  });
});
