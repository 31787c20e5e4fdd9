import { createHash } from 'node:crypto';
import type { Guide } from '../artifacts/guide.ts';
import type { Lead } from '../artifacts/interest.ts';
import type { FetchOutcome } from '../model/fetch-outcome.ts';
import type { Settings } from '../model/settings.ts';
import type { Look, LookPurpose, Snapshot, StopReason, Unvisited } from '../model/snapshot.ts';
import { isDocumentAddress, offersDocument } from '../text/document-address.ts';
import { urlKey } from '../text/urls.ts';
import type { PacedFetcher } from './fetch-http.ts';
import type { WantedBody } from './fetcher.ts';
import { createFrontier } from './frontier.ts';
import { lookFrom } from './look.ts';
import type { Robots } from './robots.ts';
import { looksLikeTrap } from './trap.ts';

export interface CrawlInput {
  readonly snapshotId: string;
  readonly unitId: string;
  readonly startUrls: readonly string[];
  readonly guide: Guide;
  readonly fetcher: PacedFetcher;
  readonly robots: Robots;
  /** Keeps a body and gives its SHA-256. */
  readonly keepBody: (body: Uint8Array) => Promise<string>;
  readonly settings: Settings;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly signal?: AbortSignal;
  readonly onLook?: (look: Look, looksSoFar: number) => void;
}

/** Leads below this are not followed: nothing that is wanted looks like them. */
const leastInterest = 30;
/** After so many refusals in a row the site does not want us; going on would only make it worse. */
const refusalsBeforeStopping = 10;

/** Visits one unit: home page first, then what resembles the wanted items, then links that were only seen. Never throws for what a server does. */
export async function crawlSite(input: CrawlInput): Promise<Snapshot> {
  const { guide, fetcher, robots, settings, signal } = input;
  const startedAt = new Date(input.now()).toISOString();
  const deadline = input.now() + settings.crawl.maxMinutes * 60_000;
  const looks: Look[] = [];
  const skipped: Unvisited[] = [];
  const frontier = createFrontier({ keyOf: urlKey });
  const baselineHosts = new Set<string>();
  /** Links by the page that shows them, the home page first: a share of each is tried at the end. */
  const linksByPage: (readonly Lead[])[] = [];
  /** Grows when a start page does nothing but send its readers on. */
  const starts = [...input.startUrls];
  let bytes = 0;
  let requests = 0;
  let refusals = 0;
  let stop: StopReason | null = null;

  const look = async (url: string, purpose: LookPurpose, body: WantedBody, lead: Lead | null) => {
    const outcome = await fetcher.fetch({ url, body, ...(lead ? { referrer: lead.foundOn } : {}), ...(signal ? { signal } : {}) });
    requests += outcome.attempts + outcome.hops.length;
    const kept = keptBody(outcome, purpose);
    const sha256 = kept ? await input.keepBody(kept) : null;
    bytes += kept?.length ?? 0;
    const seen = lookFrom(outcome, { purpose, foundOn: lead?.foundOn ?? null, anchorText: lead?.text ?? null, sha256 });
    looks.push(seen);
    input.onLook?.(seen, looks.length);
    return { seen, body: kept };
  };

  const learnBaseline = async (url: string) => {
    const { hostname, origin } = new URL(url);
    if (baselineHosts.has(hostname)) return;
    baselineHosts.add(hostname);
    const nowhere = `${origin}/gongkai-${createHash('sha256').update(hostname).digest('hex').slice(0, 12)}.html`;
    const { seen, body } = await look(nowhere, 'baseline', 'html', null);
    guide.learn(seen, body, null);
  };

  /** Asks robots.txt, and takes its delay over before the first page is fetched. */
  const isAllowed = async (url: string) => {
    const allowed = await robots.allows(url);
    const { hostname } = new URL(url);
    const delay = robots.crawlDelaySeconds(hostname);
    if (delay !== null) fetcher.slowDown(hostname, delay);
    return allowed;
  };

  const visit = async (url: string, lead: Lead | null): Promise<void> => {
    if (!(await isAllowed(url))) {
      skipped.push({
        url,
        foundOn: lead?.foundOn ?? url,
        anchorText: lead?.text ?? '',
        reason: 'robots',
        interest: lead ? guide.interest(lead) : 100,
      });
      return;
    }
    if (lead) await learnBaseline(url);
    const { seen, body } = await look(url, 'page', (lead?.due && offersDocument(lead)) || isDocumentAddress(url) ? 'any' : 'html', lead);
    const { leads, refused, onward } = guide.learn(seen, body, lead);
    if (onward !== undefined) return void starts.push(onward);
    refusals = refused === null ? 0 : refusals + 1;
    frontier.done(seen.finalUrl);
    const [usable, traps] = partition(leads, next => !looksLikeTrap(next.url));
    for (const { url: trap, foundOn, text } of traps) skipped.push({ url: trap, foundOn, anchorText: text, reason: 'trap', interest: 0 });
    frontier.add(usable);
    linksByPage.push(usable);
    if (lead === null && refused !== null) stop = signal?.aborted ? 'interrupted' : refused;
  };

  const overBudget = (): StopReason | null => {
    if (signal?.aborted) return 'interrupted';
    if (looks.length >= settings.crawl.maxPages) return 'page-budget';
    if (bytes >= settings.crawl.maxMegabytes * 1e6) return 'byte-budget';
    if (input.now() >= deadline) return 'time-budget';
    return refusals >= refusalsBeforeStopping ? 'blocked' : null;
  };

  for (const url of starts) {
    frontier.done(url);
    await visit(url, null);
    if (stop) break;
    await learnBaseline(url);
  }

  const worker = async () => {
    while (stop === null && !guide.satisfied()) {
      stop = overBudget();
      const lead = stop === null ? frontier.take(guide.interest, leastInterest) : null;
      if (!lead) return;
      await visit(lead.url, lead);
    }
  };
  // A worker that finds the frontier empty may be early: another one still reads a page with leads. Hence the rounds.
  while (stop === null && !guide.satisfied()) {
    const before = looks.length + skipped.length;
    await Promise.all(Array.from({ length: settings.pace.inFlight }, worker));
    if (looks.length + skipped.length === before) break;
  }

  if (stop === null) await tryLinks();
  return {
    id: input.snapshotId,
    unitId: input.unitId,
    startedAt,
    finishedAt: new Date(input.now()).toISOString(),
    vantage: settings.vantage,
    userAgent: settings.userAgent,
    startUrls: input.startUrls,
    looks,
    unvisited: [...skipped, ...frontier.left(guide.interest, leastInterest)],
    requests,
    bytes,
    stoppedBecause: stop ?? 'complete',
  };

  /** Links that were not read as pages are tried, without their bodies: all of the home page, then some of each other page. */
  async function tryLinks(): Promise<void> {
    const tried = new Set(looks.map(({ url }) => urlKey(url)));
    const queue = chooseLinks(linksByPage, url => tried.has(urlKey(url)), settings.crawl.maxLinks);
    const tryNext = async () => {
      for (let lead = queue.shift(); lead && !signal?.aborted && input.now() < deadline; lead = queue.shift()) {
        frontier.done(lead.url);
        if (await isAllowed(lead.url)) await look(lead.url, 'link', 'none', lead);
      }
    };
    await Promise.all(Array.from({ length: settings.pace.inFlight }, tryNext));
    if (signal?.aborted) stop = 'interrupted';
  }
}

/** Of each page after the home page at most so many links are tried: a template's fault shows in a few. */
const linksPerPage = 5;

function chooseLinks(pages: readonly (readonly Lead[])[], isKnown: (url: string) => boolean, most: number): Lead[] {
  const chosen = new Map<string, Lead>();
  for (const [index, leads] of pages.entries()) {
    const fresh = leads.filter(lead => !isKnown(lead.url) && !chosen.has(urlKey(lead.url)) && (index === 0 || isInnerLink(lead)));
    for (const lead of index === 0 ? fresh : fresh.slice(0, linksPerPage)) chosen.set(urlKey(lead.url), lead);
  }
  return [...chosen.values()].slice(0, most);
}

/** What the page itself links to. Of links to other sites those count that a page of the disclosure section shows among its own. */
const isInnerLink = ({ scope, entrance, place }: Lead): boolean => scope === 'own' || (entrance && place === 'content');

/** Bodies of pages and documents are kept; those of links that were only tried are not. */
const keptBody = (outcome: FetchOutcome, purpose: LookPurpose) =>
  outcome.kind === 'response' && purpose !== 'link' && outcome.body.length > 0 ? outcome.body : null;

function partition<T>(all: readonly T[], test: (one: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [all.filter(test), all.filter(one => !test(one))];
}
