import { expect, test } from 'vitest';
import { linesOf } from '../../fixtures/city/documents/content.ts';
import { penaltyList, subsidyList } from '../../fixtures/city/documents/lists/lists.ts';
import { creditCode, identityNumber, orderNumber } from '../../fixtures/city/documents/lists/numbers.ts';
import { archives } from './documents-support.ts';

/** A careful detector, written here from the standards and not from the generator. */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const isIdentity = (number: string) =>
  '10X98765432'[weights.reduce((sum, weight, index) => sum + weight * Number(number[index]), 0) % 11] === number[17];
const shapedLikeIdentity = /(?<![0-9A-Za-z])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX](?![0-9A-Za-z])/g;
const mobile = /(?<!\d)1[3-9]\d{9}(?!\d)/g;
const isLuhn = (number: string) =>
  [...number].reverse().reduce((sum, digit, index) => {
    const value = Number(digit) * (1 + (index % 2));
    return sum + (value > 9 ? value - 9 : value);
  }, 0) %
    10 ===
  0;

const lists = [
  ['subsidies', subsidyList],
  ['penalties', penaltyList],
] as const;

test.for(lists)('bare %s give real-looking numbers away, each of a kind that was never given out', ([, list]) => {
  const text = linesOf(list(archives, { year: 2025, privacy: 'bare' })).join('\n');
  const identities = [...text.matchAll(shapedLikeIdentity)].map(([number]) => number).filter(isIdentity);
  expect(identities.length).toBeGreaterThan(4);
  for (const number of identities) expect(number).toMatch(/^349999/);
  const phones = [...text.matchAll(mobile)].map(([number]) => number);
  expect(phones.length).toBeGreaterThan(4);
  for (const phone of phones) expect(phone).toMatch(/^1540000/);
});

test('accounts of bare subsidies pass the Luhn check and begin with a prefix of nobody', () => {
  const text = linesOf(subsidyList(archives, { year: 2025, privacy: 'bare' })).join('\n');
  const accounts = [...text.matchAll(/(?<!\d)\d{19}(?!\d)/g)].map(([number]) => number);
  expect(accounts.length).toBeGreaterThan(4);
  for (const number of accounts) expect([number.slice(0, 4), isLuhn(number)]).toEqual(['9999', true]);
});

test.for(lists)('masked %s give nothing away, though innocent numbers of eighteen characters are there', ([, list]) => {
  const text = linesOf(list(archives, { year: 2025, privacy: 'masked' })).join('\n');
  const shaped = [...text.matchAll(shapedLikeIdentity)].map(([number]) => number);
  expect(shaped.length).toBeGreaterThan(0);
  expect(shaped.filter(isIdentity)).toEqual([]);
  expect(text.match(mobile)).toBeNull();
  expect(text).not.toMatch(/(?<!\d)\d{19}(?!\d)/);
  expect(text).toMatch(/3499\*{12}\d[\dX]/);
  expect(text).toMatch(/154\*{4}\d{4}/);
  expect(text).toMatch(/91349999MA[0-9A-Z]{8}/);
  expect(text).toMatch(/0567-897\d{4}/);
});

test('check characters follow the standards, order numbers never do', () => {
  // The example of GB 11643, and one whose check character is X.
  expect(identityNumber('19490131', 123)).toSatisfy(isIdentity);
  for (let sequence = 0; sequence < 1_000; sequence++) {
    expect(identityNumber('19680229', sequence)).toSatisfy(isIdentity);
    expect(isIdentity(orderNumber('20250312', sequence))).toBe(false);
  }
});

test('credit codes have the check character of GB 32100', () => {
  const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const factors = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
  for (const sequence of [1, 77, 123_456, 9_999_999]) {
    const code = creditCode(sequence);
    const rest = factors.reduce((sum, factor, index) => sum + factor * characters.indexOf(code[index]!), 0) % 31;
    expect(code[17]).toBe(characters[(31 - rest) % 31]);
  }
});
