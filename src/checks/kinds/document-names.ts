import { z } from 'zod';
import type { Candidate } from '../../model/artifacts.ts';
import { defineKind, type Verdict } from '../../model/check.ts';
import type { Unit } from '../../model/unit.ts';
import { normalise } from '../../text/normalise.ts';
import { contentOf } from '../content.ts';
import { evidenceOfChoice } from '../evidence.ts';
import { yearClues } from '../story/year-clues.ts';
import { claimsOf, documentDue, documentOptions, wantedDocument } from '../yearly/asked-document.ts';
import { yearAsked } from '../yearly/asked-year.ts';
import { isOfYear } from '../yearly/document-of-year.ts';

const options = z.strictObject({
  ...documentOptions,
  /** Over the normalised text; the first group is the year that the document reports on. */
  period: z.string().min(1),
  /** Over the normalised text; the first group is who says that he wrote it. */
  writer: z.string().min(1),
});

/**
 * Whose the document says it is and which year it says it covers (rule book §2.3, NB-11): what was copied from another office, or from last
 * year, often keeps both. A name that is not this unit's may still be a short form of it, so only a person can tell.
 */
export const documentNames = defineKind({
  id: 'document-names',
  needs: ['Pages', 'Candidates'],
  options,
  fellDue: (asked, { today }) => documentDue(asked, today),
  wants: wantedDocument,

  evaluate({ Pages, Candidates }, asked, { item, today, unit }) {
    const year = yearAsked(asked, today);
    const reports = claimsOf(Candidates, { item, part: asked.part }).filter(candidate => isOfYear(candidate, year));
    const evidenceOf = evidenceOfChoice(reports, Pages);
    const read = reports.map(candidate => ({ candidate, text: normalise(contentOf(candidate).text) })).filter(({ text }) => text !== '');
    const [first] = read;
    if (first === undefined) return unread(year, reports[0]);

    const said = read.map(({ candidate, text }) => ({ candidate, ...namesIn(text, asked) }));
    const wrongYear = said.find(({ years }) => years.length > 0 && !years.includes(year));
    const isRight = said.some(({ years }) => years.includes(year));
    if (wrongYear) {
      const measured = { year, anchor: wrongYear.candidate.text, said: `统计期限写的是${wrongYear.years.join('、')}年` };
      const evidence = evidenceOf(wrongYear.candidate);
      if (!isRight) return { outcome: 'fail', cause: 'other-year', measured, evidence };
      return {
        outcome: 'unsure',
        cause: 'copies-differ',
        measured: { ...measured, reason: `${measured.said}，另一份写的是${year}年` },
        evidence,
      };
    }
    const stranger = said.find(({ writer }) => writer !== null && !isOwn(writer, unit));
    if (stranger) {
      const reason = `“${stranger.candidate.text}”写着由“${stranger.writer}”编制，是否就是本单位需人工核对`;
      return {
        outcome: 'unsure',
        cause: 'other-name',
        measured: { year, anchor: stranger.candidate.text, reason },
        evidence: evidenceOf(stranger.candidate),
      };
    }
    return { outcome: 'pass', cause: null, measured: { year, anchor: first.candidate.text }, evidence: evidenceOf(first.candidate) };
  },

  clues: (artifacts, asked, { item, today }, judged) => yearClues(artifacts, { item, years: [yearAsked(asked, today)] }, judged),
});

function namesIn(text: string, { period, writer }: z.infer<typeof options>) {
  return {
    years: [...new Set([...text.matchAll(new RegExp(period, 'gu'))].map(([, year]) => Number(year)))],
    writer: new RegExp(writer, 'u').exec(text)?.[1] ?? null,
  };
}

/** The name contains the unit's or an alias, is a shorter form of one, or says 本机关. */
function isOwn(writer: string, { name, aliases }: Unit): boolean {
  const own = [name, ...aliases].map(normalise);
  return /^[本我]/u.test(writer) || own.some(one => writer.includes(one) || one.includes(writer));
}

const unread = (year: number, report: Candidate | undefined): Verdict => ({
  outcome: 'unsure',
  cause: report ? 'document-unread' : 'not-looked',
  measured: { year, reason: report ? `“${report.text}”的内容没有读到` : `没有看到${year}年度的文件` },
  evidence: [],
});
