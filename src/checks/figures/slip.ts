/** A sum that does not come out; rule book §2.3 and §5.4. */
export interface Slip {
  readonly rule: 'NB-4' | 'NB-5' | 'NB-6' | 'NB-8' | 'SG-3';
  /** One Chinese clause with the numbers that were read. */
  readonly says: string;
  /** False when a cell of the sum is blank: it may be 0, or not filled in, or lost in reading. */
  readonly isCertain: boolean;
}

export const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
