import { z } from 'zod';
import type { Candidate } from '../../model/artifacts.ts';
import { defineKind, type Verdict } from '../../model/check.ts';
import { disputesTable, slipsInDisputes } from '../annual-report/disputes-table.ts';
import { requestsTable, slipsInRequests } from '../annual-report/requests-table.ts';
import type { Slip } from '../annual-report/slip.ts';
import { evidenceOfChoice } from '../evidence.ts';
import { itemClues } from '../story/item-clues.ts';
import { askedYear } from '../yearly/asked-year.ts';
import { isOfYear } from '../yearly/document-of-year.ts';

const options = z.strictObject({
  /** Month and day from which the report of the year before is looked at. */
  by: z.string().regex(/^\d{2}-\d{2}$/),
});
type Options = z.infer<typeof options>;

const yearOf = ({ by }: Options, today: string) => askedYear({ yearsBack: 1, by, deadline: 'usual' }, today);

/** So many sums that do not come out are told; the others are counted. */
const told = 3;

/**
 * The sums in the tables of the annual report (rule book §2.3: NB-4, NB-5, NB-6, NB-8), read from the page or from its files. What is not
 * there, or could not be read, says nothing about its sums.
 */
export const reportFigures = defineKind({
  id: 'report-figures',
  needs: ['Pages', 'Candidates'],
  options,
  fellDue: (asked, { today }) => yearOf(asked, today).due,
  wants: (asked, { item, today }) => (item ? [{ kind: 'document', item, year: yearOf(asked, today).year }] : []),

  evaluate({ Pages, Candidates }, asked, { item, today }) {
    const { year } = yearOf(asked, today);
    const reports = ((item && Candidates[item]) ?? []).filter(candidate => isOfYear(candidate, year));
    const evidenceOf = evidenceOfChoice(reports, Pages);
    const read = reports.map(candidate => ({ candidate, slips: slipsIn(candidate) })).find(({ slips }) => slips !== null);
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
    return itemClues((item && Candidates[item]) ?? [], judged, candidate => (isOfYear(candidate, year) ? null : `不是${year}年度的报告`));
  },
});

/** Null when neither of the two tables could be read. */
function slipsIn({ target, documents }: Candidate): readonly Slip[] | null {
  const tables = [...(target?.tables ?? []), ...documents.flatMap(({ reading }) => reading?.tables ?? [])];
  const [requests, disputes] = [requestsTable(tables), disputesTable(tables)];
  if (requests === null && disputes === null) return null;
  return [...(requests ? slipsInRequests(requests) : []), ...(disputes ? slipsInDisputes(disputes) : [])];
}

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
  measured: { year, reason: report ? `“${report.text}”中没有读到规定格式的表格` : `没有看到${year}年度的报告` },
  evidence,
});
