import { setTimeout as sleep } from 'node:timers/promises';
import { delayNotes } from '../artifacts/delay-notes.ts';
import { entranceNotes } from '../artifacts/entrances.ts';
import type { ExtractedLink, MalformedLink } from '../artifacts/extract-links.ts';
import { isRefusal, isRightPage, type LinkContext, linkVerdict } from '../artifacts/link-verdict.ts';
import { frontOf } from '../artifacts/missing-answer.ts';
import { httpsFormToTry, onlyOverHttps } from '../artifacts/only-https.ts';
import type { QuickLook } from '../artifacts/quick-look.ts';
import { type FetchFailure, type FetchOutcome, type FetchResponse, failureTitles } from '../model/fetch-outcome.ts';
import type { LinkVerdict } from '../model/link-cause.ts';
import type { BadLink, LinkCheck } from '../model/link-check.ts';
import type { Entrance, StopReason } from '../model/snapshot.ts';
import { isInScope, originOf } from '../text/urls.ts';
import { createAskedDelays } from './asked-delays.ts';
import { createBreaker } from './breaker.ts';
import type { CheckLinksOptions } from './check-links.ts';
import { drainQueues } from './drain-queues.ts';
import type { FetchRequest } from './fetcher.ts';
import { createFragments } from './fragments.ts';
import { createHostQueues } from './host-queues.ts';
import { createLinkJournal } from './link-journal.ts';
import { type Answered, answeredBy, type BadVerdict, createLinkLedger, notAsked } from './link-ledger.ts';
import { pageIn, scopeOf } from './link-pages.ts';
import { createLinkTraps } from './link-traps.ts';
import { createMissingAnswers, type MissingAnswers } from './missing-answers.ts';
import { openStart } from './open-start.ts';
import { createSecondLooks } from './second-looks.ts';
import { createSteadyFailures } from './steady-failures.ts';

/** One check of links under way. Used once. */
export class LinkCrawl {
  readonly #options: CheckLinksOptions;
  readonly #ledger = createLinkLedger();
  readonly #fragments = createFragments();
  readonly #traps = createLinkTraps();
  readonly #failures = createSteadyFailures();
  readonly #secondLooks = createSecondLooks();
  readonly #journal;
  readonly #queues;
  readonly #breaker = createBreaker();
  readonly #delays;
  readonly #readPages = new Set<number>();
  #entrance: Entrance | null = null;
  #scope: readonly string[] = [];
  #homeUrl = '';
  #missing: MissingAnswers | null = null;
  #isOverBudget = false;
  #refusals = 0;
  #stop: StopReason | null = null;

  constructor(options: CheckLinksOptions) {
    this.#options = options;
    this.#delays = createAskedDelays(options.robots, options.fetcher);
    this.#queues = createHostQueues({ limit: options.concurrency * handedOverPerPlace, underWay: mostUnderWay });
    this.#journal = createLinkJournal(options.record);
  }

  async run(): Promise<LinkCheck> {
    const startTrouble = await this.#start();
    if (startTrouble === null) {
      await this.#drain();
      await this.#lookAgain();
    }
    if (this.#options.signal?.aborted) this.#stop = 'interrupted';
    for (const { id, outcome } of this.#failures.proven())
      this.#settle(id, linkVerdict(outcome, { isHostSteady: true }), answeredBy(outcome));
    await this.#journal.flush();
    return this.#result(startTrouble);
  }

  #drain(): Promise<void> {
    return drainQueues({
      queues: this.#queues,
      hostOf: id => hostOf(this.#ledger.urlOf(id)),
      visit: id => this.#visit(id),
      isStopped: () => this.#stop !== null,
      signal: this.#options.signal,
    });
  }

  /** Asks again for what may have been a passing trouble; pages that are read only now may bring new links. */
  async #lookAgain(): Promise<void> {
    for (let waiting = this.#secondLooks.take(); waiting !== null; waiting = this.#secondLooks.take()) {
      const wait = waiting.lastLookAt + this.#options.secondLookAfterMilliseconds - performance.now();
      if (this.#stop === null && wait > 0) await sleep(wait, undefined, { signal: this.#options.signal }).catch(() => {});
      for (const id of waiting.ids) this.#queues.push(hostOf(this.#ledger.urlOf(id)), id);
      if (this.#stop === null && !this.#options.signal?.aborted) await this.#drain();
      // Where there was no second look, the first one stands.
      for (const id of waiting.ids) {
        const first = this.#secondLooks.firstOf(id);
        if (first !== null && !this.#ledger.isSettled(id)) this.#settle(id, linkVerdict(first), answeredBy(first));
      }
    }
  }

  /** Reads the start page and learns how the host answers an address that cannot exist. Why that failed, or null. */
  async #start(): Promise<string | null> {
    const opened = await openStart(this.#options.startUrl, url => this.#askFor(url));
    if (opened === null) return this.#giveUp('blocked', failureTitles.robots);
    const { openedAs: startUrl, outcome } = opened;
    this.#entrance = opened.entrance;
    const id = this.#ledger.idOf(startUrl);
    this.#ledger.claim(id);
    const page = pageIn(outcome);
    const { verdict, reason } = linkVerdict(outcome, { page, bodyWanted: true });
    if (outcome.kind === 'failure') return this.#giveUp(outcome.cause === 'interrupted' ? 'interrupted' : 'unreachable', reason);
    if (isRefusal(outcome, page)) return this.#giveUp('blocked', reason);
    if (verdict === 'broken' || verdict === 'unsure') return this.#giveUp('unreachable', reason);
    if (!page || page.error !== null) return this.#giveUp('unreachable', reason || '不是网页');
    this.#scope = scopeOf(startUrl, outcome.finalUrl);
    this.#homeUrl = outcome.finalUrl;
    this.#missing = createMissingAnswers({ home: frontOf(page, outcome.finalUrl), ask: url => this.#probe(url) });
    this.#receive(id, outcome, { homeUrl: this.#homeUrl, page, bodyWanted: true });
    return null;
  }

  async #askFor(url: string): Promise<FetchOutcome | null> {
    if (!(await this.#options.robots.allows(url))) return null;
    this.#delays.heed(url);
    return this.#fetch({ url, body: 'html' });
  }

  async #probe(url: string): Promise<FetchOutcome | null> {
    if (!(await this.#options.robots.allows(url))) return null;
    return this.#fetch({ url, body: 'html', referrer: this.#homeUrl });
  }

  async #visit(id: number): Promise<void> {
    const url = this.#ledger.urlOf(id);
    // A redirect may have led here in the meantime.
    if (this.#ledger.isSettled(id)) return;
    if (!(await this.#options.robots.allows(url))) {
      this.#settle(id, { verdict: 'unsure', cause: 'not-allowed', reason: failureTitles.robots }, notAsked);
      return;
    }
    this.#delays.heed(url);
    // When the site itself turns us away, that ends the check (see #tally).
    const given = hostOf(url) === hostOf(this.#homeUrl) ? null : this.#breaker.verdictFor(hostOf(url));
    if (given !== null) {
      // A first look, if there was one, says more.
      if (this.#secondLooks.firstOf(id) === null) this.#settle(id, given, notAsked);
      return;
    }
    const isLookedAt = !this.#traps.isEndless(id, url);
    const first = this.#secondLooks.firstOf(id);
    const referrer = this.#ledger.firstReferrer(id);
    const outcome = await this.#fetch({
      url,
      body: isLookedAt ? 'html' : 'none',
      patience: first === null ? 'one-less' : 'once',
      ...(referrer === null ? {} : { referrer }),
    });
    this.#breaker.learn(hostOf(outcome.finalUrl), outcome, null);
    if (this.#options.signal?.aborted || this.#secondLooks.postpones(id, outcome)) return;
    const all = first === null ? outcome : { ...outcome, attempts: first.attempts + outcome.attempts };
    if (all.kind === 'failure' && (await this.#opensOverHttps(all))) {
      this.#settle(id, onlyOverHttps(all.cause), answeredBy(all));
      return;
    }
    const page = isLookedAt ? pageIn(outcome) : null;
    const missing = outcome.kind === 'response' && this.#missing ? await this.#missing.suitable(outcome, page) : null;
    if (this.#options.signal?.aborted) return;
    this.#receive(id, all, { homeUrl: this.#homeUrl, page, missing, bodyWanted: isLookedAt });
  }

  async #opensOverHttps({ url, finalUrl, cause }: FetchFailure): Promise<boolean> {
    const https = url === finalUrl ? httpsFormToTry(url, cause) : null;
    if (https === null || !(await this.#options.robots.allows(https))) return false;
    const outcome = await this.#fetch({ url: https, body: 'none', patience: 'once' });
    return outcome.kind === 'response' && outcome.status < 400;
  }

  #receive(id: number, outcome: FetchOutcome, context: LinkContext): void {
    this.#tally(id, outcome, context.page ?? null);
    this.#settle(id, this.#mindTrap(id, linkVerdict(outcome, context)), answeredBy(outcome));
    if (outcome.kind === 'response') this.#arrive(id, outcome, context);
    this.#options.onProgress?.({ pages: this.#readPages.size, links: this.#ledger.offered, tried: this.#ledger.settled });
  }

  /** Where the redirects ended counts as tried, too; a page of the site that was met on the way in from outside is still to be read. */
  #arrive(id: number, outcome: FetchResponse, context: LinkContext): void {
    const { finalUrl } = outcome;
    const final = this.#ledger.idOf(finalUrl);
    const isOwn = isInScope(finalUrl, this.#scope);
    if (isOwn && final !== id && !context.bodyWanted) {
      if (this.#ledger.claim(final)) this.#queues.push(hostOf(finalUrl), final);
      return;
    }
    const arrived = { ...outcome, url: finalUrl, hops: [] };
    if (final !== id && !this.#ledger.isSettled(final)) this.#settle(final, linkVerdict(arrived, context), answeredBy(arrived));
    if (isOwn && context.page && isRightPage(arrived, context)) this.#read(final, context.page);
  }

  #settle(id: number, verdict: LinkVerdict, answered: Answered): void {
    this.#ledger.settle(id, verdict, answered);
    this.#journal.settled(id, this.#ledger.urlOf(id), verdict, answered);
  }

  #read(id: number, page: QuickLook): void {
    if (this.#readPages.has(id)) return;
    if (this.#readPages.size >= this.#options.maxPages) {
      this.#isOverBudget = true;
      return;
    }
    this.#readPages.add(id);
    this.#fragments.learn(id, page);
    const url = this.#ledger.urlOf(id);
    if (this.#traps.isEndless(id, url)) return;
    const targets = new Set<number>();
    const fresh: string[] = [];
    for (const link of page.links) targets.add(this.#offer(link, id, page, fresh));
    for (const link of page.malformed) targets.add(this.#offerMalformed(link, id));
    this.#traps.read(url, page, fresh, this.#ledger.firstReferrer(id));
    this.#journal.read(id, [...targets]);
  }

  /** The number of what the link leads to; an address that nobody had offered before joins `fresh`. */
  #offer({ url, fragment, optional }: ExtractedLink, pageId: number, page: QuickLook, fresh: string[]): number {
    const target = this.#ledger.idOf(url);
    if (fragment !== null && !optional && (target !== pageId || !page.hasScript)) this.#fragments.offer(target, url, fragment, pageId);
    if (isInScope(url, this.#scope)) this.#traps.meet(target, url, this.#ledger.urlOf(pageId));
    if (!this.#ledger.offer(target, pageId, optional) || !this.#ledger.claim(target)) return target;
    fresh.push(url);
    this.#queues.push(hostOf(url), target);
    return target;
  }

  /** The number of what is written there; nobody can ask for it. */
  #offerMalformed({ reference, isTemplate }: MalformedLink, pageId: number): number {
    const target = this.#ledger.idOf(reference);
    this.#ledger.offer(target, pageId, isTemplate);
    if (!this.#ledger.isSettled(target)) this.#settle(target, malformedLink, notAsked);
    return target;
  }

  #mindTrap(id: number, verdict: LinkVerdict): LinkVerdict {
    const reason = verdict.verdict === 'ok' ? this.#traps.reasonFor(id) : null;
    return reason === null ? verdict : { verdict: 'suspect', cause: 'endless', reason };
  }

  #tally(id: number, outcome: FetchOutcome, page: QuickLook | null): void {
    const host = hostOf(outcome.finalUrl);
    this.#failures.learn(id, host, outcome);
    if (outcome.kind === 'failure' || host !== hostOf(this.#homeUrl)) return;
    this.#refusals = isRefusal(outcome, page) ? this.#refusals + 1 : 0;
    if (this.#refusals >= refusalsBeforeStopping) this.#stop ??= 'blocked';
  }

  // Without the signal: hundreds of listeners on one signal make each further one slow. Who aborts closes the fetcher.
  #fetch(request: FetchRequest): Promise<FetchOutcome> {
    return this.#options.fetcher.fetch(request);
  }

  #giveUp(reason: StopReason, trouble: string): string {
    this.#stop = reason;
    return trouble;
  }

  #result(startTrouble: string | null): LinkCheck {
    const lost = this.#fragments.lost().map(({ pages, target: _, ...rest }) => ({
      ...rest,
      cause: 'lost-place' as const,
      status: 200,
      hops: [],
      attempts: 1,
      foundOn: pages.map(page => this.#ledger.urlOf(page)),
      pages: pages.length,
    }));
    const lostAs = (wanted: BadVerdict): BadLink[] =>
      lost.filter(({ verdict }) => verdict === wanted).map(({ verdict: _, ...link }) => link);
    return {
      pages: this.#readPages.size,
      links: this.#ledger.settled,
      broken: [...this.#ledger.bad('broken'), ...lostAs('broken')],
      unsure: this.#ledger.bad('unsure'),
      suspect: [...this.#ledger.bad('suspect'), ...lostAs('suspect'), ...this.#traps.notes],
      stoppedBecause: this.#stop ?? (this.#isOverBudget ? 'page-budget' : 'complete'),
      startTrouble,
      notes: [...entranceNotes(this.#entrance === null ? [] : [this.#entrance]), ...delayNotes(this.#delays.beyond)],
    };
  }
}

const malformedLink: LinkVerdict = { verdict: 'broken', cause: 'malformed', reason: '地址写错了，浏览器打不开' };

const hostOf = (url: string): string => originOf(url) ?? url;

/** So many waiting for the fetcher's pace per place on the wire keep the wire busy. */
const handedOverPerPlace = 4;
/** Bounds memory when everything is asleep. */
const mostUnderWay = 1024;
/** After so many refusals in a row the site does not want us; going on would only make it worse. */
const refusalsBeforeStopping = 20;
