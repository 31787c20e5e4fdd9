import { describe, expect, test } from 'vitest';
import { startsWithPrefix } from '../../src/artifacts/prefixes.ts';

describe('startsWithPrefix', () => {
  test.for([
    ['https://www.minghu.gov.cn/jyj/gkzn.html', 'https://www.minghu.gov.cn/jyj/', true],
    ['https://www.minghu.gov.cn/jyj', 'https://www.minghu.gov.cn/jyj/', true],
    ['https://www.minghu.gov.cn/jyj?id=1', 'https://www.minghu.gov.cn/jyj', true],
    ['https://www.minghu.gov.cn/jyjx/gkzn.html', 'https://www.minghu.gov.cn/jyj', false],
    ['http://minghu.gov.cn/jyj/a', 'https://www.minghu.gov.cn/jyj/', true],
    ['https://evil.example/?u=https://www.minghu.gov.cn/jyj/', 'https://www.minghu.gov.cn/jyj/', false],
    ['https://jyj.minghu.gov.cn.evil.example/', 'https://jyj.minghu.gov.cn/', false],
  ] as const)('%s under %s: %s', ([address, prefix, expected]) => {
    expect(startsWithPrefix(address, prefix)).toBe(expected);
  });
});
