import { z } from 'zod';
import type { Candidate } from '../../model/artifacts.ts';
import { defineKind } from '../../model/check.ts';
import { evidenceOfChoice } from '../evidence.ts';
import { carriedOver } from '../figures/carried-over.ts';
import type { Comparison } from '../figures/comparison.ts';
import { copiedText } from '../figures/copied-text.ts';
import { yearClues } from '../story/year-clues.ts';
import { claimsOf, documentDue, documentOptions, wantedTwoYears } from '../yearly/asked-document.ts';
import { yearAsked } from '../yearly/asked-year.ts';
import { isOfYear } from '../yearly/document-of-year.ts';

const comparisons = {
  'carried-over': carriedOver,
  'copied-text': copiedText,
} as const satisfies Readonly<Record<string, (now: Candidate, before: Candidate) => Comparison>>;

const options = z.strictObject({
  ...documentOptions,
  compare: z.enum(Object.keys(comparisons) as [keyof typeof comparisons, ...(keyof typeof comparisons)[]]),
});

/**
 * The document of a year held against that of the year before: what was carried over (rule book §2.3, NB-7), what was copied (NB-10).
 * Where one of them was not seen, or another copy says otherwise, nothing follows.
 */
export const documentAgainstLastYear = defineKind({
  id: 'document-against-last-year',
  needs: ['Pages', 'Candidates'],
  options,
  fellDue: (asked, { today }) => documentDue(asked, today),
  wants: wantedTwoYears,

  evaluate({ Pages, Candidates }, asked, { item, today }) {
    const year = yearAsked(asked, today);
    const claims = claimsOf(Candidates, { item, part: asked.part });
    const [now, before] = [year, year - 1].map(wanted => claims.filter(candidate => isOfYear(candidate, wanted))) as [
      Candidate[],
      Candidate[],
    ];
    const evidence = [...now.slice(0, 1), ...before.slice(0, 1)].flatMap(candidate =>
      evidenceOfChoice(claims, Pages)(candidate).slice(0, 1),
    );
    const unseen = now.length === 0 ? year : before.length === 0 ? year - 1 : null;
    if (unseen !== null)
      return { outcome: 'unsure', cause: 'not-looked', measured: { year, reason: `没有看到${unseen}年度的文件` }, evidence };

    const compare = comparisons[asked.compare];
    const compared = now.flatMap(one => before.map(other => ({ one, ...compare(one, other) })));
    const agreed = compared.find(({ kind }) => kind === 'agree');
    const found = agreed ?? compared.find(({ kind }) => kind === 'differ') ?? compared[0]!;
    const measured = { year, last: year - 1, anchor: found.one.text };
    if (found.kind === 'unclear')
      return { outcome: 'unsure', cause: 'document-unread', measured: { ...measured, reason: found.reason }, evidence };
    return {
      outcome: found.kind === 'agree' ? 'pass' : 'fail',
      cause: found.kind === 'agree' ? null : asked.compare,
      measured: { ...measured, ...found.measured },
      evidence,
    };
  },

  clues: (artifacts, asked, { item, today }, judged) => {
    const year = yearAsked(asked, today);
    return yearClues(artifacts, { item, years: [year - 1, year] }, judged);
  },
});
