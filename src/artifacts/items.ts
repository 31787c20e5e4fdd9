import type { ItemKey } from '../model/item.ts';
import type { Sighting, Umbrella } from '../model/page-reading.ts';
import { collapse } from '../text/normalise.ts';
import type { Label, SeenAnchor, SeenPage } from './anchors.ts';
import type { CompiledVocabulary } from './compile-vocabulary.ts';
import { matchWords, type Role } from './match-words.ts';

export interface ItemsInput extends SeenPage {
  /** What the page calls itself: parts of its title, its main heading, the last step of its breadcrumb. */
  readonly names: readonly string[];
  readonly html: string;
}

export interface FoundItems {
  readonly items: Readonly<Partial<Record<ItemKey, readonly Sighting[]>>>;
  readonly umbrellas: readonly Umbrella[];
}

/** Where items are seen on a page, and which links lead towards them. Friend links and words inside sentences never count. */
export function findItems(page: ItemsInput, vocabulary: CompiledVocabulary): FoundItems {
  const items: Partial<Record<ItemKey, Sighting[]>> = {};
  const umbrellas: Umbrella[] = [];
  const seen = new Set<string>();
  const add = (keys: readonly ItemKey[], sighting: Sighting): void => {
    for (const item of keys) {
      const key = `${item} ${sighting.where === 'self' ? 'self' : sighting.url} ${sighting.text}`;
      if (seen.has(key)) continue;
      seen.add(key);
      items[item] = [...(items[item] ?? []), sighting];
    }
  };

  for (const name of page.names) add(matchWords(name, 'title', vocabulary).items, { text: name, url: null, href: '', where: 'self' });
  for (const seenAnchor of page.anchors) {
    const { anchor } = seenAnchor;
    if (anchor.place === 'friend-links' || seenAnchor.inProse) continue;
    const { text, items: keys, covers } = bestMatch(seenAnchor, vocabulary);
    add(keys, { text, url: anchor.url, href: anchor.href, where: anchor.where });
    const umbrella = `umbrella ${text} ${anchor.url}`;
    if (covers.length > 0 && !seen.has(umbrella)) umbrellas.push({ text, url: anchor.url, covers });
    seen.add(umbrella);
  }
  for (const label of page.labels) {
    for (const { item, isThere } of labelMatches(label, vocabulary))
      add([item], { text: label.text, url: label.url, href: '', where: isThere ? 'element' : 'link' });
  }
  const tags = tagsOf(page.html);
  for (const { item, elements } of vocabulary.items) {
    for (const element of elements) {
      const match = element.exec(tags);
      if (match) add([item], { text: collapse(match[0]).slice(0, 200), url: null, href: '', where: 'element' });
    }
  }
  return { items, umbrellas };
}

/**
 * The opening tags of a page and what its scripts write into it, a line each; comments left out. Patterns see no more
 * than this, so that neither a hostile page nor a careless pattern can keep them busy.
 */
const tagsOf = (html: string): string =>
  (html.replace(/<!--[\s\S]*?(?:-->|$)/g, '').match(/<[a-z][^<>]{4,1500}>|document\.write(?:ln)?\([^\n]{0,300}/gi) ?? []).join('\n');

/** The words of a link are tried as they stand, then with the heading above them (“政府信息公开” + “指南”), then its title. */
function bestMatch({ anchor, also }: SeenAnchor, vocabulary: CompiledVocabulary) {
  const role: Role = anchor.place === 'row' ? 'entry' : 'name';
  const own = matchWords(anchor.text, role, vocabulary);
  if (own.items.length > 0 || own.covers.length > 0) return { text: anchor.text, ...own };
  for (const words of also) {
    const match = matchWords(words, words === anchor.section ? 'name' : 'entry', vocabulary);
    if (match.items.length > 0 || match.covers.length > 0) return { text: words, ...match };
  }
  if (anchor.text === '') return { text: '', items: itemsOfFolder(anchor.url, vocabulary), covers: [] };
  if (anchor.section !== null && anchor.text.length <= 6 && /\p{Script=Han}{2}/u.test(anchor.text) && role === 'name') {
    const match = matchWords(`${anchor.section}${anchor.text}`, 'entry', vocabulary);
    if (match.items.length > 0) return { text: anchor.text, items: match.items, covers: [] };
  }
  return { text: anchor.text, items: [], covers: [] };
}

function itemsOfFolder(url: string | null, { folders }: CompiledVocabulary): readonly ItemKey[] {
  const [, folder] = /\/([^/]+)\/(?:(?:index|list|default)[\w]*\.\w+)?$/i.exec(URL.parse(url ?? '')?.pathname ?? '') ?? [];
  return folder === undefined ? [] : (folders.get(folder.toLowerCase()) ?? []);
}

/** `isThere`: the label is the item itself, not a way to it: a tool's badge, or a telephone number (“监督电话：0571-…”). */
function labelMatches({ text, kind }: Label, vocabulary: CompiledVocabulary): { readonly item: ItemKey; readonly isThere: boolean }[] {
  const itemsIn = (words: string) => matchWords(words, 'name', vocabulary).items;
  if (kind === 'heading') return itemsIn(text).map(item => ({ item, isThere: false }));
  if (kind === 'badge') return matchWords(text, 'entry', vocabulary).items.map(item => ({ item, isThere: vocabulary.widgets.has(item) }));
  const numbered = Array.from(text.matchAll(withNumber), ([, words = '']) => itemsIn(words)).flat();
  const plain = text.split(/[\s|｜]+/).flatMap(itemsIn);
  return [...numbered.map(item => ({ item, isThere: true })), ...plain.map(item => ({ item, isThere: false }))];
}

const withNumber = /(\p{Script=Han}{2,12})\s*[:：]?\s*(?=[\d(（+][\d\s()（）-]{4,})/gu;
