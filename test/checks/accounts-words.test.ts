import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accounts } from '../../fixtures/city/documents/accounts/accounts.ts';
import { htmlOf } from '../../fixtures/city/documents/html.ts';
import { loadDom } from '../../src/artifacts/dom.ts';
import { pageTables } from '../../src/artifacts/page-tables.ts';
import { slipsInChanges, slipsInTotals } from '../../src/checks/figures/accounts-words.ts';
import { subjects, years } from '../city/documents-support.ts';

const kinds = fc.constantFrom('预算' as const, '决算' as const);
const told = (...[subject, request]: Parameters<typeof accounts>) => {
  const html = htmlOf(accounts(subject, request));
  return { tables: pageTables(loadDom(html)), text: html.replaceAll(/<[^>]+>/g, ' '), year: request.year };
};

describe('the words of budgets and final accounts', () => {
  test('agree with their tables in all that are made up', () => {
    fc.assert(
      fc.property(subjects, years, kinds, (subject, year, kind) => {
        const given = told(subject, { kind, year });
        expect(slipsInTotals(given)).toEqual([]);
        expect(slipsInChanges(given)).toEqual([]);
      }),
    );
  });

  test('do not when the sum is another one', () => {
    fc.assert(
      fc.property(subjects, years, kinds, fc.integer({ min: 1, max: 900 }), (subject, year, kind, more) => {
        const given = told(subject, { kind, year });
        const text = given.text.replace(/(?<=“三公”经费(?:预算|决算))[\d.]+(?=万元)/, sum => (Number(sum) + more).toFixed(2));
        expect(text).not.toBe(given.text);
        expect(slipsInTotals({ ...given, text })).toMatchObject([{ rule: 'SG-6' }]);
      }),
    );
  });
});

test.for([
  ['12.16万元，比上年增加3.16万元，增长35.11%', []],
  ['12.16万元，比上年增加3.16万元，增长35.2%', []],
  ['12.16万元，比上年增加3.16万元，增长25.99%', ['SG-7']],
  ['3.34万元，比上年增加3.34万元，增长100%', ['SG-7']],
  ['0.00万元，比上年减少4.03万元，下降100.00%', []],
  ['2.00万元，比上年减少1.00万元，下降50%', ['SG-7']],
  ['12.16万元，占支出总额的0.6%', []],
] as const)('%s → %s', ([text, rules]) => {
  expect(slipsInChanges({ tables: [], text, year: 2025 })!.map(({ rule }) => rule)).toEqual(rules);
});
