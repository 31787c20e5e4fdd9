import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exemptionTemplate, readExemptions } from '../../src/config/load-exemptions.ts';
import { exemptionFor } from '../../src/model/exemption.ts';
import { toCsv } from '../../src/report/csv.ts';
import { temporaryFolders } from '../temporary-folders.ts';

const newFolder = temporaryFolders();
const known = { units: new Set(['jyj', 'minghu-jyj']), checks: new Set(['administrative-penalty', 'statistics']) };
const headings = ['单位编码', '检查项编号', '理由', '批准人', '批准日期', '起始日期', '截止日期'];
const good = ['jyj', 'statistics', '没有统计职能', '市政务公开办', '2026/1/12', '2026年1月1日', '2026-12-31'];

function read(rows: readonly (readonly string[])[], name = 'a.csv') {
  const file = join(newFolder(), name);
  writeFileSync(file, toCsv(rows));
  return readExemptions(file, known);
}

describe('a table of exemptions', () => {
  test('is read with its dates in any usual form, below a title, in any order of columns', async () => {
    const wanted = { unit: 'jyj', check: 'statistics', reason: '没有统计职能', approvedBy: '市政务公开办' };
    const dates = { on: '2026-01-12', from: '2026-01-01', until: '2026-12-31' };
    expect(await read([['明湖市2026年不适用审批'], headings, good])).toEqual([{ ...wanted, ...dates }]);
    expect(await read([headings.toReversed(), good.toReversed()])).toEqual([{ ...wanted, ...dates }]);
  });

  test('the template is valid, and an empty table releases nobody', async () => {
    expect(await read(exemptionTemplate)).toHaveLength(1);
    expect(await read([headings])).toEqual([]);
  });

  const changed = (column: number, cell: string) => good.map((old, index) => (index === column ? cell : old));
  test.for<[string, readonly (readonly string[])[], RegExp]>([
    ['an unknown unit', [headings, changed(0, 'zzz')], /行 2“单位编码”列：名单中没有“zzz”/],
    ['an unknown check', [headings, changed(1, 'zzz')], /行 2“检查项编号”列：没有检查项“zzz”/],
    ['no reason', [headings, changed(2, '')], /行 2“理由”列：没有填写/],
    ['no approver', [headings, changed(3, ' ')], /行 2“批准人”列：没有填写/],
    ['a day that is none', [headings, changed(4, '2026-02-30')], /行 2“批准日期”列：应为日期/],
    ['an end before its beginning', [headings, changed(6, '2025-12-31')], /行 2“截止日期”列：截止日期早于起始日期/],
    ['the same twice at one time', [headings, good, good], /行 3：“jyj”的“statistics”在同一段时间内写了两次/],
    ['a missing column', [headings.slice(1), good.slice(1)], /缺少“单位编码”列/],
    ['no heading at all', [good], /缺少“单位编码”/],
  ])('%s is refused, with row and column', async ([, rows, words]) => {
    await expect(read(rows)).rejects.toMatchObject({ code: 'EXEMPTIONS_INVALID', message: expect.stringMatching(words) });
  });

  test('another format is refused', async () => {
    await expect(read([headings], 'a.txt')).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
  });
});

test.for([
  ['2025-12-31', false],
  ['2026-01-01', true],
  ['2026-12-31', true],
  ['2027-01-01', false],
] as const)('both days included: on %s %s', ([today, holds]) => {
  const one = {
    unit: 'jyj',
    check: 'statistics',
    reason: '无',
    approvedBy: '甲',
    on: '2026-01-12',
    from: '2026-01-01',
    until: '2026-12-31',
  };
  expect(exemptionFor([one], 'statistics', today) !== null).toBe(holds);
  expect(exemptionFor([one], 'emergency', today)).toBeNull();
});
