import { expect, test } from 'vitest';
import { belonging } from '../../src/artifacts/belonging.ts';
import { documentTrouble } from '../../src/artifacts/document-trouble.ts';
import type { DocumentReading } from '../../src/model/document.ts';
import type { Look } from '../../src/model/snapshot.ts';
import { Unit } from '../../src/model/unit.ts';

const answered: Look = {
  url: 'http://lyj.minghu.gov.cn/a.zip',
  finalUrl: 'http://lyj.minghu.gov.cn/a.zip',
  hops: [],
  purpose: 'page',
  via: 'http',
  foundOn: 'http://lyj.minghu.gov.cn/',
  anchorText: '政府采购',
  fetchedAt: '2026-11-20T01:00:00.000Z',
  unchangedSince: null,
  elapsedMs: 10,
  attempts: 1,
  address: '127.0.0.1',
  security: null,
  status: 200,
  failure: null,
  headers: { 'content-type': 'application/zip' },
  truncated: false,
  bytes: 0,
  bodySha256: null,
};

const read: DocumentReading = { format: 'pdf', text: '明湖市林业局2026年部门预算\n收入合计 1280.50', tables: [], pages: 3, unread: null };
const lyj = Unit.parse({ id: 'lyj', name: '明湖市林业局', type: 'department', sites: [{ url: 'http://lyj.minghu.gov.cn/' }] });
const ybj = Unit.parse({ id: 'ybj', name: '明湖市医疗保障局', type: 'department', sites: [{ url: 'http://ybj.minghu.gov.cn/' }] });
const owner = belonging(lyj, [lyj, ybj]);
const opened: Partial<Look> = { bytes: 900, bodySha256: 'a' };

test.for([
  ['a document that was read', opened, {}, null],
  ['one that could not be read', opened, { text: '', unread: '是扫描件，没有可读取的文字' }, 'unsure'],
  ['one without a word in it, which may be a drawing', opened, { text: ' \n ' }, 'unsure'],
  ['another unit’s', opened, { text: '明湖市医疗保障局2026年部门预算\n收入合计 980.00' }, 'wrong-unit'],
  ['one that names another unit beside the own', opened, { text: '附件\n明湖市医疗保障局、明湖市林业局2026年联合通知' }, null],
  ['an error page under the name of a file', opened, { format: 'html', text: '您访问的页面不存在' }, 'soft-404'],
  ['some other page under the name of a file', opened, { format: 'html', text: '请登录后下载。用户名 密码' }, 'unsure'],
] as const)('%s', ([, look, reading, kind]) =>
  expect(documentTrouble({ ...answered, ...look }, { ...read, ...reading }, owner)?.kind ?? null).toBe(kind),
);

test.for([
  ['one that nobody read', { bytes: 900, bodySha256: 'a' }, 'unsure'],
  ['one of 200 MB that was left alone', { headers: { 'content-length': '209715200' } }, 'unsure'],
  ['one whose size nobody said', {}, 'unsure'],
  ['one that says it is empty', { headers: { 'content-length': '0' } }, 'empty'],
  ['one that was read and is empty', { bodySha256: 'a' }, 'empty'],
  ['one that was cut off', { bytes: 900, bodySha256: 'a', truncated: true }, 'unsure'],
  ['one that was only tried', { purpose: 'link' as const, headers: { 'content-length': '0' } }, 'unsure'],
  ['one that is gone', { status: 404 }, 'dead'],
] as const)('%s', ([, look, kind]) => expect(documentTrouble({ ...answered, ...look }, null, owner)?.kind ?? null).toBe(kind));

test('what was never looked at is unsure', () => expect(documentTrouble(null, null, owner)?.kind).toBe('unsure'));
test('the size is told', () =>
  expect(documentTrouble({ ...answered, headers: { 'content-length': '209715200' } }, null, owner)?.reason).toBe(
    '文件约210MB，没有下载，未能读取',
  ));

test('forms that the finance bureau drew up are for a person to judge', () => {
  const finance = Unit.parse({ id: 'czj', name: '明湖市财政局', type: 'department', sites: [{ url: 'http://czj.minghu.gov.cn/' }] });
  const among = belonging(lyj, [lyj, ybj, finance]);
  const look = { ...answered, bytes: 100, bodySha256: 'a'.repeat(64) };
  const troubleOf = (text: string) => documentTrouble(look, { ...read, text }, among);
  expect(troubleOf('明湖市财政局\n2026年部门预算公开表\n收入合计 1280.50')).toMatchObject({ kind: 'unsure' });
  expect(troubleOf('明湖市医疗保障局2026年部门预算公开表\n收入合计 1280.50')).toMatchObject({ kind: 'wrong-unit' });
});
