import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import type { WorkCalendar } from '../../model/calendar.ts';
import type { Verdict } from '../../model/check.ts';
import { clockOf, deadlineOf, type Period } from '../../text/statutory-clock.ts';

export interface NextDue {
  /** The year of the next document, and the day on which it is due, ISO. */
  readonly year: number;
  readonly due: string;
  /** It is already there. */
  readonly isThere: boolean;
}

/** So many days before the day a unit is reminded of it. */
const soonDays = 30;

/** A pass, with a word on the document of the next year when that falls due soon (临期). Other verdicts have enough to say. */
export function withReminder(verdict: Verdict, { year, due, isThere }: NextDue, { today, calendar }: Reminding): Verdict {
  const period: Period = { kind: 'fixed-day', day: due };
  const deadline = deadlineOf(period, due, calendar);
  // Without a calendar the day itself is known all the same; only the working day after it is not.
  const known = deadline.ok ? deadline.value : { due, tolerated: due };
  const clock = clockOf({ period, deadline: known, on: null, today, soonDays }, calendar);
  if (verdict.outcome !== 'pass' || isThere || !clock.ok || clock.value.state !== 'soon') return verdict;
  const left = differenceInCalendarDays(due, today);
  const note = `${year}年度的应于${due}前公布，${left > 0 ? `还有${left}天` : '今天到期'}。`;
  return { ...verdict, measured: { ...verdict.measured, note: `${verdict.measured.note ?? ''}${note}` } };
}

interface Reminding {
  readonly today: string;
  readonly calendar: WorkCalendar;
}
