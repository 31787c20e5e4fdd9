import { describe, expect, test } from 'vitest';
import { parametersOf, placeOf, templateOf } from '../../src/crawl/address-template.ts';

const host = 'http://www.minghu.test';

describe('templateOf', () => {
  test.for([
    ['/art/2026/11/2/art_7_12.html', '/art/2025/3/19/art_8_9.html'],
    ['/x?page=2&id=7', '/x?id=8&page=3'],
    ['/d/3f9a0c77b1e2.html', '/d/a0b1c2d3e4f5.html'],
    ['/d/3f2504e0-4f89-11d3-9a0c-0305e82c3301/', '/d/6fa459ea-ee8a-3ca4-894e-db77e160355e/'],
    ['/x?t=abc', '/x?t=xyz'],
  ])('%s and %s are of one kind', ([one, other]) => expect(templateOf(host + one)).toBe(templateOf(host + other)));

  test.for([
    ['/zwgk/1.html', '/jyj/1.html'],
    ['/x?page=2', '/x?id=2'],
    ['/x', '/x?id=2'],
  ])('%s and %s are not', ([one, other]) => expect(templateOf(host + one)).not.toBe(templateOf(host + other)));
});

test('a place is a kind without its query', () => {
  expect(placeOf(`${host}/list_3.html?a=1`)).toBe(placeOf(`${host}/list_4.html`));
});

test.for([
  ['/x', []],
  ['/x?', []],
  [
    '/x?a=1&b=2=3&&c#d?e=f',
    [
      ['a', '1'],
      ['b', '2=3'],
      ['c', ''],
    ],
  ],
] as const)('the parameters of %s', ([path, parameters]) => expect(parametersOf(host + path)).toEqual(parameters));
