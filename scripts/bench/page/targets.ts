import type { CrawlId, CrawlResult, PerformanceResult } from '../result.ts';
import { seconds, times, whole } from './numbers.ts';
import { type Figures, figuresIn, summaryOf } from './summary.ts';
import { usualNights } from './usual-nights.ts';

/** One figure that the project set itself. */
export interface Target {
  readonly wanted: string;
  readonly measured: string;
  readonly met: boolean;
}

/** Those targets that the result says something about. Pure. */
export function targetsOf(result: PerformanceResult): readonly Target[] {
  const [noDelay, delay, large] = (['no-delay', 'delay', 'large'] as const).map(id => crawlOf(result, id));
  return [
    noDelay && nearBare(noDelay, 2),
    delay && nearBare(delay, 1.15),
    noDelay && aheadOfPeers(noDelay),
    delay && aheadOfPeers(delay),
    large && memoryBelow(large, 250),
    ...secondNight(result, 0.25),
  ].filter(target => target !== undefined);
}

export const crawlOf = ({ crawls }: PerformanceResult, id: CrawlId): CrawlResult | undefined =>
  crawls.find(({ scenario }) => scenario === id);

const siteOf = ({ pages, delayMilliseconds }: CrawlResult): string => `${whole(pages)} pages at ${delayMilliseconds} ms`;

function nearBare(crawl: CrawlResult, limit: number): Target | undefined {
  const [own, bare] = [figuresIn(crawl.tools, 'gongkai'), figuresIn(crawl.tools, 'bare')];
  if (bare === null) return undefined;
  const ratio = own && own.wallSeconds / bare.wallSeconds;
  return {
    wanted: `${siteOf(crawl)} within ${limit} × the time of \`bare\``,
    measured: ratio === null ? 'no run ended well' : times(ratio),
    met: ratio !== null && ratio <= limit,
  };
}

function aheadOfPeers(crawl: CrawlResult): Target | undefined {
  const own = figuresIn(crawl.tools, 'gongkai');
  const peers = crawl.tools
    .map(summaryOf)
    .filter((one): one is typeof one & { figures: Figures } => one.tool !== 'gongkai' && one.tool !== 'bare' && one.figures !== null)
    .toSorted((one, other) => one.figures.wallSeconds - other.figures.wallSeconds);
  const fastest = peers[0];
  if (fastest === undefined) return undefined;
  const peer = `fastest peer: ${fastest.title}, ${seconds(fastest.figures.wallSeconds)} s`;
  return {
    wanted: `${siteOf(crawl)} sooner than every peer`,
    measured: own === null ? `no run ended well; ${peer}` : `${seconds(own.wallSeconds)} s; ${peer}`,
    met: own !== null && own.wallSeconds < fastest.figures.wallSeconds,
  };
}

function memoryBelow(crawl: CrawlResult, limit: number): Target | undefined {
  const peak = figuresIn(crawl.tools, 'gongkai')?.peakMegabytes ?? null;
  if (peak === null) return undefined;
  return { wanted: `${whole(crawl.pages)} pages in less than ${limit} MB`, measured: `${whole(peak)} MB`, met: peak < limit };
}

function secondNight({ nights }: PerformanceResult, limit: number): readonly Target[] {
  const [first, second] = nights ? usualNights(nights) : [];
  if (first === undefined || second === undefined) return [];
  return (['bytes', 'seconds'] as const).map(measure => ({
    wanted: `second night of the city below ${limit * 100} % of the first’s ${measure === 'bytes' ? 'bytes' : 'time'}`,
    measured: `${((second[measure] / first[measure]) * 100).toFixed(1)} %`,
    met: second[measure] < first[measure] * limit,
  }));
}
