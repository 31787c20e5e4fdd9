import type { RunReport } from '../model/run-report.ts';
import { stopReasons } from '../model/snapshot.ts';
import { clip, stripControl } from '../text/safe-text.ts';
import { countOutcomes, meanScore, type RankedGroup, type RankedUnit, rankByGroup, sharedFaults } from './summary.ts';
import { fit, paint, type TerminalOptions, wrap } from './terminal-text.ts';
import { countsText, scoreText } from './wording.ts';

const faultsShown = 8;
const namesShown = 6;

/** The result of a run for a terminal, ending with a line feed: units ranked in their class, faults they share, totals. */
export function renderRun(run: RunReport, options: TerminalOptions): string {
  const lines = [
    ...wrap(stripControl(run.title), options.width).map(line => paint(options, 'bold', line)),
    ...rankByGroup(run).flatMap(group => table(group, options)),
    ...faults(run, options),
    ...totals(run, options),
  ];
  return `${lines.join('\n')}\n`;
}

interface Column {
  readonly title: string;
  readonly width: number;
  readonly align: 'left' | 'right';
  readonly cell: (unit: RankedUnit) => string;
  readonly alarming?: (unit: RankedUnit) => boolean;
}

const number = (title: string, width: number, cell: Column['cell']): Column => ({ title, width, align: 'right', cell });

/** Fixed columns, the least needed last: they go first where the terminal is narrow. */
const columns: readonly Column[] = [
  number('得分', 5, ({ report }) => scoreText(report.score.value)),
  { ...number('不符合', 6, ({ counts }) => String(counts.fail)), alarming: ({ counts }) => counts.fail > 0 },
  number('部分符合', 8, ({ counts }) => String(counts.partial)),
  number('无法判定', 8, ({ counts }) => String(counts.unsure)),
  number('已判定', 7, ({ report: { score } }) => `${score.judged}/${score.asked}`),
  number('符合', 4, ({ counts }) => String(counts.pass)),
  number('不适用', 6, ({ counts }) => String(counts['not-applicable'])),
  { title: '等次', width: 8, align: 'left', cell: ({ report }) => stripControl(report.score.grade ?? '—') },
];
const place = number('名次', 4, unit => (unit.place === null ? '—' : String(unit.place)));
const gap = '  ';
const narrowestName = 22;
const widestName = 36;

function table({ title, units }: RankedGroup, options: TerminalOptions): readonly string[] {
  const shown = columnsWithin(options.width);
  const heads = shown.map(column => paint(options, 'dim', fit(column.title, column.width, column.align)));
  return [
    '',
    ...wrap(`【${stripControl(title)}】`, options.width),
    heads.join(gap).trimEnd(),
    ...units.map(unit =>
      shown
        .map(column => cellText(column, unit, options))
        .join(gap)
        .trimEnd(),
    ),
  ];
}

function cellText(column: Column, unit: RankedUnit, options: TerminalOptions): string {
  const text = fit(column.cell(unit), column.width, column.align);
  return column.alarming?.(unit) ? paint(options, ['red', 'bold'], text) : text;
}

function columnsWithin(width: number): readonly Column[] {
  const taken = (list: readonly Column[]) => list.reduce((sum, column) => sum + column.width + gap.length, 0);
  const fitting = columns.filter((_, index) => taken([place, ...columns.slice(0, index + 1)]) + narrowestName <= width);
  const nameWidth = Math.min(widestName, Math.max(2, width - taken([place, ...fitting])));
  const name: Column = { title: '单位', width: nameWidth, align: 'left', cell: ({ report }) => stripControl(report.unit.name) };
  return [place, name, ...fitting];
}

function faults(run: RunReport, options: TerminalOptions): readonly string[] {
  const shared = sharedFaults(run, faultsShown);
  if (shared.length === 0) return [];
  const lines = shared.flatMap(({ title, units }) => {
    const names = units.slice(0, namesShown).map(name => clip(stripControl(name), 30));
    const rest = units.length > namesShown ? '等' : '';
    return wrap(`${clip(stripControl(title), 60)}：${units.length} 个单位不符合（${names.join('、')}${rest}）`, options.width - 2).map(
      line => `  ${line}`,
    );
  });
  return ['', paint(options, 'bold', '不符合最多的检查项'), ...lines];
}

function totals(run: RunReport, options: TerminalOptions): readonly string[] {
  const findings = run.units.flatMap(unit => unit.findings);
  const provisional = findings.filter(({ outcome, standing }) => outcome === 'fail' && standing === 'provisional').length;
  const cut = run.units.filter(({ snapshot }) => snapshot.stoppedBecause !== 'complete');
  const sentences = [
    `共 ${run.units.length} 个单位，平均 ${scoreText(meanScore(run))} 分；${countsText(countOutcomes(findings)) || '没有检查结果'}。`,
    ...(provisional > 0 ? [`其中 ${provisional} 项不符合待复核：另一次独立检查得出同样结论之前，不计入年度得分。`] : []),
    ...cut.map(({ unit, snapshot }) => `${stripControl(unit.name)}没有看完：${stopReasons[snapshot.stoppedBecause]}。`),
  ];
  return ['', ...sentences.flatMap(sentence => wrap(sentence, options.width))];
}
