import type { FetchOutcome, FetchResponse } from '../model/fetch-outcome.ts';
import type { Look } from '../model/snapshot.ts';
import type { Fetcher, FetchRequest } from './fetcher.ts';
import { isUnchanged, renewedHeaders, validatorsOf } from './validators.ts';
import { wantsBody } from './wanted-body.ts';

/** An answer as a reader meets it: a page that did not change is whole again. */
export interface Fetched {
  readonly outcome: FetchOutcome;
  /** When the answer was received in full, ISO 8601, if tonight it was only confirmed; null when it was received tonight, or there is none. */
  readonly unchangedSince: string | null;
  /** Requests sent, with repetitions and redirects. */
  readonly requests: number;
}

/** An earlier look, of status 200 and seen whole, and its kept body. */
export interface Known {
  readonly look: Look;
  /** Rejects when the body is gone or damaged. */
  readonly bodyOf: (sha256: string) => Promise<Uint8Array>;
}

/**
 * Fetches an address; of one that is known only what has changed. Good news alone may come in short: every answer that does not plainly
 * confirm the earlier one is followed by an ordinary request, and that one counts. Never rejects for what a server does.
 */
export type FetchIfChanged = (request: FetchRequest, known: Known | null) => Promise<Fetched>;

/** Of one crawl: it remembers the hosts that know no HEAD. */
export function createFetchIfChanged(fetcher: Pick<Fetcher, 'fetch'>): FetchIfChanged {
  /** How often each host had another answer to HEAD than to GET. */
  const refusals = new Map<string, number>();
  const fetchInFull = (request: FetchRequest) => fetcher.fetch(request).then(inFull);

  /** HEAD, and GET where that does not say the same as GET did: servers that know no HEAD say 404, 405 or 403 to it, or nothing at all. */
  async function fetchHead(request: FetchRequest, look: Look): Promise<Fetched> {
    const { hostname } = new URL(request.url);
    const refused = refusals.get(hostname) ?? 0;
    if (refused >= refusalsToBeSure) return fetchOnCondition(request, look, async () => noBody);
    const outcome = await fetcher.fetch({ ...request, body: 'head', patience: 'once' });
    if (isSame(outcome, look)) return confirmed(outcome, look);
    const full = await fetchInFull(request);
    // A server that was only busy just now has said nothing about HEAD.
    if (isSame(full.outcome, look) && !saysBusy(outcome)) refusals.set(hostname, refused + 1);
    return { ...full, requests: requestsOf(outcome) + full.requests };
  }

  /** Only if it has changed, where there is a way to say so. `bodyOf`: what was received with the earlier answer; null when it is gone. */
  async function fetchOnCondition(request: FetchRequest, look: Look, bodyOf: () => Promise<Uint8Array | null>): Promise<Fetched> {
    const validators = validatorsOf(look);
    if (!validators) return fetchInFull(request);
    const outcome = await fetcher.fetch({ ...request, ifChanged: validators });
    if (outcome.kind === 'failure' || !answersToConditions.has(outcome.status)) return inFull(outcome);
    const body = isUnchanged(outcome, validators) ? await bodyOf() : null;
    if (body) return confirmed({ ...outcome, status: 200, headers: renewedHeaders(look.headers, outcome.headers), body }, look);
    const full = await fetchInFull(request);
    return { ...full, requests: requestsOf(outcome) + full.requests };
  }

  return (request, known) => {
    if (known && isAboutHead(request, known.look)) return fetchHead(request, known.look);
    const sha256 = known?.look.bodySha256;
    return known && sha256 ? fetchOnCondition(request, known.look, () => known.bodyOf(sha256).catch(() => null)) : fetchInFull(request);
  };
}

/** Too many requests, or unavailable just now (RFC 6585 §4, RFC 9110 §15.6.4). */
const saysBusy = (outcome: FetchOutcome): boolean => outcome.kind === 'response' && (outcome.status === 429 || outcome.status === 503);

const refusalsToBeSure = 2;
const noBody = new Uint8Array();

/** 304; and what servers and walls say that do not like the conditions. */
const answersToConditions: ReadonlySet<number> = new Set([304, 400, 403, 412]);

/** Nobody wants the body: a link is tried, or what was taken for a page is a file. */
const isAboutHead = ({ body }: FetchRequest, { headers, bodySha256 }: Look): boolean =>
  body === 'none' || (body === 'html' && bodySha256 === null && !wantsBody('html', { status: 200, headers }));

const isSame = (outcome: FetchOutcome, look: Look): outcome is FetchResponse =>
  outcome.kind === 'response' && outcome.status === 200 && outcome.finalUrl === look.finalUrl && typeOf(outcome) === typeOf(look);

const typeOf = ({ headers }: Pick<Look, 'headers'>): string => (headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase();

const inFull = (outcome: FetchOutcome): Fetched => ({ outcome, unchangedSince: null, requests: requestsOf(outcome) });

const confirmed = (outcome: FetchResponse, { unchangedSince, fetchedAt }: Look): Fetched => ({
  ...inFull(outcome),
  unchangedSince: unchangedSince ?? fetchedAt,
});

const requestsOf = ({ attempts, hops }: FetchOutcome): number => attempts + hops.length;
