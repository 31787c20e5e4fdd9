import { outcomeTitles } from '../../model/check.ts';
import type { RunReport } from '../../model/run-report.ts';
import { stopReasons } from '../../model/snapshot.ts';
import { countOutcomes, meanScore, type RankedGroup, type RankedUnit, rankByGroup, sharedFaults } from '../summary.ts';
import { beijingTime, scoreText, unitKind } from '../wording.ts';
import { type Content, heading, type Markup, markup } from './markup.ts';
import { legend, outcomeBar } from './outcome-bar.ts';
import { provenance, unitReport } from './unit.ts';

const faultsShown = 12;

/** A run: totals, units ranked in their class with links down, faults they share, then every unit's whole report. */
export function runReport(run: RunReport): Markup {
  const groups = rankByGroup(run);
  return markup`${titleBlock(run)}
<main>
<section class="part" id="index">
${heading(2, '单位得分')}
<p class="muted">同一组别内按得分排名；没有得分的单位不排名。得分下面是等次和“已判定/适用”的项数。</p>
${groups.map(table)}
</section>
${faults(run)}
${groups.flatMap(({ units }) => units.map(unitSection))}
</main>`;
}

function titleBlock(run: RunReport): Markup {
  const findings = run.units.flatMap(unit => unit.findings);
  const counts = countOutcomes(findings);
  const provisional = findings.filter(({ outcome, standing }) => outcome === 'fail' && standing === 'provisional').length;
  const cut = run.units.filter(({ snapshot }) => snapshot.stoppedBecause !== 'complete').length;
  return markup`<header class="panel title">
<div>
<p class="kicker">政务公开网站检查报告</p>
${heading(1, run.title)}
<p class="muted">检查日期 ${run.asOf}，北京时间 ${beijingTime(run.startedAt)} 至 ${beijingTime(run.finishedAt)}</p>
</div>
<dl class="tiles">
${tile('单位', run.units.length)}
${tile('平均得分', scoreText(meanScore(run)))}
${tile('不符合', counts.fail)}
${tile('其中待复核', provisional)}
${tile('没有看完的单位', cut)}
</dl>
<div class="bars">${outcomeBar(counts)}${legend(counts)}</div>
</header>`;
}

const tile = (name: string, content: Content): Markup => markup`<div><dt>${name}</dt><dd>${content}</dd></div>`;

function table({ title, units }: RankedGroup): Markup {
  return markup`<div class="panel long"><table class="ranking">
<caption>${title}（${units.length} 个单位）</caption>
<thead><tr><th scope="col" class="number place">名次</th><th scope="col">单位</th><th scope="col" class="number points">得分</th><th scope="col" class="share">检查结果</th>${(['fail', 'partial', 'unsure'] as const).map(outcome => markup`<th scope="col" class="number count">${outcomeTitles[outcome]}</th>`)}</tr></thead>
<tbody>${units.map(row)}</tbody>
</table></div>`;
}

function row({ place, report, counts }: RankedUnit): Markup {
  const { stoppedBecause } = report.snapshot;
  const { value, grade, judged, asked } = report.score;
  return markup`<tr>
<td class="number">${place ?? '—'}</td>
<th scope="row"><a href="#${anchor(report.unit.id)}">${report.unit.name}</a>${
    stoppedBecause === 'complete' ? null : markup`<div class="names">没有看完：${stopReasons[stoppedBecause]}</div>`
  }</th>
<td class="number"><b>${scoreText(value)}</b>${grade === null ? null : markup`<div class="names">${grade}</div>`}<div class="names">${judged}/${asked} 项</div></td>
<td class="share">${outcomeBar(counts)}</td>
<td class="number">${counts.fail}</td><td class="number">${counts.partial}</td><td class="number">${counts.unsure}</td>
</tr>`;
}

function faults(run: RunReport): Content {
  const shared = sharedFaults(run, faultsShown);
  if (shared.length === 0) return null;
  return markup`<section class="part">
${heading(2, '不符合最多的检查项')}
<div class="panel long"><table>
<caption>同一检查项不符合的单位</caption>
<thead><tr><th scope="col">检查项</th><th scope="col" class="number">单位数</th><th scope="col">单位</th></tr></thead>
<tbody>${shared.map(
    ({ title, units }) =>
      markup`<tr><th scope="row">${title}</th><td class="number">${units.length}</td><td class="names">${units.join('、')}</td></tr>`,
  )}</tbody>
</table></div>
</section>`;
}

function unitSection({ report }: RankedUnit): Markup {
  return markup`<section class="unit" id="${anchor(report.unit.id)}" aria-label="${report.unit.name}，${unitKind(report.unit)}">
${unitReport(report, 2)}
${provenance(report)}
<p class="back"><a href="#index">返回单位得分</a></p>
</section>`;
}

/** Escaped the same way on both ends of the link, so that ids with Chinese characters meet. */
const anchor = (id: string): string => `unit-${encodeURIComponent(id)}`;
