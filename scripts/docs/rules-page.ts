import type { CheckSpec } from '../../src/model/check-spec.ts';
import { type Rule, type RuleFamily, ruleConfidenceTitles, ruleSeverityTitles, unjudgedTitles } from '../../src/model/rule.ts';
import { generatedNote, page, plain, table } from './markdown.ts';

/** docs/rules.md: every rule with the checks that judge it, or why none does. */
export function rulesPage(families: readonly RuleFamily[], checks: readonly CheckSpec[]): string {
  const all = families.flatMap(({ rules }) => rules);
  const counts = Object.entries(unjudgedTitles).map(([why, title]) => [
    title,
    String(all.filter(rule => rule.unjudged?.why === why).length),
  ]);
  return page([
    generatedNote('data/rules/*.yaml and checks/**/*.yaml'),
    '# 规则与检查项对照',
    `共 ${all.length} 条规则。每条或由检查项判定，或写明为什么不判定；“尚未实现”的是可以机检而本版本还没有做的。`,
    table(['判定情况', '条数'], [['由检查项判定', String(all.filter(rule => rule.unjudged === undefined).length)], ...counts]),
    ...families.map(family => section(family, checks)),
  ]);
}

const section = (family: RuleFamily, checks: readonly CheckSpec[]): string =>
  [
    `## ${family.title}`,
    table(
      ['编号', '要求', '依据', '起', '级别', '核对', '由谁判定'],
      family.rules.map(rule => [
        rule.id,
        plain(rule.title),
        plain(sourceOf(rule, family)),
        spanOf(rule, family),
        ruleSeverityTitles[rule.severity],
        ruleConfidenceTitles[rule.confidence],
        judgedBy(rule, checks),
      ]),
    ),
  ].join('\n\n');

function sourceOf({ source, number, article }: Rule, family: RuleFamily): string {
  const named = source ?? family.source;
  const numbered = source === undefined ? (number ?? family.number) : number;
  return `《${named}》${numbered === undefined ? '' : `（${numbered}）`}${article ?? ''}`;
}

function spanOf({ from }: Rule, { effective }: RuleFamily): string {
  const since = from === undefined ? effective.from : from;
  return `${since ?? '–'}${effective.to ? ` 至 ${effective.to}` : ''}`;
}

function judgedBy({ id, unjudged }: Rule, checks: readonly CheckSpec[]): string {
  if (unjudged !== undefined) return `${unjudgedTitles[unjudged.why]}：${plain(unjudged.note)}`;
  const ids = checks.filter(({ rules }) => rules.includes(id)).map(check => check.id);
  return ids.map(check => `[${check}](checks.md#${check})`).join('、');
}
