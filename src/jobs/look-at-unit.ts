import { randomUUID } from 'node:crypto';
import { createGuide } from '../artifacts/guide.ts';
import type { Reader } from '../artifacts/reader.ts';
import { wantsOf } from '../checks/run-catalogue.ts';
import { crawlSite } from '../crawl/crawl-site.ts';
import type { PacedFetcher } from '../crawl/fetch-http.ts';
import type { PastLooks } from '../crawl/past-looks.ts';
import type { Robots } from '../crawl/robots.ts';
import type { Look, Snapshot } from '../model/snapshot.ts';
import type { Unit } from '../model/unit.ts';
import type { Services } from './services.ts';

export interface LookInput {
  readonly unit: Unit;
  readonly roster: readonly Unit[];
  readonly asOf: string;
  readonly reader: Reader;
  readonly fetcher: PacedFetcher;
  readonly robots: Robots;
  /** What is known from the night before. */
  readonly past: PastLooks;
  readonly signal?: AbortSignal;
  readonly onLook?: (look: Look, looksSoFar: number) => void;
}

/** One look at one unit, steered by what its checks ask for. The bodies are kept; nothing is judged. */
export async function lookAtUnit(
  { settings, bodies, catalogue, calendar, now }: Pick<Services, 'settings' | 'bodies' | 'catalogue' | 'calendar' | 'now'>,
  { unit, roster, asOf, reader, fetcher, robots, past, signal, onLook }: LookInput,
): Promise<Snapshot> {
  const startUrls = [...new Set(unit.sites.flatMap(({ url, disclosureUrl }) => (disclosureUrl ? [url, disclosureUrl] : [url])))];
  const homeUrls = new Set(unit.sites.map(({ url }) => url));
  const guide = createGuide({ unit, roster, reader, wants: wantsOf(catalogue.checks, unit, { today: asOf, calendar }), homeUrls });
  return crawlSite({
    snapshotId: `${new Date(now()).toISOString().replaceAll(/[-:]/g, '').slice(0, 15)}-${randomUUID().slice(0, 8)}`,
    unitId: unit.id,
    startUrls,
    guide,
    fetcher,
    robots,
    keepBody: body => bodies.put(body),
    past,
    settings,
    now,
    ...(signal ? { signal } : {}),
    ...(onLook ? { onLook } : {}),
  });
}
