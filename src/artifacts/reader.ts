import type { ItemKey } from '../model/item.ts';
import type { ReadingShelf } from '../model/kept-reading.ts';
import type { PageReading } from '../model/page-reading.ts';
import type { Look } from '../model/snapshot.ts';
import type { ItemVocabulary, Vocabulary } from '../model/vocabulary.ts';
import { decodeHtml } from '../text/decode.ts';
import { isDocumentAddress } from '../text/document-address.ts';
import { type CompiledVocabulary, compileVocabulary } from './compile-vocabulary.ts';
import { watchDay } from './day-watch.ts';
import { headForReading } from './head-for-reading.ts';
import { readPage } from './read-page.ts';

/** Reads pages with one vocabulary, each body at one address once: the crawl and the judging share what was read. */
export interface Reader {
  /** Null when the answer is not a page of text (a document, an image, no answer). */
  read(look: Look, body: Uint8Array | null): PageReading | null;
  /** What was read of a kept body before, here or on an earlier night, where it would be read the same today; undefined when that is not known. */
  known(look: Look): PageReading | null | undefined;
  readonly words: ReadonlyMap<ItemKey, ItemVocabulary>;
}

export interface ReaderOptions {
  /** The day of the look, ISO; dates after it are not publication dates. */
  readonly today: string;
  /** Readings of earlier nights, made by this very reader with these very words; none by default. */
  readonly shelf?: ReadingShelf;
}

export function createReader(vocabulary: Vocabulary, { today, shelf = emptyShelf }: ReaderOptions): Reader {
  const compiled = compiledOnce(vocabulary);
  const readings = new Map<string, PageReading>();

  /** From the shelf only what holds on this day. */
  const recall = (key: string): PageReading | undefined => {
    const here = readings.get(key);
    if (here) return here;
    const kept = shelf.get(key);
    if (!kept || !(today === kept.madeOn || (today > kept.madeOn && today < kept.sameBefore))) return undefined;
    shelf.put(key, kept);
    readings.set(key, kept.reading);
    return kept.reading;
  };

  return {
    words: new Map(vocabulary.map(words => [words.item, words])),
    known: look => (isPage(look) ? recall(keyOf(look)) : null),
    read(look, body) {
      if (!body || !isPage(look)) return null;
      const key = keyOf(look);
      const earlier = recall(key);
      if (earlier) return earlier;
      const headers = headForReading(look.headers);
      const { text, encoding } = decodeHtml(body, headers['content-type']);
      const watch = watchDay(today);
      const reading = readPage({ html: text, url: look.finalUrl, encoding, status: look.status, headers, today, watch }, compiled);
      readings.set(key, reading);
      shelf.put(key, { reading, madeOn: today, sameBefore: watch.sameBefore() });
      return reading;
    },
  };
}

const emptyShelf: ReadingShelf = { get: () => undefined, put: () => {} };

/** Everything that `readPage` is given, the day apart. */
const keyOf = ({ bodySha256, finalUrl, status, headers }: Look): string =>
  JSON.stringify([bodySha256, finalUrl, status, headForReading(headers)]);

const compilations = new WeakMap<Vocabulary, CompiledVocabulary>();

function compiledOnce(vocabulary: Vocabulary): CompiledVocabulary {
  const compiled = compilations.get(vocabulary) ?? compileVocabulary(vocabulary);
  compilations.set(vocabulary, compiled);
  return compiled;
}

/** Pages are HTML by type; servers of old sites leave the type out. */
function isPage({ status, headers, finalUrl }: Look): boolean {
  if (status === null) return false;
  const type = headers['content-type'] ?? '';
  if (type === '') return !isDocumentAddress(finalUrl) && !/\.(?:jpe?g|png|gif|mp4)$/i.test(new URL(finalUrl).pathname);
  return /html|text\/plain/i.test(type);
}
