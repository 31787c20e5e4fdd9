import type { Catalogue } from '../config/load-catalogue.ts';
import type { PacedFetcher } from '../crawl/fetch-http.ts';
import type { DocumentReader } from '../documents/document-reader.ts';
import type { Logger } from '../log.ts';
import type { Scheme } from '../model/scheme.ts';
import type { Settings } from '../model/settings.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import type { Bodies } from '../store/bodies.ts';
import type { Store } from '../store/store.ts';

/** Everything a job needs from outside, opened once by the command line's composition root. */
export interface Services {
  readonly settings: Settings;
  readonly store: Store;
  readonly bodies: Bodies;
  readonly documents: DocumentReader;
  readonly catalogue: Catalogue;
  readonly vocabulary: Vocabulary;
  readonly scheme: Scheme;
  readonly log: Logger;
  /** One fetcher for all units, so that pace holds per host and address over the whole run. `hosts`: named by roster or command line. */
  readonly createFetcher: (hosts: readonly string[]) => PacedFetcher;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  close(): Promise<void>;
}
