import type { Fragment } from './fragments.ts';
import type { Line } from './lines.ts';
import { joinLines, linesOf, lineText } from './lines.ts';
import type { RuledTable } from './ruled-tables.ts';

/** Whether the words stand within the outer lines of the table. */
export function isInside(table: RuledTable, fragment: Fragment): boolean {
  const [x, y] = centreOf(fragment);
  return x >= table.columns[0]! && x <= table.columns.at(-1)! && y >= table.rows[0]! && y <= table.rows.at(-1)!;
}

/** Rows of the table with the words that stand in its cells, those of a merged cell in the first of its places. */
export function fillTable(table: RuledTable, fragments: readonly Fragment[]): string[][] {
  const width = table.columns.length - 1;
  const pieces = fragments.flatMap(fragment => cutAtLines(table, fragment));
  const byCell = Map.groupBy(pieces, fragment => table.cells[placeOf(table, fragment)]!);
  return Array.from({ length: table.rows.length - 1 }, (_, row) => {
    const places = Array.from({ length: width }, (_, column) => row * width + column);
    const cells = places.map(place => (table.cells[place] === place ? linesOf(byCell.get(place) ?? []) : []));
    const isWhole = places.every(
      place => Math.floor(table.cells[place]! / width) === row && table.cells[place + width] !== table.cells[place],
    );
    return isWhole ? partRows(cells) : [cells.map(joinLines)];
  }).flat();
}

/** The library joins words that stand close together, even on two sides of a line: cut where a space lies nearest to it. */
function cutAtLines(table: RuledTable, fragment: Fragment): Fragment[] {
  const width = table.columns.length - 1;
  const row = between(table.rows, centreOf(fragment)[1]) * width;
  const crossed = table.columns.findIndex(
    (edge, index) =>
      index > 0 &&
      index < width &&
      table.cells[row + index - 1] !== table.cells[row + index] &&
      edge > fragment.x + fragment.size * 0.3 &&
      edge < fragment.right - fragment.size * 0.3,
  );
  if (crossed < 0) return [fragment];
  const places = spacesOf(fragment);
  const nearest = places.toSorted((a, b) => Math.abs(a.x - table.columns[crossed]!) - Math.abs(b.x - table.columns[crossed]!))[0];
  if (nearest === undefined || Math.abs(nearest.x - table.columns[crossed]!) > fragment.size * 2) return [fragment];
  const edge = table.columns[crossed]!;
  const left = { ...fragment, text: fragment.text.slice(0, nearest.index), right: Math.min(nearest.x, edge) };
  const right = { ...fragment, text: fragment.text.slice(nearest.index + 1).trimStart(), x: Math.max(nearest.x, edge) };
  return [left, ...cutAtLines(table, right)];
}

/** Where the spaces of a fragment stand, taking ASCII as half as wide as everything else. */
function spacesOf({ text, x, right }: Fragment): { readonly index: number; readonly x: number }[] {
  const widths = Array.from(text, character => (character < '\u0080' ? 1 : 2));
  const unit = (right - x) / widths.reduce((sum, width) => sum + width, 0);
  const places: { index: number; x: number }[] = [];
  let at = x;
  let index = 0;
  for (const [place, character] of [...text].entries()) {
    if (character === ' ') places.push({ index, x: at + unit / 2 });
    at += widths[place]! * unit;
    index += character.length;
  }
  return places;
}

const centreOf = ({ x, right, y, size }: Fragment): readonly [number, number] => [(x + right) / 2, y - size * 0.35];

function placeOf(table: RuledTable, fragment: Fragment): number {
  const [x, y] = centreOf(fragment);
  return between(table.rows, y) * (table.columns.length - 1) + between(table.columns, x);
}

/** Index of the space between two edges in which the value lies. */
function between(edges: readonly number[], value: number): number {
  const index = edges.findIndex(edge => edge > value) - 1;
  return index < 0 ? (value < edges[0]! ? 0 : edges.length - 2) : index;
}

/**
 * Some tables draw no line between rows. Where every line of a column is a number, three or more of them, each line is a row of its own;
 * words that run over several lines beside a single number are not.
 */
function partRows(cells: readonly (readonly Line[])[]): string[][] {
  const figures = cells.filter(lines => lines.length >= 3 && lines.every(line => isFigure(lineText(line))));
  const lead = figures.toSorted((a, b) => b.length - a.length)[0];
  if (lead === undefined) return [cells.map(joinLines)];
  const near = lead[0]!.size * 0.6;
  const heights = lead.map(({ y }) => y);
  const first = heights[0]! - near;
  const rows: Line[][][] = [first, ...heights].map(() => cells.map(() => []));
  for (const [column, lines] of cells.entries()) {
    // A line belongs to the last number that does not stand below it; what stands above all numbers is a row before them.
    for (const line of lines) rows[heights.findLastIndex(height => height <= line.y + near) + 1]![column]!.push(line);
  }
  return rows.map(row => row.map(joinLines)).filter(row => row.some(text => text !== ''));
}

const isFigure = (text: string): boolean => /^[-—(（]?[\d,，.]+[%)）]?$|^[-—]+$/.test(text);
