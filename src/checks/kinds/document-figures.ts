import { z } from 'zod';
import type { Candidate } from '../../model/artifacts.ts';
import { defineKind, type Evidence, type Verdict } from '../../model/check.ts';
import { contentOf } from '../content.ts';
import { evidenceOfChoice } from '../evidence.ts';
import { slipsInChanges, slipsInTotals } from '../figures/accounts-words.ts';
import { blanksInReport, slipsInReport } from '../figures/annual-report.ts';
import { rebuiltDoubt, tablePlaces } from '../figures/places.ts';
import { slipsInWords } from '../figures/report-words.ts';
import { slipsInShares } from '../figures/shares.ts';
import type { Slip, Told } from '../figures/slip.ts';
import { slipsInThreePublic } from '../figures/three-public.ts';
import { yearClues } from '../story/year-clues.ts';
import { claimsOf, documentDue, documentOptions, wantedDocument } from '../yearly/asked-document.ts';
import { yearAsked } from '../yearly/asked-year.ts';
import { isOfYear } from '../yearly/document-of-year.ts';

type SlipsIn = (told: Told) => readonly Slip[] | null;

/** What is held against itself, each by the form that it has. */
const forms = {
  'accounts-changes': slipsInChanges,
  'accounts-totals': slipsInTotals,
  'annual-report': slipsInReport,
  'annual-report-blanks': blanksInReport,
  'annual-report-words': slipsInWords,
  shares: slipsInShares,
  'three-public': slipsInThreePublic,
} as const satisfies Readonly<Record<string, SlipsIn>>;

const options = z.strictObject({
  ...documentOptions,
  form: z.enum(Object.keys(forms) as [keyof typeof forms, ...(keyof typeof forms)[]]),
  /** What there must be for an answer, as it is called in a message. */
  needs: z.string().min(1).default('规定格式的表格'),
});

/** One page or one file, held against itself. */
interface Copy {
  readonly candidate: Candidate;
  /** What it is called in a message. */
  readonly name: string;
  readonly slips: readonly Slip[];
  /** One Chinese clause why what was read may differ from what is written; null when it cannot. */
  readonly doubt: string | null;
}

/**
 * The figures in a year's document, read from its page or its files and held against each other: annual reports (rule book §2.3: NB-4, NB-5,
 * NB-6, NB-8, NB-9, NB-12), “三公”经费 (§5.4: SG-3, SG-6 to SG-8). What is not there, or could not be read, says nothing about its sums; nor does a table that had to be put
 * together from the places of its words, or one with blank cells in the sum, or one of which another copy is right.
 */
export const documentFigures = defineKind({
  id: 'document-figures',
  needs: ['Pages', 'Candidates'],
  options,
  fellDue: (asked, { today }) => documentDue(asked, today),
  wants: wantedDocument,

  evaluate({ Pages, Candidates }, asked, { item, today }) {
    const year = yearAsked(asked, today);
    const reports = claimsOf(Candidates, { item, part: asked.part }).filter(candidate => isOfYear(candidate, year));
    const evidenceOf = evidenceOfChoice(reports, Pages);
    const copies = reports.flatMap(candidate => copiesOf(candidate, year, forms[asked.form]));
    const [first] = copies;
    if (first === undefined) return unread(reports[0], { year, needs: asked.needs }, reports[0] ? evidenceOf(reports[0]) : []);

    const wrong = copies.filter(({ slips }) => slips.length > 0);
    const sound = copies.find(({ slips }) => slips.length === 0);
    const proven = sound ? undefined : wrong.find(({ doubt }) => doubt === null);
    const shown = proven ?? wrong[0] ?? first;
    const measured = { year, anchor: shown.candidate.text, slips: list(shown.slips), count: shown.slips.length };
    const evidence = evidenceOf(shown.candidate);
    if (wrong.length === 0) return { outcome: 'pass', cause: null, measured, evidence };
    if (proven) return { outcome: 'fail', cause: 'wrong-sums', measured, evidence };
    const doubt = sound ? `而“${sound.name}”中的数字相符` : shown.doubt!;
    const reason = `“${shown.name}”中读到${measured.slips}，${doubt}，需人工核对`;
    return { outcome: 'unsure', cause: 'figures-doubtful', measured: { ...measured, reason }, evidence };
  },

  clues: (artifacts, asked, { item, today }, judged) => yearClues(artifacts, { item, years: [yearAsked(asked, today)] }, judged),
});

/** Each place held against itself; where some slips are certain the others are left out. */
function copiesOf(candidate: Candidate, year: number, slipsIn: SlipsIn): readonly Copy[] {
  // Words and tables may stand apart: the text on the page, the tables in its file.
  const { text } = contentOf(candidate);
  return tablePlaces(candidate).flatMap(({ name, tables, isRebuilt }): readonly Copy[] => {
    const slips = slipsIn({ tables, text, year });
    if (slips === null) return [];
    const certain = slips.filter(({ doubt }) => doubt === null);
    const doubt = isRebuilt ? rebuiltDoubt : certain.length === 0 ? (slips[0]?.doubt ?? null) : null;
    return [{ candidate, name, slips: doubt === null ? certain : slips, doubt }];
  });
}

/** So many sums that do not come out are told; the others are counted. */
const told = 3;

function list(slips: readonly Slip[]): string | null {
  if (slips.length === 0) return null;
  const more = slips.length > told ? `；等${slips.length}处` : '';
  return `${slips
    .slice(0, told)
    .map(({ says }) => says)
    .join('；')}${more}`;
}

const unread = (
  report: Candidate | undefined,
  { year, needs }: { readonly year: number; readonly needs: string },
  evidence: readonly Evidence[],
): Verdict => ({
  outcome: 'unsure',
  cause: report ? 'document-unread' : 'not-looked',
  measured: { year, reason: report ? `“${report.text}”中没有读到${needs}` : `没有看到${year}年度的文件` },
  evidence,
});
