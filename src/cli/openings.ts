import { join } from 'node:path';
import { loadSettings } from '../config/load-settings.ts';
import { createFetcher, type HttpFetcherOptions, type PacedFetcher } from '../crawl/fetch-http.ts';
import type { Settings } from '../model/settings.ts';
import { openStore } from '../store/open-store.ts';
import { sqliteDialect } from '../store/sqlite.ts';
import type { Store } from '../store/store.ts';

export const readSettings = (): Settings => loadSettings({ file: 'gongkai.yaml', environment: process.env });

/** The store that the settings and DATABASE_URL name. Whoever opens it closes it. */
export async function openStoreOf({ dataFolder }: Settings): Promise<Store> {
  const { DATABASE_URL: server } = process.env;
  if (!server) return openStore(sqliteDialect(join(dataFolder, 'gongkai.db')));
  const { postgresDialect } = await import('../store/postgres.ts');
  return openStore(postgresDialect(server));
}

/** A fetcher by the settings; only `namedHosts` may lie in private networks. */
export const openFetcher = (
  settings: Settings,
  namedHosts: readonly string[],
  special: Pick<HttpFetcherOptions, 'world' | 'authority' | 'backoffMilliseconds' | 'consents'> = {},
): PacedFetcher =>
  createFetcher({
    userAgent: settings.userAgent,
    timeoutSeconds: settings.crawl.timeoutSeconds,
    attempts: settings.crawl.attempts,
    maxRedirects: settings.crawl.maxRedirects,
    maxBodyBytes: settings.crawl.maxBodyMegabytes * 1e6,
    pace: settings.pace,
    namedHosts,
    environment: process.env,
    ...special,
  });
