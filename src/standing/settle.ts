import type { Finding, Standing } from '../model/finding.ts';
import type { JudgedLook } from '../model/judgement.ts';
import { settlesAlone } from '../model/severity.ts';

export interface SettleOptions {
  /** Looks count as independent when they began at least this many hours apart. Default: 12, which tells two nights apart. */
  readonly hoursApart?: number;
}

/**
 * Law 2, two keys before a deduction: gives each finding of a look its standing.
 *
 * A `fail` or `partial` is `provisional` until an earlier, independent look (another snapshot, begun long enough before) said the
 * same about the same check: same outcome, same cause. Then it is `confirmed`. Every other outcome is `settled`.
 *
 * Going back from the newest earlier look, for each check:
 * - the same, long enough before, or itself confirmed: confirms; a fault made of parts (broken links) only when so many of today's
 *   parts as make the outcome were met before, each at some independent look: two nights with different broken links confirm nothing;
 * - the same outcome too soon before, or for another cause: neither confirms nor clears;
 * - `unsure`, or not judged at all: neither confirms nor clears, so a wall in between does not start the wait afresh;
 * - any other outcome clears: what was said before it no longer counts.
 *
 * What only a person may settle (vetoes, privacy) stays `provisional` however often it is found.
 *
 * `earlier` may be in any order; looks that are the same snapshot, or did not begin before this one, are left out.
 */
export function settle(look: JudgedLook, earlier: readonly JudgedLook[], { hoursApart = 12 }: SettleOptions = {}): Finding[] {
  const history = earlier
    .filter(({ snapshotId, lookedAt }) => snapshotId !== look.snapshotId && hoursBetween(lookedAt, look.lookedAt) > 0)
    .sort((a, b) => hoursBetween(a.lookedAt, b.lookedAt))
    .map(past => ({
      independent: hoursBetween(past.lookedAt, look.lookedAt) >= hoursApart,
      findings: new Map(past.findings.map(finding => [finding.check, finding])),
    }));

  return look.findings.map(finding => {
    const past = history.flatMap(({ independent, findings }) => {
      const before = findings.get(finding.check);
      return before ? [{ independent, finding: before }] : [];
    });
    return { ...finding, standing: standingOf(finding, past) };
  });
}

interface PastFinding {
  readonly independent: boolean;
  readonly finding: Finding;
}

/** `past`: what earlier looks said about the same check, newest first. */
function standingOf(now: Finding, past: readonly PastFinding[]): Standing {
  if (now.outcome !== 'fail' && now.outcome !== 'partial') return 'settled';
  if (!settlesAlone(now.severity)) return 'provisional';
  const met = new Set<string>();
  for (const { independent, finding: before } of past) {
    if (before.outcome === 'unsure') continue;
    if (now.parts ? !isFaulty(before) : before.outcome !== now.outcome) return 'provisional';
    if (before.cause !== now.cause) continue;
    if (!now.parts && (independent || before.standing === 'confirmed')) return 'confirmed';
    if (!now.parts || !independent) continue;
    for (const name of before.parts?.names ?? []) met.add(name);
    if (now.parts.names.filter(name => met.has(name)).length >= now.parts.least) return 'confirmed';
  }
  return 'provisional';
}

/** Of a fault made of parts, a partial one may hold the parts of which a full one is made. */
const isFaulty = ({ outcome }: Finding): boolean => outcome === 'fail' || outcome === 'partial';

/** From `start` to `end`; negative when `end` comes first. */
const hoursBetween = (start: string, end: string): number => (Date.parse(end) - Date.parse(start)) / 3_600_000;
