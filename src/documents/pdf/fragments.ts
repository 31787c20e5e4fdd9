import type { Matrix } from './geometry.ts';
import { apply, matrixOf, multiply, upright } from './geometry.ts';

/** A piece of text as the page places it, in points, y growing downwards; `y` is its baseline. */
export interface Fragment {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

/** The text of a page, turned so that most of it is upright. */
export interface PageText {
  readonly fragments: readonly Fragment[];
  /** Words that run in another direction than the most; slanting ones, which are watermarks, are left out. */
  readonly aside: readonly string[];
  /** From the page's own coordinates to those of the fragments. */
  readonly toUpright: Matrix;
}

/** As much of an item of the library as is needed here. */
export interface TextItem {
  readonly str: string;
  readonly transform: unknown;
  readonly width: number;
}

export function placeText(items: readonly TextItem[], view: Matrix): PageText {
  const placed = items.flatMap(item => {
    const own = matrixOf(item.transform);
    if (own === null || item.str.trim() === '' || !Number.isFinite(item.width)) return [];
    const matrix = multiply(view, own);
    const quarters = Math.atan2(matrix[1], matrix[0]) / (Math.PI / 2);
    if (Math.abs(quarters - Math.round(quarters)) > slant) return [];
    return [{ item, matrix, quarter: (Math.round(quarters) + 4) % 4 }];
  });
  const counts = [0, 0, 0, 0];
  for (const { item, quarter } of placed) counts[quarter]! += item.str.length;
  const most = counts.indexOf(Math.max(...counts));
  const turn = upright[most]!;
  const fragments = placed.flatMap(({ item, matrix, quarter }) => {
    if (quarter !== most) return [];
    const [x, y] = apply(turn, matrix[4], matrix[5]);
    const size = Math.hypot(matrix[2], matrix[3]);
    return [{ text: item.str.trim(), x, right: x + item.width, y, size: size > 0 ? size : 1 }];
  });
  const aside = placed.filter(({ quarter }) => quarter !== most).map(({ item }) => item.str);
  return { fragments: withoutShadows(fragments), aside, toUpright: multiply(turn, view) };
}

/** How far from a quarter turn a text may lean, in quarters: five degrees. */
const slant = 5 / 90;

/** Bold is sometimes feigned by drawing the same words again, a hair's breadth apart. */
function withoutShadows(fragments: readonly Fragment[]): Fragment[] {
  const seen = new Map<string, Fragment>();
  return fragments.filter(fragment => {
    const before = seen.get(fragment.text);
    seen.set(fragment.text, fragment);
    const near = fragment.size * 0.2;
    return before === undefined || Math.abs(before.x - fragment.x) > near || Math.abs(before.y - fragment.y) > near;
  });
}
