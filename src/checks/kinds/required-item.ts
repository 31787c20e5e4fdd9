import { z } from 'zod';
import type { Candidate, Coverage, Page } from '../../model/artifacts.ts';
import { defineKind, type Verdict } from '../../model/check.ts';
import { itemKeys } from '../../model/item.ts';
import { normalise } from '../../text/normalise.ts';
import { statementIn } from '../../text/sentences.ts';
import { absence } from '../absence.ts';
import { evidenceOfAbsence, evidenceOfCandidate } from '../evidence.ts';
import { footerSeen, footerUnread } from '../footer-seen.ts';
import { lookInside } from '../inside-documents.ts';

const element = z.strictObject({ name: z.string().min(1), pattern: z.string().min(1) });

const options = z.strictObject({
  proof: z.enum(['page', 'presence']).default('page'),
  /** Least main text on the page, characters; a list or a document counts as content by itself. */
  minText: z.int().nonnegative().default(0),
  /** What the page must say; each missing one makes the item partial. */
  elements: z.array(element).default([]),
  /** Whether a statement that there was nothing (本年度无此项) will do: not where the thing itself must be there in any year. */
  statement: z.enum(['enough', 'not-enough']).default('enough'),
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
    const pageOf = (url: string) => Pages.find(({ look }) => look.finalUrl === url);
    const [shown] = claims.filter(({ trouble }) => trouble === null || !provesNothing.has(trouble.kind));
    if (proof === 'presence' && shown) return found(shown, [], pageOf);

    const candidates = claims.map(claim => withStatement(claim, { statement, today }));
    const proven = candidates
      .filter(({ trouble }) => trouble === null)
      .map(candidate => ({ candidate, missing: missingFrom(candidate, wanted) }))
      .sort((a, b) => a.missing.length - b.missing.length);
    const [best] = proven;
    if (best && best.missing.length > 0 && mayHoldMore(best.candidate)) return unread(best.candidate, pageOf);
    if (best) return found(best.candidate, best.missing, pageOf);
    if (proof === 'presence' && !footerSeen({ Identity, Pages })) return notSeen;
    const within = inside ? lookInside(inside, Candidates) : null;
    if (within?.kind === 'found') return found(within.candidate, [], pageOf);
    if (within?.kind === 'unread') return unread(within.candidate, pageOf);
    return notFound(candidates, Pages, Coverage, item ? Coverage.gapsByItem[item] : undefined);
  },
});

/** What was opened and turned out to be nothing is not shown either. */
const provesNothing: ReadonlySet<string> = new Set(['dead', 'soft-404', 'empty', 'wrong-unit']);

/**
 * The candidate with the trouble that its page says only that there was nothing, where that is not enough: the thing must be there in
 * any year, or the statement is of a year long past. A reason why the unit has none of its own must be weighed by a person.
 */
function withStatement(
  candidate: Candidate,
  { statement, today }: { readonly statement: 'enough' | 'not-enough'; readonly today: string },
): Candidate {
  const { target, trouble } = candidate;
  if (trouble !== null || !target || target.own.rows.length > 0 || target.own.links.length > 0 || target.own.fillings.length > 0)
    return candidate;
  const said = statementIn(target.own.text);
  if (!said) return candidate;
  const quote = `“${said.text.slice(0, longestQuote)}”`;
  if (statement === 'not-enough' && byOthers.test(said.text))
    return { ...candidate, trouble: { kind: 'unsure', reason: `只有一句说明${quote}，需人工核对` } };
  if (statement === 'not-enough') return { ...candidate, trouble: { kind: 'empty', reason: `只有一句说明${quote}，没有应公开的内容` } };
  if (said.year !== null && said.year < Number(today.slice(0, 4)) - 1)
    return { ...candidate, trouble: { kind: 'empty', reason: `只有${said.year}年的说明${quote}，不能说明现在的情况` } };
  return candidate;
}

const longestQuote = 60;
/** Others publish it, or there can be none: an office that is new, or keeps no accounts of its own. */
const byOthers =
  /统一(?:编制|公开|公布|发布)|纳入|并入|由[^，。]{2,24}(?:公开|公布|发布|办理|受理)|独立(?:核算|编制|预算|账)|预算单位|新(?:成立|组建|设立)|涉密|保密/;

/** The text is a document, the article of a list, or an attachment of a short page: what is missing here may stand there. */
const mayHoldMore = ({ target }: Candidate) =>
  target === null || target.kind === 'list' || (target.text.length < shortText && target.anchors.some(({ href }) => attachment.test(href)));

const shortText = 300;
const attachment = /\.(?:docx?|wps|pdf|xlsx?|ofd|zip|rar)(?:$|[?#])/i;

/** Elements that the page's text does not show. */
function missingFrom(
  { target }: Candidate,
  { minText, elements }: Pick<z.infer<typeof options>, 'minText' | 'elements'>,
): readonly string[] {
  // A document's text is not read: all of it may be there.
  if (!target) return elements.map(({ name }) => name);
  const text = normalise(target.text);
  const missing = elements.filter(({ pattern }) => !new RegExp(pattern, 'u').test(text)).map(({ name }) => name);
  return target.text.length < minText && target.rows.length === 0 ? ['正文内容', ...missing] : missing;
}

function found(candidate: Candidate, missing: readonly string[], pageOf: (url: string) => Page | undefined): Verdict {
  return {
    outcome: missing.length === 0 ? 'pass' : 'partial',
    cause: missing.length === 0 ? null : 'incomplete',
    measured: { anchor: candidate.text, missing: missing.join('、') || null },
    evidence: [evidenceOfCandidate(candidate, pageOf)],
  };
}

const notSeen: Verdict = { outcome: 'unsure', cause: 'not-looked', measured: { reason: footerUnread }, evidence: [] };

/** It is there, or may be in there, and its text could not be read: a document, or a page that points to an attachment. */
const unread = (candidate: Candidate, pageOf: (url: string) => Page | undefined): Verdict => ({
  outcome: 'unsure',
  cause: 'document-unread',
  measured: { anchor: candidate.text, reason: `“${candidate.text}”的内容未能读取` },
  evidence: [evidenceOfCandidate(candidate, pageOf)],
});

function notFound(candidates: readonly Candidate[], pages: readonly Page[], coverage: Coverage, itemGap: string | undefined): Verdict {
  const pageOf = (url: string) => pages.find(({ look }) => look.finalUrl === url);
  const evidence = candidates.slice(0, 10).map(candidate => evidenceOfCandidate(candidate, pageOf));
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
