import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TableGrid } from '../../src/text/table-grid.ts';

test('a cell without a row begins one, and an open row counts when it is closed', () => {
  const grid = new TableGrid();
  expect(grid.isInRow).toBe(false);
  expect(grid.cell('甲', { across: 2, down: 1 })).toBe(2);
  expect([grid.isInRow, grid.rows]).toEqual([true, []]);
  grid.openRow();
  grid.closeRow();
  expect(grid.rows).toEqual([['甲', ''], []]);
});

const reach = fc.integer({ min: 1, max: 4 });

test('every cell stands once, in order, and nothing stands below it where it reaches down', () => {
  const cells = fc.array(fc.array(reach, { maxLength: 5 }), { maxLength: 8 });
  fc.assert(
    fc.property(cells, table => {
      const grid = new TableGrid();
      let count = 0;
      for (const row of table) {
        grid.openRow();
        for (const down of row) grid.cell(`c${count++}`, { across: 1, down });
        grid.closeRow();
      }
      const placed = grid.rows.flatMap((row, y) => row.flatMap((text, x) => (text === '' ? [] : [{ text, x, y }])));
      expect(placed.map(({ text }) => text)).toEqual(Array.from({ length: count }, (_, index) => `c${index}`));
      for (const [index, down] of table.flat().entries()) {
        const { x, y } = placed[index]!;
        for (let below = 1; below < down; below++) expect(grid.rows[y + below]?.[x] ?? '').toBe('');
      }
    }),
  );
});

test('spans that are none, or beyond all measure, are bounded', () => {
  const grid = new TableGrid();
  expect([NaN, 0, -3, 1.5, 1e9].map(across => grid.cell('', { across, down: 1 }))).toEqual([1, 1, 1, 1, 200]);
});
