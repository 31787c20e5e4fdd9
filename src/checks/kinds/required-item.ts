import { z } from 'zod';
import type { Candidate, Coverage, Page } from '../../model/artifacts.ts';
import { defineKind, type Verdict } from '../../model/check.ts';
import { itemKeys } from '../../model/item.ts';
import { normalise } from '../../text/normalise.ts';
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

  evaluate({ Pages, Candidates, Coverage, Identity }, { proof, inside, ...wanted }, { item }) {
    const candidates = (item && Candidates[item]) ?? [];
    const pageOf = (url: string) => Pages.find(({ look }) => look.finalUrl === url);
    if (proof === 'presence' && candidates.length > 0) return found(candidates[0]!, [], pageOf);

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
