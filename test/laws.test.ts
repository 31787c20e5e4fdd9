import { describe, expect, test } from 'vitest';
import { loadCatalogue } from '../src/config/load-catalogue.ts';
import { catalogue, exampleDay, judgeSite, outcomeOf, readSite } from './support/judge-site.ts';

const wall =
  '<html><head><title>访问验证</title></head><body><script>document.cookie="__jsl_clearance=1|-1|a";location.reload();</script></body></html>';

/** Examples about something found on a page: an item, or the document of a year. */
const itemExamples = catalogue.checks
  .filter(({ spec }) => spec.item !== undefined)
  .flatMap(({ spec }) =>
    spec.examples.map(({ page, asOf: day = exampleDay, expect: outcome }) => ({ check: spec.id, kind: spec.kind, page, day, outcome })),
  );
const passing = itemExamples.filter(({ outcome, page }) => outcome === 'pass' && Object.keys(readSite(page).pages).length > 0);
/** Kinds that fail only for something they read: a page nobody saw cannot unsay it. */
const faultsThatAreSeen: ReadonlySet<string> = new Set([
  'document-against-last-year',
  'document-figures',
  'document-names',
  'outdated-wording',
]);
const failing = itemExamples.filter(({ outcome, kind }) => outcome === 'fail' && !faultsThatAreSeen.has(kind));
const presenceOnly = new Set(catalogue.checks.filter(({ spec }) => spec.options.proof === 'presence').map(({ spec }) => spec.id));

describe('law 1: not looked is not the same as not there', () => {
  test.for(failing)(
    '$check on $page: a crawl cut short before related pages is never a fail for something not found',
    ({ check, page, day }) => {
      const site = readSite(page);
      const cut = { ...site, stoppedBecause: 'page-budget', unvisited: [{ url: '/zwgk/', text: '政府信息公开', interest: 70 }] };
      expect(outcomeOf(judgeSite(cut, day), check)).toBe('unsure');
    },
  );

  test.for(itemExamples)('$check on $page: behind a wall nothing is failed', ({ check, page, day }) => {
    const walled = { ...readSite(page), homeHtml: wall };
    expect(['unsure', 'not-applicable']).toContain(outcomeOf(judgeSite(walled, day), check));
  });

  test.for([
    ['timeout', { failure: 'timeout' as const }],
    ['reset', { failure: 'reset' as const }],
    ['certificate', { failure: 'tls' as const }],
    ['403', { status: 403 }],
    ['412', { status: 412 }],
    ['429', { status: 429 }],
    ['503', { status: 503 }],
    ['521', { status: 521 }],
  ] as const)('targets that answer with %s are unsure', ([, trouble]) => {
    for (const { check, page, day } of passing) {
      if (presenceOnly.has(check)) continue;
      const site = readSite(page);
      const pages = Object.fromEntries(Object.entries(site.pages).map(([path, one]) => [path, { ...one, html: '', ...trouble }]));
      expect(outcomeOf(judgeSite({ ...site, pages }, day), check), `${check} on ${page}`).toBe('unsure');
    }
  });
});

describe('law 3: a link counts only when its target is the right page', () => {
  test.for(passing.filter(({ check }) => !presenceOnly.has(check)))(
    '$check on $page: dead targets prove nothing',
    ({ check, page, day }) => {
      const site = readSite(page);
      const pages = Object.fromEntries(Object.entries(site.pages).map(([path, one]) => [path, { ...one, status: 404 }]));
      expect(outcomeOf(judgeSite({ ...site, pages }, day), check)).not.toBe('pass');
    },
  );

  test.for(passing.filter(({ check }) => !presenceOnly.has(check)))(
    '$check on $page: targets that redirect home prove nothing',
    ({ check, page, day }) => {
      const site = readSite(page);
      const pages = Object.fromEntries(Object.entries(site.pages).map(([path, one]) => [path, { ...one, redirectTo: '/' }]));
      expect(outcomeOf(judgeSite({ ...site, pages }, day), check)).not.toBe('pass');
    },
  );
});

describe('law 4: judging is a pure function of what is stored', () => {
  test('the same site gives the same findings, to the letter', () => {
    for (const page of ['guide/good', 'annual-report/late', 'freshness/stale', 'shared/nothing'])
      expect(JSON.stringify(judgeSite(readSite(page)))).toBe(JSON.stringify(judgeSite(readSite(page))));
  });
});

describe('law 5: rules are data with a source', () => {
  test('a rule whose text is not confirmed is left out unless asked for', () => {
    const all = loadCatalogue('checks', { unconfirmed: 'include' }).checks;
    const shipped = loadCatalogue('checks').checks;
    const unconfirmed = all.filter(({ spec }) => spec.basis.confidence === 'unconfirmed').map(({ spec }) => spec.id);
    expect(unconfirmed.length).toBeGreaterThan(0);
    expect(shipped.map(({ spec }) => spec.id)).toEqual(all.map(({ spec }) => spec.id).filter(id => !unconfirmed.includes(id)));
  });
});
