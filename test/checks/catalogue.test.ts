import { describe, expect, test } from 'vitest';
import { buildMiniSite, MiniSite } from '../../fixtures/mini-site.ts';
import { askedOn, basisOf, runCatalogue } from '../../src/checks/run-catalogue.ts';
import type { GatheredArtifacts } from '../../src/model/artifacts.ts';
import { calendar, catalogue, exampleDay, judgeSite, readSite } from '../support/judge-site.ts';

const nothing = { ok: false, reason: '未抓取' } as const;
const unseen: GatheredArtifacts = {
  Pages: nothing,
  Candidates: nothing,
  Columns: nothing,
  Links: nothing,
  Identity: nothing,
  Coverage: nothing,
  Files: nothing,
};

/** A day on which the check binds: the usual one, unless its rule had ended by then. */
const dayOf = ({ spec }: (typeof catalogue.checks)[number]) => spec.examples[0]?.asOf ?? exampleDay;

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
    expect(runCatalogue([check], unit, unseen, { today: dayOf(check), calendar })).toMatchObject([{ outcome: 'unsure' }]);
  });

  test('it binds nobody before it was in force', () => {
    const unit = { ...buildMiniSite(MiniSite.parse({})).unit, type: check.spec.appliesTo.types[0]! };
    expect(runCatalogue([check], unit, unseen, { today: '1999-12-31', calendar })).toMatchObject([{ outcome: 'not-applicable' }]);
  });
});

test('a rule that has ended is not asked any more, nor shown as not applicable', () => {
  const ids = (today: string) => askedOn(catalogue.checks, today).map(({ spec }) => spec.id);
  expect(ids('2019-04-30')).toContain('annual-report-before-2019');
  expect(ids(exampleDay)).not.toContain('annual-report-before-2019');
  expect(ids(exampleDay)).toContain('annual-report-of-department');
});

describe('which rules a report falls under follows from the day it was due', () => {
  test.for([
    ['2018-06-01', ['annual-report-before-2019']],
    ['2019-05-20', ['annual-report-before-2019']],
    ['2020-01-31', ['annual-report-before-2019']],
    ['2020-04-01', ['annual-report-of-department']],
    ['2026-11-20', ['annual-report-of-department']],
  ] as const)('a department on %s', ([today, wanted]) => {
    const unit = buildMiniSite(MiniSite.parse({})).unit;
    const reports = askedOn(catalogue.checks, today).filter(
      ({ spec }) => spec.id.startsWith('annual-report-') && spec.kind === 'yearly-publication',
    );
    const bound = runCatalogue(reports, unit, unseen, { today, calendar }).filter(({ outcome }) => outcome !== 'not-applicable');
    expect(bound.map(({ check }) => check)).toEqual(wanted);
  });
});

test('only documents are named as such', () => {
  const basisFor = (id: string) => basisOf(catalogue.checks.find(({ spec }) => spec.id === id)!.spec);
  expect(basisFor('disclosure-guide')).toMatch(/^《中华人民共和国政府信息公开条例》（国务院令第711号）第十二条/);
  expect(basisFor('annual-report-copied')).toBe('各地年度报告核查的做法');
});
