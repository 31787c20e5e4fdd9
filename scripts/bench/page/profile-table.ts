import { code, table } from '../../docs/markdown.ts';
import type { ProfileResult, ProfileRow } from '../result.ts';
import { percent, seconds } from './numbers.ts';

const rowsShown = 11;

/** The largest parts, the others as one. Pure. */
export function shownRows({ rows }: ProfileResult): readonly ProfileRow[] {
  const rest = rows.slice(rowsShown).reduce((sum, row) => sum + row.seconds, 0);
  if (rest === 0) return rows.filter(row => row.seconds > 0);
  return [...rows.slice(0, rowsShown), { part: 'everything else', seconds: rest, file: null, fileSeconds: 0 }];
}

/** The parts with their share and the file in which most of it is spent. Pure. */
export function profileTable(profile: ProfileResult): string {
  const rows = shownRows(profile);
  const total = rows.reduce((sum, row) => sum + row.seconds, 0);
  return table(
    ['part', 'seconds', 'share', 'most of it in'],
    rows.map(({ part, seconds: spent, file, fileSeconds }) => [
      part,
      seconds(spent),
      percent(spent / total),
      file === null ? '' : `${code(file)} (${percent(fileSeconds / total)})`,
    ]),
  );
}
