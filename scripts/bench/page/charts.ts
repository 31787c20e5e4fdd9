import type { CrawlResult, PerformanceResult, ProfileResult, ToolId } from '../result.ts';
import { type Bar, barChart } from './bar-chart.ts';
import { type Line, lineChart } from './line-chart.ts';
import { percent, seconds, whole } from './numbers.ts';
import { shownRows } from './profile-table.ts';
import { linearScale, logScale } from './scale.ts';
import { type Figures, figuresIn, summaryOf } from './summary.ts';
import type { Role } from './svg.ts';
import { crawlOf } from './targets.ts';

/** File name (in docs/images) → SVG, for everything of which there are figures. Pure. */
export function chartsOf(result: PerformanceResult): Readonly<Record<string, string>> {
  const [noDelay, delay] = [crawlOf(result, 'no-delay'), crawlOf(result, 'delay')];
  const charts: Readonly<Record<string, string | null>> = {
    [chartFiles.noDelay]: timeChart(noDelay),
    [chartFiles.delay]: timeChart(delay),
    [chartFiles.memory]: memoryChart(noDelay),
    [chartFiles.growth]: growthChart(result),
    [chartFiles.profile]: profileChart(result.profile),
  };
  return Object.fromEntries(Object.entries(charts).filter((one): one is [string, string] => one[1] !== null));
}

export const chartFiles = {
  noDelay: 'performance-time-no-delay.svg',
  delay: 'performance-time-delay.svg',
  memory: 'performance-memory.svg',
  growth: 'performance-growth.svg',
  profile: 'performance-profile.svg',
} as const;

const roleOf = (tool: ToolId): Role => (tool === 'gongkai' ? 'own' : tool === 'bare' ? 'bound' : 'peer');

function timeChart(crawl: CrawlResult | undefined): string | null {
  const bars = barsOf(
    crawl,
    figures => figures.wallSeconds,
    value => `${seconds(value)} s`,
  );
  if (crawl === undefined || bars === null) return null;
  const title = `Time for ${whole(crawl.pages)} pages, ${crawl.delayMilliseconds} ms before each answer`;
  return barChart({
    title,
    axis: 'wall-clock seconds, median; each step of the axis is ten times the last',
    scale: logScale(valuesOf(bars)),
    bars,
  });
}

function memoryChart(crawl: CrawlResult | undefined): string | null {
  const bars = barsOf(
    crawl,
    figures => figures.peakMegabytes,
    value => `${whole(value)} MB`,
  );
  if (crawl === undefined || bars === null) return null;
  const title = `Peak memory for ${whole(crawl.pages)} pages`;
  return barChart({ title, axis: 'MB resident, all processes of the tool, median', scale: linearScale(valuesOf(bars)), bars });
}

/** Smallest first; those that did not end come last. Null when there is nothing to draw. */
function barsOf(
  crawl: CrawlResult | undefined,
  read: (figures: Figures) => number | null,
  show: (value: number) => string,
): readonly Bar[] | null {
  const bars = (crawl?.tools ?? []).map(summaryOf).flatMap(({ tool, title, runs, figures }): readonly Bar[] => {
    const value = figures && read(figures);
    if (value === null && runs === 0) return [];
    return [{ label: title, value, note: value === null ? 'no run ended well' : show(value), role: roleOf(tool) }];
  });
  const sorted = bars.toSorted((one, other) => (one.value ?? Number.MAX_VALUE) - (other.value ?? Number.MAX_VALUE));
  return valuesOf(sorted).length === 0 ? null : sorted;
}

const valuesOf = (bars: readonly Bar[]): readonly number[] => bars.map(({ value }) => value).filter(value => value !== null);

function growthChart(result: PerformanceResult): string | null {
  const sites = (['small', 'no-delay', 'large'] as const).map(id => crawlOf(result, id)).filter(crawl => crawl !== undefined);
  const lines = (['gongkai', 'bare'] as const).map((tool): Line => {
    const points = sites.flatMap(({ pages, tools }) => {
      const peak = figuresIn(tools, tool)?.peakMegabytes ?? null;
      return peak === null ? [] : [[pages, peak] as const];
    });
    return { label: tool, role: tool === 'gongkai' ? 'own' : 'bound', points };
  });
  if (lines.some(({ points }) => points.length < 2)) return null;
  const limit = { value: 250, label: '250 MB, the limit for the largest site' };
  return lineChart({ title: 'Memory as the site grows', across: 'pages', up: 'peak MB', lines, limit });
}

function profileChart(profile: ProfileResult | null): string | null {
  if (profile === null) return null;
  const rows = shownRows(profile);
  const total = rows.reduce((sum, row) => sum + row.seconds, 0);
  const bars = rows.map(
    (row): Bar => ({ label: shortName(row.part), value: row.seconds, note: percent(row.seconds / total), role: 'own' }),
  );
  const title = `What the CPU time goes to, ${whole(profile.pages)} pages`;
  return barChart({
    title,
    axis: 'seconds of CPU time in JavaScript, native calls and garbage collection',
    scale: linearScale(valuesOf(bars)),
    bars,
  });
}

/** What stands before the first colon: there is little room beside a bar. */
const shortName = (part: string): string => part.split(':')[0]!;
