import { expect, test } from 'vitest';
import { parseSrcset } from '../../src/artifacts/srcset.ts';

test.for([
  ['', []],
  [' , ,', []],
  ['a.jpg', ['a.jpg']],
  ['a.jpg 1x, b.jpg 2x', ['a.jpg', 'b.jpg']],
  ['a.jpg,b.jpg 2x', ['a.jpg,b.jpg']],
  ['a.jpg, b.jpg', ['a.jpg', 'b.jpg']],
  ['a.jpg,, b.jpg', ['a.jpg', 'b.jpg']],
  ['w_100,h_50/a.jpg 100w, w_200,h_50/a.jpg 200w', ['w_100,h_50/a.jpg', 'w_200,h_50/a.jpg']],
  ['a.jpg (x, y) 1x, b.jpg', ['a.jpg', 'b.jpg']],
  ['data:image/gif;base64,R0lG 1x, b.jpg 2x', ['data:image/gif;base64,R0lG', 'b.jpg']],
  ['\n a.jpg\t1x\n,\n b.jpg 2x ', ['a.jpg', 'b.jpg']],
  [' ,a.jpg', ['a.jpg']],
] as const)('%j', ([srcset, addresses]) => expect(parseSrcset(srcset)).toEqual(addresses));

test('a hostile value is read in linear time', () => {
  const started = performance.now();
  expect(parseSrcset(`${','.repeat(300_000)}a${','.repeat(300_000)}b`)).toHaveLength(1);
  expect(parseSrcset('a, '.repeat(100_000))).toHaveLength(100_000);
  expect(performance.now() - started).toBeLessThan(5000);
});
