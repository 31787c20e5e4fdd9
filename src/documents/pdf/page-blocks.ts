import { fillTable, isInside } from './fill-table.ts';
import type { PageText } from './fragments.ts';
import { readingOrder } from './reading-order.ts';
import { ruledTables } from './ruled-tables.ts';
import type { Rules } from './rules.ts';
import type { Block } from './spaced-tables.ts';
import { blocksOf } from './spaced-tables.ts';

/** Lines and tables of a page in the order in which they are read. */
export function pageBlocks(text: PageText, rules: Rules): Block[] {
  let loose = text.fragments;
  const tables = ruledTables(rules).flatMap(table => {
    const inside = loose.filter(fragment => isInside(table, fragment));
    if (inside.length === 0) return [];
    loose = loose.filter(fragment => !isInside(table, fragment));
    const rows = fillTable(table, inside);
    return [{ top: table.rows[0]!, block: { kind: 'table', rows, edges: table.columns } satisfies Block }];
  });
  const zones = Map.groupBy(loose, ({ y }) => tables.findLastIndex(({ top }) => top <= y));
  const around = (index: number) => readingOrder(zones.get(index) ?? []).flatMap(blocksOf);
  return [
    ...around(-1),
    ...tables.flatMap(({ block }, index) => [block, ...around(index)]),
    ...text.aside.map(words => ({ kind: 'line', text: words }) satisfies Block),
  ];
}
