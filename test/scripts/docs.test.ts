import { Command, Option } from 'commander';
import { describe, expect, test } from 'vitest';
import { checksPage } from '../../scripts/docs/checks-page.ts';
import { commandsPage } from '../../scripts/docs/commands-page.ts';
import { errorsPage } from '../../scripts/docs/errors-page.ts';
import { plain } from '../../scripts/docs/markdown.ts';
import { CheckSpec } from '../../src/model/check-spec.ts';

const spec = CheckSpec.parse({
  id: 'sample-guide',
  rules: ['TL19-GD'],
  title: '已公布指南|样例',
  item: 'guide',
  basis: { source: '样例条例', number: '第1号', article: '第二条', says: '应当公布', confidence: 'unconfirmed' },
  effective: { from: '2019-05-15', to: '2020-01-01' },
  appliesTo: { types: ['county'], powers: ['permits'] },
  severity: 'veto',
  kind: 'required-item',
  options: { minText: 100 },
  messages: { pass: '已公布，见“{anchor}”。', fail: '未公布。' },
  remedy: '公布指南。',
  examples: [
    { page: 'guide/good', expect: 'pass', why: '在' },
    { page: 'guide/missing', expect: 'fail' },
  ],
});

describe('checksPage', () => {
  const text = checksPage([{ path: 'checks/disclosure/sample-guide.yaml', spec }]);

  test.for([
    ['who it binds', '适用：县区政府，且有行政许可职权'],
    ['since when and until when', '施行：自 2019-05-15 起，至 2020-01-01 止'],
    ['source, number, article, and that the text is not confirmed', '《样例条例》（第1号）第二条（原文待核，默认停用）：应当公布'],
    ['its weight', '性质：单项否决'],
    ['its options', 'minText: 100'],
    ['its file', '[checks/disclosure/sample-guide.yaml](../checks/disclosure/sample-guide.yaml)'],
    ['a title whose bar would break the table', '已公布指南\\|样例'],
    ['an example without a reason', '| `guide/missing` |  | 不符合 |  |'],
  ])('tells %s', ([, wanted]) => expect(text).toContain(wanted));

  test('tells no message that the check does not have', () => expect(text).not.toMatch(/\| (部分符合|无法判定) \|/));
});

test('errorsPage lists every code with its meaning', () => {
  const text = errorsPage({ FIRST_CODE: '第一种', SECOND_CODE: '第二种' });
  expect(text).toContain('| `FIRST_CODE` | 第一种 |');
  expect(text).toContain('| `SECOND_CODE` | 第二种 |');
});

describe('commandsPage', () => {
  const program = new Command('gongkai').description('查公开。');
  const units = program.command('units').description('单位名单。');
  units
    .command('import')
    .description('导入名单。')
    .argument('<file>', '名单文件')
    .option('--confirm-shrink', '确认减少')
    .option('-o, --output <folder>', '文件夹', 'out')
    .addOption(new Option('--type <type>', '类别').choices(['city', 'county']));
  units.command('hidden', { hidden: true }).description('内部用。');
  const text = commandsPage(program);

  test.for([
    ['a subcommand under its command', '### gongkai units\n'],
    ['the full path of a nested command', '#### gongkai units import\n'],
    ['how it is called', 'gongkai units import [选项] <file>'],
    ['what its argument means', '| `file` | 名单文件 |'],
    ['what its option does', '| `--confirm-shrink` | 确认减少 |'],
    ['the default of an option', '| `-o, --output <folder>` | 文件夹（默认 out） |'],
    ['the choices of an option', '| `--type <type>` | 类别（可选 city、county） |'],
  ])('tells %s', ([, wanted]) => expect(text).toContain(wanted));

  test('leaves out hidden commands and the help command', () => {
    expect(text).not.toContain('内部用');
    expect(text).not.toMatch(/gongkai( units)? help/);
  });
});

test.for([
  ['a | b', 'a \\| b'],
  ['<script>', '\\<script\\>'],
  ['two\nlines', 'two lines'],
  ['《条例》第十二条', '《条例》第十二条'],
])('plain(%j) stands in a table cell as %j', ([text, wanted]) => expect(plain(text!)).toBe(wanted));
