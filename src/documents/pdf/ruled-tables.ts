import { distinct } from './geometry.ts';
import type { Rule, Rules } from './rules.ts';

/** A table as its lines draw it. */
export interface RuledTable {
  /** Heights of the lines between rows and distances of those between columns, outer ones included, ascending. */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  /** For each place (row by row) the first place of the cell that covers it. */
  readonly cells: readonly number[];
}

/** Points within which two lines are one, and within which they meet. */
const same = 2;
const meeting = 3;
const mostLines = 2_000;
const mostCells = 50_000;

/** Tables with two columns or more, from the top downwards. */
export function ruledTables(rules: Rules): RuledTable[] {
  const across = joined(rules.across).slice(0, mostLines);
  const down = joined(rules.down).slice(0, mostLines);
  return groups(across, down)
    .flatMap(group => tableOf(group.across, group.down) ?? [])
    .sort((a, b) => a.rows[0]! - b.rows[0]!);
}

/** Pieces of one line made one: tables are often drawn cell by cell. */
function joined(rules: readonly Rule[]): Rule[] {
  const whole: { at: number; from: number; to: number }[] = [];
  const levels = distinct(
    rules.map(({ at }) => at),
    same,
  );
  const byLevel = Map.groupBy(rules, ({ at }) => levelOf(levels, at));
  for (const [level, pieces] of byLevel) {
    let last: { at: number; from: number; to: number } | null = null;
    for (const { from, to } of pieces.toSorted((a, b) => a.from - b.from)) {
      if (last !== null && from <= last.to + meeting) last.to = Math.max(last.to, to);
      else {
        last = { at: level, from, to };
        whole.push(last);
      }
    }
  }
  return whole;
}

/** The greatest level not above the value; levels ascend and the first is not above any value. */
function levelOf(levels: readonly number[], value: number): number {
  let low = 0;
  let high = levels.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (levels[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return levels[low]!;
}

interface Group {
  readonly across: readonly Rule[];
  readonly down: readonly Rule[];
}

const touches = (a: Rule, b: Rule): boolean =>
  a.at >= b.from - meeting && a.at <= b.to + meeting && b.at >= a.from - meeting && b.at <= a.to + meeting;

/** Lines that hang together. */
function groups(across: readonly Rule[], down: readonly Rule[]): Group[] {
  const parents = Int32Array.from({ length: across.length + down.length }, (_, index) => index);
  for (const [i, row] of across.entries())
    for (const [j, column] of down.entries()) if (touches(row, column)) unite(parents, i, across.length + j);
  const found = Map.groupBy(parents.keys(), index => rootOf(parents, index));
  return [...found.values()].map(members => ({
    across: members.filter(index => index < across.length).map(index => across[index]!),
    down: members.filter(index => index >= across.length).map(index => down[index - across.length]!),
  }));
}

function rootOf(parents: Int32Array, index: number): number {
  let root = index;
  while (parents[root] !== root) {
    parents[root] = parents[parents[root]!]!;
    root = parents[root]!;
  }
  return root;
}

/** The smaller one is the root, so that a cell is known by its first place. */
function unite(parents: Int32Array, a: number, b: number): void {
  const [first, second] = [rootOf(parents, a), rootOf(parents, b)];
  parents[Math.max(first, second)] = Math.min(first, second);
}

function tableOf(across: readonly Rule[], down: readonly Rule[]): RuledTable | null {
  if (across.length < 2 || down.length === 0) return null;
  const rows = edges(across, down);
  const columns = edges(down, across);
  const [height, width] = [rows.length - 1, columns.length - 1];
  if (height < 1 || width < 2 || height * width > mostCells) return null;
  const parents = Int32Array.from({ length: height * width }, (_, index) => index);
  const isParted = (rules: readonly Rule[], at: number, middle: number) =>
    rules.some(rule => Math.abs(rule.at - at) <= same && rule.from <= middle && rule.to >= middle);
  const below = rows.map(at => across.filter(rule => Math.abs(rule.at - at) <= same));
  const beside = columns.map(at => down.filter(rule => Math.abs(rule.at - at) <= same));
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const place = row * width + column;
      const middleRow = (rows[row]! + rows[row + 1]!) / 2;
      const middleColumn = (columns[column]! + columns[column + 1]!) / 2;
      if (column + 1 < width && !isParted(beside[column + 1]!, columns[column + 1]!, middleRow)) unite(parents, place, place + 1);
      if (row + 1 < height && !isParted(below[row + 1]!, rows[row + 1]!, middleColumn)) unite(parents, place, place + width);
    }
  }
  return { rows, columns, cells: Array.from(parents, (_, place) => rootOf(parents, place)) };
}

/** Where the lines lie, and the ends of those that cross them where the table is open at its sides. */
function edges(rules: readonly Rule[], crossing: readonly Rule[]): number[] {
  const levels = distinct(
    rules.map(({ at }) => at),
    same,
  );
  const [first, last] = [Math.min(...crossing.map(({ from }) => from)), Math.max(...crossing.map(({ to }) => to))];
  const open = 10;
  return [...(first < levels[0]! - open ? [first] : []), ...levels, ...(last > levels.at(-1)! + open ? [last] : [])];
}
