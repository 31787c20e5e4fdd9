import { expect, test } from 'vitest';
import { documentTrouble } from '../../src/artifacts/document-trouble.ts';
import type { Look } from '../../src/model/snapshot.ts';

const answered: Look = {
  url: 'http://lyj.minghu.gov.cn/a.zip',
  finalUrl: 'http://lyj.minghu.gov.cn/a.zip',
  hops: [],
  purpose: 'page',
  via: 'http',
  foundOn: 'http://lyj.minghu.gov.cn/',
  anchorText: '政府采购',
  fetchedAt: '2026-11-20T01:00:00.000Z',
  elapsedMs: 10,
  attempts: 1,
  address: '127.0.0.1',
  status: 200,
  failure: null,
  headers: { 'content-type': 'application/zip' },
  truncated: false,
  bytes: 0,
  bodySha256: null,
};

test.for([
  ['a document that was read', { bytes: 900, bodySha256: 'a' }, null],
  ['one of 200 MB that was left alone', { headers: { 'content-length': '209715200' } }, 'unsure'],
  ['one whose size nobody said', {}, 'unsure'],
  ['one that says it is empty', { headers: { 'content-length': '0' } }, 'empty'],
  ['one that was read and is empty', { bodySha256: 'a' }, 'empty'],
  ['one that was cut off', { bytes: 900, bodySha256: 'a', truncated: true }, 'unsure'],
  ['one that was only tried', { purpose: 'link' as const, headers: { 'content-length': '0' } }, 'unsure'],
  ['one that is gone', { status: 404 }, 'dead'],
] as const)('%s', ([, look, kind]) => expect(documentTrouble({ ...answered, ...look })?.kind ?? null).toBe(kind));

test('what was never looked at is unsure', () => expect(documentTrouble(null)?.kind).toBe('unsure'));
test('the size is told', () =>
  expect(documentTrouble({ ...answered, headers: { 'content-length': '209715200' } })?.reason).toBe('文件约210MB，没有下载，未能读取'));
