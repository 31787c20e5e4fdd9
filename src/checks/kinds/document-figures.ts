import { z } from 'zod';
import type { Candidate } from '../../model/artifacts.ts';
import { defineKind, type Verdict } from '../../model/check.ts';
import type { DocumentTable } from '../../model/document.ts';
import { isOfPart } from '../../text/part-title.ts';
import { evidenceOfChoice } from '../evidence.ts';
import { slipsInReport } from '../figures/annual-report.ts';
import type { Slip } from '../figures/slip.ts';
import { slipsInThreePublic } from '../figures/three-public.ts';
import { itemClues } from '../story/item-clues.ts';
import { askedYear } from '../yearly/asked-year.ts';
import { isOfYear } from '../yearly/document-of-year.ts';

/** Tables whose sums are known, by the form they have. */
const forms = {
  'annual-report': slipsInReport,
  'three-public': slipsInThreePublic,
} as const satisfies Readonly<Record<string, (tables: readonly DocumentTable[]) => readonly Slip[] | null>>;

const options = z.strictObject({
  form: z.enum(Object.keys(forms) as [keyof typeof forms, ...(keyof typeof forms)[]]),
  /** The document of year Y is published in year Y minus this: 1 for reports on the past year, 0 for budgets. */
  yearsBack: z.int().min(0).max(1),
  /** Month and day from which the document is looked at. */
  by: z.string().regex(/^\d{2}-\d{2}$/),
  /** By which a title is known to be of a part only, which is not the document; see PartWords. */
  part: z.strictObject({ words: z.string().min(1), whole: z.string().min(1) }).optional(),
});
type Options = z.infer<typeof options>;

const yearOf = ({ yearsBack, by }: Options, today: string) => askedYear({ yearsBack, by, deadline: 'usual' }, today);

/** So many sums that do not come out are told; the others are counted. */
const told = 3;

/**
 * The sums in the tables of a year's document, read from its page or its files: annual reports (rule book §2.3: NB-4, NB-5, NB-6, NB-8),
 * “三公”经费 (§5.4: SG-3). What is not there, or could not be read, says nothing about its sums.
 */
export const documentFigures = defineKind({
  id: 'document-figures',
  needs: ['Pages', 'Candidates'],
  options,
  fellDue: (asked, { today }) => yearOf(asked, today).due,
  wants: (asked, { item, today }) =>
    item ? [{ kind: 'document', item, year: yearOf(asked, today).year, ...(asked.part ? { part: asked.part } : {}) }] : [],

  evaluate({ Pages, Candidates }, asked, { item, today }) {
    const { year } = yearOf(asked, today);
    const reports = ((item && Candidates[item]) ?? []).filter(
      candidate => isOfYear(candidate, year) && !isOfPart(candidate.text, asked.part),
    );
    const evidenceOf = evidenceOfChoice(reports, Pages);
    const read = reports
      .map(candidate => ({ candidate, slips: forms[asked.form](tablesOf(candidate)) }))
      .find(({ slips }) => slips !== null);
    if (read === undefined) return unread(reports[0], year, reports[0] ? evidenceOf(reports[0]) : []);

    const slips = read.slips!;
    const [first] = slips;
    const measured = { year, anchor: read.candidate.text, slips: list(slips), count: slips.length };
    return {
      outcome: first === undefined ? 'pass' : 'fail',
      cause: first === undefined ? null : 'wrong-sums',
      measured,
      evidence: evidenceOf(read.candidate),
    };
  },

  clues: ({ Candidates }, asked, { item, today }, judged) => {
    const { year } = yearOf(asked, today);
    return itemClues((item && Candidates[item]) ?? [], judged, candidate => (isOfYear(candidate, year) ? null : `不是${year}年度的文件`));
  },
});

const tablesOf = ({ target, documents }: Candidate): readonly DocumentTable[] => [
  ...(target?.tables ?? []),
  ...documents.flatMap(({ reading }) => reading?.tables ?? []),
];

function list(slips: readonly Slip[]): string | null {
  if (slips.length === 0) return null;
  const more = slips.length > told ? `；等${slips.length}处` : '';
  return `${slips
    .slice(0, told)
    .map(({ says }) => says)
    .join('；')}${more}`;
}

const unread = (report: Candidate | undefined, year: number, evidence: Verdict['evidence']): Verdict => ({
  outcome: 'unsure',
  cause: report ? 'document-unread' : 'not-looked',
  measured: { year, reason: report ? `“${report.text}”中没有读到规定格式的表格` : `没有看到${year}年度的文件` },
  evidence,
});
