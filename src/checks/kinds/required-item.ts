import { z } from 'zod';
import type { Candidate, Coverage, Page } from '../../model/artifacts.ts';
import { defineKind, type Evidence, type Verdict } from '../../model/check.ts';
import { itemKeys } from '../../model/item.ts';
import { normalise } from '../../text/normalise.ts';
import { absence } from '../absence.ts';
import { contentOf } from '../content.ts';
import { element, says, touchesOn } from '../element.ts';
import { evidenceOfAbsence, evidenceOfChoice, evidenceOfRejected } from '../evidence.ts';
import { footerSeen, footerUnread } from '../footer-seen.ts';
import { lookInside } from '../inside-documents.ts';
import { statementNote, statementOf, statementRules, statementTrouble } from '../statements.ts';
import { itemClues } from '../story/item-clues.ts';

const options = z.strictObject({
  proof: z.enum(['page', 'presence']).default('page'),
  /** Least main text on the page, characters; a list or a document counts as content by itself. */
  minText: z.int().nonnegative().default(0),
  /** What the page must say; each missing one makes the item partial. */
  elements: z.array(element).default([]),
  /** Whether a statement that there was nothing (本年度无此项) will do: not where the thing itself must be there in any year. */
  statement: z.enum(statementRules).default('enough'),
  /** Documents of other items that may hold it, and the words by which it is known there. */
  inside: z.strictObject({ items: z.array(z.enum(itemKeys)).nonempty(), mentions: z.string().min(1) }).optional(),
});

/**
 * Something that must be published: a link to it, and behind the link the right page (law 3).
 * `proof: presence` is for things that have no page of their own (a script button, a toolbar).
 */
export const requiredItem = defineKind({
  id: 'required-item',
  needs: ['Pages', 'Candidates', 'Coverage', 'Identity'],
  options,
  wants: ({ proof }, { item }) => (item ? [{ kind: 'item', item, proof }] : []),

  evaluate({ Pages, Candidates, Coverage, Identity }, { proof, inside, statement, ...wanted }, { item, today }) {
    const claims = (item && Candidates[item]) ?? [];
    const candidates = claims.map(claim => ({ ...claim, trouble: claim.trouble ?? statementTrouble(claim, { statement, today }) }));
    const evidenceOf = evidenceOfChoice(candidates, Pages);
    const [shown] = claims.filter(({ trouble }) => trouble === null || !provesNothing.has(trouble.kind));
    if (proof === 'presence' && shown) return found(shown, [], evidenceOf);

    const proven = candidates
      .filter(({ trouble }) => trouble === null)
      .map(candidate => ({ candidate, missing: missingFrom(candidate, wanted), touched: touchedIn(candidate, wanted) }))
      .sort((a, b) => a.missing.length - b.missing.length);
    const [best] = proven;
    if (best && best.missing.length > 0 && mayHoldMore(best)) return unread(best.candidate, evidenceOf);
    // What one place lacks may stand at another that could not be seen.
    const unseen = best && best.missing.length > 0 ? candidates.find(({ trouble }) => trouble?.kind === 'unsure') : undefined;
    if (unseen) return unread(unseen, evidenceOf);
    if (best && best.missing.length > 0 && best.missing.every(name => best.touched.includes(name))) return onlyTouched(best, evidenceOf);
    if (best)
      return found(
        best.candidate,
        best.missing.filter(name => !best.touched.includes(name)),
        evidenceOf,
      );
    if (proof === 'presence' && !footerSeen({ Identity, Pages })) return notSeen;
    const within = inside ? lookInside(inside, Candidates) : null;
    if (within?.kind === 'found') return found(within.candidate, [], evidenceOf);
    if (within?.kind === 'unread') return unread(within.candidate, evidenceOf);
    return notFound(candidates, Pages, Coverage, item ? Coverage.gapsByItem[item] : undefined);
  },

  clues: ({ Candidates }, _options, { item }, judged) => itemClues((item && Candidates[item]) ?? [], judged),
});

type EvidenceOf = (chosen: Candidate) => readonly Evidence[];

/** What was opened and turned out to be nothing is not shown either. */
const provesNothing: ReadonlySet<string> = new Set(['dead', 'soft-404', 'empty', 'wrong-unit']);

/**
 * The text stands in the article of a list, or in a file that could not be read: what is missing here may stand there. A file in which
 * there are hardly any letters may hold drawings.
 */
const mayHoldMore = ({ candidate, missing }: { readonly candidate: Candidate; readonly missing: readonly string[] }): boolean =>
  candidate.target?.kind === 'list' || contentOf(candidate).unread !== null || (candidate.restsOnDocuments && missing.includes(bodyText));

/** What a page lacks that says too little. */
const bodyText = '正文内容';

/** Elements that neither the page's text nor its files show. */
function missingFrom(
  candidate: Candidate,
  { minText, elements }: Pick<z.infer<typeof options>, 'minText' | 'elements'>,
): readonly string[] {
  const { text } = contentOf(candidate);
  const plain = normalise(text);
  const missing = elements.filter(({ pattern }) => !says(plain, pattern)).map(({ name }) => name);
  const isShort = text.length < minText && (candidate.target?.rows.length ?? 0) === 0;
  return isShort ? [bodyText, ...missing] : missing;
}

/** Elements on which the text touches at least. */
const touchedIn = (candidate: Candidate, { elements }: Pick<z.infer<typeof options>, 'elements'>): readonly string[] => {
  const plain = normalise(contentOf(candidate).text);
  return elements.filter(one => touchesOn(plain, one)).map(({ name }) => name);
};

const onlyTouched = (
  { candidate, missing }: { readonly candidate: Candidate; readonly missing: readonly string[] },
  evidenceOf: EvidenceOf,
): Verdict => ({
  outcome: 'unsure',
  cause: 'only-mentioned',
  measured: { anchor: candidate.text, reason: `“${candidate.text}”提到了${missing.join('、')}，没有读到具体内容，需人工核对` },
  evidence: evidenceOf(candidate),
});

function found(candidate: Candidate, missing: readonly string[], evidenceOf: EvidenceOf): Verdict {
  const said = statementOf(candidate);
  return {
    outcome: missing.length === 0 ? 'pass' : 'partial',
    cause: missing.length === 0 ? null : 'incomplete',
    measured: { anchor: candidate.text, missing: missing.join('、') || null, ...(said ? { note: statementNote(said) } : {}) },
    evidence: evidenceOf(candidate),
  };
}

const notSeen: Verdict = { outcome: 'unsure', cause: 'not-looked', measured: { reason: footerUnread }, evidence: [] };

/** It is there, or may be in there, and its text could not be read: a document, or a page that points to an attachment. */
const unread = (candidate: Candidate, evidenceOf: EvidenceOf): Verdict => ({
  outcome: 'unsure',
  cause: 'document-unread',
  measured: { anchor: candidate.text, reason: unreadReason(candidate) },
  evidence: evidenceOf(candidate),
});

const unreadReason = (candidate: Candidate): string =>
  contentOf(candidate).unread ?? `“${candidate.text}”${candidate.trouble?.reason ?? whyUnread(candidate)}`;

const whyUnread = ({ restsOnDocuments }: Candidate): string => (restsOnDocuments ? '的文件中可读取的文字很少' : '的内容未能读取');

function notFound(candidates: readonly Candidate[], pages: readonly Page[], coverage: Coverage, itemGap: string | undefined): Verdict {
  const evidence = evidenceOfRejected(candidates, pages);
  const doubtful = candidates.find(({ trouble }) => trouble?.kind === 'unsure' || trouble?.kind === 'off-topic');
  const gap = doubtful ? `“${doubtful.text}”${doubtful.trouble!.reason}` : (itemGap ?? coverage.gap);
  if (gap) return { outcome: 'unsure', cause: 'not-looked', measured: { reason: gap, looked: coverage.pagesRead }, evidence };

  const [faulty] = candidates;
  if (!faulty) return absence(coverage, evidenceOfAbsence(pages));
  return {
    outcome: 'fail',
    cause: faulty.trouble!.kind,
    measured: { anchor: faulty.text, reason: `“${faulty.text}”${faulty.trouble!.reason}`, looked: coverage.pagesRead },
    evidence,
  };
}
