import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { unitsCommand } from '../../src/cli/commands/units.ts';
import { readRoster } from '../../src/config/roster.ts';
import { templateRows } from '../../src/config/roster-template.ts';
import { openStore } from '../../src/store/open-store.ts';
import { sqliteDialect } from '../../src/store/sqlite.ts';
import { temporaryFolders } from '../temporary-folders.ts';
import { runProgram } from './run-program.ts';

const newFolder = temporaryFolders();

/** The commands in a folder of their own, on a real database in it. Answers what they print, or throws. */
function unitsIn(folder: string) {
  const open = async () => {
    const store = await openStore(sqliteDialect(join(folder, 'gongkai.db')));
    return { store, close: () => store.close() };
  };
  return async (...args: readonly string[]): Promise<string> => {
    const printed: string[] = [];
    await unitsCommand({ open, write: text => void printed.push(text) }).parseAsync(
      args.map(arg => (arg === roster ? join(folder, arg) : arg)),
      { from: 'user' },
    );
    return printed.join('');
  };
}

const roster = '名单.csv';
function rosterOf(folder: string, ...rows: readonly string[]): string {
  writeFileSync(join(folder, roster), ['单位编码,单位名称,单位类别,考评分组,网站首页', ...rows].join('\n'));
  return roster;
}
const bureaus = (count: number) =>
  Array.from({ length: count }, (_, index) => `b${index},第${index}局,部门,一类部门,http://b${index}.example/`);
const district = 'q,明湖区政府,区政府,区县,';

describe('units import', () => {
  test('keeps the list, and says what changed in it', async () => {
    const folder = newFolder();
    const units = unitsIn(folder);
    expect(await units('import', rosterOf(folder, ...bureaus(5), district))).toBe(
      '已导入 6 个单位（县区政府 1 个、部门 5 个）；新增 6 个，修改 0 个，移出 0 个。\n其中 1 个没有填写网站首页，不会被检查。\n',
    );
    expect(await units('import', rosterOf(folder, ...bureaus(4), `${district}http://q.example/`))).toBe(
      '已导入 5 个单位（县区政府 1 个、部门 4 个）；新增 0 个，修改 1 个，移出 1 个。\n',
    );
  });

  test('refuses a list that shrank by more than a fifth unless that is confirmed', async () => {
    const folder = newFolder();
    const units = unitsIn(folder);
    await units('import', rosterOf(folder, ...bureaus(10)));
    await expect(units('import', rosterOf(folder, ...bureaus(7)))).rejects.toMatchObject({ code: 'ROSTER_SHRANK' });
    expect(await units('list')).toContain('共 10 个单位。');
    expect(await units('import', roster, '--confirm-shrink')).toContain('移出 3 个');
    expect(await units('list')).toContain('共 7 个单位。');
  });

  test('refuses a list with a fault as a whole; the old one stays', async () => {
    const folder = newFolder();
    const units = unitsIn(folder);
    await units('import', rosterOf(folder, ...bureaus(3)));
    await expect(units('import', rosterOf(folder, ...bureaus(4), 'x,某局,局机关,,'))).rejects.toThrow('行 6“单位类别”列：不认识“局机关”');
    expect(await units('list')).toContain('共 3 个单位。');
  });
});

describe('units list', () => {
  test('shows all, or those of a class or group', async () => {
    const folder = newFolder();
    const units = unitsIn(folder);
    await units('import', rosterOf(folder, ...bureaus(2), district));
    expect(await units('list')).toBe(
      'b0\t第0局\t部门\t一类部门\thttp://b0.example/\nb1\t第1局\t部门\t一类部门\thttp://b1.example/\nq\t明湖区政府\t县区政府\t区县\t\n共 3 个单位。\n',
    );
    expect(await units('list', '--type', '部门')).toMatch(/^b0.*\nb1.*\n共 2 个单位。\n$/);
    expect(await units('list', '--group', '区县')).toMatch(/^q.*\n共 1 个单位。\n$/);
    expect(await units('list', '--type', '部门', '--group', '区县')).toBe('共 0 个单位。\n');
  });

  test('--json prints the chosen units and nothing else', async () => {
    const folder = newFolder();
    const units = unitsIn(folder);
    expect(JSON.parse(await units('list', '--json'))).toEqual([]);
    await units('import', rosterOf(folder, ...bureaus(2), district));
    expect(JSON.parse(await units('list', '--type', 'county', '--json'))).toEqual([
      { id: 'q', name: '明湖区政府', aliases: [], type: 'county', group: '区县', powers: [], parent: null, sites: [] },
    ]);
  });

  test('of an empty database says how to begin', async () => {
    expect(await unitsIn(newFolder())('list')).toBe('还没有单位，请用 gongkai units import 导入名单。\n');
  });
});

test('units validate reads a list and keeps nothing', async () => {
  const folder = newFolder();
  expect(await unitsIn(folder)('validate', rosterOf(folder, ...bureaus(2)))).toMatch(/名单\.csv 有效：2 个单位（部门 2 个）。\n$/);
  expect(readdirSync(folder)).toEqual([roster]);
});

describe('as its users run it', () => {
  test('a list is imported from the folder they are in', async () => {
    const folder = newFolder();
    const run = await runProgram(folder, ['units', 'import', rosterOf(folder, ...bureaus(2))]);
    expect(run).toEqual({ code: 0, stdout: expect.stringMatching(/^已导入 2 个单位/), stderr: '' });
    expect(await runProgram(folder, ['units', 'list'])).toMatchObject({ code: 0, stdout: expect.stringContaining('第1局') });
  });

  test.for([[['list', '--type', '局']], [['template', 'x.pdf']], [['import']], [['import', 'nowhere.csv']]])(
    'wrong usage ends with 64 and a sentence: units %o',
    async ([args]) => {
      expect(await runProgram(newFolder(), ['units', ...args!])).toMatchObject({
        code: 64,
        stdout: '',
        stderr: expect.stringMatching(/[\u4e00-\u9fff].*。\n$/),
      });
    },
  );
});

describe('units template', () => {
  test.for(['名单.csv', '名单.xlsx'])('%s can be filled in and imported', async name => {
    const folder = newFolder();
    expect(await unitsIn(folder)('template', join(folder, name))).toContain(name);
    expect(await readRoster(join(folder, name))).toMatchObject([
      { id: 'minghu-jyj', name: '明湖市教育局', aliases: ['市教育局'], type: 'department', powers: ['permits', 'penalties', 'budget'] },
    ]);
  });

  test('a spreadsheet opens the CSV as Chinese', async () => {
    const folder = newFolder();
    await unitsIn(folder)('template', join(folder, 'x.csv'));
    expect(readFileSync(join(folder, 'x.csv')).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  });

  test('no cell begins like a formula', () => {
    expect(templateRows.flat().filter(cell => /^\s*[=+\-@＝＋－＠\t\r]/u.test(cell))).toEqual([]);
  });
});
