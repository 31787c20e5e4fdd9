/** A sum that does not come out; rule book §2.3 and §5.4. */
export interface Slip {
  readonly rule: 'NB-4' | 'NB-5' | 'NB-6' | 'NB-8' | 'SG-3';
  /** One Chinese clause with the numbers that were read. */
  readonly says: string;
}

export const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
