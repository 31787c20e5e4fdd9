import { normalise } from './normalise.ts';

export interface ColumnNames {
  readonly names: readonly string[];
  readonly not: readonly string[];
}

/** A column goes by one of these names: it contains one after normalisation, with at most four characters more. */
export function columnMatches(column: string, { names, not }: ColumnNames): boolean {
  const name = normalise(column);
  if (not.some(word => name.includes(normalise(word)))) return false;
  return names.map(normalise).some(wanted => name.includes(wanted) && name.length <= wanted.length + 4);
}
