import type { Trouble } from './failures.ts';
import { comparableHost, isInsideName, isPublicAddress, isReservedName, literalAddress } from './guard.ts';
import { inTime } from './in-time.ts';
import type { Route } from './pace.ts';
import { isLoopbackProxy } from './proxy.ts';
import type { Resolver } from './resolve.ts';

/** What is needed to find a route. */
interface RouteMeans {
  readonly resolver: Resolver;
  readonly namedHosts: ReadonlySet<string>;
  readonly timeoutMilliseconds: number;
}

/** The lanes of a direct request. Rejects with the resolver's or the guard's error, or when the signal aborts. */
export async function routeTo(means: RouteMeans, url: URL, signal: AbortSignal): Promise<Route | Trouble> {
  const host = comparableHost(url.hostname);
  const place = await inTime(means.resolver.resolve(url.hostname), means.timeoutMilliseconds, signal);
  if (!place) return { cause: 'dns', detail: `no answer about ${host} in time`, temporary: true };
  return { host, addresses: place.backends, local: place.local };
}

/**
 * The lanes of a request through a proxy. Only the proxy knows where a name leads, so names and spelt-out addresses are all that
 * can be judged here. A real site behind a loopback proxy keeps the public pace; only names reserved for tests do without.
 */
export function routeThrough(means: RouteMeans, proxy: URL, url: URL): Route | Trouble {
  const host = comparableHost(url.hostname);
  const literal = literalAddress(url.hostname);
  const inside = literal === null ? isInsideName(host) : !isPublicAddress(literal);
  if (inside && !means.namedHosts.has(host))
    return { cause: 'forbidden-address', detail: `${host} is an inside address`, temporary: false };
  return { host, addresses: [], local: inside || (isReservedName(host) && isLoopbackProxy(proxy)) };
}
