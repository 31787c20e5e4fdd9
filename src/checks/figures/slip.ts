import type { DocumentTable } from '../../model/document.ts';

/** What is held against itself: the tables of one page or one file, and all that the document says in words. */
export interface Told {
  readonly tables: readonly DocumentTable[];
  readonly text: string;
  /** The year of the document. */
  readonly year: number;
}

/** A sum that does not come out, or numbers that contradict each other. */
export interface Slip {
  readonly rule: 'NB-4' | 'NB-5' | 'NB-6' | 'NB-8' | 'NB-9' | 'NB-12' | 'SG-3' | 'SG-6' | 'SG-7' | 'SG-8' | 'shares';
  /** One Chinese clause with the numbers that were read. */
  readonly says: string;
  /** One Chinese clause why it may be none after all; null when it is certain. */
  readonly doubt: string | null;
}

/** A blank cell may be 0, or not filled in, or lost in reading. */
export const blankDoubt = (isFilled: boolean): string | null => (isFilled ? null : '表中有没有填写的单元格');

export const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
