import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { calendarYears, loadCalendar } from '../../src/config/load-calendar.ts';
import { GongkaiError } from '../../src/model/errors.ts';
import { temporaryFolders } from '../temporary-folders.ts';

const newFolder = temporaryFolders();

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = join(newFolder(), 'calendars');
  mkdirSync(folder);
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  return folder;
}

const yearOf = (year: number, day: string) =>
  `year: ${year}\nnotices: [https://www.gov.cn/tz.htm]\nholidays:\n  - name: 元旦\n    off: [${day}]\n`;

describe('calendars', () => {
  test('those of the program have every year since the first notice under the rules of 2007', () => {
    expect(calendarYears('data/calendars')).toEqual(Array.from({ length: 20 }, (_, index) => 2007 + index));
  });

  test('a year that was added on this machine joins them, and one that was changed takes its place', () => {
    const folder = folderWith({ '2027.yaml': yearOf(2027, '2027-01-01'), '2026.yaml': yearOf(2026, '2026-11-20'), 'readme.txt': '' });
    const { years, isWorkday } = loadCalendar(['data/calendars', folder, join(folder, 'nowhere')]);
    expect(years.at(-1)).toBe(2027);
    expect(isWorkday('2026-11-20')).toEqual({ ok: true, value: false });
    expect(isWorkday('2026-12-31')).toEqual({ ok: true, value: true });
  });

  test.for<[string, string, RegExp]>([
    ['another year inside', yearOf(2028, '2028-01-01'), /2027\.yaml：写的是2028年，与文件名不一致，请.*。$/],
    ['a day of another year', yearOf(2027, '2026-12-31'), /2026-12-31不是2027年的日子/],
    ['a day twice', yearOf(2027, '2027-01-01, 2027-01-01'), /2027-01-01写了两次/],
    ['no day at all', yearOf(2027, '正月初一'), /第 5 行.*应为日期/],
    ['no notice', 'year: 2027\nnotices: []\nholidays: [{ name: 元旦, off: [2027-01-01] }]\n', /放假通知的网址/],
    ['nothing in it', 'year: 2027\nnotices: [https://www.gov.cn/tz.htm]\nholidays: []\n', /日历不完整/],
    ['a misspelt key', `${yearOf(2027, '2027-01-01')}    rest: []\n`, /rest/],
  ])('%s is refused in one sentence', ([, text, message]) => {
    const folder = folderWith({ '2027.yaml': text });
    expect(() => loadCalendar([folder])).toThrow(GongkaiError);
    expect(() => loadCalendar([folder])).toThrow(message);
  });
});
