import { plain, table } from '../../docs/markdown.ts';
import { type CrawlResult, type NightsResult, toolTitles, type Verdict, type VerdictResult } from '../result.ts';
import { rightIn } from '../verdict-site.ts';
import { percent, seconds, times, whole } from './numbers.ts';
import { figuresIn, type Summary, summaryOf } from './summary.ts';
import type { Target } from './targets.ts';
import { usualNights } from './usual-nights.ts';

/** Pure, as everything here. */
export const targetTable = (targets: readonly Target[]): string =>
  table(
    ['wanted', 'measured', ''],
    targets.map(({ wanted, measured, met }) => [wanted, measured, met ? 'met' : '**not met**']),
  );

/** One row per tool, quickest first; a tool without figures says why. */
export function crawlTable({ tools, delayMilliseconds }: CrawlResult): string {
  const bare = figuresIn(tools, 'bare')?.wallSeconds ?? null;
  const withFlight = delayMilliseconds > 0;
  const summaries = tools.map(summaryOf).toSorted((one, other) => wallOf(one) - wallOf(other));
  return table(
    [
      'tool',
      'wall s',
      '× bare',
      'CPU s',
      'peak MB',
      'requests per address',
      ...(withFlight ? ['most in flight'] : []),
      'precision',
      'recall',
      'runs',
    ],
    summaries.map(one => crawlRow(one, bare, withFlight ? one.figures?.mostInFlight : undefined)),
  );
}

const wallOf = ({ figures }: Summary): number => figures?.wallSeconds ?? Number.MAX_VALUE;

function crawlRow({ title, figures, runs, done, trouble }: Summary, bare: number | null, inFlight: number | undefined): readonly string[] {
  const ended = done === runs ? String(runs) : `${done} of ${runs}`;
  const note = trouble === null ? ended : `${ended}: ${plain(trouble)}`;
  const flight = inFlight === undefined ? [] : [whole(inFlight)];
  if (figures === null) return [title, '–', '–', '–', '–', '–', ...flight, '–', '–', note];
  const { wallSeconds, cpuSeconds, peakMegabytes, requestsPerAddress, precision, recall } = figures;
  return [
    title,
    seconds(wallSeconds),
    bare === null ? '–' : times(wallSeconds / bare),
    cpuSeconds === null ? '–' : seconds(cpuSeconds),
    peakMegabytes === null ? '–' : whole(peakMegabytes),
    requestsPerAddress.toFixed(2),
    ...flight,
    percent(precision),
    percent(recall),
    note,
  ];
}

/** Peak MB and seconds of those that crawled sites of several sizes. */
export function growthTable(crawls: readonly CrawlResult[]): string {
  const cell = (crawl: CrawlResult, tool: 'bare' | 'gongkai'): readonly string[] => {
    const figures = figuresIn(crawl.tools, tool);
    return [figures === null ? '–' : seconds(figures.wallSeconds), figures?.peakMegabytes == null ? '–' : whole(figures.peakMegabytes)];
  };
  return table(
    ['pages', 'bare, s', 'bare, peak MB', 'gongkai, s', 'gongkai, peak MB'],
    crawls.map(crawl => [whole(crawl.pages), ...cell(crawl, 'bare'), ...cell(crawl, 'gongkai')]),
  );
}

/** ✓ where the tool is right; else what it said. */
export function verdictTable({ cases, tools }: VerdictResult): string {
  const present = tools.filter(({ version }) => version !== null);
  const cell = (verdict: Verdict, right: readonly Verdict[]): string => (right.includes(verdict) ? '✓' : verdict);
  const rows = cases.map(({ id, title, right }) => [
    title,
    right.join(' or '),
    ...present.map(({ verdicts }) => cell(verdicts[id] ?? 'no report', right)),
  ]);
  const sums = present.map(({ verdicts }) => `**${rightIn(cases, verdicts)}**`);
  return table(
    ['the address', 'right', ...present.map(({ tool }) => toolTitles[tool])],
    [...rows, [`**right, of ${cases.length}**`, '', ...sums]],
  );
}

/** Tools that stumbled over the cases, one Markdown list item each. */
export const verdictTroubles = ({ tools }: VerdictResult): readonly string[] =>
  tools.flatMap(({ tool, version, ended, detail }) => {
    if (detail === null || version === null) return [];
    const after = ended === 'failed' ? 'then run over each case by itself' : 'what it had not called broken by then counts as fine';
    return `- ${toolTitles[tool]}, over all cases together: ${plain(detail)}; ${after}`;
  });

export function nightsTable(result: NightsResult): string {
  const nights = usualNights(result);
  const first = nights[0]!;
  const share = (value: number, of: number): string => (value === of ? '' : ` (${percent(value / of)})`);
  return table(
    ['night', 'units', 'seconds', 'requests', 'MB sent by the city'],
    nights.map(({ night, units, seconds: spent, requests, bytes }) => [
      String(night),
      String(units),
      `${seconds(spent)}${share(spent, first.seconds)}`,
      `${whole(requests)}${share(requests, first.requests)}`,
      `${(bytes / 1e6).toFixed(1)}${share(bytes, first.bytes)}`,
    ]),
  );
}
