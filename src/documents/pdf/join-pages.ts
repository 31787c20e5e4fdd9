import type { Block } from './spaced-tables.ts';

/** Points within which columns of two pages begin at the same place. */
const near = 5;

/** Blocks of all pages one after the other; a table that goes on at the top of the next page is one table, a repeated head written once. */
export function joinPages(pages: readonly (readonly Block[])[]): Block[] {
  const joined: Block[] = [];
  for (const page of pages) {
    const last = joined.findLastIndex(block => !isPageNumber(block));
    const first = page.findIndex(block => !isPageNumber(block));
    const [above, below] = [joined[last], page[first]];
    if (above?.kind === 'table' && below?.kind === 'table' && continues(above.edges, below.edges)) {
      joined[last] = { ...above, rows: [...above.rows, ...withoutHead(above.rows, below.rows)] };
      joined.push(...page.slice(0, first), ...page.slice(first + 1));
    } else joined.push(...page);
  }
  return joined;
}

const isPageNumber = (block: Block): boolean =>
  block.kind === 'line' && /^[-—–·~\s第]{0,6}\d{1,4}[-—–·~\s页]{0,6}(?:(?:\/|共)\s{0,3}\d{1,4}\s{0,3}页?)?$/.test(block.text.trim());

const continues = (above: readonly number[], below: readonly number[]): boolean =>
  above.length === below.length && above.every((edge, index) => Math.abs(edge - below[index]!) <= near);

/** The rows below without the first ones when they repeat the first ones above. */
function withoutHead(above: readonly (readonly string[])[], below: readonly (readonly string[])[]): readonly (readonly string[])[] {
  let head = 0;
  while (head < below.length && head < above.length && isSameRow(above[head]!, below[head]!)) head++;
  return below.slice(head);
}

const isSameRow = (a: readonly string[], b: readonly string[]): boolean => a.every((cell, index) => cell === b[index]);
