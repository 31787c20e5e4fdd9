import type { LinkVerdict } from '../model/link-cause.ts';
import type { LinkBatch, LinkRecord, RecordedAddress, RecordedPage } from '../model/link-record.ts';
import type { Answered } from './link-ledger.ts';

/** Writes down what a check of links does while it goes on: everything, in batches, never the same thing twice over. */
export interface LinkJournal {
  settled(id: number, url: string, verdict: LinkVerdict, answered: Answered): void;
  /** A page was read; `targets` in the order in which they are written on it. */
  read(id: number, targets: readonly number[]): void;
  /** Everything so far is kept. Rejects when keeping anything failed. */
  flush(): Promise<void>;
}

/** `record` null keeps nothing. */
export function createLinkJournal(record: LinkRecord | null): LinkJournal {
  if (record === null) return { settled: () => {}, read: () => {}, flush: async () => {} };
  let addresses: RecordedAddress[] = [];
  let pages: RecordedPage[] = [];
  let written: Promise<void> = Promise.resolve();

  function hand(): void {
    const batch: LinkBatch = { addresses, pages };
    addresses = [];
    pages = [];
    written = written.then(() => record?.keep(batch));
    // Whoever flushes hears of it; until then it must not count as unheard.
    written.catch(() => {});
  }
  const handWhenFull = (): void => {
    if (addresses.length + pages.length >= batchSize) hand();
  };

  return {
    settled(id, url, { verdict, cause, reason }, { status, hops, attempts }) {
      addresses.push({ id, url, verdict, cause, reason, status, hops, attempts });
      handWhenFull();
    },
    read(id, targets) {
      pages.push({ id, targets });
      handWhenFull();
    },
    flush() {
      hand();
      return written;
    },
  };
}

/** Rows for one transaction: fewer cost more flushes of the disk, more would wait in memory for nothing. */
const batchSize = 1000;
