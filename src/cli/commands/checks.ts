import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { basisOf } from '../../checks/run-catalogue.ts';
import { checkTemplate, kindIds } from '../../config/check-template.ts';
import { loadCatalogue } from '../../config/load-catalogue.ts';
import { loadVocabulary } from '../../config/load-vocabulary.ts';
import { storyOf } from '../../jobs/story-of.ts';
import { GongkaiError } from '../../model/errors.ts';
import { itemTitles } from '../../model/item.ts';
import { severityTitles } from '../../model/severity.ts';
import { powerTitles, unitTypeTitles } from '../../model/unit.ts';
import { shipped } from '../../package.ts';
import { renderStory } from '../../report/terminal-story.ts';
import { safeJson } from '../../text/safe-json.ts';
import { openServices } from '../services.ts';
import { writeReport } from '../write-report.ts';

/** `checks list|validate|new|explain`: the catalogue of what is judged. */
export function checksCommand(): Command {
  const command = new Command('checks').description('查看和校验检查项');
  command
    .command('list')
    .description('列出全部检查项')
    .option('--json', '只输出 JSON')
    .action(({ json }: { json?: true }) => {
      const { version, checks } = loadCatalogue(shipped('checks'), { unconfirmed: 'include' });
      if (json) return print(JSON.stringify({ version, checks: checks.map(({ spec }) => spec) }, null, 2));
      for (const { spec } of checks)
        print(`${spec.id}\t${spec.title}\t${basisOf(spec)}${spec.basis.confidence === 'unconfirmed' ? '\t（依据未证实，默认停用）' : ''}`);
      print(`共 ${checks.length} 项，版本 ${version}。`);
    });
  command
    .command('validate')
    .argument('[folder]', '检查项文件夹（默认随程序提供的）')
    .description('校验检查项和词表文件')
    .action((folder?: string) => {
      const { checks } = loadCatalogue(folder ?? shipped('checks'), { unconfirmed: 'include' });
      const words = folder ? [] : loadVocabulary(shipped('checks/vocabulary'));
      print(`${checks.length} 个检查项${words.length > 0 ? `、${words.length} 份词表` : ''}全部有效。`);
    });
  command
    .command('new')
    .argument('<id>', '检查项编号：小写字母、数字和连字符')
    .requiredOption('--kind <kind>', `判定方式（${kindIds.join('、')}）`)
    .option('--folder <folder>', '写到哪个文件夹', '.')
    .description('生成一个待填写的检查项文件')
    .action(newCheck);
  command
    .command('explain')
    .argument('<check-or-unit>', '检查项编号；说明一个单位的结论时，是单位编码')
    .argument('[check]', '检查项编号')
    .option('--run <id>', '哪一次运行的结论（默认最近一次）')
    .option('--json', '只输出一个 JSON')
    .description('说明一个检查项；或说明一个单位的结论是怎样得出的：看了哪里、看到什么、什么没有采信')
    .action((first: string, second: string | undefined, options: ExplainOptions) =>
      second === undefined ? explainCheck(first) : explainVerdict(first, second, options),
    );
  return command;
}

interface NewOptions {
  readonly kind: string;
  readonly folder: string;
}

/** Never over a file that is there. */
function newCheck(id: string, { kind, folder }: NewOptions): void {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) throw new GongkaiError('USAGE', `检查项编号“${id}”有误，只能用小写字母、数字和连字符。`);
  if (!kindIds.includes(kind)) throw new GongkaiError('USAGE', `没有判定方式“${kind}”，可用的有：${kindIds.join('、')}。`);
  const file = join(folder, `${id}.yaml`);
  if (existsSync(file)) throw new GongkaiError('USAGE', `文件 ${file} 已经存在，请换一个编号或先移开它。`);
  writeReport(file, checkTemplate(id, kind));
  print(`已生成 ${file}。请填写带“待填”的各处，再用 gongkai checks validate ${folder} 校验。`);
}

interface ExplainOptions {
  readonly run?: string;
  readonly json?: true;
}

function explainCheck(id: string): void {
  const check = loadCatalogue(shipped('checks'), { unconfirmed: 'include' }).checks.find(({ spec }) => spec.id === id);
  if (!check) throw new GongkaiError('USAGE', `没有编号为“${id}”的检查项，请用 gongkai checks list 查看。`);
  const { spec } = check;
  const types = spec.appliesTo.types.map(type => unitTypeTitles[type]).join('、');
  const powers = spec.appliesTo.powers.map(power => powerTitles[power]).join('、');
  print(`${spec.title}（${spec.id}）`);
  if (spec.item) print(`事项：${itemTitles[spec.item]}`);
  print(`依据：${basisOf(spec)}${spec.basis.says ? `：${spec.basis.says}` : ''}`);
  print(`施行：自${spec.effective.from}起${spec.effective.to ? `至${spec.effective.to}` : ''}`);
  print(`适用：${types}${powers === '' ? '' : `，且有${powers}职权`}`);
  print(`性质：${severityTitles[spec.severity]}${spec.points === undefined ? '' : `，建议 ${spec.points} 分（满分 100）`}`);
  print(`整改：${spec.remedy}`);
}

async function explainVerdict(unit: string, check: string, { run, json }: ExplainOptions): Promise<void> {
  const services = await openServices();
  try {
    const story = await storyOf(services, unit, check, run ?? null);
    const terminal = { colour: process.stdout.isTTY === true, width: process.stdout.columns ?? 100 };
    process.stdout.write(json ? `${safeJson(story)}\n` : renderStory(story, terminal));
  } finally {
    await services.close();
  }
}

const print = (line: string) => void process.stdout.write(`${line}\n`);
