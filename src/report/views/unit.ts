import type { AuditReport } from '../../model/audit-report.ts';
import type { CategoryScore } from '../../model/scheme.ts';
import { countOutcomes } from '../summary.ts';
import { beijingTime, gradeText, judgedText, megabytes, scoreText, stopText, unitKind } from '../wording.ts';
import { webLink } from './evidence.ts';
import { findingSections } from './findings.ts';
import { type Content, heading, type Markup, markup } from './markup.ts';
import { legend, outcomeBar, shareBar } from './outcome-bar.ts';

/** One unit's whole report. `level` is that of its name: 1 where it is the page, 2 where it is one of many. */
export function unitReport(report: AuditReport, level: 1 | 2): Markup {
  const below = level === 1 ? 2 : 3;
  const stopped = stopText(report.snapshot.stoppedBecause);
  return markup`${titleBlock(report, level)}
${stopped === null ? null : markup`<p class="notice">${stopped}</p>`}
${report.snapshot.notes.map(note => markup`<p class="notice">${note}</p>`)}
${report.score.categories.length === 0 ? null : categoryTable(report.score.categories, below)}
${findingSections(report.findings, below)}`;
}

/** Where the numbers come from: tool, catalogue, snapshot. Whoever doubts a line needs these to repeat it. */
export function provenance({ tool, snapshot, asOf }: AuditReport): Markup {
  return markup`<p class="muted">${tool.name} ${tool.version}，检查项版本 <code>${tool.catalogue}</code>，快照 <code>${snapshot.id}</code>，检查日期 ${asOf}。北京时间 ${beijingTime(snapshot.startedAt)} 至 ${beijingTime(snapshot.finishedAt)} 从“${snapshot.vantage}”访问，读取 ${snapshot.pages} 个页面，发出 ${snapshot.requests} 次请求，下载 ${megabytes(snapshot.bytes)}。</p>`;
}

function titleBlock({ unit, score, asOf, findings }: AuditReport, level: 1 | 2): Markup {
  const counts = countOutcomes(findings);
  return markup`<header class="panel title">
<div>
${level === 1 ? markup`<p class="kicker">政务公开网站检查报告</p>` : null}
${heading(level, unit.name)}
<dl class="facts">
${fact('单位类型', unitKind(unit))}
${fact('检查日期', asOf)}
${
  unit.sites.length === 0
    ? fact('网站', '没有登记网站')
    : fact(
        '网站',
        unit.sites.map(({ url }) => markup`${webLink(url)} `),
      )
}
</dl>
</div>
<div class="score">
${score.value === null ? markup`<span class="value none">未评分</span>` : markup`<span class="value">${scoreText(score.value)}</span><span class="unit">分</span>`}
<span class="grade">${gradeText(score)}</span>
<span class="muted">${judgedText(score)}</span>
</div>
<div class="bars">${outcomeBar(counts)}${legend(counts)}</div>
</header>`;
}

const fact = (name: string, content: Content): Markup => markup`<div><dt>${name}</dt><dd>${content}</dd></div>`;

function categoryTable(categories: readonly CategoryScore[], level: 2 | 3): Markup {
  return markup`<section class="panel">
${heading(level, '分类得分')}
<table>
<caption>每类按百分制计分，再按分值合计；没有可判定项目的类别不参加合计。</caption>
<thead><tr><th scope="col">类别</th><th scope="col" class="number">分值</th><th scope="col" class="number">得分</th><th scope="col" class="share">达标程度</th><th scope="col" class="number">已判定</th></tr></thead>
<tbody>${categories.map(
    ({ title, points, score, judged, asked }) =>
      markup`<tr><th scope="row">${title}</th><td class="number">${points}</td><td class="number">${scoreText(score)}</td><td class="share">${
        score === null ? null : shareBar(score)
      }</td><td class="number">${judged}/${asked}</td></tr>`,
  )}</tbody>
</table>
</section>`;
}
