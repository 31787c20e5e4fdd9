import { z } from 'zod';
import type { Candidate } from '../../model/artifacts.ts';
import { defineKind, type Evidence, type Verdict } from '../../model/check.ts';
import { normalise } from '../../text/normalise.ts';
import { isOfPart } from '../../text/part-title.ts';
import { contentOf } from '../content.ts';
import { evidenceOfChoice } from '../evidence.ts';
import { itemClues } from '../story/item-clues.ts';
import { askedYear } from '../yearly/asked-year.ts';
import { isOfYear, mayBeCopyOfYear } from '../yearly/document-of-year.ts';

const element = z.strictObject({
  name: z.string().min(1),
  pattern: z.string().min(1),
  /** `listed`: it must follow the one listed before it. */
  place: z.enum(['any', 'listed']).default('any'),
});

const options = z.strictObject({
  /** The document of year Y is published in year Y minus this: 1 for reports on the past year, 0 for budgets. */
  yearsBack: z.int().min(0).max(1),
  /** Month and day from which the document is looked at. */
  by: z.string().regex(/^\d{2}-\d{2}$/),
  /** By which a title is known to be of a part only, which is not the document; see PartWords. */
  part: z.strictObject({ words: z.string().min(1), whole: z.string().min(1) }).optional(),
  /** What the document must say, by expressions over its normalised text. */
  elements: z.array(element).min(1),
});
type Options = z.infer<typeof options>;

const yearOf = ({ yearsBack, by }: Options, today: string) => askedYear({ yearsBack, by, deadline: 'usual' }, today);

/**
 * What the document of a year must contain: the parts of an annual report, the explanations of a budget. With more than half of them
 * missing it is not in the form that is asked for. What is not there, or could not be read, says nothing about its content.
 */
export const documentContent = defineKind({
  id: 'document-content',
  needs: ['Pages', 'Candidates', 'Coverage'],
  options,
  fellDue: (asked, { today }) => yearOf(asked, today).due,
  wants: (asked, { item, today }) =>
    item ? [{ kind: 'document', item, year: yearOf(asked, today).year, ...(asked.part ? { part: asked.part } : {}) }] : [],

  evaluate({ Pages, Candidates, Coverage }, asked, { item, today }) {
    const { year } = yearOf(asked, today);
    const claims = ((item && Candidates[item]) ?? []).filter(({ text }) => !isOfPart(text, asked.part));
    const evidenceOf = evidenceOfChoice(claims, Pages);
    const read = claims
      .filter(candidate => isOfYear(candidate, year))
      .map(candidate => ({ candidate, missing: missingFrom(candidate, asked.elements) }))
      .sort((one, other) => one.missing.length - other.missing.length);
    const [best] = read;
    if (best === undefined) return unsure('not-looked', { year, reason: `没有看到${year}年度的文件` }, []);

    const { candidate } = best;
    // What one of them lacks may stand in another: tables here, explanations there.
    const missing = best.missing.filter(name => read.every(one => one.missing.includes(name)));
    const measured = { year, anchor: candidate.text, missing: missing.join('、') || null };
    const evidence = evidenceOf(candidate);
    const gap = (item && Coverage.gapsByItem[item]) ?? Coverage.gap;
    const unread = missing.length === 0 ? null : (unreadPart(candidate, claims, year) ?? gap);
    if (unread !== null) return unsure('document-unread', { ...measured, reason: unread }, evidence);
    if (missing.length * 2 > asked.elements.length) return { outcome: 'fail', cause: 'other-form', measured, evidence };
    if (missing.length > 0) return { outcome: 'partial', cause: 'incomplete', measured, evidence };
    const early = best.missing.length > 0 ? null : firstOutOfOrder(candidate, asked.elements);
    if (early === null) return { outcome: 'pass', cause: null, measured, evidence };
    return { outcome: 'partial', cause: 'out-of-order', measured: { ...measured, missing: `“${early}”没有写在应在的位置` }, evidence };
  },

  clues: ({ Candidates }, asked, { item, today }, judged) => {
    const { year } = yearOf(asked, today);
    return itemClues((item && Candidates[item]) ?? [], judged, candidate => (isOfYear(candidate, year) ? null : `不是${year}年度的文件`));
  },
});

type Elements = Options['elements'];

const plainText = (candidate: Candidate): string => normalise(contentOf(candidate).text);

function missingFrom(candidate: Candidate, elements: Elements): readonly string[] {
  const text = plainText(candidate);
  return elements.filter(({ pattern }) => !new RegExp(pattern, 'u').test(text)).map(({ name }) => name);
}

/**
 * The first listed element that does not stand behind the one before it, however the mentions are taken: a table of contents names them
 * all, and so may the text. Null when they can be read in order.
 */
function firstOutOfOrder(candidate: Candidate, elements: Elements): string | null {
  const text = plainText(candidate);
  let from = 0;
  for (const { name, pattern, place } of elements) {
    if (place === 'any') continue;
    const mention = new RegExp(pattern, 'gu');
    mention.lastIndex = from;
    const found = mention.exec(text);
    if (found === null) return name;
    from = found.index + found[0].length;
  }
  return null;
}

/** Why what is missing may still be there; null when everything was read. */
function unreadPart(candidate: Candidate, claims: readonly Candidate[], year: number): string | null {
  const { unread } = contentOf(candidate);
  if (unread !== null) return unread;
  const other = claims.find(one => mayBeCopyOfYear(one, year));
  return other ? `“${other.text}”${other.trouble!.reason}` : null;
}

const unsure = (cause: string, measured: Verdict['measured'], evidence: readonly Evidence[]): Verdict => ({
  outcome: 'unsure',
  cause,
  measured,
  evidence,
});
