import type { ItemKey } from '../model/item.ts';
import type { PageReading } from '../model/page-reading.ts';
import type { Look } from '../model/snapshot.ts';
import type { ItemVocabulary, Vocabulary } from '../model/vocabulary.ts';
import { decodeHtml } from '../text/decode.ts';
import { isDocumentAddress } from '../text/document-address.ts';
import { compileVocabulary } from './compile-vocabulary.ts';
import { readPage } from './read-page.ts';

/** Reads pages with one vocabulary, each body at one address once: the crawl and the judging share what was read. */
export interface Reader {
  /** Null when the answer is not a page of text (a document, an image, no answer). */
  read(look: Look, body: Uint8Array | null): PageReading | null;
  readonly words: ReadonlyMap<ItemKey, ItemVocabulary>;
}

/** `today`: the day of the look, ISO; dates after it are not publication dates. */
export function createReader(vocabulary: Vocabulary, { today }: { readonly today: string }): Reader {
  const compiled = compileVocabulary(vocabulary);
  const known = new Map<string, PageReading>();
  return {
    words: new Map(vocabulary.map(words => [words.item, words])),
    read(look, body) {
      if (!body || look.status === null || !isPage(look)) return null;
      const key = `${look.bodySha256} ${look.finalUrl} ${look.status}`;
      const earlier = known.get(key);
      if (earlier) return earlier;
      const { text, encoding } = decodeHtml(body, look.headers['content-type']);
      const reading = readPage({ html: text, url: look.finalUrl, encoding, status: look.status, headers: look.headers, today }, compiled);
      known.set(key, reading);
      return reading;
    },
  };
}

/** Pages are HTML by type; servers of old sites leave the type out. */
function isPage({ headers, finalUrl }: Look): boolean {
  const type = headers['content-type'] ?? '';
  if (type === '') return !isDocumentAddress(finalUrl) && !/\.(?:jpe?g|png|gif|mp4)$/i.test(new URL(finalUrl).pathname);
  return /html|text\/plain/i.test(type);
}
