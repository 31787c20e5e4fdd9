import type { BrowserSearch } from '../../crawl/find-browser.ts';
import type { SqliteHealth } from '../../store/sqlite-health.ts';

/** A thing that was tried: what came of it, or the sentence by which it failed. */
export type Tried<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: string };

export type DatabaseFacts =
  | { readonly kind: 'sqlite'; readonly file: string; readonly writable: boolean; readonly health: SqliteHealth }
  | { readonly kind: 'postgres'; readonly server: string; readonly answered: boolean };

/** Everything the doctor goes by, gathered before it judges. */
export interface Facts {
  /** Version without the “v”. */
  readonly node: string;
  /** True when Node reads GB18030 and knows the time zone of Shanghai: builds without full ICU do not. */
  readonly knowsChinese: boolean;
  /** The data folder that the settings name, and whether it can be written. */
  readonly settings: Tried<{ readonly folder: string; readonly writable: boolean }>;
  /** Number of checks that are in order. */
  readonly checks: Tried<number>;
  readonly browser: BrowserSearch;
  /** Number of fonts for Chinese; null when the machine cannot say. */
  readonly chineseFonts: number | null;
  /** Years for which working days are known, rising. */
  readonly calendars: Tried<readonly number[]>;
  /** Null when the settings do not say where it is. */
  readonly database: DatabaseFacts | null;
  /** Free bytes where the data folder is, or will be; null when unknown. */
  readonly freeBytes: number | null;
  /** ISO instants: the machine's clock, and when the program's own files were written. */
  readonly now: string;
  readonly installedAt: string;
  readonly timeZone: string;
  /** Proxy variables that are set, without user name and password. */
  readonly proxies: Tried<Readonly<Record<string, string>>>;
}
