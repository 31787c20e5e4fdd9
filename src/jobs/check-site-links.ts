import { randomUUID } from 'node:crypto';
import { type CheckLinksOptions, checkLinks } from '../crawl/check-links.ts';
import type { PacedFetcher } from '../crawl/fetch-http.ts';
import { createRobots } from '../crawl/robots.ts';
import type { SiteLinks } from '../model/link-check.ts';
import { deadSince } from '../standing/dead-since.ts';
import type { Services } from './services.ts';

export interface SiteLinksInput extends Omit<CheckLinksOptions, 'fetcher' | 'robots' | 'record'> {
  readonly fetcher: PacedFetcher;
}

/** A check of all links under an address, written down while it goes on and held against the checks before it. */
export async function checkSiteLinks(
  { store, settings, now }: Pick<Services, 'store' | 'settings' | 'now'>,
  { fetcher, ...input }: SiteLinksInput,
): Promise<SiteLinks> {
  const { vantage, userAgent } = settings;
  const id = randomUUID();
  const startedAt = new Date(now()).toISOString();
  const record = await store.beginLinkCheck({ id, startUrl: input.startUrl, startedAt, vantage, userAgent });
  const check = await checkLinks({ ...input, fetcher, robots: createRobots(fetcher, userAgent), record });
  const { pages, links, stoppedBecause, broken } = check;
  await store.endLinkCheck(id, { finishedAt: new Date(now()).toISOString(), stoppedBecause, pages, links });
  const earlier = broken.length === 0 ? [] : await store.linkHistory(id, checksBack);
  return { ...check, deadSince: new Map(broken.map(({ url }) => [url, deadSince(url, startedAt, earlier)])) };
}

/** A month of nights. */
const checksBack = 30;
