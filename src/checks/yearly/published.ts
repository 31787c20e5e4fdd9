import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import type { Candidate } from '../../model/artifacts.ts';
import type { WorkCalendar } from '../../model/calendar.ts';
import type { Evidence, Verdict } from '../../model/check.ts';
import { deadlineOf } from '../../text/statutory-clock.ts';
import type { AskedYear } from './asked-year.ts';

export interface Claims {
  /** Proven to be the document. */
  readonly proven: readonly Candidate[];
  /** Everything that claims to be it, proven or not. */
  readonly claims: readonly Candidate[];
}

/**
 * Several copies may exist, and a page that was edited later shows the later day: the earliest day counts for the unit.
 * A day on which the document cannot have existed yet is no day of publication.
 */
export function published(
  { proven, claims }: Claims,
  { year, due, earliest, deadline }: AskedYear,
  { evidenceOf, calendar }: { readonly evidenceOf: (chosen: Candidate) => readonly Evidence[]; readonly calendar: WorkCalendar },
): Verdict {
  const days = proven.flatMap(candidate => [candidate.listedOn, candidate.target?.publishedOn ?? null].map(on => ({ candidate, on })));
  const [first] = days.filter(({ on }) => on !== null).sort((a, b) => a.on!.localeCompare(b.on!));
  const { candidate, on } = first ?? { candidate: proven[0]!, on: null };
  const measured = { anchor: candidate.text, year, due, publishedOn: on };
  const evidence = evidenceOf(candidate);
  const unsure = (cause: string, reason: string): Verdict => ({ outcome: 'unsure', cause, measured: { ...measured, reason }, evidence });

  if (on !== null && on < earliest) return unsure('date-implausible', `读到的发布日期${on}早于该年度文件可能形成的时间`);
  if (deadline === 'usual') return { outcome: 'pass', cause: null, measured: { ...measured, due: null }, evidence };
  if (on === null) return unsure('date-unread', `已找到“${candidate.text}”，但没有读到发布日期`);
  if (on <= due) return { outcome: 'pass', cause: null, measured, evidence };
  const last = deadlineOf({ kind: 'fixed-day', day: due }, due, calendar);
  if (last.ok && on <= last.value.tolerated)
    return {
      outcome: 'pass',
      cause: null,
      measured: { ...measured, note: `${due}是休息日，在其后的第一个工作日公布，按时计。` },
      evidence,
    };
  if (!last.ok && differenceInCalendarDays(on, due) <= longestRest)
    return unsure('no-calendar', `待${last.missingYear}年工作日历：${due}可能是休息日，${on}公布是否逾期不能断定`);

  const listed = claims.find(
    ({ trouble, listedOn }) => trouble?.kind === 'unsure' && listedOn !== null && listedOn >= earliest && listedOn <= due,
  );
  if (listed)
    return unsure('date-conflict', `页面标注${on}，列表中另有一条“${listed.text}”写着${listed.listedOn}，${listed.trouble!.reason}`);
  if (isChange(candidate, on)) return unsure('date-unread', `“${candidate.text}”只写了更新时间${on}，没有读到发布日期`);
  const inTime = earlierWitness(proven, earliest, due);
  if (inTime) return unsure('date-conflict', `页面标注${on}，另有一处写着${inTime}，两者在期限前后`);
  return { outcome: 'partial', cause: 'late', measured: { ...measured, lateDays: differenceInCalendarDays(on, due) }, evidence };
}

/** Days. No rest since 2007 was longer than ten (2020-01-24 to 2020-02-02). */
const longestRest = 10;

/** The day is only that of a change; when it was published nobody sees. */
const isChange = ({ target, listedOn }: Candidate, on: string): boolean =>
  listedOn !== on && target?.dates.chosen?.role === 'updated' && target.dates.chosen.iso === on;

/** A day in time that a page tells of its publication beside the one that counts: a site that was moved shows the day of the move. */
const earlierWitness = (candidates: readonly Candidate[], earliest: string, due: string): string | null =>
  candidates
    .flatMap(({ target }) => target?.dates.witnesses ?? [])
    .filter(({ role }) => role === 'published' || role === 'plain' || role === 'none')
    .map(({ iso }) => iso)
    .find(iso => iso >= earliest && iso <= due) ?? null;
