import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bankAccount, creditCode, identityNumber, mobileNumber, orderNumber } from '../../fixtures/city/documents/lists/numbers.ts';
import { identityNumbersIn, isCardNumber, isMobileNumber, masked, withoutPersonalData } from '../../src/text/personal-data.ts';

const today = '2026-11-20';
const born = fc
  .date({ min: new Date('1930-01-01'), max: new Date('2026-11-19'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10).replaceAll('-', ''));
const sequence = fc.integer({ min: 0, max: 999 });

describe('citizen’s numbers', () => {
  test('are found wherever they stand, and never shown', () => {
    fc.assert(
      fc.property(born, sequence, fc.constantFrom('身份证号', '（', ' ', '男，'), (day, order, before) => {
        const number = identityNumber(day, order);
        expect(identityNumbersIn(`苇一${before}${number}，荷风镇`, today)).toEqual([{ number, at: 2 + before.length }]);
        expect(masked(number)).not.toContain(number.slice(4, 16));
        expect(withoutPersonalData(`苇一${before}${number}。`)).toBe(`苇一${before}${masked(number)}。`);
      }),
    );
  });

  test('with another check character, of a firm or of an order are none', () => {
    fc.assert(
      fc.property(born, sequence, (day, order) => {
        expect(identityNumbersIn(`发放批次${orderNumber(day, order)}`, today)).toEqual([]);
        expect(identityNumbersIn(`统一社会信用代码：${creditCode(order)}`, today)).toEqual([]);
        expect(identityNumbersIn(`流水号${identityNumber(day, order)}`, today)).toEqual([]);
        expect(identityNumbersIn(`账号99${identityNumber(day, order)}`, today)).toEqual([]);
      }),
    );
  });

  test.for([
    ['a day that does not exist', identityNumber('20010231', 7)],
    ['a day to come', identityNumber('20270101', 7)],
    ['hidden in the middle', masked(identityNumber('19900101', 12))],
    ['seventeen digits', identityNumber('19900101', 12).slice(0, 17)],
  ] as const)('%s is none', ([, number]) => expect(identityNumbersIn(`身份证号${number}`, today)).toEqual([]));
});

test('accounts and mobiles by their form', () => {
  expect(isCardNumber(bankAccount(7))).toBe(true);
  expect(isCardNumber(`${bankAccount(7).slice(0, -1)}${(Number(bankAccount(7).at(-1)) + 1) % 10}`)).toBe(false);
  expect(isCardNumber('0000000000000000')).toBe(false);
  expect(isMobileNumber(mobileNumber(12))).toBe(true);
  expect(isMobileNumber('0567-8202088')).toBe(false);
  expect(isMobileNumber('154****0001')).toBe(false);
  expect(withoutPersonalData(`银行账号：${bankAccount(7)}`)).toBe(`银行账号：${masked(bankAccount(7))}`);
  expect(withoutPersonalData(`订单：${bankAccount(7)}`)).toContain(bankAccount(7));
});
