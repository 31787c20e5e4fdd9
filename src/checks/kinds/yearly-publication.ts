import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { z } from 'zod';
import type { Candidate, Coverage, Page } from '../../model/artifacts.ts';
import { defineKind, type Verdict } from '../../model/check.ts';
import { yearsIn } from '../../text/years.ts';
import { absence } from '../absence.ts';
import { evidenceOfAbsence, evidenceOfCandidate } from '../evidence.ts';

const options = z.strictObject({
  /** The document of year Y is published in year Y minus this: 1 for reports on the past year, 0 for budgets. */
  yearsBack: z.int().min(0).max(1),
  /** Month and day, both included, by which it must be there. */
  by: z.string().regex(/^\d{2}-\d{2}$/),
  /** `statutory`: later is late. `usual`: the day only decides which year is asked for. */
  deadline: z.enum(['statutory', 'usual']),
});
type Options = z.infer<typeof options>;

/**
 * The document of one year: annual report, budget, final accounts. The year follows from the day of the audit:
 * the latest one whose document must be there by then (rule book §0.4, §2.2, §5.1).
 */
export const yearlyPublication = defineKind({
  id: 'yearly-publication',
  needs: ['Pages', 'Candidates', 'Coverage'],
  options,
  wants: (asked, { item, today }) => (item ? [{ kind: 'document', item, year: yearAsked(asked, today) }] : []),

  evaluate({ Pages, Candidates, Coverage }, asked, { item, today }) {
    const year = yearAsked(asked, today);
    const due = dueOn(asked, year);
    const all = (item && Candidates[item]) ?? [];
    const dated = all.map(candidate => ({ candidate, years: yearsOf(candidate) }));
    const ofYear = dated.filter(({ years }) => years.includes(year)).map(({ candidate }) => candidate);
    const pageOf = (url: string) => Pages.find(({ look }) => look.finalUrl === url);

    const sound = ofYear.filter(({ trouble }) => trouble === null);
    const proven = sound.filter(candidate => !contradicts(candidate, year));
    if (proven.length > 0) return published(proven, { year, due, ...asked }, pageOf);
    const [doubtful] = sound;
    if (doubtful) return contradiction(doubtful, year, pageOf);
    return unpublished(ofYear, dated, {
      year,
      yearsBack: asked.yearsBack,
      Pages,
      Coverage,
      gap: (item && Coverage.gapsByItem[item]) ?? Coverage.gap,
    });
  },
});

/** The latest year whose document must be there on that day. */
export function yearAsked({ yearsBack, by }: Pick<Options, 'yearsBack' | 'by'>, today: string): number {
  const thisYear = Number(today.slice(0, 4));
  return (today > `${thisYear}-${by}` ? thisYear : thisYear - 1) - yearsBack;
}

const dueOn = ({ yearsBack, by }: Options, year: number) => `${year + yearsBack}-${by}`;

/** The link's own words say the year; a link without one is dated by its target's title and first heading. */
function yearsOf({ text, target }: Candidate): readonly number[] {
  const said = yearsIn(text);
  if (said.length > 0 || !target || target.kind === 'list' || target.kind === 'home') return said;
  return yearsIn(`${target.headings[0] ?? ''} ${target.title}`);
}

/** The link says the year that is asked for, and the page behind it another one, or a list without that year. */
function contradicts({ target }: Candidate, year: number): boolean {
  if (!target) return false;
  const own = yearsIn(`${target.headings[0] ?? ''} ${target.title}`);
  if (own.includes(year)) return false;
  if (own.length > 0) return true;
  return target.rows.length >= 3 && !target.rows.some(({ title }) => yearsIn(title).includes(year));
}

const contradiction = (candidate: Candidate, year: number, pageOf: (url: string) => Page | undefined): Verdict => ({
  outcome: 'unsure',
  cause: 'year-conflict',
  measured: { year, anchor: candidate.text, reason: `链接“${candidate.text}”写的年度与打开的页面“${candidate.target!.title}”不一致` },
  evidence: [evidenceOfCandidate(candidate, pageOf)],
});

/** An entry of the item's own column that names the year, under words that the vocabulary does not know. */
const titleOfYear = (candidates: readonly Candidate[], year: number): string | null =>
  candidates
    .flatMap(({ target, trouble }) => (target && trouble === null ? target.rows : []))
    .map(({ title }) => title)
    .find(title => yearsIn(title).includes(year) && documentWords.test(title)) ?? null;

const documentWords = /预算|决算|年报|年度报告|工作报告/;

/** A long list whose oldest entry is newer than the document can be has further pages that were not seen. */
function listCutOff(candidates: readonly Candidate[], earliest: string): string | null {
  for (const { text, target, trouble } of candidates) {
    if (!target || trouble !== null || target.rows.length < longList) continue;
    const days = target.rows.flatMap(({ date }) => date ?? []).sort();
    if (days[0] !== undefined && days[0] > earliest) return `“${text}”列表只看到${days[0]}以后的条目，后面的页没有查看`;
  }
  return null;
}

const longList = 10;

/**
 * A column that shows no entry, and does not say that there is none, on a site of which no list shows any: the lists of such a site
 * are written by a script that left no other trace. Where other lists have entries, an empty one is empty.
 */
function listUnread(candidates: readonly Candidate[], pages: readonly Page[]): string | null {
  const lists = new Set(
    pages.filter(({ look, rows }) => look.foundOn !== null && rows.length >= 3).map(({ look }) => hostOf(look.finalUrl)),
  );
  const menu = new Set(pages.find(({ look }) => look.foundOn === null)?.anchors.map(({ url }) => url));
  const isBare = ({ look, rows, anchors, kind, publishedOn }: Page) =>
    rows.length === 0 &&
    kind !== 'article' &&
    publishedOn === null &&
    !lists.has(hostOf(look.finalUrl)) &&
    anchors.every(({ place, url }) => (place !== 'row' && place !== 'content') || menu.has(url));
  const unread = candidates.find(({ target, trouble }) => target && trouble === null && isBare(target));
  return unread ? `“${unread.text}”栏目没有读到条目，本站没有一个列表读到条目，可能由脚本加载` : null;
}

const hostOf = (url: string): string => new URL(url).hostname;

/** The first day on which the document of a year can have existed. */
const earliestDay = (year: number, yearsBack: number) => (yearsBack === 1 ? `${year}-12-01` : `${year - 1}-10-01`);

interface Asked {
  readonly year: number;
  readonly due: string;
  readonly deadline: Options['deadline'];
  readonly yearsBack: number;
}

/**
 * Several copies may exist, and a page that was edited later shows the later day: the earliest day counts for the unit.
 * A day on which the document cannot have existed yet is no day of publication.
 */
function published(
  proven: readonly Candidate[],
  { year, due, deadline, yearsBack }: Asked,
  pageOf: (url: string) => Page | undefined,
): Verdict {
  const days = proven.flatMap(candidate => [candidate.listedOn, candidate.target?.publishedOn ?? null].map(on => ({ candidate, on })));
  const [first] = days.filter(({ on }) => on !== null).sort((a, b) => a.on!.localeCompare(b.on!));
  const { candidate, on } = first ?? { candidate: proven[0]!, on: null };
  const measured = { anchor: candidate.text, year, due, publishedOn: on };
  const evidence = [evidenceOfCandidate(candidate, pageOf)];
  if (on !== null && on < earliestDay(year, yearsBack))
    return {
      outcome: 'unsure',
      cause: 'date-implausible',
      measured: { ...measured, reason: `读到的发布日期${on}早于该年度文件可能形成的时间` },
      evidence,
    };
  if (deadline === 'usual') return { outcome: 'pass', cause: null, measured: { ...measured, due: null }, evidence };
  if (on === null)
    return {
      outcome: 'unsure',
      cause: 'date-unread',
      measured: { ...measured, reason: `已找到“${candidate.text}”，但没有读到发布日期` },
      evidence,
    };
  if (on <= due) return { outcome: 'pass', cause: null, measured, evidence };
  return { outcome: 'partial', cause: 'late', measured: { ...measured, lateDays: differenceInCalendarDays(on, due) }, evidence };
}

function unpublished(
  ofYear: readonly Candidate[],
  dated: readonly { readonly candidate: Candidate; readonly years: readonly number[] }[],
  {
    year,
    yearsBack,
    Pages,
    Coverage,
    gap,
  }: {
    readonly year: number;
    readonly yearsBack: number;
    readonly Pages: readonly Page[];
    readonly Coverage: Coverage;
    readonly gap: string | null;
  },
): Verdict {
  const pageOf = (url: string) => Pages.find(({ look }) => look.finalUrl === url);
  const evidence = (ofYear.length > 0 ? ofYear : dated.map(({ candidate }) => candidate))
    .slice(0, 10)
    .map(candidate => evidenceOfCandidate(candidate, pageOf));
  // What names another year cannot be the document that is asked for; what names none may be.
  const possible = [...ofYear, ...dated.filter(({ years }) => years.length === 0).map(({ candidate }) => candidate)];
  const unsure = possible.find(({ trouble }) => trouble?.kind === 'unsure' || trouble?.kind === 'off-topic');
  const title =
    ofYear.length === 0
      ? titleOfYear(
          dated.map(({ candidate }) => candidate),
          year,
        )
      : null;
  const reason = unsure
    ? `“${unsure.text}”${unsure.trouble!.reason}`
    : title
      ? `列表中的“${title}”可能就是，需人工核对`
      : (listCutOff(
          dated.map(({ candidate }) => candidate),
          earliestDay(year, yearsBack),
        ) ??
        listUnread(
          dated.map(({ candidate }) => candidate),
          Pages,
        ) ??
        gap);
  if (reason) return { outcome: 'unsure', cause: 'not-looked', measured: { year, reason }, evidence };

  const [faulty] = ofYear;
  if (faulty)
    return {
      outcome: 'fail',
      cause: faulty.trouble!.kind,
      measured: { year, anchor: faulty.text, reason: `“${faulty.text}”${faulty.trouble!.reason}` },
      evidence,
    };
  const newest = Math.max(
    0,
    ...dated
      .filter(({ candidate }) => candidate.trouble?.kind !== 'dead')
      .flatMap(({ years }) => years)
      .filter(other => other < year),
  );
  if (newest > 0) return { outcome: 'fail', cause: 'last-year', measured: { year, newest, reason: `最新的是${newest}年度的` }, evidence };
  const { measured, ...rest } = absence(Coverage, evidence.length > 0 ? evidence : evidenceOfAbsence(Pages));
  return { ...rest, measured: { ...measured, year } };
}
