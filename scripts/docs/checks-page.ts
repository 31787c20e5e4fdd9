import { stringify } from 'yaml';
import { basisOf } from '../../src/checks/run-catalogue.ts';
import { type Outcome, outcomes, outcomeTitles } from '../../src/model/check.ts';
import type { CheckSpec } from '../../src/model/check-spec.ts';
import { itemTitles } from '../../src/model/item.ts';
import { severityTitles } from '../../src/model/severity.ts';
import { powerTitles, unitTypeTitles } from '../../src/model/unit.ts';
import { code, generatedNote, page, plain, table } from './markdown.ts';

/** A check and the file it was read from, path from the project's root with slashes. */
export interface CheckFile {
  readonly path: string;
  readonly spec: CheckSpec;
}

const confidenceTitles = {
  confirmed: '已核对原文',
  practice: '各地通行做法',
  unconfirmed: '原文待核，默认停用',
} as const satisfies Record<CheckSpec['basis']['confidence'], string>;

/** docs/checks.md: an overview of all checks, then each with its basis, wording and examples. */
export function checksPage(files: readonly CheckFile[]): string {
  return page([
    generatedNote('checks/**/*.yaml'),
    '# 检查项',
    `共 ${files.length} 项。每一项是 \`checks/\` 下的一个文件；改文件即改检查，程序不动。`,
    table(
      ['编号', '检查什么', '依据', '性质'],
      files.map(({ spec }) => [`[${spec.id}](#${spec.id})`, plain(spec.title), plain(basisOf(spec)), severityTitles[spec.severity]]),
    ),
    ...files.map(section),
  ]);
}

function section({ path, spec }: CheckFile): string {
  const { from, to } = spec.effective;
  const options =
    Object.keys(spec.options).length > 0 ? ['判定参数：', `\`\`\`yaml\n${stringify(spec.options, { lineWidth: 0 })}\`\`\``] : [];
  const lines = [
    `标题：${plain(spec.title)}`,
    ...(spec.item ? [`公开事项：${itemTitles[spec.item]}（${code(spec.item)}）`] : []),
    `依据：${plain(basisOf(spec))}（${confidenceTitles[spec.basis.confidence]}）${spec.basis.says ? `：${plain(spec.basis.says)}` : ''}`,
    `规则：${spec.rules.map(code).join('、')}`,
    `施行：自 ${from} 起${to ? `，至 ${to} 止` : ''}`,
    `适用：${appliesTo(spec)}`,
    `性质：${severityTitles[spec.severity]}${spec.points === undefined ? '' : `，建议 ${spec.points} 分（满分 100）`}`,
    `判定方式：${code(spec.kind)}`,
    `整改：${plain(spec.remedy)}`,
    `文件：[${path}](../${path})`,
  ];
  return [
    `## ${spec.id}`,
    lines.map(line => `- ${line}`).join('\n'),
    ...options,
    table(
      ['判定', '说明文字'],
      outcomes.flatMap(outcome => messageRow(outcome, spec.messages)),
    ),
    table(
      ['例子', '日期', '应判', '理由'],
      spec.examples.map(({ page, asOf, expect, why }) => [code(page), asOf ?? '', outcomeTitles[expect], plain(why ?? '')]),
    ),
  ].join('\n\n');
}

function messageRow(outcome: Outcome, messages: Readonly<Partial<Record<Outcome, string | undefined>>>): readonly string[][] {
  const text = messages[outcome];
  return text === undefined ? [] : [[outcomeTitles[outcome], plain(text)]];
}

function appliesTo({ appliesTo: { types, powers } }: CheckSpec): string {
  const who = types.map(type => unitTypeTitles[type]).join('、');
  return powers.length > 0 ? `${who}，且有${powers.map(power => powerTitles[power]).join('、')}职权` : who;
}
