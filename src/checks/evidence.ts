import type { Candidate, Page } from '../model/artifacts.ts';
import type { Evidence } from '../model/check.ts';
import type { Look } from '../model/snapshot.ts';
import { withoutPersonalData } from '../text/personal-data.ts';

/** Longest quotation kept with a finding, characters (rule book §0.6). */
const longestQuote = 200;

/** As much of what was read as is kept; data of persons are never kept with a finding. */
const quoted = (text: string | null): string | null => (text === null ? null : withoutPersonalData(text.slice(0, longestQuote)));

/** A page as evidence; `quote` is what was read there. */
export const evidenceOfPage = ({ look }: Page, quote: string | null): Evidence => evidenceOfLook(look, quote);

export const evidenceOfLook = (look: Look, quote: string | null): Evidence => ({
  url: look.url,
  finalUrl: look.finalUrl,
  foundOn: look.foundOn,
  anchorText: look.anchorText,
  quote: quoted(quote),
  rejectedBecause: null,
  fetchedAt: look.fetchedAt,
  bodySha256: look.bodySha256,
  screenshot: null,
});

/** What was chosen, with the files that belong to it, and behind it what was rejected, each with the reason. */
export const evidenceOfChoice =
  (candidates: readonly Candidate[], pages: readonly Page[]) =>
  (chosen: Candidate): readonly Evidence[] => [
    evidenceOfCandidate(chosen, pages),
    ...filesOf(chosen),
    ...evidenceOfRejected(
      candidates.filter(({ url, trouble }) => trouble !== null && url !== chosen.url),
      pages,
    ),
  ];

/** Everything that claimed to be it and was not accepted: the first ten, and the files of the first of them, which may be why. */
export const evidenceOfRejected = (candidates: readonly Candidate[], pages: readonly Page[]): readonly Evidence[] =>
  candidates
    .slice(0, mostRejected)
    .flatMap((candidate, index) => [evidenceOfCandidate(candidate, pages), ...(index === 0 ? filesOf(candidate) : [])]);

const mostRejected = 10;

/** A candidate with what its target turned out to be. */
function evidenceOfCandidate({ look, url, foundOn, text, trouble, target, documents }: Candidate, pages: readonly Page[]): Evidence {
  const seenOn = pages.find(page => page.look.finalUrl === foundOn)?.look;
  const words = target?.title ?? documents[0]?.reading?.text ?? null;
  return {
    url: url ?? foundOn,
    finalUrl: look?.finalUrl ?? url ?? foundOn,
    foundOn,
    anchorText: text,
    quote: quoted(words),
    rejectedBecause: trouble?.reason ?? null,
    fetchedAt: look?.fetchedAt ?? seenOn?.fetchedAt ?? '',
    bodySha256: look?.bodySha256 ?? null,
    screenshot: null,
  };
}

/** The files that a page hands out, as far as they were opened. */
const filesOf = ({ target, documents }: Candidate): readonly Evidence[] =>
  documents.flatMap(({ look, text, reading, trouble }) =>
    target === null || look === null
      ? []
      : [
          {
            ...evidenceOfLook(look, reading?.text ?? null),
            foundOn: target.look.finalUrl,
            anchorText: text,
            rejectedBecause: trouble?.reason ?? null,
          },
        ],
  );

/** The first pages that were looked at: what proves that something was not found. */
export const evidenceOfAbsence = (pages: readonly Page[]): readonly Evidence[] =>
  pages
    .filter(({ trouble }) => trouble === null)
    .slice(0, 5)
    .map(page => evidenceOfPage(page, page.title));
