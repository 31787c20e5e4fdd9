import { describe, expect, test } from 'vitest';
import { parseSrcset } from '../../src/artifacts/srcset.ts';

describe('splitting (HTML standard §4.8.4.2.2)', () => {
  test.for([
    ['', []],
    [',', []],
    [' , ,', []],
    ['a.jpg', ['a.jpg']],
    ['a.jpg 1x, b.jpg 2x', ['a.jpg', 'b.jpg']],
    ['a.jpg,b.jpg 2x', ['a.jpg,b.jpg']],
    ['a.jpg, b.jpg', ['a.jpg', 'b.jpg']],
    ['a.jpg,, b.jpg', ['a.jpg', 'b.jpg']],
    ['a.jpg ,b.jpg', ['a.jpg', 'b.jpg']],
    ['a.jpg 1x,b.jpg 2x', ['a.jpg', 'b.jpg']],
    ['w_100,h_50/a.jpg 100w, w_200,h_50/a.jpg 200w', ['w_100,h_50/a.jpg', 'w_200,h_50/a.jpg']],
    ['data:image/gif;base64,R0lG 1x, b.jpg 2x', ['data:image/gif;base64,R0lG', 'b.jpg']],
    ['\n a.jpg\t1x\n,\n b.jpg 2x ', ['a.jpg', 'b.jpg']],
    ['\t\ta\t\t1x\t\t', ['a']],
    ['\f\fa\f\f1x\f\f', ['a']],
    ['\r\ra\r\r1x\r\r', ['a']],
    [' ,a.jpg', ['a.jpg']],
    [' , ,,a.jpg', ['a.jpg']],
    ['a ', ['a']],
    ['a ,', ['a']],
    ['a,', ['a']],
    ['a, ', ['a']],
    ['a,,,', ['a']],
    ['a,, , ', ['a']],
    // Other white space belongs to the address.
    ['\v\va\v\v1x\v\v', ['\v\va\v\v1x\v\v']],
    ['\u00a0a', ['\u00a0a']],
    ['a\u00a0', ['a\u00a0']],
    ['\u3000a.jpg 1x', ['\u3000a.jpg']],
  ] as const)('%j', ([srcset, addresses]) => expect(parseSrcset(srcset)).toEqual(addresses));
});

describe('where descriptors end', () => {
  test.for([
    ['a 1x', ['a']],
    ['a 1x ', ['a']],
    ['a 1x,', ['a']],
    ['a ( , b 1x, ), c', ['c']],
    ['a ((( , b 1x, ), c', ['c']],
    ['a (x, y) 1x, b', ['b']],
    ['a [ , b 1x, ], c', ['b', ']', 'c']],
    ['a { , b 1x, }, c', ['b', '}', 'c']],
    ['a " , b 1x, ", c', ['b', '"', 'c']],
    ['a \\,d;\\,b, c', ['d;\\,b', 'c']],
    ['a, b (', ['a']],
    ['a, b (  ', ['a']],
    ['a, b (,', ['a']],
    ['a, b (x', ['a']],
    ['a, b ()', ['a']],
    ['a (, b', []],
    ['a /*, b, c */', ['b']],
    ['a //, b', ['b']],
  ] as const)('%j', ([srcset, addresses]) => expect(parseSrcset(srcset)).toEqual(addresses));
});

describe('descriptors that a browser understands', () => {
  test.for([
    ...['1w', '1w 1h', '1h 1w', '100w  50h', '007w'],
    ...['0x', '-0x', '1x', '1e0x', '1E0x', '1e-1x', '1.5e1x', '1.0x', '.5x', '.5e1x', '2e+1x'],
  ])('a %s', descriptors => expect(parseSrcset(`a ${descriptors}, b`)).toEqual(['a', 'b']));
});

describe('a candidate with others is never loaded, and the next one is read', () => {
  test.for([
    ...['foo', 'foo foo', 'foo 1x', 'foo 1x foo', 'foo 1w', 'foo 1w foo', '1x 1x', '1w 1w', '1w 1x', '1x 1w', '1h 1h', '1h 1x'],
    ...['1h 1w 1x', '1x 1w 1h', '1h', '1h foo', 'foo 1h', '0w', '-1w', '1w -1w', '1.0w', '1w 1.0w', '1e0w', '1www', '+1w', '1W'],
    ...['Infinityw', 'NaNw', '0x1w', '0X1w', '1\u0001w', '1\u00a0w', '1\u3000w', '\ufeff1w', '1w 0h', '1w -1h', '1w 1.0h', '1w 1e0h'],
    ...['1w 1hhh', '1w +1h', '1w 1H', '1w Infinityh', '0x1h', '1w \u00a01h', '1x -0x', '-1x', '1x -1x', '1x 1.5e1x', '1x 1e1.5x'],
    ...['-x', '.x', '-.x', '1.x', 'x', '+1x', '1X', 'Infinityx', 'NaNx', '0x1x', '1\u2000x', '\u00011x', '1x 1.0x', '1e1.5x', '1ex'],
  ])('a %j', descriptors => expect(parseSrcset(`a ${descriptors}, b 2x`)).toEqual(['b']));
});

test('a hostile value is read in linear time', () => {
  expect(parseSrcset(`${','.repeat(300_000)}a${','.repeat(300_000)}b`)).toHaveLength(1);
  expect(parseSrcset('a, '.repeat(100_000))).toHaveLength(100_000);
  expect(parseSrcset(`a ${'1'.repeat(300_000)} ${'1e'.repeat(100_000)}x`)).toEqual([]);
  expect(parseSrcset(`${'a ('.repeat(100_000)}`)).toEqual([]);
});
