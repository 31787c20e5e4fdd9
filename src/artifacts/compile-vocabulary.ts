import type { ItemKey } from '../model/item.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import { normalise } from '../text/normalise.ts';

/** What a text names: items, and items that may lie behind it. */
export interface Match {
  readonly items: readonly ItemKey[];
  readonly covers: readonly ItemKey[];
}

/** The words of one item in the form in which they are compared. */
export interface CompiledItem {
  readonly item: ItemKey;
  readonly contains: readonly string[];
  /** A text with one of these is not the item. */
  readonly not: readonly string[];
  /** Longer words that hold a word of the item (应急管理局 holds 应急管理): there, but only there, it does not count. */
  readonly masks: readonly string[];
  readonly elements: readonly RegExp[];
}

/** All vocabularies together, made for looking up many texts. */
export interface CompiledVocabulary {
  readonly items: readonly CompiledItem[];
  readonly exact: ReadonlyMap<string, readonly ItemKey[]>;
  readonly umbrellas: ReadonlyMap<string, readonly ItemKey[]>;
  readonly folders: ReadonlyMap<string, readonly ItemKey[]>;
  /** Items that are a tool on the page itself (找错, 无障碍): a badge without address is the item. */
  readonly widgets: ReadonlySet<ItemKey>;
  /** Matches every text that can match anything: most links of a page are neither. */
  readonly anyWord: RegExp;
  /** Texts judged before: the same menu stands on every page of a site. Forgets all when it grows large. */
  readonly known: Map<string, Match>;
  /** Length of the longest exact word or umbrella. */
  readonly longestExact: number;
}

/** `vocabulary` has been validated: its regular expressions compile. */
export function compileVocabulary(vocabulary: Vocabulary): CompiledVocabulary {
  const exact = byWord(vocabulary, ({ exact }) => exact);
  const umbrellas = byWord(vocabulary, ({ umbrellas }) => umbrellas);
  return {
    items: vocabulary.map(compileItem),
    exact,
    umbrellas,
    folders: byWord(vocabulary, ({ folders }) => folders),
    widgets: new Set(vocabulary.filter(({ elements }) => elements.length > 0).map(({ item }) => item)),
    known: new Map(),
    anyWord: anyOf([...exact.keys(), ...umbrellas.keys(), ...vocabulary.flatMap(({ contains }) => contains.map(normalise))]),
    longestExact: Math.max(0, ...[...exact.keys(), ...umbrellas.keys()].map(word => word.length)),
  };
}

function compileItem({ item, exact, contains, not, elements }: Vocabulary[number]): CompiledItem {
  const terms = [...exact, ...contains].map(normalise);
  const isMask = (word: string) => terms.some(term => word.includes(term));
  const excluded = not.map(normalise);
  return {
    item,
    contains: contains.map(normalise),
    not: excluded.filter(word => !isMask(word)),
    masks: excluded.filter(isMask),
    elements: elements.map(pattern => new RegExp(pattern, 'i')),
  };
}

function byWord(vocabulary: Vocabulary, wordsOf: (words: Vocabulary[number]) => readonly string[]): Map<string, ItemKey[]> {
  const map = new Map<string, ItemKey[]>();
  for (const words of vocabulary) {
    for (const word of new Set(wordsOf(words).map(normalise))) map.set(word, [...(map.get(word) ?? []), words.item]);
  }
  return map;
}

/** One expression for many words; a word that contains a shorter one is found by that one. */
function anyOf(words: readonly string[]): RegExp {
  const kept: string[] = [];
  for (const word of [...new Set(words)].sort((a, b) => a.length - b.length))
    if (!kept.some(shorter => word.includes(shorter))) kept.push(word);
  return new RegExp(kept.map(word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|') || '(?!)');
}
