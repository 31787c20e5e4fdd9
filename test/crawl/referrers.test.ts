import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createReferrers } from '../../src/crawl/referrers.ts';

test('remembers the first pages of each target and counts the rest', () => {
  const referrers = createReferrers({ limit: 2 });
  for (const page of [7, 7, 8, 9]) referrers.add(3, page);
  referrers.add(0, 5);
  expect(referrers.of(3)).toEqual([7, 8]);
  expect(referrers.count(3)).toBe(3);
  expect(referrers.of(0)).toEqual([5]);
  expect(referrers.of(1)).toEqual([]);
  expect(referrers.count(99)).toBe(0);
});

test('says what a plain map of lists would say', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 60 }), added => {
      const byPage = added.sort(([, a], [, b]) => a - b);
      const referrers = createReferrers({ limit: 3 });
      const plain = new Map<number, Set<number>>();
      for (const [target, page] of byPage) {
        referrers.add(target, page);
        plain.set(target, (plain.get(target) ?? new Set()).add(page));
      }
      for (let target = 0; target <= 5; target++) {
        const pages = [...(plain.get(target) ?? [])];
        expect(referrers.of(target)).toEqual(pages.slice(0, 3));
        expect(referrers.count(target)).toBe(pages.length);
      }
    }),
  );
});
