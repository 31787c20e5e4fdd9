import { z } from 'zod';
import { defineKind } from '../../model/check.ts';
import { yearsIn } from '../../text/years.ts';
import { evidenceOfAbsence, evidenceOfChoice } from '../evidence.ts';
import { itemClues } from '../story/item-clues.ts';
import { claimsOf, documentDue, documentOptions, wantedDocument } from '../yearly/asked-document.ts';
import { yearAsked } from '../yearly/asked-year.ts';
import { yearsOf } from '../yearly/document-year.ts';
import { listCutOff, listUnread } from '../yearly/unseen-entries.ts';

const options = z.strictObject({
  ...documentOptions,
  /** So many years are looked at, the asked one among them. */
  years: z.int().min(2).max(20),
});

/**
 * Whether the documents of former years are still reachable (rule book §5.4, SG-11: 断档): entries that go by the year and are not dead. Only
 * a year that is missing between two others is a gap: a unit may be younger than the years that are asked for.
 */
export const yearsKept = defineKind({
  id: 'years-kept',
  needs: ['Pages', 'Candidates', 'Coverage'],
  options,
  fellDue: (asked, { today }) => documentDue(asked, today),
  wants: wantedDocument,

  evaluate({ Pages, Candidates, Coverage }, asked, { item, today }) {
    const year = yearAsked(asked, today);
    const claims = claimsOf(Candidates, { item, part: asked.part });
    const alive = claims.filter(
      ({ trouble }) => trouble?.kind !== 'dead' && trouble?.kind !== 'soft-404' && trouble?.kind !== 'wrong-unit',
    );
    const shown = new Set([
      ...alive.flatMap(yearsOf),
      ...alive.flatMap(({ target, trouble }) => (target && trouble === null ? target.rows.flatMap(({ title }) => yearsIn(title)) : [])),
    ]);
    const within = Array.from({ length: asked.years }, (_, back) => year - back).filter(one => shown.has(one));
    const [chosen] = alive;
    const evidence = chosen ? evidenceOfChoice(claims, Pages)(chosen).slice(0, 3) : evidenceOfAbsence(Pages);
    const [newest, oldest] = [within[0], within.at(-1)];
    if (newest === undefined || oldest === undefined)
      return { outcome: 'unsure', cause: 'not-looked', measured: { year, years: asked.years, reason: '没有看到近年的文件' }, evidence };
    const missing = Array.from({ length: newest - oldest }, (_, back) => newest - back).filter(one => !shown.has(one));
    const measured = { year, years: asked.years, newest, oldest, missing: missing.join('、') || null };
    if (missing.length === 0) return { outcome: 'pass', cause: null, measured, evidence };
    const doubtful = claims.find(({ trouble }) => trouble?.kind === 'unsure');
    const gap =
      (doubtful ? `“${doubtful.text}”${doubtful.trouble!.reason}` : null) ??
      listCutOff(claims, `${oldest}-01-01`) ??
      listUnread(claims, Pages) ??
      (item && Coverage.gapsByItem[item]) ??
      Coverage.gap;
    if (gap !== null) return { outcome: 'unsure', cause: 'not-looked', measured: { ...measured, reason: gap }, evidence };
    return { outcome: 'fail', cause: 'years-missing', measured, evidence };
  },

  clues: ({ Candidates }, asked, { item, today }, judged) => {
    const year = yearAsked(asked, today);
    const isMeant = (one: number) => one <= year && one > year - asked.years;
    return itemClues((item && Candidates[item]) ?? [], judged, one => (yearsOf(one).some(isMeant) ? null : '不是近年的文件'));
  },
});
