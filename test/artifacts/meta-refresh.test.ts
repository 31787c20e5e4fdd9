import { expect, test } from 'vitest';
import { parseMetaRefresh } from '../../src/artifacts/meta-refresh.ts';

test.for([
  ['5', 5, null],
  ['5;', 5, null],
  [' 5 ', 5, null],
  ['5; url=/a', 5, '/a'],
  ["0; URL='/a b'", 0, '/a b'],
  ['0;url="/a"; more', 0, '/a'],
  ["0;url='/a", 0, '/a'],
  ['1 url=/a', 1, '/a'],
  ['1, /a', 1, '/a'],
  ['1;/a', 1, '/a'],
  ["1;'/a'x", 1, '/a'],
  ['1;\t\nUrl \n=\f/a', 1, '/a'],
  ['1.5e;url=/a', 1, undefined],
  ['1.99;url=/a', 1, '/a'],
  ['.5;url=/a', 0, '/a'],
  ['1;url', 1, 'url'],
  ['1;url /a', 1, 'url /a'],
  ['1;ur=/a', 1, 'ur=/a'],
  ['1;url=', 1, ''],
  ['1;url==/a', 1, '=/a'],
] as const)('%j', ([content, seconds, reference]) => {
  expect(parseMetaRefresh(content)).toEqual(reference === undefined ? null : { seconds, reference });
});

test.for(['', 'url=/a', ';url=/a', '-1;url=/a', 'x5;url=/a', '5x;url=/a', '5 '.replace('5', '五')])('%j is no refresh', content =>
  expect(parseMetaRefresh(content)).toBeNull(),
);
