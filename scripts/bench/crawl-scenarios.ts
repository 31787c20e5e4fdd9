import type { CrawlId, ToolId } from './result.ts';
import { toolIds } from './result.ts';

/** One site to crawl, and who crawls it. */
export interface CrawlScenario {
  readonly id: CrawlId;
  readonly pages: number;
  readonly delayMilliseconds: number;
  readonly tools: readonly ToolId[];
}

/**
 * The sites of one bench: `pages` without and with a delay for everybody; a fifth and four times as many, without a delay, for those whose
 * growth is of interest.
 */
export function crawlScenarios({ pages, delay }: { readonly pages: number; readonly delay: number }): readonly CrawlScenario[] {
  return [
    { id: 'no-delay', pages, delayMilliseconds: 0, tools: toolIds },
    { id: 'delay', pages, delayMilliseconds: delay, tools: toolIds },
    { id: 'small', pages: Math.ceil(pages / 5), delayMilliseconds: 0, tools: ['bare', 'gongkai'] },
    { id: 'large', pages: pages * 4, delayMilliseconds: 0, tools: ['bare', 'gongkai'] },
  ];
}
