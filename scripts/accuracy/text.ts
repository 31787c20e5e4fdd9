import stringWidth from 'string-width';
import { fit } from '../../src/report/terminal-text.ts';
import type { Class } from './classes.ts';
import type { Tally } from './tally.ts';

/** A table in which the columns stand below each other; the first is left-aligned, the others right. A Chinese character takes two. */
export function columns(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, index) => Math.max(5, ...[head, ...rows].map(cells => stringWidth(cells[index] ?? ''))));
  const line = (cells: readonly string[]) =>
    cells.map((cell, index) => fit(cell, widths[index]!, index === 0 ? 'left' : 'right')).join('  ');
  return [head, ...rows].map(cells => line(cells).trimEnd()).join('\n');
}

/** “1.23%”. */
export const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;

/** “12 (1.20%)”; a lone 0 where there is nothing. */
export const counted = (tally: Tally, of: Class): string => (tally[of] === 0 ? '0' : `${tally[of]} (${percent(tally[of] / tally.all)})`);

/** Rising nights in the short form in which they are given: “3, 5-9”. */
export function nightList(nights: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const night of nights) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === night - 1) last[1] = night;
    else runs.push([night, night]);
  }
  return runs.map(([first, last]) => (first === last ? String(first) : `${first}-${last}`)).join(', ');
}
