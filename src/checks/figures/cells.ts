import type { DocumentTable } from '../../model/document.ts';

/** A table as its cells are looked for in it: without spaces, brackets and marks. */
export const plain = (text: string): string => text.normalize('NFKC').replace(/[\s\p{P}\p{S}]/gu, '');

/** The number that a cell holds; an empty cell and a dash are 0, as whoever leaves them so means it. Null for words. */
export function numberIn(cell: string): number | null {
  const text = cell.normalize('NFKC').replaceAll(/[\s,]/g, '');
  if (/^[-—–/\\无]*$/.test(text)) return 0;
  const number = /^(-?\d+(?:\.\d+)?)[件条宗]?$/.exec(text)?.[1];
  return number === undefined ? null : Number(number);
}

/** Where the words of a column's head stand, from left to right: the columns in which a cell above `end` is one of the words. */
export function columnOf({ rows }: DocumentTable, end: number, word: RegExp): readonly number[] {
  const columns = rows.slice(0, end).flatMap(row => row.flatMap((cell, column) => (word.test(plain(cell)) ? [column] : [])));
  return [...new Set(columns)].sort((a, b) => a - b);
}
