import { z } from 'zod';
import { itemKeys } from './item.ts';

const words = z.array(z.string().trim().min(1));

/**
 * The words by which an item is known. One file in `checks/vocabulary/` each, so that an official can extend it.
 * All are matched after normalisation (NFKC, quotes, spaces, look-alike characters).
 */
export const ItemVocabulary = z.strictObject({
  item: z.enum(itemKeys),
  /** The link text is one of these, apart from decoration (arrows, bullets, the unit's name in front, 专栏 or 栏目 behind). */
  exact: words.default([]),
  /** The link text contains one of these. */
  contains: words.default([]),
  /** Never the item, even when it contains a term. */
  not: words.default([]),
  /** Links that may lead to the item and are not it. */
  umbrellas: words.default([]),
  /** Words of which the target page's title, heading or breadcrumb must contain one, when the link text alone does not prove it. */
  proof: words.default([]),
  /** Last folder of the address by which a link without any words is known: pinyin initials such as `ndbg` or `zfcg`. */
  folders: words.default([]),
  /** Scripts, images and addresses that are the item (regular expressions on the raw HTML). */
  elements: words.default([]),
});
export type ItemVocabulary = z.infer<typeof ItemVocabulary>;
export type Vocabulary = readonly ItemVocabulary[];
