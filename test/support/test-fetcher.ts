import { onTestFinished } from 'vitest';
import { createFetcher, type HttpFetcherOptions, type PacedFetcher } from '../../src/crawl/fetch-http.ts';

/** A fetcher for loopback servers: no back-off, no environment, closed with the test. */
export function testFetcher(changes: Partial<HttpFetcherOptions> = {}): PacedFetcher {
  const fetcher = createFetcher({
    userAgent: 'gongkai/test',
    timeoutSeconds: 5,
    attempts: 3,
    maxRedirects: 5,
    maxBodyBytes: 1_000_000,
    pace: { inFlight: 4, gapSeconds: 0.5 },
    namedHosts: ['127.0.0.1'],
    environment: {},
    backoffMilliseconds: 1,
    ...changes,
  });
  onTestFinished(() => fetcher.close());
  return fetcher;
}
