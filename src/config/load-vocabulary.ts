import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { GongkaiError } from '../model/errors.ts';
import { itemKeys } from '../model/item.ts';
import { ItemVocabulary, type Vocabulary } from '../model/vocabulary.ts';
import { normalise } from '../text/normalise.ts';
import { readYaml } from './read-yaml.ts';

/**
 * Reads the words of all items, one file each, in the order of the items. All are valid or none is given.
 * Throws GongkaiError: VOCABULARY_INVALID or FILE_UNREADABLE, with file and place.
 */
export function loadVocabulary(folder: string): Vocabulary {
  const words = new Map(filesIn(folder).map(name => [basename(name, '.yaml'), readItem(join(folder, name))]));
  const missing = itemKeys.filter(item => !words.has(item));
  if (missing.length > 0)
    throw new GongkaiError('VOCABULARY_INVALID', `${folder}：缺少词表 ${missing.map(item => `${item}.yaml`).join('、')}，请补上。`);
  return itemKeys.map(item => words.get(item)!);
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter(name => name.endsWith('.yaml'));
  } catch (cause) {
    throw new GongkaiError('FILE_UNREADABLE', `无法读取词表目录 ${folder}，请检查路径和读取权限。`, { cause });
  }
}

function readItem(file: string): ItemVocabulary {
  const words = readYaml(file, Checked, 'VOCABULARY_INVALID');
  if (basename(file, '.yaml') === words.item) return words;
  throw new GongkaiError(
    'VOCABULARY_INVALID',
    `${file}：事项“${words.item}”与文件名不一致，请将文件改名为 ${words.item}.yaml 或改正事项。`,
  );
}

/** What the schema alone cannot see: words that can never match, and patterns that are no regular expressions. */
const Checked = ItemVocabulary.superRefine((words, context) => {
  for (const list of ['exact', 'contains', 'not', 'umbrellas'] as const) {
    const seen = new Set<string>();
    for (const [i, word] of words[list].entries()) {
      const form = normalise(word);
      const fault = form.length < 2 ? '至少要有两个字（不计空格和引号）' : seen.has(form) ? `“${word}”写了两次，请删去一个` : null;
      if (fault) context.addIssue({ code: 'custom', path: [list, i], message: fault });
      seen.add(form);
    }
  }
  const excluding = words.not.map(normalise);
  for (const [i, word] of words.contains.entries()) {
    const by = excluding.find(other => normalise(word).includes(other));
    if (by !== undefined)
      context.addIssue({ code: 'custom', path: ['contains', i], message: `“${word}”被 not 中的“${by}”排除，请删去其中一个` });
  }
  for (const [i, pattern] of words.elements.entries()) {
    const fault = faultOf(pattern);
    if (fault) context.addIssue({ code: 'custom', path: ['elements', i], message: `不是正确的正则表达式（${fault}）` });
  }
});

function faultOf(pattern: string): string | null {
  try {
    new RegExp(pattern, 'i');
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
