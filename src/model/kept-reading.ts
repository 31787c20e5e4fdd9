import type { PageReading } from './page-reading.ts';

/** A reading kept for a later night, with the days on which it holds: from `madeOn` up to, and without, `sameBefore`, and on `madeOn` itself. */
export interface KeptReading {
  readonly reading: PageReading;
  /** ISO dates. */
  readonly madeOn: string;
  readonly sameBefore: string;
}

/** Readings by what they were made of: a key stands for everything that a reading depends on, the day and the reader itself apart. */
export interface ReadingShelf {
  get(key: string): KeptReading | undefined;
  put(key: string, kept: KeptReading): void;
}
