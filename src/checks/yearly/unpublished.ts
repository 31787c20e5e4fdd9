import type { Candidate, Coverage, Page } from '../../model/artifacts.ts';
import type { Verdict } from '../../model/check.ts';
import { absence } from '../absence.ts';
import { evidenceOfAbsence, evidenceOfRejected } from '../evidence.ts';
import type { AskedYear } from './asked-year.ts';
import { mayBeOfYear } from './document-year.ts';
import { listCutOff, listUnread, titleOfYear } from './unseen-entries.ts';

export interface Dated {
  readonly candidate: Candidate;
  /** The years it goes by; none when it names none. */
  readonly years: readonly number[];
}

export interface Searched {
  readonly Pages: readonly Page[];
  readonly Coverage: Coverage;
  /** Where the document could have been and that could not be looked at; null when there is nothing of the kind. */
  readonly gap: string | null;
}

/** Nothing is proven to be the document: `unsure` while it may stand where nobody looked, else `fail` with what was found instead. */
export function unpublished(dated: readonly Dated[], asked: AskedYear, { Pages, Coverage, gap }: Searched): Verdict {
  const { year } = asked;
  const all = dated.map(({ candidate }) => candidate);
  const ofYear = dated.filter(({ years }) => years.includes(year)).map(({ candidate }) => candidate);
  const evidence = evidenceOfRejected(ofYear.length > 0 ? ofYear : all, Pages);
  const reason = doubt(dated, ofYear, asked) ?? listCutOff(all, asked.earliest) ?? listUnread(all, Pages) ?? gap;
  if (reason) return { outcome: 'unsure', cause: 'not-looked', measured: { year, reason }, evidence };

  const [faulty] = ofYear;
  if (faulty) {
    const { kind, reason: why } = faulty.trouble!;
    return { outcome: 'fail', cause: kind, measured: { year, anchor: faulty.text, reason: `“${faulty.text}”${why}` }, evidence };
  }
  const newest = newestBefore(dated, year);
  if (newest > 0) return { outcome: 'fail', cause: 'last-year', measured: { year, newest, reason: `最新的是${newest}年度的` }, evidence };
  const { measured, ...rest } = absence(Coverage, evidence.length > 0 ? evidence : evidenceOfAbsence(Pages));
  return { ...rest, measured: { ...measured, year } };
}

/** What may be the document and could not be proven, one Chinese clause. What names another year cannot be it; what names none may. */
function doubt(dated: readonly Dated[], ofYear: readonly Candidate[], { year, earliest }: AskedYear): string | null {
  const possible = [...ofYear, ...dated.filter(({ years }) => years.length === 0).map(({ candidate }) => candidate)];
  const unsure = possible.find(({ trouble }) => trouble?.kind === 'unsure' || trouble?.kind === 'off-topic');
  if (unsure) return `“${unsure.text}”${unsure.trouble!.reason}`;
  if (ofYear.length > 0) return null;
  for (const { candidate } of dated) {
    const why = mayBeOfYear(candidate, earliest);
    if (why !== null) return `“${candidate.text}”${why}`;
  }
  const title = titleOfYear(
    dated.map(({ candidate }) => candidate),
    year,
  );
  return title === null ? null : `列表中的“${title}”可能就是，需人工核对`;
}

const newestBefore = (dated: readonly Dated[], year: number): number =>
  Math.max(0, ...dated.flatMap(({ candidate, years }) => (candidate.trouble?.kind === 'dead' ? [] : years.filter(other => other < year))));
