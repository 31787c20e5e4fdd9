import type { AuditReport } from '../model/audit-report.ts';
import { type Outcome, outcomeTitles } from '../model/check.ts';
import type { Score } from '../model/scheme.ts';
import { stripControl } from '../text/safe-text.ts';
import { countOutcomes, entriesOf, findingsWith } from './summary.ts';
import { entryLines } from './terminal-entry.ts';
import { indented, paint, type Style, type TerminalOptions, wrap } from './terminal-text.ts';
import { gradeText, judgedText, outcomeNotes, outcomeOrder, scoreText, stopText, unitKind } from './wording.ts';

export { renderRun } from './terminal-run.ts';
export type { TerminalOptions } from './terminal-text.ts';

const outcomeStyles: Readonly<Record<Outcome, Style>> = {
  fail: ['red', 'bold'],
  partial: ['yellow', 'bold'],
  unsure: ['magenta', 'bold'],
  pass: ['green', 'bold'],
  'not-applicable': ['dim'],
};

/** The result of one audited unit for a terminal, ending with a line feed. Only an address may be wider than `width`: it stays in one piece. */
export function renderUnit(report: AuditReport, options: TerminalOptions): string {
  return `${[...head(report, options), ...outcomeOrder.flatMap(outcome => section(report, outcome, options)), ...foot(report, options)].join('\n')}\n`;
}

function head({ unit, score, snapshot }: AuditReport, options: TerminalOptions): readonly string[] {
  const stopped = stopText(snapshot.stoppedBecause);
  return [
    ...wrap(`${stripControl(unit.name)}（${unitKind(unit)}）`, options.width).map(line => paint(options, 'bold', line)),
    ...unit.sites.map(({ url }) => paint(options, 'dim', stripControl(url))),
    ...wrap(scoreLine(score), options.width).map(line => paint(options, 'bold', line)),
    ...(stopped === null ? [] : wrap(stopped, options.width).map(line => paint(options, 'yellow', line))),
    ...snapshot.notes.flatMap(note => wrap(stripControl(note), options.width).map(line => paint(options, 'yellow', line))),
  ];
}

function scoreLine(score: Score): string {
  if (score.grade === null) return `得分 ${scoreText(score.value)}，${judgedText(score)}（${gradeText(score)}）`;
  return `得分 ${scoreText(score.value)}（${stripControl(score.grade)}），${judgedText(score)}`;
}

function section(report: AuditReport, outcome: Outcome, options: TerminalOptions): readonly string[] {
  const findings = findingsWith(report.findings, outcome);
  if (findings.length === 0) return [];
  const title = paint(options, outcomeStyles[outcome], `${outcomeTitles[outcome]}（${findings.length}）`);
  if (outcome === 'pass' || outcome === 'not-applicable') {
    return ['', title, ...indented(findings.map(finding => stripControl(finding.title)).join('；'), '  ', options)];
  }
  const note = indented(outcomeNotes[outcome], '  ', options).map(line => paint(options, 'dim', line));
  return ['', title, ...note, ...entriesOf(findings).flatMap((entry, index) => entryLines(entry, index + 1, options))];
}

function foot({ tool, snapshot, asOf, findings }: AuditReport, options: TerminalOptions): readonly string[] {
  const counts = countOutcomes(findings);
  const totals = outcomeOrder.map(outcome => `${outcomeTitles[outcome]} ${counts[outcome]}`).join('，');
  const looked = `读取 ${snapshot.pages} 个页面，发出 ${snapshot.requests} 次请求，抓取地点 ${stripControl(snapshot.vantage)}`;
  return [
    '',
    ...wrap(findings.length === 0 ? '没有检查结果。' : `合计：${totals}。`, options.width),
    ...wrap(
      `${looked}，检查日期 ${asOf}，快照 ${stripControl(snapshot.id)}，${tool.name} ${tool.version}，检查项 ${tool.catalogue}`,
      options.width,
    ).map(line => paint(options, 'dim', line)),
  ];
}
