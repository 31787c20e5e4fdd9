import type { Page } from '../model/artifacts.ts';
import type { ItemKey } from '../model/item.ts';
import { substanceOf } from '../text/sentences.ts';

/** A link that only leads on. */
export interface Way {
  readonly text: string;
  readonly url: string;
}

/** Introductions are shorter than this; more text is content. */
const longestIntroduction = 20;

/**
 * Links to further places of the item, on a page that is nothing but links to such places and to those of other items (财政预决算 with
 * 部门预算 and 部门决算 on it). None where anything else stands: a list, text, a picture, a form, a link that could be anything.
 */
export function waysOn({ own, items, look }: Page, item: ItemKey): readonly Way[] {
  if (own.rows.length > 0 || own.fillings.length > 0 || substanceOf(own.text).join('').length > longestIntroduction) return [];
  const leadsTo = (key: ItemKey, url: string | null) => url !== null && (items[key] ?? []).some(sighting => sighting.url === url);
  const known = Object.keys(items) as ItemKey[];
  if (!own.links.every(({ url }) => known.some(key => leadsTo(key, url)))) return [];
  return own.links.flatMap(({ text, url }) => (url !== null && url !== look.finalUrl && leadsTo(item, url) ? [{ text, url }] : []));
}
