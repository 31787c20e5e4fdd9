import type { DocumentTable } from '../../model/document.ts';
import { numberIn, plain } from './cells.ts';
import { blankDoubt, type Slip, sum } from './slip.ts';

/** 四、政府信息公开行政复议、行政诉讼情况: the three groups of the form, five numbers each. */
const groups = ['行政复议', '未经复议直接起诉', '复议后起诉'] as const;
const ends = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'] as const;

/** The fifteen cells, each with a number or blank, of the table of disputes among the tables of a report; null when no table has them in the order of the form. */
export function disputesTable(tables: readonly DocumentTable[]): readonly (readonly string[])[] | null {
  for (const { rows } of tables) {
    const heads = rows.findLastIndex(row => row.some(cell => plain(cell) === ends[0]));
    const numbers = rows.slice(heads + 1).find(row => row.length >= groups.length * ends.length);
    if (heads < 0 || numbers === undefined || !isInOrder(rows.slice(0, heads + 1))) continue;
    const cells = numbers.slice(0, groups.length * ends.length);
    if (cells.every(cell => numberIn(cell) !== null))
      return groups.map((_, group) => cells.slice(group * ends.length, (group + 1) * ends.length));
  }
  return null;
}

/** Each column goes by the heads above it: the form is the same everywhere, but a table may have been turned or cut. */
function isInOrder(rows: readonly (readonly string[])[]): boolean {
  const heads = rows.flatMap(row => row.map(plain)).filter(head => (ends as readonly string[]).includes(head));
  return groups.every((_, group) => ends.every((end, index) => heads[group * ends.length + index] === end));
}

/** NB-8 for each group. */
export const slipsInDisputes = (table: readonly (readonly string[])[]): readonly Slip[] =>
  table.flatMap((cells, group): readonly Slip[] => {
    const numbers = cells.map(cell => numberIn(cell)!);
    const [said, parts] = [numbers.at(-1)!, sum(numbers.slice(0, -1))];
    return said === parts
      ? []
      : [
          {
            rule: 'NB-8',
            says: `“${groups[group]}”总计填${said}，各项之和是${parts}`,
            doubt: blankDoubt(cells.every(cell => cell.trim() !== '')),
          },
        ];
  });
