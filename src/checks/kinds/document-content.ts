import { z } from 'zod';
import type { Candidate } from '../../model/artifacts.ts';
import { defineKind, type Evidence, type Verdict } from '../../model/check.ts';
import { itemKeys } from '../../model/item.ts';
import { normalise } from '../../text/normalise.ts';
import { contentOf } from '../content.ts';
import { element, says, touchesOn } from '../element.ts';
import { evidenceOfChoice } from '../evidence.ts';
import { yearClues } from '../story/year-clues.ts';
import { claimsOf, documentDue, documentOptions, wantedDocument } from '../yearly/asked-document.ts';
import { yearAsked } from '../yearly/asked-year.ts';
import { isOfYear, mayBeCopyOfYear } from '../yearly/document-of-year.ts';

const partOf = element.extend({
  /** `listed`: it must follow the one listed before it. */
  place: z.enum(['any', 'listed']).default('any'),
});
type Part = z.infer<typeof partOf>;

const options = z.strictObject({
  ...documentOptions,
  /** What must be spoken of at all, or nothing follows: it may stand in a document of its own. */
  within: z.strictObject({ name: z.string().min(1), pattern: z.string().min(1) }).optional(),
  /** Another item whose documents may hold what is asked, and the words by which one of this sort is known. */
  also: z.strictObject({ item: z.enum(itemKeys), words: z.string().min(1) }).optional(),
  /** A document that says this need say nothing else. */
  unless: z.string().min(1).optional(),
  /** What the document must say, by expressions over its normalised text. */
  elements: z.array(partOf).min(1),
});

/**
 * What the document of a year must contain: the parts of an annual report, the explanations of a budget. With more than half of them
 * missing it is not in the form that is asked for. What is not there, or could not be read, says nothing about its content.
 */
export const documentContent = defineKind({
  id: 'document-content',
  needs: ['Pages', 'Candidates', 'Coverage'],
  options,
  fellDue: (asked, { today }) => documentDue(asked, today),
  wants: wantedDocument,

  evaluate({ Pages, Candidates, Coverage }, asked, { item, today }) {
    const { elements } = asked;
    const year = yearAsked(asked, today);
    const { also } = asked;
    const beside = also
      ? claimsOf(Candidates, { item: also.item, part: undefined }).filter(({ text }) => says(normalise(text), also.words))
      : [];
    const claims = [...claimsOf(Candidates, { item, part: asked.part }), ...beside];
    const evidenceOf = evidenceOfChoice(claims, Pages);
    const read = claims
      .filter(candidate => isOfYear(candidate, year))
      .map(candidate => ({ candidate, text: normalise(contentOf(candidate).text) }))
      .map(copy => ({ ...copy, missing: elements.filter(({ pattern }) => !says(copy.text, pattern)) }))
      .sort((one, other) => one.missing.length - other.missing.length);
    const [best] = read;
    if (best === undefined) return unsure('not-looked', { year, reason: `没有看到${year}年度的文件` }, []);

    const { candidate } = best;
    const { within, unless } = asked;
    const excused = unless === undefined ? undefined : read.find(({ text }) => says(text, unless));
    if (excused)
      return {
        outcome: 'pass',
        cause: null,
        measured: { year, anchor: excused.candidate.text, missing: null },
        evidence: evidenceOf(excused.candidate),
      };
    if (within && !read.some(({ text }) => says(text, within.pattern)))
      return unsure('not-looked', { year, reason: `“${candidate.text}”中没有读到${within.name}，可能另行公开` }, evidenceOf(candidate));
    // What one of them lacks may stand in another: tables here, explanations there.
    const wanting = best.missing.filter(one => read.every(({ missing }) => missing.includes(one)));
    const touched = wanting.filter(one => read.some(({ text }) => touchesOn(text, one)));
    const missing = wanting.filter(one => !touched.includes(one));
    const measured = { year, anchor: candidate.text, missing: namesOf(missing) };
    const evidence = evidenceOf(candidate);
    const gap = (item && Coverage.gapsByItem[item]) ?? Coverage.gap;
    const unread = wanting.length === 0 ? null : (unreadPart(candidate, claims, year) ?? gap);
    if (unread !== null) return unsure('document-unread', { ...measured, reason: unread }, evidence);
    if (read.every(({ text }) => isStub(text, elements)))
      return unsure(
        'document-unread',
        { ...measured, reason: `“${candidate.text}”只读到${best.text.length}个字，正文可能没有读全` },
        evidence,
      );
    if (missing.length * 2 > elements.length) return { outcome: 'fail', cause: 'other-form', measured, evidence };
    if (missing.length > 0) return { outcome: 'partial', cause: 'incomplete', measured, evidence };
    if (touched.length > 0) {
      const reason = `“${candidate.text}”提到了${namesOf(touched)}，没有读到明确的表述，需人工核对`;
      return unsure('only-mentioned', { ...measured, reason }, evidence);
    }
    const early = best.missing.length > 0 ? null : firstOutOfOrder(best.text, elements);
    if (early === null) return { outcome: 'pass', cause: null, measured, evidence };
    return { outcome: 'partial', cause: 'out-of-order', measured: { ...measured, missing: `“${early}”没有写在应在的位置` }, evidence };
  },

  clues: (artifacts, asked, { item, today }, judged) => yearClues(artifacts, { item, years: [yearAsked(asked, today)] }, judged),
});

const namesOf = (elements: readonly Part[]): string | null => elements.map(({ name }) => name).join('、') || null;

/** Hardly more than the names of its parts. */
const isStub = (text: string, elements: readonly Part[]): boolean =>
  text.length < leastText + elements.reduce((sum, { name, pattern }) => sum + (says(text, pattern) ? name.length : 0), 0);

/** Characters that a document of this kind has at the least beside the names of its parts. */
const leastText = 100;

/**
 * The first listed element that does not stand behind the one before it, however the mentions are taken: a table of contents names them
 * all, and so may the text. Null when they can be read in order.
 */
function firstOutOfOrder(text: string, elements: readonly Part[]): string | null {
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
  if (candidate.target?.pictures) return `“${candidate.text}”的正文中有图片，没有读出`;
  const other = claims.find(one => mayBeCopyOfYear(one, year));
  return other ? `“${other.text}”${other.trouble!.reason}` : null;
}

const unsure = (cause: string, measured: Verdict['measured'], evidence: readonly Evidence[]): Verdict => ({
  outcome: 'unsure',
  cause,
  measured,
  evidence,
});
