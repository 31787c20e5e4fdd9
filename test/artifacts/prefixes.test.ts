import { describe, expect, test } from 'vitest';
import { addressOwners, prefixOf } from '../../src/artifacts/prefixes.ts';

describe('an address lies under a prefix', () => {
  test.for([
    ['https://www.minghu.gov.cn/jyj/gkzn.html', 'https://www.minghu.gov.cn/jyj/', true],
    ['https://www.minghu.gov.cn/jyj', 'https://www.minghu.gov.cn/jyj/', true],
    ['https://www.minghu.gov.cn/jyj?id=1', 'https://www.minghu.gov.cn/jyj', true],
    ['https://www.minghu.gov.cn/jyjx/gkzn.html', 'https://www.minghu.gov.cn/jyj', false],
    ['http://minghu.gov.cn/jyj/a', 'https://www.minghu.gov.cn/jyj/', true],
    ['https://evil.example/?u=https://www.minghu.gov.cn/jyj/', 'https://www.minghu.gov.cn/jyj/', false],
    ['https://jyj.minghu.gov.cn.evil.example/', 'https://jyj.minghu.gov.cn/', false],
  ] as const)('%s under %s: %s', ([address, prefix, expected]) => {
    expect(addressOwners([{ prefix, owner: 'own' }])(address)).toBe(expected ? 'own' : 'unknown');
  });
});

test.for([
  ['https://www.minghu.gov.cn/', 'https://www.minghu.gov.cn/'],
  ['https://www.minghu.gov.cn', 'https://www.minghu.gov.cn/'],
  ['https://www.minghu.gov.cn/index', 'https://www.minghu.gov.cn/'],
  ['https://www.minghu.gov.cn/index.html', 'https://www.minghu.gov.cn/'],
  ['https://www.minghu.gov.cn/jyj', 'https://www.minghu.gov.cn/jyj/'],
  ['https://www.minghu.gov.cn/jyj/index.shtml', 'https://www.minghu.gov.cn/jyj/'],
  ['https://www.minghu.gov.cn/list?unit=3', 'https://www.minghu.gov.cn/'],
] as const)('what belongs to %s: %s', ([address, prefix]) => {
  expect(prefixOf(address)).toBe(prefix);
});

test('the longest prefix tells whose an address is, of equal ones the first', () => {
  const ownerOf = addressOwners([
    { prefix: 'https://www.minghu.gov.cn/', owner: 'city' },
    { prefix: 'https://www.minghu.gov.cn/', owner: 'office' },
    { prefix: 'https://minghu.gov.cn/jyj/', owner: 'bureau' },
    { prefix: 'https://www.minghu.gov.cn:8080/', owner: 'other' },
  ]);
  expect(
    [
      'http://minghu.gov.cn/a',
      'https://www.minghu.gov.cn/jyj/b',
      'https://www.minghu.gov.cn:8080/jyj/',
      'https://a.gov.cn/',
      'no address',
    ].map(ownerOf),
  ).toEqual(['city', 'bureau', 'other', 'unknown', 'unknown']);
});
