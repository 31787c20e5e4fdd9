import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommanderError } from 'commander';
import { expect, test } from 'vitest';
import { readOptions } from '../../scripts/accuracy/options.ts';
import { GongkaiError } from '../../src/model/errors.ts';
import { temporaryFolders } from '../temporary-folders.ts';
import { unitWith } from './made-up.ts';

const units = [unitWith('jia', ''), unitWith('yi', '')];
const folderOf = temporaryFolders();
const read = (...args: string[]) => readOptions(args, units, join(folderOf(), 'main'));

test('without options: the usual night, every unit, the page written, no corpus where none is', () => {
  expect(read()).toEqual({ nights: [20], units: [], json: null, write: true, corpus: null });
});

test('nights, units and the page are as they were asked for', () => {
  expect(read('--nights', '1-3,30', '--units', 'yi,jia', '--no-write')).toMatchObject({
    nights: [1, 2, 3, 30],
    units: ['yi', 'jia'],
    write: false,
  });
});

test('the corpus beside the checkout is found, and one that is named is taken', () => {
  const folder = folderOf();
  mkdirSync(join(folder, 'shared/corpus'), { recursive: true });
  writeFileSync(join(folder, 'shared/corpus/score.mjs'), '');
  expect(readOptions([], units, join(folder, 'main')).corpus).toBe(join(folder, 'shared/corpus'));
  expect(read('--corpus', join(folder, 'shared/corpus')).corpus).toBe(join(folder, 'shared/corpus'));
  expect(readOptions(['--no-corpus'], units, join(folder, 'main')).corpus).toBeNull();
});

test.for([
  ['--nights', '0'],
  ['--nights', '31'],
  ['--nights', '5-2'],
  ['--nights', 'abc'],
  ['--units', 'nobody'],
  ['--corpus', '/nowhere/at/all'],
])('%s %s is refused in one Chinese sentence', args => {
  expect(() => read(...args)).toThrow(GongkaiError);
  expect(() => read(...args)).toThrow(/^[^\n]*“[^\n]+[。]$/);
});

test('an option that does not exist is refused', () => {
  expect(() => read('--night', '3')).toThrow(CommanderError);
});
