import { type Bundle, bundlesOf } from './bundles.ts';
import { type Class, classes, classTitles } from './classes.ts';
import { linesOf } from './disagreement-lines.ts';
import type { AccuracyResult } from './result.ts';
import { isGoodEnough, share, shareAllowed, type Tally } from './tally.ts';
import { awaitingTable, confusionTable, costTable, kindTable, nightTable, tallyTable } from './terminal-tables.ts';
import { counted, nightList, percent } from './text.ts';

/** The whole result for a terminal, in Chinese, ending with a line feed. */
export function renderTerminal(result: AccuracyResult): string {
  const sections: readonly (readonly [title: string, body: string])[] = [
    ['按检查项', tallyTable('检查项', result.checks, ({ key, title }) => `${key} ${title}`)],
    ['真值（行）与判定（列）', confusionTable(result)],
    ['按模板', tallyTable('模板', result.families, ({ key }) => key)],
    ...(result.nights.length > 1 ? [['按夜次', nightTable(result)] as const] : []),
    ['过错与无辜对照', kindTable(result)],
    ['待能力的判定', awaitingTable(result)],
    [
      '不一致之处',
      bundlesOf(result.disagreements.filter(one => one.class !== 'awaiting'))
        .map(bundleText)
        .join('\n\n'),
    ],
    ['已埋设、还没有检查项的过错', result.unjudged.map(({ unit, title, what, rule }) => `${unit} ${title}：${what}（${rule}）`).join('\n')],
    ['每个单位的花费（一夜平均）', costTable(result)],
    [
      '真实网页样本',
      result.corpus === null
        ? '没有为网页样本评分：没有找到（默认在 ../shared/corpus），或用 --no-corpus 略过。'
        : result.corpus.join('\n'),
    ],
    ['合计', totals(result)],
  ];
  return `${sections.map(([title, body]) => `【${title}】\n${body === '' ? '没有。' : body}`).join('\n\n')}\n`;
}

function bundleText(bundle: Bundle): string {
  const { heading, said, truth } = linesOf(bundle);
  return [`${classTitles[bundle[0].class]}：${heading}`, ...side('程序', said), ...side('真值', truth)].join('\n');
}

const side = (name: string, lines: readonly string[]): readonly string[] =>
  lines.map((line, index) => `  ${index === 0 ? name : '    '}  ${line}`);

function totals({ catalogue, nights, units, total, costs, disagreements }: AccuracyResult): string {
  const seconds = nights.reduce((sum, night) => sum + night.seconds, 0);
  const requests = costs.reduce((sum, cost) => sum + cost.requests, 0);
  const confirmed = disagreements.filter(one => one.class === 'wrong-fail' && one.said?.standing === 'confirmed').length;
  const hidden = disagreements.filter(one => one.class === 'wrong-pass' && one.truth.awaits !== null).length;
  return [
    `检查项 ${catalogue}，第 ${nightList(nights.map(({ night }) => night))} 夜，${units} 个单位，${total.all} 个判定。`,
    ...classes.map(one => `${classTitles[one]} ${counted(total, one)}`),
    `错判不符合中已确认的 ${confirmed} 处；漏判中待能力才看得见的 ${hidden} 处。`,
    `一夜平均 ${requests.toFixed(0)} 次请求；共用 ${seconds.toFixed(0)} 秒。`,
    verdictSentence(total),
  ].join('\n');
}

const verdictSentence = (total: Tally): string =>
  isGoodEnough(total)
    ? `达到要求：错判不符合为 0，漏判和不必要的无法判定各低于 ${percent(shareAllowed)}。`
    : `未达到要求：${(['wrong-fail', 'wrong-applicability', 'missing'] satisfies Class[])
        .filter(one => total[one] > 0)
        .map(one => `${classTitles[one]} ${total[one]} 个`)
        .concat(
          (['wrong-pass', 'needless-unsure'] satisfies Class[])
            .filter(one => share(total, one) >= shareAllowed)
            .map(one => `${classTitles[one]}占 ${percent(share(total, one))}`),
        )
        .join('，')}。`;
