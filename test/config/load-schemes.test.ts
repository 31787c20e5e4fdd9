import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadScheme, loadSchemes } from '../../src/config/load-schemes.ts';
import { temporaryFolders } from '../temporary-folders.ts';

const newFolder = temporaryFolders();
const shippedFolder = join(import.meta.dirname, '../../data/schemes');
const shippedFile = join(shippedFolder, 'default-online.yaml');
const shipped = readFileSync(shippedFile, 'utf8');

const refusal = (code: string, ...words: string[]) =>
  expect.objectContaining({ code, message: expect.stringMatching(new RegExp(words.map(word => `(?=.*${word})`).join(''))) });

describe('loadScheme', () => {
  test('reads a shipped scheme', () => {
    expect(loadScheme(shippedFile)).toMatchObject({ id: 'default-online', minimumJudgedShare: 0.5 });
  });

  test.for<{ name: string; change: (text: string) => string; words: string[] }>([
    { name: 'a check counted twice', change: text => text.replace('id: leaders', 'id: personnel'), words: ['不能计分两次'] },
    { name: 'bands out of order', change: text => text.replace('min: 75', 'min: 95'), words: ['从高到低'] },
    { name: 'a lowest band that does not begin at 0', change: text => text.replace('min: 0 }', 'min: 1 }'), words: ['须为 0'] },
    {
      name: 'a category without points',
      change: text => text.replace('points: 15', 'points: 0'),
      words: ['第 \\d+ 行', 'points', '应大于 0'],
    },
    {
      name: 'an id that is not the name of the file',
      change: text => text.replace('id: default-online', 'id: other'),
      words: ['文件名', 'other'],
    },
  ])('refuses $name', ({ change, words }) => {
    const changed = change(shipped);
    expect(changed).not.toBe(shipped);
    const file = join(newFolder(), 'default-online.yaml');
    writeFileSync(file, changed);
    expect(() => loadScheme(file)).toThrow(refusal('SCHEME_INVALID', 'default-online.yaml', ...words));
  });

  test('refuses a check that nobody knows, with the line', () => {
    const known = loadScheme(shippedFile).categories.flatMap(({ checks }) =>
      checks.map(({ id }) => ({ id, severity: 'deduction' as const })),
    );
    expect(() => loadScheme(shippedFile, { knownChecks: known })).not.toThrow();

    const line = shipped.split('\n').findIndex(text => text.includes('id: leaders')) + 1;
    expect(() => loadScheme(shippedFile, { knownChecks: known.filter(({ id }) => id !== 'leaders') })).toThrow(
      refusal('SCHEME_INVALID', `第 ${line} 行`, '没有检查项“leaders”'),
    );
    const advised = known.map(check => (check.id === 'leaders' ? { ...check, severity: 'advisory' as const } : check));
    expect(() => loadScheme(shippedFile, { knownChecks: advised })).toThrow(
      refusal('SCHEME_INVALID', `第 ${line} 行`, '“leaders”', '不扣分', '不能计分'),
    );
  });
});

describe('loadSchemes', () => {
  test('reads every scheme in a folder and nothing else', () => {
    const folder = newFolder();
    copyFileSync(shippedFile, join(folder, 'default-online.yaml'));
    copyFileSync(shippedFile, join(folder, 'notes.txt'));
    expect(loadSchemes(folder).map(({ id }) => id)).toEqual(['default-online']);
  });

  test('every shipped scheme is valid', () => {
    expect(loadSchemes(shippedFolder).map(({ id }) => id)).toContain('default-online');
  });

  test('says which folder is not there', () => {
    expect(() => loadSchemes('/nowhere/schemes')).toThrow(refusal('FILE_UNREADABLE', '/nowhere/schemes'));
  });
});
