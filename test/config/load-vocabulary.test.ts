import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadVocabulary } from '../../src/config/load-vocabulary.ts';
import { itemKeys } from '../../src/model/item.ts';
import { temporaryFolders } from '../temporary-folders.ts';

const shipped = join(import.meta.dirname, '../../checks/vocabulary');
const newFolder = temporaryFolders();

/** The shipped vocabulary with one file changed. */
function changed(name: string, change: (text: string) => string): string {
  const folder = newFolder();
  cpSync(shipped, folder, { recursive: true });
  const file = join(folder, name);
  const before = readFileSync(file, 'utf8');
  expect(change(before)).not.toBe(before);
  writeFileSync(file, change(before));
  return folder;
}

const refusal = (code: string, ...words: string[]) =>
  expect.objectContaining({ code, message: expect.stringMatching(new RegExp(words.map(word => `(?=.*${word})`).join(''))) });

test('every item has its words, in the order of the items', () => {
  expect(loadVocabulary(shipped).map(({ item }) => item)).toEqual(itemKeys);
});

test('an official can add a word', () => {
  const folder = changed('guide.yaml', text => text.replace('exact: [', 'exact: [公开须知, '));
  expect(loadVocabulary(folder).find(({ item }) => item === 'guide')?.exact).toContain('公开须知');
});

describe('refuses', () => {
  test.for<[why: string, change: (text: string) => string, words: string[]]>([
    ['a misspelt key', text => text.replace('contains:', 'contain:'), ['guide\\.yaml', '第 \\d+ 行', 'contain']],
    ['an unknown item', text => text.replace('item: guide', 'item: guides'), ['guide\\.yaml', 'item']],
    ['a file that is about another item', text => text.replace('item: guide', 'item: catalog'), ['catalog', '文件名']],
    ['a word of one character', text => text.replace('exact: [', 'exact: [公, '), ['第 \\d+ 行', '两个字']],
    ['a word that is only quotes', text => text.replace('exact: [', 'exact: [“”, '), ['两个字']],
    ['a word written twice', text => text.replace('exact: [', 'exact: [公开 指南, '), ['公开指南|公开 指南', '两次']],
    ['a word without quotes that YAML takes for a number', text => text.replace('exact: [', 'exact: [12345, '), ['12345']],
    ['a word that another excludes', text => text.replace('not: [', 'not: [公开指南, '), ['contains', '排除']],
    ['a pattern that is none', text => `${text}elements: ['<a(']\n`, ['elements', '正则']],
  ])('%s', ([, change, words]) => {
    const folder = changed('guide.yaml', change);
    expect(() => loadVocabulary(folder)).toThrow(refusal('VOCABULARY_INVALID', ...words));
  });

  test('a missing item', () => {
    const folder = newFolder();
    cpSync(shipped, folder, { recursive: true });
    rmSync(join(folder, 'leaders.yaml'));
    expect(() => loadVocabulary(folder)).toThrow(refusal('VOCABULARY_INVALID', '缺少词表', 'leaders'));
  });

  test('a folder that is not there', () => {
    expect(() => loadVocabulary('/nowhere/vocabulary')).toThrow(refusal('FILE_UNREADABLE', '/nowhere/vocabulary'));
  });
});
