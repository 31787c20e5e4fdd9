import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeGbk } from '../../fixtures/city/gbk.ts';
import { toWorkbook } from '../../src/cli/write-workbook.ts';
import { readRoster } from '../../src/config/roster.ts';
import type { GongkaiError } from '../../src/model/errors.ts';
import { temporaryFolders } from '../temporary-folders.ts';

const temporaryFolder = temporaryFolders();

function temporaryFile(name: string, content: string | Uint8Array): string {
  const file = join(temporaryFolder(), name);
  writeFileSync(file, content);
  return file;
}

const headings = '单位编码,单位名称,别名,单位类别,考评分组,上级单位,网站首页,信息公开专栏,网址范围,职权';
const city = 'minghu,明湖市人民政府,,市级政府,,,https://www.minghu.example/,,,';
const bureau =
  'jyj,明湖市教育局,市教育局、教育局,部门,一类部门,minghu,https://jyj.minghu.example/,https://jyj.minghu.example/gk/,https://jyj.minghu.example/,"行政许可、行政处罚，预算单位"';

const csv = (...rows: readonly string[]) => temporaryFile('名单.csv', rows.join('\r\n'));
/** The error by which a roster is refused; it must say all of `words`. */
async function expectRefusal(file: string, ...words: readonly string[]): Promise<GongkaiError> {
  const error = await readRoster(file).then(
    () => expect.fail('was accepted'),
    error => error,
  );
  expect(error).toMatchObject({ name: 'GongkaiError', code: 'ROSTER_INVALID' });
  for (const word of words) expect(error.message).toContain(word);
  return error;
}

describe('a table that is in order', () => {
  test('every column becomes a field, in the order of the rows', async () => {
    expect(await readRoster(csv(headings, city, bureau))).toEqual([
      {
        id: 'minghu',
        name: '明湖市人民政府',
        aliases: [],
        type: 'city',
        group: null,
        powers: [],
        parent: null,
        sites: [{ url: 'https://www.minghu.example/', disclosureUrl: null, prefixes: [] }],
      },
      {
        id: 'jyj',
        name: '明湖市教育局',
        aliases: ['市教育局', '教育局'],
        type: 'department',
        group: '一类部门',
        powers: ['permits', 'penalties', 'budget'],
        parent: 'minghu',
        sites: [
          {
            url: 'https://jyj.minghu.example/',
            disclosureUrl: 'https://jyj.minghu.example/gk/',
            prefixes: ['https://jyj.minghu.example/'],
          },
        ],
      },
    ]);
  });

  test('the order of the columns means nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }), async order => {
        const rows = [headings, city, 'jyj,明湖市教育局,教育局,部门,一类部门,minghu'].map(row => row.split(','));
        const shuffled = rows.map(row => order.map(column => row[column]).join(','));
        const [, unit] = await readRoster(csv(...shuffled));
        expect(unit).toMatchObject({
          id: 'jyj',
          name: '明湖市教育局',
          aliases: ['教育局'],
          type: 'department',
          group: '一类部门',
          parent: 'minghu',
        });
      }),
      { numRuns: 25 },
    );
  });

  test.for<[name: string, content: string | Uint8Array]>([
    ['UTF-8', `${headings}\n${city}`],
    ['UTF-8 with a byte order mark', `\ufeff${headings}\n${city}`],
    ['GBK', encodeGbk(`${headings}\r\n${city}\r\n`)],
    ['UTF-16 with tabs, a spreadsheet’s “Unicode text”', Buffer.from(`\ufeff${headings}\r\n${city}\r\n`.replaceAll(',', '\t'), 'utf16le')],
  ])('CSV in %s', async ([, content]) => {
    expect(await readRoster(temporaryFile('roster.csv', content))).toMatchObject([{ id: 'minghu', name: '明湖市人民政府', type: 'city' }]);
  });

  test('a workbook reads as the same table does', async () => {
    const rows = [headings, city].map(row => row.split(','));
    const file = temporaryFile('名单.XLSX', await toWorkbook(rows, '单位名单'));
    expect(await readRoster(file)).toEqual(await readRoster(csv(headings, city)));
  });

  test('a workbook’s numbers and dates are codes as they are seen, not sums', async () => {
    const { default: writeXlsxFile } = await import('write-excel-file/node');
    const cells = [
      ['单位编码', '单位名称', '单位类别'].map(value => ({ value })),
      [{ value: 44010 }, { value: '明湖市教育局' }, { value: '部门' }],
    ];
    const file = temporaryFile('名单.xlsx', await writeXlsxFile(cells).toBuffer());
    expect(await readRoster(file)).toMatchObject([{ id: '44010' }]);
  });

  test.for<[name: string, rows: string[]]>([
    ['a title and a note above the headings', ['明湖市考评单位名单,,', '（2026年）,,', '单位编码,单位名称,单位类别', 'a,甲局,部门']],
    ['headings with remarks, spaces and full-width letters', ['ＩＤ,单位 名称（必填）,*单位类别*', 'a,甲局,部门']],
    ['columns of one’s own for numbering and remarks', ['序号,单位编码,单位名称,单位类别,备注', '1,a,甲局,部门,合署办公']],
    ['full-width and spread-out cells', ['单位编码,单位名称,单位类别', ' ａ ,甲　局,部 门']],
    ['empty rows between', ['单位编码,单位名称,单位类别', ',,', '', 'a,甲局,部门', ',,']],
    ['a row shorter than the headings', ['单位编码,单位名称,单位类别,职权', 'a,甲局,部门']],
    ['“无” and “-” for nothing', ['单位编码,单位名称,单位类别,上级单位,别名,职权,网站首页', 'a,甲局,部门,无,-,无,／']],
  ])('%s', async ([, rows]) => {
    expect(await readRoster(csv(...rows))).toEqual([
      { id: 'a', name: '甲局', aliases: [], type: 'department', group: null, powers: [], parent: null, sites: [] },
    ]);
  });

  test.for([
    ['县（市、区）', 'county'],
    ['区政府', 'county'],
    ['市政府', 'city'],
    ['省级政府', 'province'],
    ['委办局', 'department'],
    ['乡镇（街道）', 'township'],
    ['公共企业事业单位', 'public-body'],
    ['public-body', 'public-body'],
  ] as const)('the class %s is %s', async ([word, type]) => {
    expect(await readRoster(csv('编码,名称,类别', `a,甲,${word}`))).toMatchObject([{ type }]);
  });

  test('several sites stand in one cell; sections by order, prefixes by host', async () => {
    const cells = [
      '"https://a.example/\nhttp://b.example/"',
      'https://a.example/gk/',
      '"https://b.example/jyj/；https://a.example/,https://c.example/x/"',
    ];
    expect(await readRoster(csv('编码,名称,类别,网站首页,信息公开专栏,网址范围', `a,甲局,部门,${cells.join(',')}`))).toMatchObject([
      {
        sites: [
          { url: 'https://a.example/', disclosureUrl: 'https://a.example/gk/', prefixes: ['https://a.example/', 'https://c.example/x/'] },
          { url: 'http://b.example/', disclosureUrl: null, prefixes: ['https://b.example/jyj/'] },
        ],
      },
    ]);
  });

  test('codes belong to the sites in their order', async () => {
    const cells = ['"https://a.example/、https://b.example/、https://c.example/"', '"３４９９９９０００１、无、BM14000002"'];
    const [unit] = await readRoster(csv('编码,名称,类别,网站首页,网站标识码', `a,甲局,部门,${cells.join(',')}`));
    expect(unit?.sites.map(({ siteCode }) => siteCode)).toEqual(['3499990001', undefined, 'bm14000002']);
  });

  test('a code that is none, or has no site, is refused', async () => {
    const bad = csv('编码,名称,类别,网站首页,网站标识码', 'a,甲局,部门,https://a.example/,34999900', 'b,乙局,部门,,3499990001');
    await expectRefusal(bad, '行 2“网站标识码”列', '应为10位数字', '行 3“网站标识码”列', '填了 1 个标识码');
  });

  test('a comma inside an address does not split it', async () => {
    const url = 'https://a.example/col/col1,2;v=3/';
    expect(await readRoster(csv('编码,名称,类别,网址', `a,甲局,部门,"${url}"`))).toMatchObject([{ sites: [{ url }] }]);
  });

  test('a parent may be given by name, and stand below its child', async () => {
    const units = await readRoster(csv('编码,名称,类别,主管部门', 'b,乙中心,部门,甲 局', 'a,甲局,部门,'));
    expect(units.map(({ parent }) => parent)).toEqual(['a', null]);
  });
});

describe('a site’s consent to be visited faster', () => {
  const heads = '编码,名称,类别,网站首页,同意并发数,同意间隔秒数,同意人,同意日期,同意截止日期';
  const today = '2026-11-20';
  const read = (...rows: readonly string[]) => readRoster(csv(heads, ...rows), today);
  const consent = { inFlight: 8, gapSeconds: 0.1, approvedBy: '明湖市大数据局 王某', on: '2026-11-01', until: '2026-12-31' };

  test('stands in five columns', async () => {
    const [unit] = await read('a,甲局,部门,https://a.example/,8,0.1,明湖市大数据局 王某,2026/11/1,2026年12月31日');
    expect(unit?.sites[0]?.consent).toEqual(consent);
  });

  test('is read from a workbook, whose days are days', async () => {
    const rows = [
      heads.split(','),
      ['a', '甲局', '部门', 'https://a.example/', '8', '０.1秒', '明湖市大数据局 王某', '2026-11-01', '2026-12-31'],
    ];
    const file = temporaryFile('名单.xlsx', await toWorkbook(rows, '单位名单'));
    expect((await readRoster(file, today))[0]?.sites[0]?.consent).toEqual(consent);
  });

  test('belongs to the sites in their order', async () => {
    const [unit] = await read('a,甲局,部门,"https://a.example/、https://b.example/",无、8,无、0.1,无、王某,无、2026-11-01,-、2026-12-31');
    expect(unit?.sites.map(site => site.consent?.inFlight)).toEqual([undefined, 8]);
  });

  test('is a note of its own in a roster by hand', async () => {
    const yaml = `units:\n  - { id: a, name: 甲局, type: department, sites: [{ url: 'https://a.example/', consent: ${JSON.stringify(consent)} }] }`;
    expect((await readRoster(temporaryFile('a.yaml', yaml), today))[0]?.sites[0]?.consent).toEqual(consent);
    await expect(readRoster(temporaryFile('a.yaml', yaml), '2027-01-01')).rejects.toThrow('“consent”：网站的同意在2026-12-31已经到期');
  });

  test('holds through its last day', async () => {
    await expect(
      readRoster(csv(heads, 'a,甲局,部门,https://a.example/,8,0.1,王某,2026-11-01,2026-12-31'), '2026-12-31'),
    ).resolves.toHaveLength(1);
  });

  test.for<[name: string, cells: string, ...words: string[]]>([
    ['incomplete', '8,0.1,,2026-11-01,2026-12-31', '“同意人”列：网站的同意没有填完整', '要么都填，要么都不填'],
    ['ended', '8,0.1,王某,2026-01-01,2026-11-19', '“同意截止日期”列：网站的同意在2026-11-19已经到期，请填写新的截止日期'],
    ['ends before it begins', '8,0.1,王某,2026-12-31,2026-12-01', '“同意截止日期”列：同意截止日期早于同意日期'],
    ['no day', '8,0.1,王某,去年,2026-12-31', '“同意日期”列：应为日期'],
    ['a day that does not exist', '8,0.1,王某,2026-02-30,2026-12-31', '“同意日期”列：应为日期'],
    ['more than the bound', '200,0.1,王某,2026-11-01,2026-12-31', '“同意并发数”列：应为1到16'],
    ['less than the bound', '8,0,王某,2026-11-01,2026-12-31', '“同意间隔秒数”列：应为0.05到30'],
    ['no number', '很多,0.1,王某,2026-11-01,2026-12-31', '“同意并发数”列：应为整数'],
    ['more consents than sites', '8、8,0.1,王某,2026-11-01,2026-12-31', '“同意并发数”列：填了 2 项，网站首页只有 1 个'],
  ])('is refused when it is %s, in one sentence', async ([, cells, ...words]) => {
    const error = await readRoster(csv(heads, `a,甲局,部门,https://a.example/,${cells}`), today).then(
      () => expect.fail('was accepted'),
      (error: GongkaiError) => error,
    );
    expect(error.code).toBe('ROSTER_INVALID');
    expect(error.message).toContain('有 1 处错误');
    for (const word of words) expect(error.message).toContain(word);
  });
});

describe('a table that is not in order names file, row and column', () => {
  const bad = (row: string) => csv(headings, city, row);

  test.for<[name: string, file: () => string, ...words: string[]]>([
    ['an unknown heading, with the known ones', () => csv(`${headings},负责人`, city), '行 1“负责人”列', '单位编码、单位名称'],
    ['a heading that only resembles one', () => csv('单位编码,单位名称,单位类别数,单位类别', 'a,甲,1,部门'), '行 1“单位类别数”列'],
    ['two headings for one thing', () => csv('单位编码,单位名称,单位类别,类型', 'a,甲,部门,部门'), '行 1“类型”列', '“单位类别”列是同一项'],
    ['a missing column', () => csv('单位编码,单位名称', 'a,甲局'), '行 1', '缺少“单位类别”列'],
    ['an unknown class', () => bad('x,某某,局机关,局机关,,,,,,'), '行 3“单位类别”列', '不认识“局机关”', '县区政府'],
    ['an unknown power', () => bad('x,某某,,部门,,,,,,行政许可、行政复议'), '行 3“职权”列', '不认识“行政复议”'],
    ['an address without http', () => bad('x,某某,,部门,,,www.x.example,,,'), '行 3“网站首页”列', 'http://'],
    ['a script for an address', () => bad('x,某某,,部门,,,javascript:alert(1),,,'), '行 3“网站首页”列'],
    ['a wrong section address', () => bad('x,某某,,部门,,,http://x.example/,gk,,'), '行 3“信息公开专栏”列'],
    ['a wrong prefix', () => bad('x,某某,,部门,,,http://x.example/,,gk,'), '行 3“网址范围”列'],
    ['a prefix without a site', () => bad('x,某某,,部门,,,,,http://x.example/,'), '行 3“网址范围”列', '网站首页'],
    ['a section without a site', () => bad('x,某某,,部门,,,,http://x.example/,,'), '行 3“信息公开专栏”列', '网站首页'],
    ['a code with a slash', () => bad('x/1,某某,,部门,,,,,,'), '行 3“单位编码”列'],
    ['an empty name', () => bad('x,　,,部门,,,,,,'), '行 3“单位名称”列', '没有填写'],
    ['“无” for a name', () => bad('x,,,无,,,,,,'), '行 3“单位名称”列', '行 3“单位类别”列'],
    ['a cell without heading', () => csv('编码,名称,类别,', 'a,甲,部门,多'), '行 2第 4 列', '没有表头'],
    ['a cell beyond the headings', () => csv('编码,名称,类别', 'a,甲,部门,多'), '行 2第 4 列'],
    ['the same code twice', () => bad('minghu,某某,,部门,,,,,,'), '行 3“单位编码”列', '与行 2重复'],
    ['the same name twice, spelt with spaces', () => bad('x,明湖市 人民政府,,部门,,,,,,'), '行 3“单位名称”列', '与行 2重复'],
    ['a parent that is not there', () => bad('x,某某,,部门,,mingfu,,,,'), '行 3“上级单位”列', '没有“mingfu”'],
    ['a unit above itself', () => bad('x,某某,,部门,,某某,,,,'), '行 3“上级单位”列', '自己的上级'],
    ['a circle of parents', () => csv('编码,名称,类别,上级', 'a,甲,部门,b', 'b,乙,部门,a'), '行 2“上级”列', '行 3“上级”列'],
    ['no rows', () => csv(headings), '行 2', '没有单位'],
    ['nothing', () => csv(''), '没有内容'],
    ['a quote that never ends', () => csv(headings, '"a,甲'), '引号没有配对'],
  ])('%s', async ([, file, ...words]) => {
    await expectRefusal(file(), '名单.csv', ...words);
  });

  test('rows are counted as a spreadsheet counts them: with titles, empty rows, and cells of several lines', async () => {
    const file = csv('明湖市名单', '编码,名称,类别,网址', 'a,甲,部门,"http://a.example/\nhttp://b.example/"', '', 'b,乙,局,');
    await expectRefusal(file, '行 5“类别”列');
  });

  test('one that merely stands below a circle is not blamed', async () => {
    const file = csv('编码,名称,类别,上级', 'a,甲,部门,b', 'b,乙,部门,a', 'c,丙,部门,a');
    await expect(readRoster(file)).rejects.toThrow(/有 2 处错误/);
  });

  test('all faults are told together, up to 20', async () => {
    const rows = Array.from({ length: 30 }, (_, index) => `u${index},单位${index},局`);
    const { message } = await expectRefusal(csv('编码,名称,类别', ...rows), '有 30 处错误', '行 21“类别”列', '另有 10 处未列出');
    expect(message).not.toContain('行 22“类别”列');
  });
});

describe('a list written by hand', () => {
  const yaml = (text: string) => temporaryFile('roster.yaml', text);

  test('holds the fields of a unit', async () => {
    const file = yaml(
      'title: 名单\nunits:\n  - { id: a, name: 甲局, type: department, powers: [permits] }\n  - { id: b, name: 乙中心, type: department, parent: a }\n',
    );
    expect(await readRoster(file)).toMatchObject([
      { id: 'a', powers: ['permits'], sites: [] },
      { id: 'b', parent: 'a' },
    ]);
  });

  test.for<[name: string, text: string, ...words: string[]]>([
    ['a misspelt key', 'units:\n  - { id: a, name: 甲局, typ: department }\n', '第 2 行', 'typ'],
    [
      'a duplicate',
      'units:\n  - { id: a, name: 甲, type: department }\n  - { id: a, name: 乙, type: department }\n',
      '第 2 项“id”',
      '与第 1 项重复',
    ],
    ['an unknown parent', 'units:\n  - { id: a, name: 甲, type: department, parent: z }\n', '第 1 项“parent”', '没有“z”'],
    ['no units', 'units: []\n', 'units'],
  ])('is refused for %s', async ([, text, ...words]) => {
    await expectRefusal(yaml(text), 'roster.yaml', ...words);
  });
});

describe('a file that is no roster', () => {
  test.for<[name: string, content: string | Uint8Array, words: RegExp]>([
    ['名单.xls', 'x', /旧的 \.xls/],
    ['名单.docx', 'x', /\.xlsx、\.csv 或 \.yaml/],
    ['名单.xlsx', '这不是工作簿', /不是能读取的 XLSX/],
    ['名单.csv', Buffer.from([0xff, 0xff, 0x81, 0x20, 0xff]), /编码无法识别/],
  ])('%s', async ([name, content, words]) => {
    await expect(readRoster(temporaryFile(name, content))).rejects.toMatchObject({
      code: 'FILE_UNREADABLE',
      message: expect.stringMatching(words),
    });
  });

  test('or is not there', async () => {
    await expect(readRoster('/nonexistent/名单.csv')).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
  });
});
