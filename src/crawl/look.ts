import type { FetchOutcome } from '../model/fetch-outcome.ts';
import type { Look, LookPurpose } from '../model/snapshot.ts';

/** Headers worth keeping: they decide how a body is read, or prove who answered. */
const keptHeaders = ['content-type', 'content-length', 'last-modified', 'date', 'server', 'etag', 'location', 'set-cookie', 'retry-after'];

/** What the crawl knows of a look beside the answer. */
export interface LookContext extends Pick<Look, 'foundOn' | 'anchorText' | 'unchangedSince'> {
  readonly purpose: LookPurpose;
  /** Where the body is kept, or null. */
  readonly sha256: string | null;
}

/** A fetch outcome as it is stored in a snapshot. */
export function lookFrom(outcome: FetchOutcome, { purpose, foundOn, anchorText, unchangedSince, sha256 }: LookContext): Look {
  const { url, finalUrl, hops, fetchedAt, elapsedMs, attempts, address, security } = outcome;
  const way = { url, finalUrl, hops, purpose, via: 'http', foundOn, anchorText, fetchedAt, unchangedSince } as const;
  const common = { ...way, elapsedMs, attempts, address, security };
  if (outcome.kind === 'failure') {
    const { cause, detail } = outcome;
    return { ...common, status: null, failure: { cause, detail }, headers: {}, truncated: false, bytes: 0, bodySha256: null };
  }
  const headers = Object.fromEntries(
    keptHeaders.flatMap(name => (outcome.headers[name] === undefined ? [] : [[name, outcome.headers[name]]])),
  );
  return {
    ...common,
    status: outcome.status,
    failure: null,
    headers,
    truncated: outcome.truncated,
    bytes: outcome.body.length,
    bodySha256: sha256,
  };
}
