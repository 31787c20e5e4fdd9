import type { OfferedDocument, Page, Trouble } from '../model/artifacts.ts';
import { offersDocument, pointsToFiles } from '../text/document-address.ts';
import { documentTrouble } from './document-trouble.ts';
import { withoutLabels } from './labels.ts';
import type { ReadSite } from './read-site.ts';

/** The file at an address that was not read as a page, with what is in it. */
export function documentAt(url: string, text: string, { lookByUrl, documentOf, belonging }: ReadSite): OfferedDocument {
  const look = lookByUrl.get(url) ?? null;
  const reading = look === null ? null : documentOf(look);
  return { text, url, look, reading, trouble: documentTrouble(look, reading, belonging) };
}

/** The files a page hands out. The files of a list are its entries, each a thing of its own: a list hands out none. */
export function documentsOf(page: Page, site: ReadSite): readonly OfferedDocument[] {
  if (collections.has(page.kind) || page.own.rows.length >= aList) return [];
  const offered = new Map<string, string>();
  for (const { url, text } of page.own.links)
    if (url !== null && !offered.has(url) && !site.byUrl.get(url) && (offersDocument({ url, text }) || wasDocument(url, site)))
      offered.set(url, text);
  return Array.from(offered, ([url, text]) => documentAt(url, text, site));
}

const collections: ReadonlySet<Page['kind']> = new Set(['list', 'home', 'disclosure_landing']);
const aList = 3;

const wasDocument = (url: string, { lookByUrl, documentOf }: ReadSite): boolean => {
  const look = lookByUrl.get(url);
  return look !== undefined && documentOf(look) !== null;
};

/** The page says little more than where its files are. */
export function restsOnFiles(page: Page, documents: readonly OfferedDocument[]): boolean {
  const own = withoutLabels(page.own.text);
  return documents.length > 0 && (own.length < longestNote || (own.length < longestIntroduction && pointsToFiles(own)));
}

/**
 * A page that rests on its files is worth what is in them; one good file is enough. Where it says something of its own, what is wrong with
 * its files means only that not all of it could be seen.
 */
export function troubleOfFiles(page: Page, documents: readonly OfferedDocument[]): Trouble | null {
  if (!restsOnFiles(page, documents) || documents.some(({ trouble }) => trouble === null)) return null;
  const worst = documents.find(({ trouble }) => trouble?.kind === 'unsure') ?? documents[0]!;
  const isNote = withoutLabels(page.own.text).length < longestNote;
  return { kind: isNote ? worst.trouble!.kind : 'unsure', reason: `附件“${worst.text}”${worst.trouble!.reason}` };
}

/** Characters: a bare “详见附件”, and an introduction to the files. */
const longestNote = 100;
const longestIntroduction = 300;
