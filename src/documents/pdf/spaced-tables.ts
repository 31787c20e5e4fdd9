import type { Line, LinePart } from './lines.ts';

/** What a page shows, from the top downwards. */
export type Block =
  | { readonly kind: 'line'; readonly text: string }
  /** `edges`: where its columns begin, in points, to find its continuation on the next page. */
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[]; readonly edges: readonly number[] };

/** Lines of which most have two parts or more, one under the other, are a table without lines drawn; at least this many. */
const fewest = 3;
/** The widest gap between two rows, in sizes of the font. */
const farthest = 4;

/** The lines in their order, runs of them that stand in columns as tables. */
export function blocksOf(lines: readonly Line[]): Block[] {
  const blocks: Block[] = [];
  for (const run of runsOf(lines)) {
    if (run.length >= fewest && run.filter(isParted).length >= run.length * 0.7) blocks.push(tableOf(run));
    else for (const line of run) blocks.push({ kind: 'line', text: line.parts.map(({ text }) => text).join(' ') });
  }
  return blocks;
}

const isParted = (line: Line): boolean => line.parts.length >= 2;

/** Lines cut into runs: parted ones with at most one unparted in a row between them, and all others. */
function runsOf(lines: readonly Line[]): Line[][] {
  const runs: Line[][] = [];
  let start = true;
  for (const [index, line] of lines.entries()) {
    const [before, after] = [lines[index - 1], lines[index + 1]];
    const isNear = before !== undefined && line.y - before.y <= farthest * line.size;
    const bridges =
      before !== undefined && after !== undefined && isParted(before) && isParted(after) && after.y - line.y <= farthest * line.size;
    const inTable = isParted(line) || (bridges && isNear);
    if (inTable && !start && isNear) runs.at(-1)!.push(line);
    else runs.push([line]);
    start = !inTable;
  }
  return runs;
}

interface Band {
  left: number;
  right: number;
}

function tableOf(lines: readonly Line[]): Block {
  const bands = bandsOf(lines);
  const rows = lines.map(({ parts }) => {
    const row = bands.map(() => '');
    for (const part of parts) {
      const column = columnOf(bands, part);
      row[column] = row[column] === '' ? part.text : `${row[column]} ${part.text}`;
    }
    return row;
  });
  return { kind: 'table', rows, edges: bands.map(({ left }) => left) };
}

/** Stretches of the width that words of one column take up. Lines with the most parts say it best; what lies over two columns is merged. */
function bandsOf(lines: readonly Line[]): Band[] {
  const bands: Band[] = [];
  for (const { parts } of lines.toSorted((a, b) => b.parts.length - a.parts.length)) {
    for (const { x, right } of parts) {
      const met = bands.filter(band => x < band.right && right > band.left);
      if (met.length === 0) bands.push({ left: x, right });
      else if (met.length === 1) {
        met[0]!.left = Math.min(met[0]!.left, x);
        met[0]!.right = Math.max(met[0]!.right, right);
      }
    }
  }
  return bands.sort((a, b) => a.left - b.left);
}

function columnOf(bands: readonly Band[], { x, right }: LinePart): number {
  const met = bands.findIndex(band => x < band.right && right > band.left);
  if (met >= 0) return met;
  return Math.max(
    0,
    bands.findLastIndex(band => band.left <= x),
  );
}
