import type { ItemKey } from '../model/item.ts';
import type { Concealed, Sighting, Umbrella } from '../model/page-reading.ts';
import { collapse } from '../text/normalise.ts';
import type { Label, SeenAnchor, SeenPage } from './anchors.ts';
import type { CompiledVocabulary } from './compile-vocabulary.ts';
import { isAboutLeader, isLeaderEntry, leadersPassage } from './leader-entries.ts';
import { matchWords, type Role } from './match-words.ts';

export interface ItemsInput extends SeenPage {
  /** What the page calls itself: parts of its title, its main heading, the last step of its breadcrumb. */
  readonly names: readonly string[];
  readonly html: string;
}

export interface FoundItems {
  readonly items: Readonly<Partial<Record<ItemKey, readonly Sighting[]>>>;
  readonly umbrellas: readonly Umbrella[];
  readonly concealed: readonly Concealed[];
}

/** Where items are seen on a page, and which links lead towards them. Friend links and words inside sentences never count. */
export function findItems(page: ItemsInput, vocabulary: CompiledVocabulary): FoundItems {
  const items: Partial<Record<ItemKey, Sighting[]>> = {};
  const umbrellas: Umbrella[] = [];
  const concealed: Concealed[] = [];
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
    if (anchor.place === 'friend-links' || seenAnchor.inProse || isHotWord(anchor)) continue;
    const { text, items: keys, covers } = bestMatch(seenAnchor, vocabulary);
    if (anchor.visibility === 'hidden') {
      if (keys.length > 0) concealed.push({ text, items: keys, why: 'unseen' });
      continue;
    }
    add(keys, { text, url: anchor.url, href: anchor.href, where: anchor.where });
    const umbrella = `umbrella ${text} ${anchor.url}`;
    if (covers.length > 0 && !seen.has(umbrella)) umbrellas.push({ text, url: anchor.url, covers });
    seen.add(umbrella);
  }
  const friendWords = new Set(page.anchors.flatMap(({ anchor }) => (anchor.place === 'friend-links' ? anchor.text : [])));
  for (const label of page.labels) {
    if (friendWords.has(label.text)) continue;
    for (const { item, isThere } of labelMatches(label, vocabulary))
      add([item], { text: label.text, url: label.url, href: '', where: isThere ? 'element' : 'link' });
  }
  for (const { text, kind } of page.labels) {
    const named = kind === 'unlinked' ? matchWords(text, 'name', vocabulary).items.filter(item => items[item] === undefined) : [];
    if (named.length > 0) concealed.push({ text, items: named, why: 'unlinked' });
  }
  const passage = leadersPassage(page.html);
  if (passage !== null) add(['leaders'], { text: passage, url: null, href: '', where: 'self' });
  const tags = tagsOf(page.html);
  for (const { item, elements } of vocabulary.items) {
    for (const element of elements) {
      const match = element.exec(tags);
      if (match) add([item], { text: collapse(match[0]).slice(0, 200), url: null, href: '', where: 'element' });
    }
  }
  return { items, umbrellas, concealed };
}

/**
 * The opening tags of a page and what its scripts write into it, a line each; comments left out. Patterns see no more
 * than this, so that neither a hostile page nor a careless pattern can keep them busy.
 */
const tagsOf = (html: string): string =>
  (html.replace(/<!--[\s\S]*?(?:-->|$)/g, '').match(/<[a-z][^<>]{4,1500}>|document\.write(?:ln)?\([^\n]{0,300}/gi) ?? []).join('\n');

/** A word under the search box that looks for itself: not a way to a column, though a column may have that name. */
function isHotWord({ text, url, section }: SeenAnchor['anchor']): boolean {
  // The heading above may belong to the box before: only words too short to name a column.
  if (url === null) return text.length <= 2 && /搜索|热搜|热词/.test(section ?? '');
  const { pathname = '', hostname = '', searchParams } = URL.parse(url) ?? {};
  return (
    searchParams !== undefined &&
    /search|query|sou/i.test(hostname + pathname) &&
    [...searchParams.values()].some(value => value.trim() === text)
  );
}

/** The words of a link are tried as they stand, then its title, then with the heading above them (“政府信息公开” + “指南”). */
function bestMatch({ anchor, also }: SeenAnchor, vocabulary: CompiledVocabulary) {
  const role: Role = anchor.place === 'row' ? 'entry' : 'name';
  const own = matchWords(anchor.text, role, vocabulary);
  if (own.items.length > 0 || own.covers.length > 0) return { text: anchor.text, ...own };
  for (const words of [...also, ...headOf(anchor)]) {
    const match = matchWords(words, words === anchor.section ? 'name' : 'entry', vocabulary);
    if (match.items.length > 0 || match.covers.length > 0) return { text: words, ...match };
  }
  if (isLeader(anchor)) return { text: anchor.text, items: ['leaders'] as const, covers: [] };
  if (anchor.text === '') return { text: '', items: itemsOfFolder(anchor.url, vocabulary), covers: [] };
  if (
    anchor.section !== null &&
    anchor.text.length <= 6 &&
    /\p{Script=Han}{2}/u.test(anchor.text) &&
    !pager.test(anchor.text) &&
    !isAnothersName(anchor) &&
    role === 'name'
  ) {
    const match = matchWords(`${anchor.section}${anchor.text}`, 'entry', vocabulary);
    if (match.items.length > 0) return { text: anchor.text, items: match.items, covers: [] };
  }
  return { text: anchor.text, items: [], covers: [] };
}

const pager = /^(?:首\s?页|尾\s?页|末\s?页|上一?页|下一?页|返回|跳转|确定|查看|详细?|更多)/;

/** 政务公开 > 工作报告 is the report that a government gives to its congress; only under 信息公开 may it be the one on disclosure. */
const isAnothersName = ({ text, section }: SeenAnchor['anchor']): boolean => text === '工作报告' && !/信息公开/.test(section ?? '');

/** A link that holds a whole entry (title, summary, day): what stands before the first space is its title. */
function headOf({ text, place }: SeenAnchor['anchor']): readonly string[] {
  const at = text.indexOf(' ');
  return place === 'row' && at >= shortestTitle ? [text.slice(0, at)] : [];
}

const shortestTitle = 8;

const isLeader = ({ text, section }: SeenAnchor['anchor']): boolean =>
  isLeaderEntry(text) || (section !== null && isLeaderEntry(section) && isAboutLeader(text));

function itemsOfFolder(url: string | null, { folders }: CompiledVocabulary): readonly ItemKey[] {
  const [, folder] = /\/([^/]+)\/(?:(?:index|list|default)[\w]*\.\w+)?$/i.exec(URL.parse(url ?? '')?.pathname ?? '') ?? [];
  return folder === undefined ? [] : (folders.get(folder.toLowerCase()) ?? []);
}

/** A heading with a colon is the name of a field (“工作职责：” beside a leader's name), not of a column. */
const isField = (heading: string): boolean => /[：:]$/.test(heading);

/** `isThere`: the label is the item itself, not a way to it: a tool's badge, or a telephone number (“监督电话：0571-…”). */
function labelMatches({ text, kind, url }: Label, vocabulary: CompiledVocabulary): { readonly item: ItemKey; readonly isThere: boolean }[] {
  const itemsIn = (words: string) => matchWords(words, 'name', vocabulary).items;
  if (kind === 'unlinked') return [];
  if (kind === 'heading') {
    const items = isLeaderEntry(text) ? (['leaders'] as const) : isField(text) && url === null ? [] : itemsIn(text);
    return items.map(item => ({ item, isThere: false }));
  }
  if (kind === 'badge') return matchWords(text, 'entry', vocabulary).items.map(item => ({ item, isThere: vocabulary.widgets.has(item) }));
  const numbered = Array.from(text.matchAll(withNumber), ([, words = '']) => itemsIn(words)).flat();
  const plain = text.split(/[\s|｜]+/).flatMap(itemsIn);
  return [...numbered.map(item => ({ item, isThere: true })), ...plain.map(item => ({ item, isThere: false }))];
}

const withNumber = /(\p{Script=Han}{2,12})\s*[:：]?\s*(?=[\d(（+][\d\s()（）-]{4,})/gu;
