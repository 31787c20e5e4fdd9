import type { ItemKey } from '../model/item.ts';
import type { PageReading } from '../model/page-reading.ts';
import type { ItemVocabulary } from '../model/vocabulary.ts';
import { normalise } from '../text/normalise.ts';
import { partsOfTitle } from '../text/page-title.ts';

/**
 * The page is about the item: it is itself the item, or one of its names (title without the site's name, headings, breadcrumb)
 * says one of the item's words, or entries of its list are the item.
 */
export function isAbout(reading: PageReading, item: ItemKey, { exact, contains, proof }: ItemVocabulary): boolean {
  const sightings = reading.items[item] ?? [];
  if (sightings.some(({ where }) => where === 'self')) return true;
  const names = namesOf(reading).map(normalise);
  if (exact.map(normalise).some(term => names.some(name => name.includes(term) && name.length <= term.length + decoration))) return true;
  if ([...contains, ...proof].map(normalise).some(term => names.some(name => name.includes(term)))) return true;
  const rows = new Set(reading.rows.flatMap(({ url }) => url ?? []));
  return sightings.some(({ url }) => url !== null && rows.has(url));
}

/** A short term must be most of the name it proves: 机构 in 机构职能, not in a headline. */
const decoration = 8;

/** The template writes the site's name behind the page's; where the title is the site's name alone, headings speak. */
function namesOf({ title, headings, breadcrumb }: PageReading): readonly string[] {
  const parts = partsOfTitle(title).filter(Boolean);
  const own = parts.length > 1 ? parts.slice(0, -1) : headings.length + breadcrumb.length === 0 ? parts : [];
  return [...own, ...headings, ...breadcrumb];
}
