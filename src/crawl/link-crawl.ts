import { randomBytes } from 'node:crypto';
import type { ExtractedLink } from '../artifacts/extract-links.ts';
import { isRefusal, isRightPage, type LinkContext, type LinkVerdict, linkVerdict, type MissingAnswer } from '../artifacts/link-verdict.ts';
import type { QuickLook } from '../artifacts/quick-look.ts';
import { type FetchFailure, type FetchOutcome, type FetchResponse, failureTitles } from '../model/fetch-outcome.ts';
import type { StopReason } from '../model/snapshot.ts';
import { isInScope, originOf } from '../text/urls.ts';
import type { CheckLinksOptions, LinkCheck } from './check-links.ts';
import { drainQueues } from './drain-queues.ts';
import type { WantedBody } from './fetcher.ts';
import { createFragments } from './fragments.ts';
import { createHostQueues } from './host-queues.ts';
import { type BadLink, type BadVerdict, createLinkLedger } from './link-ledger.ts';
import { missingAnswerOf, pageIn, pagePrints, scopeOf } from './link-pages.ts';
import { createTrapWatch, looksLikeTrap, type PagePrints } from './trap.ts';

/** One check of links under way. Used once. */
export class LinkCrawl {
  readonly #options: CheckLinksOptions;
  readonly #ledger = createLinkLedger();
  readonly #fragments = createFragments();
  readonly #traps = createTrapWatch();
  readonly #queues;
  readonly #delayedHosts = new Set<string>();
  readonly #answers = new Map<string, { answered: number; readonly resets: { readonly id: number; readonly outcome: FetchFailure }[] }>();
  readonly #readPages = new Set<number>();
  readonly #trapNotes: BadLink[] = [];
  /** Addresses that look like part of an endless space, and why: tried as links, never read as pages. */
  readonly #endless = new Map<number, string>();
  #scope: readonly string[] = [];
  #homeUrl = '';
  #missing: MissingAnswer | null = null;
  #isOverBudget = false;
  #refusals = 0;
  #stop: StopReason | null = null;

  constructor(options: CheckLinksOptions) {
    this.#options = options;
    this.#queues = createHostQueues({ limit: options.concurrency * handedOverPerPlace });
  }

  async run(): Promise<LinkCheck> {
    const startTrouble = await this.#start();
    if (startTrouble === null) {
      await drainQueues({
        queues: this.#queues,
        hostOf: id => hostOf(this.#ledger.urlOf(id)),
        visit: id => this.#visit(id),
        isStopped: () => this.#stop !== null,
        signal: this.#options.signal,
      });
    }
    if (this.#options.signal?.aborted) this.#stop = 'interrupted';
    this.#settleResets();
    return this.#result(startTrouble);
  }

  /** Reads the start page and learns how the host answers an address that cannot exist. Why that failed, or null. */
  async #start(): Promise<string | null> {
    const { startUrl, robots } = this.#options;
    const id = this.#ledger.idOf(startUrl);
    this.#ledger.claim(id);
    if (!(await robots.allows(startUrl))) return this.#giveUp('blocked', failureTitles.robots);
    this.#heedDelay(startUrl);
    const outcome = await this.#fetch(startUrl, 'html', null);
    const page = pageIn(outcome);
    const { verdict, reason } = linkVerdict(outcome, { page, bodyWanted: true });
    if (outcome.kind === 'failure') return this.#giveUp(outcome.cause === 'interrupted' ? 'interrupted' : 'unreachable', reason);
    if (isRefusal(outcome, page)) return this.#giveUp('blocked', reason);
    if (verdict === 'broken' || verdict === 'unsure') return this.#giveUp('unreachable', reason);
    if (!page) return this.#giveUp('unreachable', reason || '不是网页');
    this.#scope = scopeOf(startUrl, outcome.finalUrl);
    this.#homeUrl = outcome.finalUrl;
    this.#missing = await this.#probe(outcome.finalUrl, page);
    this.#receive(id, outcome, page, true);
    return null;
  }

  async #probe(homeUrl: string, home: QuickLook): Promise<MissingAnswer | null> {
    const url = new URL(`gongkai-${randomBytes(6).toString('hex')}.html`, this.#scope[0] ?? homeUrl).href;
    if (!(await this.#options.robots.allows(url))) return null;
    return missingAnswerOf(await this.#fetch(url, 'html', homeUrl), home, homeUrl);
  }

  async #visit(id: number): Promise<void> {
    const url = this.#ledger.urlOf(id);
    // A redirect may have led here in the meantime.
    if (this.#ledger.isSettled(id)) return;
    if (!(await this.#options.robots.allows(url))) {
      this.#ledger.settle(id, { verdict: 'unsure', reason: failureTitles.robots }, null);
      return;
    }
    this.#heedDelay(url);
    const isPage = isInScope(url, this.#scope) && !this.#endless.has(id) && !this.#traps.isTrapped(url);
    const outcome = await this.#fetch(url, isPage ? 'html' : 'none', this.#ledger.firstReferrer(id));
    this.#receive(id, outcome, isPage ? pageIn(outcome) : null, isPage);
  }

  #receive(id: number, outcome: FetchOutcome, page: QuickLook | null, bodyWanted: boolean): void {
    if (this.#options.signal?.aborted) return;
    this.#tally(id, outcome, page);
    const prints = page && pagePrints(page, outcome.finalUrl);
    const context = this.#contextFor(outcome.url, page, prints, bodyWanted);
    const status = outcome.kind === 'response' ? outcome.status : null;
    this.#ledger.settle(id, this.#mindTrap(id, linkVerdict(outcome, context)), status);
    if (outcome.kind === 'response') this.#arrive(id, outcome, page, prints, context);
    this.#options.onProgress?.({ pages: this.#readPages.size, links: this.#ledger.offered, tried: this.#ledger.settled });
  }

  /** Where the redirects ended counts as tried, too; a page of the site that was met on the way in from outside is still to be read. */
  #arrive(id: number, outcome: FetchResponse, page: QuickLook | null, prints: PagePrints | null, context: LinkContext): void {
    const { finalUrl, status } = outcome;
    const final = this.#ledger.idOf(finalUrl);
    const isOwn = isInScope(finalUrl, this.#scope);
    if (isOwn && final !== id && !context.bodyWanted) {
      if (this.#ledger.claim(final)) this.#queues.push(hostOf(finalUrl), final);
      return;
    }
    const arrived = { ...outcome, url: finalUrl };
    if (final !== id && !this.#ledger.isSettled(final)) this.#ledger.settle(final, linkVerdict(arrived, context), status);
    if (isOwn && page && prints && isRightPage(arrived, context)) this.#read(final, page, prints);
  }

  #contextFor(url: string, page: QuickLook | null, prints: PagePrints | null, bodyWanted: boolean): LinkContext {
    const isOwn = hostOf(url) === hostOf(this.#homeUrl);
    return {
      homeUrl: this.#homeUrl,
      page,
      bodyWanted,
      missing: isOwn ? this.#missing : null,
      ...(prints ? { fingerprint: prints.withoutDigits } : {}),
    };
  }

  #read(id: number, page: QuickLook, prints: PagePrints): void {
    if (this.#readPages.has(id)) return;
    if (this.#readPages.size >= this.#options.maxPages) {
      this.#isOverBudget = true;
      return;
    }
    this.#readPages.add(id);
    this.#fragments.learn(id, page);
    const url = this.#ledger.urlOf(id);
    const alike = this.#traps.learn(url, prints);
    if (alike !== null) this.#noteTrap(id, url, alike);
    if (this.#traps.isTrapped(url)) return;
    for (const link of page.links) this.#offer(link, id, page);
  }

  #offer({ url, fragment, optional }: ExtractedLink, pageId: number, page: QuickLook): void {
    const target = this.#ledger.idOf(url);
    if (fragment !== null && !optional && (target !== pageId || !page.hasScript)) this.#fragments.offer(target, url, fragment, pageId);
    if (!this.#ledger.offer(target, pageId, optional) || !this.#ledger.claim(target)) return;
    const trap = isInScope(url, this.#scope) ? looksLikeTrap(url) : null;
    if (trap !== null) this.#endless.set(target, trap);
    this.#queues.push(hostOf(url), target);
  }

  #mindTrap(id: number, verdict: LinkVerdict): LinkVerdict {
    const trap = this.#endless.get(id);
    if (trap === undefined || verdict.verdict !== 'ok') return verdict;
    return { verdict: 'suspect', reason: `疑似无穷尽的地址（${trap}），其中的链接不再展开` };
  }

  #noteTrap(id: number, url: string, alike: number): void {
    const referrer = this.#ledger.firstReferrer(id);
    const foundOn = referrer === null ? [] : [referrer];
    const reason = `同类地址已有${alike}个页面内容相同（疑似无穷尽的日历或翻页），其中的链接不再展开`;
    this.#trapNotes.push({ url, reason, status: 200, foundOn, pages: foundOn.length });
  }

  #tally(id: number, outcome: FetchOutcome, page: QuickLook | null): void {
    const host = hostOf(outcome.finalUrl);
    const answers = this.#answers.get(host) ?? { answered: 0, resets: [] };
    this.#answers.set(host, answers);
    if (outcome.kind === 'failure') {
      if (outcome.cause === 'reset') answers.resets.push({ id, outcome });
      return;
    }
    answers.answered++;
    if (host !== hostOf(this.#homeUrl)) return;
    this.#refusals = isRefusal(outcome, page) ? this.#refusals + 1 : 0;
    if (this.#refusals >= refusalsBeforeStopping) this.#stop ??= 'blocked';
  }

  /** A connection cut off every time is the fault of that address when the host answered nearly everything else. */
  #settleResets(): void {
    for (const { answered, resets } of this.#answers.values()) {
      if (resets.length * answersPerReset > answered) continue;
      for (const { id, outcome } of resets) this.#ledger.settle(id, linkVerdict(outcome, { isHostSteady: true }), null);
    }
  }

  #heedDelay(url: string): void {
    const { host } = new URL(url);
    if (this.#delayedHosts.has(host)) return;
    this.#delayedHosts.add(host);
    const seconds = this.#options.robots.crawlDelaySeconds(host);
    if (seconds !== null) this.#options.fetcher.slowDown(host, seconds);
  }

  // Without the signal: hundreds of listeners on one signal make each further one slow. Who aborts closes the fetcher.
  #fetch(url: string, body: WantedBody, referrer: string | null): Promise<FetchOutcome> {
    return this.#options.fetcher.fetch({ url, body, ...(referrer === null ? {} : { referrer }) });
  }

  #giveUp(reason: StopReason, trouble: string): string {
    this.#stop = reason;
    return trouble;
  }

  #result(startTrouble: string | null): LinkCheck {
    const lost = this.#fragments.lost().map(({ pages, target: _, ...rest }) => ({
      ...rest,
      status: 200,
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
      suspect: [...this.#ledger.bad('suspect'), ...lostAs('suspect'), ...this.#trapNotes],
      stoppedBecause: this.#stop ?? (this.#isOverBudget ? 'page-budget' : 'complete'),
      startTrouble,
    };
  }
}

const hostOf = (url: string): string => originOf(url) ?? url;

/** So many waiting for the fetcher's pace per place on the wire keep the wire busy. */
const handedOverPerPlace = 4;
/** After so many refusals in a row the site does not want us; going on would only make it worse. */
const refusalsBeforeStopping = 20;
const answersPerReset = 50;
