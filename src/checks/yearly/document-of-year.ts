import type { Candidate } from '../../model/artifacts.ts';
import { yearsOf, yearTrouble } from './document-year.ts';

/** The candidate is proven to be the document of that year. */
export const isOfYear = (candidate: Candidate, year: number): boolean =>
  candidate.trouble === null && yearsOf(candidate).includes(year) && yearTrouble(candidate, year) === null;

/** It goes by that year and could not be seen: what other copies lack may stand there. */
export const mayBeCopyOfYear = (candidate: Candidate, year: number): boolean =>
  candidate.trouble?.kind === 'unsure' && yearsOf(candidate).includes(year);
