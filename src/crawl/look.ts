import type { FetchOutcome } from '../model/fetch-outcome.ts';
import type { Look, LookPurpose } from '../model/snapshot.ts';

/** Headers worth keeping: they decide how a body is read, or prove who answered. */
const keptHeaders = ['content-type', 'content-length', 'last-modified', 'date', 'server', 'etag', 'location', 'set-cookie', 'retry-after'];

/** A fetch outcome as it is stored in a snapshot. `sha256`: where its body is kept, or null. */
export function lookFrom(
  outcome: FetchOutcome,
  {
    purpose,
    foundOn,
    anchorText,
    sha256,
  }: { readonly purpose: LookPurpose; readonly foundOn: string | null; readonly anchorText: string | null; readonly sha256: string | null },
): Look {
  const { url, finalUrl, hops, fetchedAt, elapsedMs, attempts, address } = outcome;
  const common = { url, finalUrl, hops, purpose, via: 'http', foundOn, anchorText, fetchedAt, elapsedMs, attempts, address } as const;
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
