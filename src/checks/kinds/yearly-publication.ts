import { z } from 'zod';
import type { Candidate, Trouble } from '../../model/artifacts.ts';
import { defineKind, type Evidence, type Verdict } from '../../model/check.ts';
import { isOfPart } from '../../text/part-title.ts';
import { evidenceOfChoice } from '../evidence.ts';
import { statementRules, statementTrouble } from '../statements.ts';
import { itemClues } from '../story/item-clues.ts';
import { claimsOf, documentDue, documentOptions, wantedDocument } from '../yearly/asked-document.ts';
import { askedYear, yearAsked } from '../yearly/asked-year.ts';
import { yearsOf, yearTrouble } from '../yearly/document-year.ts';
import { published } from '../yearly/published.ts';
import { withReminder } from '../yearly/reminder.ts';
import { unpublished } from '../yearly/unpublished.ts';

const options = z.strictObject({
  ...documentOptions,
  /** `statutory`: later is late. `usual`: the day only decides which year is asked for. */
  deadline: z.enum(['statutory', 'usual']),
  /** What a statement that the unit draws up none is worth. */
  statement: z.enum(statementRules).exclude(['enough']).default('not-enough'),
});
type Options = z.infer<typeof options>;

/**
 * The document of one year: annual report, budget, final accounts. The year follows from the day of the audit:
 * the latest one whose document must be there by then (rule book §0.4, §2.2, §5.1).
 */
export const yearlyPublication = defineKind({
  id: 'yearly-publication',
  needs: ['Pages', 'Candidates', 'Coverage'],
  options,
  fellDue: (asked, { today }) => documentDue(asked, today),
  wants: wantedDocument,

  evaluate({ Pages, Candidates, Coverage }, asked, { item, today, calendar }) {
    const wanted = askedYear(asked, today);
    const { year } = wanted;
    const dated = claimsOf(Candidates, { item, part: asked.part }).map(candidate => {
      const years = yearsOf(candidate);
      const inYear = candidate.trouble === null && years.includes(year) ? yearTrouble(candidate, year) : null;
      const trouble = candidate.trouble ?? inYear ?? statementTrouble(candidate, { statement: asked.statement, today });
      return { candidate: { ...candidate, trouble }, years, contradicts: inYear?.kind === 'unsure' };
    });
    const matching = dated.filter(({ years }) => years.includes(year));
    const ofYear = matching.map(({ candidate }) => candidate);
    const evidenceOf = evidenceOfChoice(ofYear, Pages);

    const proven = ofYear.filter(({ trouble }) => trouble === null);
    if (proven.length > 0) {
      const verdict = published({ proven, claims: ofYear }, wanted, { evidenceOf, calendar });
      const next = { year: year + 1, due: `${Number(wanted.due.slice(0, 4)) + 1}-${asked.by}` };
      const isThere = dated.some(({ years }) => years.includes(next.year));
      return asked.deadline === 'statutory' ? withReminder(verdict, { ...next, isThere }, { today, calendar }) : verdict;
    }
    const doubtful = matching.find(({ contradicts }) => contradicts)?.candidate;
    if (doubtful) return contradiction(doubtful, doubtful.trouble!, year, evidenceOf(doubtful));
    return unpublished(dated, wanted, { Pages, Coverage, gap: (item && Coverage.gapsByItem[item]) ?? Coverage.gap });
  },

  clues: ({ Candidates }, asked, { item, today }, judged) =>
    itemClues((item && Candidates[item]) ?? [], judged, candidate => heldAgainst(candidate, asked, yearAsked(asked, today))),
});

/** Why an entry is not the one that is asked for, by its words alone. */
function heldAgainst(candidate: Candidate, { part }: Options, year: number): string | null {
  if (isOfPart(candidate.text, part)) return '只是其中一部分，不能代替全部';
  const years = yearsOf(candidate);
  if (years.includes(year)) return null;
  if (years.length > 0) return `是${years.join('、')}年的，要的是${year}年的`;
  return candidate.target?.kind === 'list' || (candidate.target?.rows.length ?? 0) > 0 ? '是栏目，其中的条目另行查看' : '没有写明年度';
}

const contradiction = (candidate: Candidate, { reason }: Trouble, year: number, evidence: readonly Evidence[]): Verdict => ({
  outcome: 'unsure',
  cause: 'year-conflict',
  measured: { year, anchor: candidate.text, reason },
  evidence,
});
