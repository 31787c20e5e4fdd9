import type { Matrix } from './geometry.ts';
import { apply, matrixOf, multiply } from './geometry.ts';

/** A straight line along `at`, from `from` to `to`: at a height for a horizontal one, at a distance from the left for a vertical one. */
export interface Rule {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Rules {
  readonly across: readonly Rule[];
  readonly down: readonly Rule[];
}

/** What a page draws, as the library lists it; the numbers of operators are the library's. */
export interface Operators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** More lines than any table has: a drawing, whose lines mean nothing. */
const mostSegments = 10_000;
/** Points: a filled box thinner than this is a line, one shorter than `shortest` a dot. */
const thickest = 2.5;
const shortest = 4;

/** The lines that a page draws upright or level: edges of boxes, and boxes so thin that they are seen as lines. */
export function findRules({ fnArray, argsArray }: Operators, names: Readonly<Record<string, number>>, toUpright: Matrix): Rules {
  const across: Rule[] = [];
  const down: Rule[] = [];
  const add = ([x1, y1]: Point, [x2, y2]: Point, thickness: number) => {
    const [width, height] = [Math.abs(x2 - x1), Math.abs(y2 - y1)];
    if (height <= thickness && width >= shortest) across.push({ at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) });
    else if (width <= thickness && height >= shortest) down.push({ at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) });
  };
  const stack: Matrix[] = [];
  let current = toUpright;
  for (const [index, operator] of fnArray.entries()) {
    const args = argsArray[index];
    if (operator === names.save) stack.push(current);
    else if (operator === names.restore || operator === names.paintFormXObjectEnd) current = stack.pop() ?? current;
    else if (operator === names.transform) current = multiplied(current, args);
    else if (operator === names.paintFormXObjectBegin) {
      stack.push(current);
      current = multiplied(current, Array.isArray(args) ? args[0] : null);
    } else if (operator === names.constructPath && Array.isArray(args)) {
      const manner = mannerOf(args[0], names);
      if (manner !== null) addPath(readPath(args[1], current), manner, add);
    }
    if (across.length + down.length > mostSegments) return { across: [], down: [] };
  }
  return { across, down };
}

type Point = readonly [x: number, y: number];
type Manner = 'stroke' | 'fill';

function multiplied(current: Matrix, args: unknown): Matrix {
  const own = matrixOf(args);
  return own === null ? current : multiply(current, own);
}

function mannerOf(operator: unknown, names: Readonly<Record<string, number>>): Manner | null {
  const isOne = (candidates: readonly string[]) => candidates.some(name => names[name] === operator);
  if (isOne(['stroke', 'closeStroke', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'])) return 'stroke';
  return isOne(['fill', 'eoFill']) ? 'fill' : null;
}

/** Parts of a path, each a run of points; curves count by their ends only. Numbers are 0 move, 1 line, 2 and 3 curves, 4 close. */
function readPath(data: unknown, matrix: Matrix): Point[][] {
  const values = Array.isArray(data) ? data[0] : null;
  if (!(values instanceof Float32Array)) return [];
  const parts: Point[][] = [];
  for (let i = 0; i < values.length; ) {
    const kind = values[i]!;
    const size = sizes[kind];
    if (size === undefined) return parts;
    const part = parts.at(-1);
    if (kind === 4) {
      if (part?.[0]) part.push(part[0]);
    } else {
      const point = apply(matrix, values[i + size - 2]!, values[i + size - 1]!);
      if (kind === 0 || part === undefined) parts.push([point]);
      else part.push(point);
    }
    i += size;
  }
  return parts;
}

const sizes = [3, 3, 7, 5, 1];

function addPath(parts: readonly (readonly Point[])[], manner: Manner, add: (from: Point, to: Point, thickness: number) => void): void {
  for (const points of parts) {
    if (manner === 'stroke') for (let i = 1; i < points.length; i++) add(points[i - 1]!, points[i]!, 0.8);
    else if (points.length >= 2 && points.length <= 6) {
      const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
      add([Math.min(...xs), Math.min(...ys)], [Math.max(...xs), Math.max(...ys)], thickest);
    }
  }
}
