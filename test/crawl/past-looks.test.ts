import { describe, expect, test } from 'vitest';
import { pastLooks } from '../../src/crawl/past-looks.ts';
import type { Look } from '../../src/model/snapshot.ts';
import { look as sampleLook } from '../store/samples.ts';

const url = 'http://minghu.example/gkzn.html';
const now = Date.parse('2026-11-20T18:00:00Z');
const daysAgo = (days: number) => new Date(now - days * 86_400_000).toISOString();
const seen = (changes: Partial<Look> = {}) => sampleLook(url, { finalUrl: url, fetchedAt: daysAgo(1), ...changes });
const past = (look: Look, { readInFull = [] as readonly string[], fullAfterDays = 7 } = {}) =>
  pastLooks({ looks: [look], readInFull: new Set(readInFull), fullAfterDays, now, bodyOf: async () => new Uint8Array() });

describe('a page', () => {
  test('that was seen whole need only be confirmed', () => {
    expect(past(seen()).toConfirm(url, 'page')?.url).toBe(url);
  });

  test.for([
    ['was cut short', seen({ truncated: true }), {}],
    ['was an error page', seen({ status: 404 }), {}],
    ['did not answer', seen({ status: null, failure: { cause: 'timeout', detail: '' }, bodySha256: null }), {}],
    ['was only asked for to learn what is missing', seen({ purpose: 'baseline' }), {}],
    ['counts against the unit', seen(), { readInFull: [url] }],
    ['counts against the unit, under the address it leads to', seen({ finalUrl: `${url}?1` }), { readInFull: [`${url}?1`] }],
    ['is never to be taken from before', seen(), { fullAfterDays: 0 }],
    ['was received long ago', seen({ fetchedAt: daysAgo(8) }), {}],
    ['was received long ago, and confirmed since', seen({ unchangedSince: daysAgo(8) }), {}],
    ['was seen tomorrow: a clock was set back', seen({ fetchedAt: daysAgo(-1) }), {}],
  ] as const)('is fetched in full when it %s', ([, look, options]) => {
    expect(past(look, options).toConfirm(url, 'page')).toBeNull();
  });

  test('what was fetched on one night is not all due on one night', () => {
    const urls = Array.from({ length: 200 }, (_, index) => `http://minghu.example/${index}.html`);
    const dueAfter = (days: number) =>
      urls.filter(each => past(sampleLook(each, { fetchedAt: daysAgo(days) })).toConfirm(each, 'page') === null).length;
    expect(dueAfter(3)).toBe(0);
    expect(dueAfter(5)).toBeGreaterThan(30);
    expect(dueAfter(5)).toBeLessThan(170);
    expect(dueAfter(7)).toBe(200);
  });
});

describe('a link', () => {
  test('needs no body to be confirmed, and no clean record of its page', () => {
    const look = seen({ purpose: 'link', bodySha256: null });
    expect(past(look, { readInFull: [url] }).toConfirm(url, 'link')?.url).toBe(url);
  });

  test('of a page that was read is known from it', () => {
    const looks = [seen({ purpose: 'link', bodySha256: null }), seen(), seen({ purpose: 'link', bodySha256: null })];
    const known = pastLooks({ looks, readInFull: new Set(), fullAfterDays: 7, now, bodyOf: async () => new Uint8Array() });
    expect(known.toConfirm(url, 'page')?.purpose).toBe('page');
  });

  test('that kept silent is known for it; one that broke off is not', () => {
    const failed = (cause: 'timeout' | 'reset') => past(seen({ status: null, failure: { cause, detail: '' }, bodySha256: null }));
    expect([failed('timeout').wasSilent(url), failed('reset').wasSilent(url), past(seen()).wasSilent(url)]).toEqual([true, false, false]);
    const link = past(seen({ purpose: 'link', status: null, failure: { cause: 'timeout', detail: '' }, bodySha256: null }));
    expect([link.wasSilentLink(url), failed('timeout').wasSilentLink(url)]).toEqual([true, false]);
  });
});
