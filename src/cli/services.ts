import { join } from 'node:path';
import { enabledScheme } from '../assess/enabled-scheme.ts';
import { loadCatalogue } from '../config/load-catalogue.ts';
import { loadScheme } from '../config/load-schemes.ts';
import { loadSettings } from '../config/load-settings.ts';
import { loadVocabulary } from '../config/load-vocabulary.ts';
import { createFetcher } from '../crawl/fetch-http.ts';
import type { HostAddress } from '../crawl/fetcher.ts';
import { openDocumentReader } from '../documents/document-reader.ts';
import type { Services } from '../jobs/services.ts';
import { createLog } from '../log.ts';
import type { Settings } from '../model/settings.ts';
import { shipped } from '../package.ts';
import { openBodies } from '../store/bodies.ts';
import { openStore } from '../store/open-store.ts';
import { postgresDialect } from '../store/postgres.ts';
import { sqliteDialect } from '../store/sqlite.ts';

/** An invented world: its hosts are all that can be reached, and only its certificate authority is trusted. */
interface InventedWorld {
  readonly world: ReadonlyMap<string, HostAddress>;
  readonly authority?: string;
}

export interface ServiceOptions {
  /** Laid over settings from file and environment. */
  readonly override?: (settings: Settings) => Settings;
  /** The simulated city, when nothing else may be reached. */
  readonly city?: InventedWorld;
  readonly catalogueFolder?: string;
}

/** The composition root: the only place where store, bodies, catalogue and network are opened together. Whoever opens closes. */
export async function openServices({ override = settings => settings, city, catalogueFolder }: ServiceOptions = {}): Promise<Services> {
  const settings = override(readSettings());
  const catalogue = loadCatalogue(catalogueFolder ?? shipped('checks'));
  const vocabulary = loadVocabulary(shipped('checks/vocabulary'));
  const knownChecks = loadCatalogue(shipped('checks'), { unconfirmed: 'include' }).checks.map(({ spec }) => spec.id);
  const scheme = loadScheme(shipped('data/schemes/default-online.yaml'), { knownChecks });
  const store = await openStore(
    process.env.DATABASE_URL ? postgresDialect(process.env.DATABASE_URL) : sqliteDialect(join(settings.dataFolder, 'gongkai.db')),
  );
  const documents = openDocumentReader();
  return {
    settings,
    store,
    bodies: openBodies(join(settings.dataFolder, 'bodies')),
    documents,
    catalogue,
    vocabulary,
    scheme: enabledScheme(scheme, new Set(catalogue.checks.map(({ spec }) => spec.id))),
    log: createLog(process.env.GONGKAI_LOG_LEVEL ?? 'warn'),
    createFetcher: namedHosts => openFetcher(settings, namedHosts, city),
    now: Date.now,
    close: async () => {
      await documents.close();
      await store.close();
    },
  };
}

export const readSettings = (): Settings => loadSettings({ file: 'gongkai.yaml', environment: process.env });

/** A fetcher by the settings; only `namedHosts` may lie in private networks. */
export const openFetcher = (settings: Settings, namedHosts: readonly string[], city?: InventedWorld) =>
  createFetcher({
    userAgent: settings.userAgent,
    timeoutSeconds: settings.crawl.timeoutSeconds,
    attempts: settings.crawl.attempts,
    maxRedirects: settings.crawl.maxRedirects,
    maxBodyBytes: settings.crawl.maxBodyMegabytes * 1e6,
    pace: settings.pace,
    namedHosts,
    environment: process.env,
    ...(city ? { world: city.world } : {}),
    ...(city?.authority ? { authority: city.authority } : {}),
  });
