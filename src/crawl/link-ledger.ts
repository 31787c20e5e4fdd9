import type { FetchOutcome, Hop } from '../model/fetch-outcome.ts';
import type { LinkVerdict } from '../model/link-cause.ts';
import type { BadLink } from '../model/link-check.ts';
import { urlKey } from '../text/urls.ts';
import { createReferrers } from './referrers.ts';

export type BadVerdict = Exclude<LinkVerdict['verdict'], 'ok'>;

/** What is kept of the answer that decided. */
export interface Answered {
  readonly status: number | null;
  readonly hops: readonly Hop[];
  readonly attempts: number;
}

/** Of what was never asked for. */
export const notAsked: Answered = { status: null, hops: [], attempts: 0 };

export const answeredBy = (outcome: FetchOutcome): Answered => ({
  status: outcome.kind === 'response' ? outcome.status : null,
  hops: outcome.hops,
  attempts: outcome.attempts,
});

/**
 * All addresses of one check by number, each once, and what became of them. Kept small: for an address that is ok
 * nothing is kept but itself; for others the verdict and the first referrers.
 */
export interface LinkLedger {
  /** The number of an address; a new one is made when it is met for the first time. */
  idOf(url: string): number;
  urlOf(id: number): string;
  /** A page offers this link. `isGuess`: read out of a script or the like. True when the target was not offered before. */
  offer(target: number, page: number, isGuess: boolean): boolean;
  /** Claims a target for a visit; false when it was claimed or settled before. */
  claim(id: number): boolean;
  /** The first verdict stays, except that a broken link may be settled again as worse than unsure. */
  settle(id: number, verdict: LinkVerdict, answered: Answered): void;
  isSettled(id: number): boolean;
  /** First page on which it was seen; null for the start page. */
  firstReferrer(id: number): string | null;
  /** Addresses that some page offered, and those of them that were settled. */
  readonly offered: number;
  readonly settled: number;
  /** In the order in which the addresses were met. */
  bad(verdict: BadVerdict): readonly BadLink[];
}

type Judged = Exclude<LinkVerdict, { readonly verdict: 'ok' }> & Answered;

export function createLinkLedger(): LinkLedger {
  const ids = new Map<string, number>();
  const urls: string[] = [];
  const flags: number[] = [];
  const firstPages: number[] = [];
  const judged = new Map<number, Judged>();
  const referrers = createReferrers({ limit: 20 });
  let offered = 0;
  let settled = 0;

  const has = (id: number, flag: number) => (flags[id]! & flag) !== 0;

  function idOf(url: string): number {
    const key = urlKey(url);
    const known = ids.get(key);
    if (known !== undefined) return known;
    const id = urls.push(url) - 1;
    ids.set(key, id);
    flags.push(0);
    firstPages.push(nobody);
    return id;
  }

  function offer(target: number, page: number, isGuess: boolean): boolean {
    const isFirst = !has(target, isOffered);
    if (isFirst) {
      flags[target]! |= isOffered;
      firstPages[target] = page;
      offered++;
      if (has(target, isDone)) settled++;
    }
    if (!isGuess) flags[target]! |= isCertain;
    if (!has(target, isDone) || judged.has(target)) referrers.add(target, page);
    return isFirst;
  }

  function claim(id: number): boolean {
    if (has(id, isClaimed | isDone)) return false;
    flags[id]! |= isClaimed;
    return true;
  }

  function settle(id: number, verdict: LinkVerdict, answered: Answered): void {
    if (!has(id, isDone) && has(id, isOffered)) settled++;
    if (has(id, isDone) && !judged.has(id)) return;
    flags[id]! |= isDone;
    if (verdict.verdict !== 'ok') judged.set(id, { ...verdict, ...answered });
  }

  const pagesOf = (id: number): readonly string[] => referrers.of(id).map(page => urls[page]!);

  function bad(wanted: BadVerdict): readonly BadLink[] {
    return [...judged]
      .filter(([id]) => has(id, isOffered))
      .sort(([a], [b]) => a - b)
      .flatMap(([id, { verdict, reason, ...rest }]) => {
        const isDoubtful = verdict === 'broken' && !has(id, isCertain);
        if ((isDoubtful ? 'suspect' : verdict) !== wanted) return [];
        const said = isDoubtful ? `${reason}；地址取自脚本或菜单，请人工核对` : reason;
        return [{ ...rest, url: urls[id]!, reason: said, foundOn: pagesOf(id), pages: referrers.count(id) }];
      });
  }

  return {
    idOf,
    urlOf: id => urls[id]!,
    offer,
    claim,
    settle,
    isSettled: id => has(id, isDone),
    firstReferrer: id => (firstPages[id] === nobody ? null : urls[firstPages[id]!]!),
    get offered() {
      return offered;
    },
    get settled() {
      return settled;
    },
    bad,
  };
}

const nobody = -1;
/** Some page links to it. */
const isOffered = 1;
/** At least one of those links is no guess. */
const isCertain = 2;
const isClaimed = 4;
const isDone = 8;
