import type { FetchOutcome } from '../model/fetch-outcome.ts';
import type { Means } from './attempt.ts';
import { type ChainRules, followChain } from './chain.ts';
import type { Fetcher, FetcherOptions, FetchRequest } from './fetcher.ts';
import { comparableHost } from './guard.ts';
import { createPacer } from './pace.ts';
import { readProxies } from './proxy.ts';
import { createResolver, type Lookup } from './resolve.ts';
import { createTlsLadder } from './tls-ladder.ts';
import { createTransport } from './transport.ts';

/** A fetcher whose pace can be lengthened by what robots.txt asks for. */
export interface PacedFetcher extends Fetcher {
  /** Seconds between request starts at this host from now on, at most 30. Never shortens a delay. */
  slowDown(host: string, seconds: number): void;
  /** How many requests to this host are worth waiting for at a time; the pace itself is kept in any case. */
  placesAt(host: string): number;
}

/** For tests and for the composition root; the defaults are right everywhere else. */
export interface HttpFetcherOptions extends FetcherOptions {
  /** Wait before the first repetition, doubled each time; 1000 ms by default. */
  readonly backoffMilliseconds?: number;
  /** How names are resolved; the system's resolver by default. */
  readonly lookup?: Lookup;
}

/**
 * The HTTP fetcher: guarded, paced, retried, redirected; follows the contract in fetcher.ts.
 * Throws SETTINGS_INVALID when the environment names a proxy that cannot be read; `fetch` itself never rejects.
 */
export function createFetcher(options: HttpFetcherOptions): PacedFetcher {
  const timeoutMilliseconds = options.timeoutSeconds * 1000;
  const { namedHosts, world, authority, lookup } = options;
  const resolver = createResolver({ namedHosts, world, lookup });
  const transport = createTransport({ resolver, world, authority, timeoutMilliseconds });
  const pacer = createPacer({ ...options.pace, consents: options.consents });
  const means: Means = {
    resolver,
    transport,
    pacer,
    // An invented world is not behind anybody's proxy.
    proxyFor: world ? () => null : readProxies(options.environment),
    namedHosts: new Set(namedHosts.map(comparableHost)),
    looseAnswers: new Map(),
    ladder: createTlsLadder(),
    attempts: options.attempts,
    timeoutMilliseconds,
    backoffMilliseconds: options.backoffMilliseconds ?? 1000,
  };
  const rules: ChainRules = {
    headers: { ...commonHeaders, 'user-agent': options.userAgent },
    maxRedirects: options.maxRedirects,
    maxBodyBytes: options.maxBodyBytes,
  };
  const underWay = new Set<AbortController>();
  let closed = false;

  async function fetch(request: FetchRequest): Promise<FetchOutcome> {
    const stop = new AbortController();
    const onAbort = (): void => stop.abort();
    if (closed || request.signal?.aborted) stop.abort();
    request.signal?.addEventListener('abort', onAbort);
    underWay.add(stop);
    try {
      return await followChain(means, rules, request, stop.signal);
    } finally {
      underWay.delete(stop);
      request.signal?.removeEventListener('abort', onAbort);
    }
  }

  async function close(): Promise<void> {
    closed = true;
    for (const stop of underWay) stop.abort();
    await transport.close();
  }

  return {
    fetch,
    close,
    slowDown: (host, seconds) => pacer.slowDown(comparableHost(host), seconds),
    placesAt: host => pacer.placesAt(comparableHost(host)),
  };
}

const commonHeaders = {
  accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  'accept-language': 'zh-CN,zh;q=0.9,en;q=0.5',
  'accept-encoding': 'gzip, deflate, br',
} as const;
