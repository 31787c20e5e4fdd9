import { join } from 'node:path';
import { enabledScheme } from '../assess/enabled-scheme.ts';
import { loadCalendar } from '../config/load-calendar.ts';
import { loadCatalogue } from '../config/load-catalogue.ts';
import { loadScheme } from '../config/load-schemes.ts';
import { loadVocabulary } from '../config/load-vocabulary.ts';
import { readerVersion } from '../config/reader-version.ts';
import type { HostAddress } from '../crawl/fetcher.ts';
import { openDocumentReader } from '../documents/document-reader.ts';
import type { Services } from '../jobs/services.ts';
import { createLog } from '../log.ts';
import type { Settings } from '../model/settings.ts';
import { shipped } from '../package.ts';
import { openBodies } from '../store/bodies.ts';
import { openReadings } from '../store/readings.ts';
import { openFetcher, openStoreOf, readSettings } from './openings.ts';

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
  const vocabulary = loadVocabulary(shipped('checks/vocabulary'));
  const checks = catalogueFolder ?? shipped('checks');
  const knownChecks = loadCatalogue(shipped('checks'), { unconfirmed: 'include' }).checks.map(({ spec }) => spec);
  const scheme = loadScheme(settings.scheme ?? shipped('data/schemes/default-online.yaml'), { knownChecks });
  const catalogue = loadCatalogue(checks, { unconfirmed: scheme.unconfirmed === 'on' ? 'include' : 'leave-out' });
  const store = await openStoreOf(settings);
  const documents = openDocumentReader();
  return {
    settings,
    store,
    bodies: openBodies(join(settings.dataFolder, 'bodies')),
    documents,
    readings: openReadings(join(settings.dataFolder, 'readings')),
    readerVersion: once(() => readerVersion(vocabulary)),
    catalogue,
    vocabulary,
    calendar: loadCalendar([shipped('data/calendars'), join(settings.dataFolder, 'calendars')]),
    scheme: enabledScheme(scheme, new Set(catalogue.checks.map(({ spec }) => spec.id))),
    log: createLog(process.env.GONGKAI_LOG_LEVEL ?? 'warn'),
    createFetcher: (namedHosts, consents) => openFetcher(settings, namedHosts, { ...city, consents }),
    now: Date.now,
    close: async () => {
      await documents.close();
      await store.close();
    },
  };
}

/** Reading the sources takes some milliseconds, which only those pay who read pages. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
