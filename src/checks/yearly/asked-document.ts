import { z } from 'zod';
import type { Candidate } from '../../model/artifacts.ts';
import type { ItemKey } from '../../model/item.ts';
import type { Want } from '../../model/want.ts';
import { isOfPart } from '../../text/part-title.ts';
import { askedYear, yearAsked } from './asked-year.ts';

/** The options by which a check names the document of a year; all checks on that document give the same. */
export const documentOptions = {
  /** The document of year Y is published in year Y minus this: 1 for reports on the past year, 0 for budgets. */
  yearsBack: z.int().min(0).max(1),
  /** Month and day, both included, by which it must be there. */
  by: z.string().regex(/^\d{2}-\d{2}$/),
  /** By which a title is known to be of a part only, which is not the document; see PartWords. */
  part: z.strictObject({ words: z.string().min(1), whole: z.string().min(1) }).optional(),
};
const schema = z.strictObject(documentOptions);
export type AskedDocument = z.infer<typeof schema>;

/** The day on which the document that is asked for fell due, ISO. */
export const documentDue = (asked: AskedDocument, today: string): string => askedYear({ ...asked, deadline: 'usual' }, today).due;

interface Asking {
  readonly item: ItemKey | null;
  readonly today: string;
}

/** What the crawl must look for. */
export const wantedDocument = (asked: AskedDocument, { item, today }: Asking): readonly Want[] =>
  item ? [wantOf(item, yearAsked(asked, today), asked)] : [];

/** The same, of the year before as well. */
export const wantedTwoYears = (asked: AskedDocument, { item, today }: Asking): readonly Want[] => {
  const year = yearAsked(asked, today);
  return item ? [wantOf(item, year, asked), wantOf(item, year - 1, asked)] : [];
};

const wantOf = (item: ItemKey, year: number, { part }: AskedDocument): Want => ({
  kind: 'document',
  item,
  year,
  ...(part ? { part } : {}),
});

/** Everything that claims to be such a document, of whatever year; parts of one are not. */
export const claimsOf = (
  candidates: Readonly<Partial<Record<ItemKey, readonly Candidate[]>>>,
  { item, part }: { readonly item: ItemKey | null; readonly part: AskedDocument['part'] },
): readonly Candidate[] => ((item && candidates[item]) ?? []).filter(({ text }) => !isOfPart(text, part));
