import type { Catalogue } from '../config/load-catalogue.ts';
import type { PacedFetcher } from '../crawl/fetch-http.ts';
import type { Consent } from '../crawl/pace.ts';
import type { DocumentReader } from '../documents/document-reader.ts';
import type { Logger } from '../log.ts';
import type { WorkCalendar } from '../model/calendar.ts';
import type { Scheme } from '../model/scheme.ts';
import type { Settings } from '../model/settings.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import type { Bodies } from '../store/bodies.ts';
import type { Readings } from '../store/readings.ts';
import type { Store } from '../store/store.ts';

/** Everything a job needs from outside, opened once by the command line's composition root. */
export interface Services {
  readonly settings: Settings;
  readonly store: Store;
  readonly bodies: Bodies;
  readonly documents: DocumentReader;
  readonly readings: Readings;
  /** Changes with everything a reading depends on beside what is read. */
  readonly readerVersion: () => string;
  readonly catalogue: Catalogue;
  readonly vocabulary: Vocabulary;
  readonly calendar: WorkCalendar;
  readonly scheme: Scheme;
  readonly log: Logger;
  /**
   * One fetcher for all units, so that pace holds per host and address over the whole run. `hosts`: named by roster or command line;
   * `consents`: of hosts that agreed to be visited faster.
   */
  readonly createFetcher: (hosts: readonly string[], consents: ReadonlyMap<string, Consent>) => PacedFetcher;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  close(): Promise<void>;
}
