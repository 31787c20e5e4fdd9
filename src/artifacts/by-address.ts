import { urlKey } from '../text/urls.ts';

/** What is known of addresses, found also under another session id or spelling of the address. */
export interface ByAddress<T> {
  get(url: string): T | undefined;
}

/** The crawl visits two addresses with one key only once: what it saw there holds for both. An exact match wins. */
export function byAddress<T>(exact: ReadonlyMap<string, T>): ByAddress<T> {
  const keyed = new Map<string, T>();
  for (const [url, value] of exact) if (!keyed.has(keyOf(url))) keyed.set(keyOf(url), value);
  return { get: url => exact.get(url) ?? keyed.get(keyOf(url)) };
}

/** What an address still carries behind `#` is a route: behind it lies another page. */
const keyOf = (url: string): string => (url.includes('#') ? url : urlKey(url));
