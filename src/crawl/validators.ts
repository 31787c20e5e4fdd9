import type { FetchResponse } from '../model/fetch-outcome.ts';
import type { Look } from '../model/snapshot.ts';

/** What an earlier answer carried by which its server can say that nothing has changed since (RFC 9110 §8.8). At least one is not null. */
export interface Validators {
  /** The address that gave that answer, after redirects: no other address is asked about it. */
  readonly url: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** Null when the earlier answer gives nothing to ask by. */
export function validatorsOf({ finalUrl: url, headers }: Pick<Look, 'finalUrl' | 'headers'>): Validators | null {
  const { etag: tag = '', 'last-modified': modified = '', date = '' } = headers;
  const etag = entityTag.test(tag) ? tag : null;
  const lastModified = isSteady(modified, date) ? modified : null;
  return etag === null && lastModified === null ? null : { url, etag, lastModified };
}

/** The request headers that ask for the answer only if it has changed (RFC 9110 §13.1.2, §13.1.3). */
export const conditionsOf = ({ etag, lastModified }: Validators): Readonly<Record<string, string>> => ({
  ...(etag === null ? {} : { 'if-none-match': etag }),
  ...(lastModified === null ? {} : { 'if-modified-since': lastModified }),
});

/**
 * Whether an answer says of the very representation that was asked about that it still holds: status 304 from the same address, and no
 * validator in it that names another one (RFC 9111 §4.3.4). A 304 that nobody asked for says nothing.
 */
export function isUnchanged({ status, finalUrl, headers }: FetchResponse, { url, etag, lastModified }: Validators): boolean {
  if (status !== 304 || finalUrl !== url) return false;
  const { etag: named, 'last-modified': modified } = headers;
  const isSameTag = named === undefined || (etag !== null && opaque(named) === opaque(etag));
  return isSameTag && (modified === undefined || lastModified === null || modified === lastModified);
}

/**
 * The headers of an earlier answer as a 304 renews them (RFC 9111 §3.2). What describes the bytes stays as it was with the bytes: servers
 * write a type or a length of nothing into a 304.
 */
export function renewedHeaders(
  earlier: Readonly<Record<string, string>>,
  renewing: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const renewed = Object.entries(renewing).filter(([name]) => !name.startsWith('content-') && name !== 'transfer-encoding');
  return { ...earlier, ...Object.fromEntries(renewed) };
}

/** RFC 9110 §8.8.3, in the characters that every parser on the way lets pass. */
const entityTag = /^(?:W\/)?"[\x21\x23-\x7e]{1,200}"$/;

/** If-None-Match compares weakly (RFC 9110 §13.1.2). */
const opaque = (tag: string): string => tag.replace(/^W\//, '');

/**
 * A Last-Modified by which one version can be told from the next (RFC 9110 §8.8.2.2): a date well before the answer was made. A page that
 * was changed in the minute in which it was fetched may be changed again within the same second.
 */
function isSteady(modified: string, date: string): boolean {
  return httpDate.test(modified) && Date.parse(date) - Date.parse(modified) >= steadyMilliseconds;
}

const httpDate = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;
const steadyMilliseconds = 60_000;
