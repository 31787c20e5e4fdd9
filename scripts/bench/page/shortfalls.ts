import { type CrawlResult, type PerformanceResult, toolTitles } from '../result.ts';
import { rightIn } from '../verdict-site.ts';
import { percent, seconds, whole } from './numbers.ts';
import { type Figures, figuresIn, type Summary, summaryOf } from './summary.ts';

interface Measure {
  readonly name: string;
  readonly read: (figures: Figures) => number | null;
  readonly better: 'less' | 'more';
  readonly show: (value: number) => string;
}

const measures: readonly Measure[] = [
  { name: 'wall time', read: one => one.wallSeconds, better: 'less', show: value => `${seconds(value)} s` },
  { name: 'CPU time', read: one => one.cpuSeconds, better: 'less', show: value => `${seconds(value)} s` },
  { name: 'peak memory', read: one => one.peakMegabytes, better: 'less', show: value => `${whole(value)} MB` },
  { name: 'requests per address', read: one => one.requestsPerAddress, better: 'less', show: value => value.toFixed(2) },
  { name: 'precision', read: one => one.precision, better: 'more', show: percent },
  { name: 'recall', read: one => one.recall, better: 'more', show: percent },
];

/** Every measure in which some peer did better than gongkai, one Markdown line each. `bare` keeps nothing and is no peer. Pure. */
export function shortfallsOf(result: PerformanceResult): readonly string[] {
  return [...result.crawls.flatMap(inCrawl), ...inVerdicts(result)];
}

function inCrawl(crawl: CrawlResult): readonly string[] {
  const own = figuresIn(crawl.tools, 'gongkai');
  if (own === null) return [];
  const peers = crawl.tools.filter(({ tool }) => tool !== 'gongkai' && tool !== 'bare').map(summaryOf);
  return measures.flatMap(measure => {
    const ours = measure.read(own);
    const ahead = ours === null ? [] : aheadIn(measure, ours, peers);
    if (ours === null || ahead.length === 0) return [];
    return `${whole(crawl.pages)} pages at ${crawl.delayMilliseconds} ms, ${measure.name}: ${ahead.join(', ')}; gongkai ${measure.show(ours)}`;
  });
}

function aheadIn({ read, better, show }: Measure, ours: number, peers: readonly Summary[]): readonly string[] {
  const sign = better === 'less' ? 1 : -1;
  return peers
    .map(({ title, figures }) => ({ title, value: figures && read(figures) }))
    .filter((one): one is { title: string; value: number } => one.value !== null && sign * one.value < sign * ours)
    .toSorted((one, other) => sign * (one.value - other.value))
    .map(({ title, value }) => `${title} ${show(value)}`);
}

/** Cases that gongkai judged wrongly, with the peers that judged them rightly. */
function inVerdicts({ verdicts }: PerformanceResult): readonly string[] {
  const own = verdicts?.tools.find(({ tool }) => tool === 'gongkai');
  if (!verdicts || own === undefined) return [];
  const isRight = (one: typeof own, which: (typeof verdicts.cases)[number]): boolean => rightIn([which], one.verdicts) === 1;
  return verdicts.cases
    .filter(one => !isRight(own, one))
    .map(one => {
      const better = verdicts.tools.filter(tool => isRight(tool, one)).map(({ tool }) => toolTitles[tool]);
      const who = better.length === 0 ? 'nobody was right' : `right: ${better.join(', ')}`;
      return `hard case “${one.title}”: gongkai says ${own.verdicts[one.id] ?? 'no report'}; ${who}`;
    });
}
