import type { Fragment } from './fragments.ts';
import { median } from './geometry.ts';
import type { Line, LinePart } from './lines.ts';
import { linesOf } from './lines.ts';

/** Lines needed on each side of the gap for text to be set in two columns. */
const fewest = 5;

/**
 * Words in the order in which they are read: where prose is set in two columns, the left one before the right one, each between the lines
 * that run across both. A table is no prose: its cells do not fill their column.
 */
export function readingOrder(fragments: readonly Fragment[]): readonly (readonly Line[])[] {
  const lines = linesOf(fragments);
  const gutter = gutterOf(lines.flatMap(({ parts }) => parts));
  if (gutter === null) return [lines];
  const crosses = (line: Line) => line.parts.some(part => part.x < gutter && part.right > gutter);
  const heights = lines.filter(crosses).map(({ y }) => y);
  const zones = Map.groupBy(fragments, fragment => heights.findLastIndex(height => height <= fragment.y + 1));
  return [...zones.entries()]
    .sort(([a], [b]) => a - b)
    .flatMap(([, members]) => {
      const zone = linesOf(members);
      const across = zone.filter(crosses);
      const isAcross = (fragment: Fragment) => across.some(({ y, size }) => Math.abs(y - fragment.y) <= size * 0.45);
      const rest = members.filter(fragment => !isAcross(fragment));
      return [across, linesOf(rest.filter(({ x }) => x < gutter)), linesOf(rest.filter(({ x }) => x >= gutter))];
    })
    .filter(region => region.length > 0);
}

/** Where the gap between two columns of prose lies; null when there are not two. */
function gutterOf(parts: readonly LinePart[]): number | null {
  const left = Math.min(...parts.map(({ x }) => x));
  const right = Math.max(...parts.map(({ right }) => right));
  if (parts.length < 2 * fewest) return null;
  let best: { readonly at: number; readonly count: number } | null = null;
  const steps = 40;
  for (let step = 0; step <= steps; step++) {
    const at = left + (right - left) * (0.35 + (0.3 * step) / steps);
    const count = parts.filter(part => part.x < at && part.right > at).length;
    if (best === null || count < best.count) best = { at, count };
  }
  if (best === null || best.count * 5 > parts.length) return null;
  const { at } = best;
  const before = parts.filter(part => part.right <= at);
  const after = parts.filter(part => part.x >= at);
  if (before.length < fewest || after.length < fewest) return null;
  const fills = (side: readonly LinePart[]) => {
    const widest = Math.max(...side.map(({ right }) => right)) - Math.min(...side.map(({ x }) => x));
    return widest > (right - left) * 0.3 && median(side.map(part => part.right - part.x)) > widest * 0.75;
  };
  return fills(before) && fills(after) ? at : null;
}
