import type { LinkCheck } from '../model/link-check.ts';
import type { LinkRecord } from '../model/link-record.ts';
import type { PacedFetcher } from './fetch-http.ts';
import { LinkCrawl } from './link-crawl.ts';
import type { Robots } from './robots.ts';

export interface CheckLinksOptions {
  /** Absolute http or https address. Pages under its directory are read; everything they link to is tried. */
  readonly startUrl: string;
  readonly fetcher: Pick<PacedFetcher, 'fetch' | 'slowDown'>;
  readonly robots: Robots;
  /** Requests under way to one host; the fetcher keeps the limit, this keeps it fed. */
  readonly concurrency: number;
  /** Pages read; links on them are tried beyond that. */
  readonly maxPages: number;
  /** What may have been a passing trouble is asked again when all else is done, and not before so much time has passed. */
  readonly secondLookAfterMilliseconds: number;
  /** Where everything is written down; null to keep nothing. */
  readonly record: LinkRecord | null;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: LinkProgress) => void;
}

export interface LinkProgress {
  readonly pages: number;
  /** Distinct links met so far, and those tried. */
  readonly links: number;
  readonly tried: number;
}

/** Reads the pages under the start page's directory, breadth first, and tries every link on them once. Never throws for what a server does. */
export function checkLinks(options: CheckLinksOptions): Promise<LinkCheck> {
  return new LinkCrawl(options).run();
}
