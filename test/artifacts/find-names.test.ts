import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nameFinder } from '../../src/artifacts/find-names.ts';

const named = (...names: readonly string[]) => names.map(name => ({ name }));
const find = nameFinder(named('明湖市', '明湖市教育局', '教育局', '市教育局'), () => true);

test.for([
  ['明湖市教育局', ['明湖市教育局']],
  ['明湖 市 教育局', ['明湖市教育局']],
  ['明湖市 教育局 教育局', ['明湖市教育局', '教育局']],
  ['邻湖市教育局', ['教育局']],
  ['走进市教育局', ['市教育局']],
  ['', []],
] as const)('%s: %j', ([text, names]) => {
  expect(find(text).found.map(({ name }) => name.name)).toEqual(names);
});

test('each stretch is used once, and what is left names nothing', () => {
  const piece = fc.constantFrom('明', '湖', '市', '教育', '局', '明湖市', ' ', '的', 'Ａ', '\u0000');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
      const { found, read, rest } = find(pieces.join(''));
      const letters = found.flatMap(({ at, end }) => Array.from({ length: end - at }, (_, index) => at + index));
      expect(new Set(letters).size).toBe(letters.length);
      for (const { name, at, end } of found) expect(read.text.slice(at, end)).toBe(name.name);
      expect(rest.text).not.toContain('明湖市');
    }),
  );
});

test('a roster of thousands costs nothing by its length', () => {
  const many = nameFinder(
    Array.from({ length: 20_000 }, (_, index) => ({ name: `第${index}区教育局` })),
    () => true,
  );
  const start = performance.now();
  for (let turn = 0; turn < 2000; turn++) many('第七区教育局的公开指南与明湖市人民政府办公室的年度报告');
  expect(performance.now() - start).toBeLessThan(4000);
});
