import type { Candidate } from '../../model/artifacts.ts';
import type { DocumentTable } from '../../model/document.ts';

/** The tables of one page or one file. */
export interface TablePlace {
  /** What it is called in a message. */
  readonly name: string;
  readonly tables: readonly DocumentTable[];
  /** Put together again from the places of words, as in a PDF: what was read may differ from what is written. */
  readonly isRebuilt: boolean;
}

/** The page and each of its files by itself: sums run through one table, not through two copies of it. */
export const tablePlaces = ({ text, target, documents }: Candidate): readonly TablePlace[] => [
  { name: text, tables: target?.tables ?? [], isRebuilt: false },
  ...documents.map(file => ({ name: file.text, tables: file.reading?.tables ?? [], isRebuilt: file.reading?.format === 'pdf' })),
];

/** Why what was read of a rebuilt table may differ, one Chinese clause. */
export const rebuiltDoubt = 'PDF中的表格由文字的位置还原';
