import type { Candidate, Page } from '../model/artifacts.ts';
import type { Evidence } from '../model/check.ts';
import type { Look } from '../model/snapshot.ts';

/** Longest quotation kept with a finding, characters (rule book §0.6). */
const longestQuote = 200;

/** A page as evidence; `quote` is what was read there. */
export const evidenceOfPage = ({ look }: Page, quote: string | null): Evidence => evidenceOfLook(look, quote);

export const evidenceOfLook = (look: Look, quote: string | null): Evidence => ({
  url: look.url,
  finalUrl: look.finalUrl,
  foundOn: look.foundOn,
  anchorText: look.anchorText,
  quote: quote === null ? null : quote.slice(0, longestQuote),
  fetchedAt: look.fetchedAt,
  bodySha256: look.bodySha256,
  screenshot: null,
});

/** A candidate with what its target turned out to be. */
export function evidenceOfCandidate(candidate: Candidate, pageOf: (url: string) => Page | undefined): Evidence {
  const { look, url, foundOn, text, trouble } = candidate;
  const fetchedAt = look?.fetchedAt ?? pageOf(foundOn)?.look.fetchedAt ?? '';
  return {
    url: url ?? foundOn,
    finalUrl: look?.finalUrl ?? url ?? foundOn,
    foundOn,
    anchorText: text,
    quote: trouble?.reason ?? (candidate.target ? candidate.target.title.slice(0, longestQuote) : null),
    fetchedAt,
    bodySha256: look?.bodySha256 ?? null,
    screenshot: null,
  };
}

/** The first pages that were looked at: what proves that something was not found. */
export const evidenceOfAbsence = (pages: readonly Page[]): readonly Evidence[] =>
  pages
    .filter(({ trouble }) => trouble === null)
    .slice(0, 5)
    .map(page => evidenceOfPage(page, page.title));
