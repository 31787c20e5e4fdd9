import fc from 'fast-check';
import { getDomain } from 'tldts';
import { expect, test } from 'vitest';
import { otherFormsOf } from '../../src/text/other-forms.ts';

test.for([
  [
    'http://minghu.gov.cn/zwgk/?a=1',
    ['https://minghu.gov.cn/zwgk/?a=1', 'http://www.minghu.gov.cn/zwgk/?a=1', 'https://www.minghu.gov.cn/zwgk/?a=1'],
  ],
  ['https://www.minghu.gov.cn/', ['http://www.minghu.gov.cn/', 'https://minghu.gov.cn/', 'http://minghu.gov.cn/']],
  ['http://jyj.minghu.gov.cn/', ['https://jyj.minghu.gov.cn/', 'http://www.jyj.minghu.gov.cn/', 'https://www.jyj.minghu.gov.cn/']],
  ['http://minghu.gov.cn:8080/a', ['http://www.minghu.gov.cn:8080/a']],
  ['http://192.0.2.7/', ['https://192.0.2.7/']],
  ['http://192.0.2.7:81/', []],
  ['http://localhost/', ['https://localhost/']],
  // Without “www.” nothing but the public suffix would be left.
  ['http://www.gov.cn/', ['https://www.gov.cn/']],
  ['ftp://minghu.gov.cn/', []],
  ['mailto:a@minghu.gov.cn', []],
  ['政府', []],
] as const)('%s', ([address, forms]) => {
  expect(otherFormsOf(address)).toEqual(forms);
});

test('no other form belongs to another domain, or is the address itself', () => {
  fc.assert(
    fc.property(fc.webUrl(), address => {
      for (const form of otherFormsOf(address)) {
        expect(getDomain(form, { allowPrivateDomains: true })).toBe(getDomain(address, { allowPrivateDomains: true }));
        expect(new URL(form).origin).not.toBe(new URL(address).origin);
      }
    }),
  );
});
