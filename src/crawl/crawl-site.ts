import { createHash } from 'node:crypto';
import { isOutOfReach, openedAs } from '../artifacts/entrances.ts';
import type { Guide } from '../artifacts/guide.ts';
import type { Lead } from '../artifacts/interest.ts';
import { httpsFormToTry } from '../artifacts/only-https.ts';
import type { FetchOutcome } from '../model/fetch-outcome.ts';
import type { Settings } from '../model/settings.ts';
import type { Entrance, Look, LookPurpose, Snapshot, StopReason, Unvisited } from '../model/snapshot.ts';
import { isDocumentAddress, offersDocument } from '../text/document-address.ts';
import { otherFormsOf } from '../text/other-forms.ts';
import { remembered } from '../text/remembered.ts';
import { originOf, urlKey } from '../text/urls.ts';
import { createAskedDelays } from './asked-delays.ts';
import { createBreaker, inARow } from './breaker.ts';
import { drainQueues } from './drain-queues.ts';
import type { PacedFetcher } from './fetch-http.ts';
import { createFetchIfChanged } from './fetch-if-changed.ts';
import type { Patience, WantedBody } from './fetcher.ts';
import { createFrontier } from './frontier.ts';
import { createHostQueues } from './host-queues.ts';
import { lookFrom } from './look.ts';
import { noPastLooks, type PastLooks } from './past-looks.ts';
import type { Robots } from './robots.ts';
import { mayPass } from './second-looks.ts';
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
  /** What is known from the night before; nothing by default. */
  readonly past?: PastLooks;
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
  const { guide, fetcher, robots, settings, signal, past = noPastLooks } = input;
  const startedAt = new Date(input.now()).toISOString();
  const deadline = input.now() + settings.crawl.maxMinutes * 60_000;
  const looks: Look[] = [];
  const skipped: Unvisited[] = [];
  const traps = new Map<string, Unvisited>();
  const trapAt = remembered(url => looksLikeTrap(url));
  const delays = createAskedDelays(robots, fetcher);
  const frontier = createFrontier({ keyOf: urlKey });
  const baselineHosts = new Set<string>();
  const breaker = createBreaker();
  const fetchIfChanged = createFetchIfChanged(fetcher);
  /** Links by the page that shows them, the home page first: a share of each is tried at the end. */
  const linksByPage: (readonly Lead[])[] = [];
  /** Grows when a start page does nothing but send its readers on. */
  const starts = [...input.startUrls];
  const entrances: Entrance[] = [];
  let bytes = 0;
  let requests = 0;
  let refusals = 0;
  let stop: StopReason | null = null;

  const look = async (url: string, purpose: LookPurpose, body: WantedBody, lead: Lead | null, asks: Patience = 'as-set') => {
    const earlier = lead && past.toConfirm(url, purpose);
    const known = earlier && (purpose === 'link' || guide.mayRestOn(earlier)) ? { look: earlier, bodyOf: past.bodyOf } : null;
    const patience = lead && past.wasSilent(url) ? 'once' : asks;
    const request = { url, body, patience, ...(lead ? { referrer: lead.foundOn } : {}), ...(signal ? { signal } : {}) } as const;
    const { outcome, unchangedSince, requests: sent } = await fetchIfChanged(request, known);
    requests += sent;
    const kept = keptBody(outcome, purpose);
    const isNew = unchangedSince === null;
    if (isNew) bytes += kept?.length ?? 0;
    const sha256 = kept && (isNew ? await input.keepBody(kept) : (known?.look.bodySha256 ?? null));
    const context = { purpose, foundOn: lead?.foundOn ?? null, anchorText: lead?.text ?? null, unchangedSince, sha256 };
    const seen = { ...lookFrom(outcome, context), fetchedAt: byClock(input.now, outcome.fetchedAt) };
    looks.push(seen);
    input.onLook?.(seen, looks.length);
    return { seen, body: kept, outcome };
  };

  /** A second look at a link takes the place of the first, with the requests of both. */
  const joinLooks = (first: Look, second: Look) => {
    looks.splice(looks.indexOf(second), 1);
    looks[looks.indexOf(first)] = { ...second, attempts: first.attempts + second.attempts };
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
    delays.heed(url);
    return allowed;
  };

  /** A start address that cannot be reached is tried as a reader would try it: with the other scheme, with or without “www.”. */
  const lookAtStart = async (url: string, body: WantedBody) => {
    const asked = await look(url, 'page', body, null);
    const found = isOutOfReach(asked.seen) ? await openInOtherForm(url, body) : null;
    if (found) guide.enteredAs(url, found.seen.url);
    const { seen } = found ?? asked;
    if (found !== null || seen.security !== null)
      entrances.push({ url, openedAs: seen.url, failure: found && asked.seen.failure, security: seen.security });
    return found ?? asked;
  };

  const openInOtherForm = async (url: string, body: WantedBody) => {
    for (const other of otherFormsOf(url)) {
      if (signal?.aborted || !(await isAllowed(other))) continue;
      const tried = await look(other, 'page', body, null);
      if (tried.seen.status !== null && tried.seen.status < 400) return tried;
    }
    return null;
  };

  const visit = async (url: string, lead: Lead | null): Promise<void> => {
    if (!(await isAllowed(url))) {
      skipped.push({
        url,
        foundOn: lead?.foundOn ?? url,
        anchorText: lead?.text ?? '',
        reason: 'robots',
        trap: null,
        interest: lead ? guide.interest(lead) : 100,
      });
      return;
    }
    if (lead) await learnBaseline(url);
    const wanted = (lead?.due && offersDocument(lead)) || isDocumentAddress(url) ? 'any' : 'html';
    const { seen, body } = input.startUrls.includes(url) ? await lookAtStart(url, wanted) : await look(url, 'page', wanted, lead);
    const { leads, refused, onward } = guide.learn(seen, body, lead);
    if (onward !== undefined) return void starts.push(onward);
    refusals = refused === null ? 0 : refusals + 1;
    frontier.done(seen.finalUrl);
    const [usable, doubtful] = partition(leads, next => trapAt(next.url) === null);
    for (const next of doubtful) noteTrap(next);
    frontier.add(usable);
    linksByPage.push(usable);
    if (lead === null && refused !== null) stop = signal?.aborted ? 'interrupted' : refused;
  };

  const noteTrap = ({ url, foundOn, text }: Lead) => {
    const trap = trapAt(url);
    if (!traps.has(urlKey(url))) traps.set(urlKey(url), { url, foundOn, anchorText: text, reason: 'trap', trap, interest: 0 });
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
    await learnBaseline(openedAs({ entrances }, url));
  }

  // Waited for while pages are read.
  const silentLinks = stop === null ? tryLinks(silentLeads()) : null;
  const places = Math.max(...input.startUrls.map(url => fetcher.placesAt(new URL(url).hostname)));
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
    await Promise.all(Array.from({ length: places }, worker));
    if (looks.length + skipped.length === before) break;
  }

  await silentLinks;
  if (stop === null) await tryLinks(chooseLinks(linksByPage, isKnownBy(looks), settings.crawl.maxLinks));
  return {
    id: input.snapshotId,
    unitId: input.unitId,
    startedAt,
    finishedAt: new Date(input.now()).toISOString(),
    vantage: settings.vantage,
    userAgent: settings.userAgent,
    startUrls: input.startUrls,
    entrances,
    delays: delays.beyond,
    looks,
    unvisited: [...skipped, ...traps.values(), ...frontier.left(guide.interest, leastInterest)],
    requests,
    bytes,
    stoppedBecause: stop ?? 'complete',
  };

  /**
   * Links of the start pages that kept silent last night, when nobody wanted to read them as pages. Were there many of them, they alone
   * would make their host look dead.
   */
  function silentLeads(): readonly Lead[] {
    const silent = linksByPage.flat().filter(lead => past.wasSilentLink(lead.url));
    const once = [...new Map(silent.map(lead => [urlKey(lead.url), lead])).values()];
    return once.length < inARow ? once : [];
  }

  /** Links are tried, without their bodies. */
  async function tryLinks(leads: readonly Lead[]): Promise<void> {
    const isTried = isKnownBy(looks);
    const hostOf = (index: number) => originOf(leads[index]!.url) ?? '';
    /** Looks of which the trouble may have passed when everything else was tried. */
    const waiting = new Map<number, Look>();
    const tryLink = async (index: number) => {
      const lead = leads[index]!;
      const first = waiting.get(index);
      const { seen, outcome } = await look(lead.url, 'link', 'none', lead, first ? 'once' : 'one-less');
      breaker.learn(originOf(outcome.finalUrl) ?? '', outcome, null);
      if (first) joinLooks(first, seen);
      else if (mayPass(outcome) && !past.wasSilent(lead.url)) return void waiting.set(index, seen);
      const form = lead.scope === 'own' ? null : httpsFormToTry(lead.url, seen.failure?.cause ?? null);
      // Not a link of the page, only a hint about one.
      if (form !== null && !isTried(form) && (await isAllowed(form))) await look(form, 'link', 'none', null);
    };
    const tryAll = async (indices: Iterable<number>) => {
      const queues = createHostQueues({ limit: settings.pace.inFlight, underWay: leads.length });
      for (const index of indices) queues.push(hostOf(index), index);
      await drainQueues({
        queues,
        hostOf,
        visit: async index => {
          const { url } = leads[index]!;
          frontier.done(url);
          if (breaker.verdictFor(hostOf(index)) === null && (await isAllowed(url))) await tryLink(index);
        },
        isStopped: () => (signal?.aborted ?? false) || input.now() >= deadline,
        // What is under way when it is aborted ends by itself, and still belongs to this look.
        signal: undefined,
      });
    };
    await tryAll(leads.keys());
    await tryAll([...waiting.keys()]);
    if (signal?.aborted) stop = 'interrupted';
  }
}

/** Of each page after the home page at most so many links are tried: a template's fault shows in a few. */
const linksPerPage = 5;

/** Tells whether an address was looked at. */
function isKnownBy(looks: readonly Look[]): (url: string) => boolean {
  const known = new Set(looks.map(({ url }) => urlKey(url)));
  return url => known.has(urlKey(url));
}

/** Links that were not read as pages: all of the home page, then some of each other page. */
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

/** The moment by the clock of the run, which in a simulated night is not the machine's: ages are counted from one night to the next. */
const byClock = (now: () => number, at: string): string => new Date(now() - Math.max(0, Date.now() - Date.parse(at))).toISOString();

/** Bodies of pages and documents are kept; those of links that were only tried are not. */
const keptBody = (outcome: FetchOutcome, purpose: LookPurpose) =>
  outcome.kind === 'response' && purpose !== 'link' && outcome.body.length > 0 ? outcome.body : null;

function partition<T>(all: readonly T[], test: (one: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [all.filter(test), all.filter(one => !test(one))];
}
