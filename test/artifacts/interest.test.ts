import { describe, expect, test } from 'vitest';
import { interestOf, type Lead } from '../../src/artifacts/interest.ts';
import type { Want } from '../../src/model/want.ts';
import { leadTo } from '../support/lead.ts';

const lead = (more: Partial<Lead>) => leadTo('https://jyj.minghu.gov.cn/a', more);
const guide: Want = { kind: 'item', item: 'guide', proof: 'page' };
const report2025: Want = { kind: 'document', item: 'annual_report', year: 2025 };
const interest = (of: Partial<Lead>, wants: readonly Want[], tried = 0) =>
  interestOf(lead(of), { open: new Set(wants), tried: new Map([['guide', tried]]), homeUrls: new Set(['https://jyj.minghu.gov.cn/']) });

describe('what is followed first', () => {
  test.for([
    [
      'the document of the year before the column',
      { items: ['annual_report'], text: '2025年年报' },
      { items: ['annual_report'], text: '公开年报' },
      [report2025],
    ],
    ['the item before what may lead to it', { items: ['guide'] }, { covers: ['guide'] }, [guide]],
    ['what may lead to it before the menu', { covers: ['guide'] }, { home: true, entrance: true }, [guide]],
    [
      'a picture without words on the home page before the menu',
      { text: '', entrance: true, home: true },
      { home: true, entrance: true },
      [guide],
    ],
    ['the menu of a disclosure page before that of the home page', { entrance: true }, { home: true, entrance: true }, [guide]],
    ['the menu before headlines', { home: true }, { place: 'row', home: true }, [guide]],
    [
      'a report of another year after everything that may hold this one',
      { entrance: true },
      { items: ['annual_report'], text: '2019年年报' },
      [report2025],
    ],
    [
      'a fresh try before the thirteenth of the same item',
      { covers: ['guide'] },
      { items: ['guide'], tried: 12 } as Partial<Lead>,
      [guide],
    ],
  ] as const)('%s', ([, first, second, wants]) => {
    const tried = 'tried' in second ? 12 : 0;
    expect(interest(first as Partial<Lead>, wants)).toBeGreaterThan(interest(second as Partial<Lead>, wants, tried));
  });

  test('what has been found is not looked for again', () => {
    expect(interest({ items: ['guide'] }, [report2025])).toBeLessThan(30);
  });

  test.for([
    ['the home page itself', { url: 'https://jyj.minghu.gov.cn/' }],
    ['another unit’s document on a shared platform', { items: ['guide'], scope: 'shared', foreign: true }],
    ['an outside link that is no item', { scope: 'unknown', entrance: true }],
  ] as const)('%s is never followed', ([, of]) => {
    expect(interest(of as Partial<Lead>, [guide])).toBe(0);
  });
});
