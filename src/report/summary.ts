import type { AuditReport } from '../model/audit-report.ts';
import { type Evidence, type Outcome, outcomes } from '../model/check.ts';
import type { Finding } from '../model/finding.ts';
import type { RunReport } from '../model/run-report.ts';

export type OutcomeCounts = Readonly<Record<Outcome, number>>;

/** A unit's place in its group. Equal scores share a place; a score that rests on too little for a grade has none. */
export interface RankedUnit {
  readonly place: number | null;
  readonly report: AuditReport;
  readonly counts: OutcomeCounts;
}

/** Units are only ranked against units of the same class, as the roster names it. */
export interface RankedGroup {
  readonly title: string;
  readonly units: readonly RankedUnit[];
}

/** A check that several units fail: one cause to take up with all of them. */
interface SharedFault {
  readonly check: string;
  readonly title: string;
  readonly units: readonly string[];
}

export type FindingGroup = readonly [Finding, ...Finding[]];

/** How many findings there are of each outcome. */
export function countOutcomes(findings: readonly Finding[]): OutcomeCounts {
  const counts = Object.fromEntries(outcomes.map(outcome => [outcome, 0])) as Record<Outcome, number>;
  for (const { outcome } of findings) counts[outcome] += 1;
  return counts;
}

/** The findings of one outcome; confirmed ones before those that await a second look, else in the order of the report. */
export const findingsWith = (findings: readonly Finding[], outcome: Outcome): readonly Finding[] =>
  findings
    .filter(finding => finding.outcome === outcome)
    .toSorted((a, b) => Number(b.standing === 'confirmed') - Number(a.standing === 'confirmed'));

/**
 * What to show as one entry. Unclear findings that say the very same are one thing to read, however many checks that
 * cause stops; all others stand alone, because each may be answered or disputed on its own.
 */
export function entriesOf(findings: readonly Finding[]): readonly FindingGroup[] {
  const key = (finding: Finding) => (finding.outcome === 'unsure' ? finding.message : finding);
  return [...Map.groupBy(findings, key).values()].map(([first, ...others]) => [first!, ...others]);
}

/** The places to which findings point, each once. */
export function placesOf(findings: readonly Finding[]): readonly Evidence[] {
  const key = ({ url, foundOn, anchorText, quote }: Evidence) => JSON.stringify([url, foundOn, anchorText, quote]);
  return [...new Map(findings.flatMap(({ evidence }) => evidence).map(place => [key(place), place])).values()];
}

/** The units by class, best first; classes in the order in which they first appear, units without a class last. */
export function rankByGroup(run: RunReport): readonly RankedGroup[] {
  const groups = [...Map.groupBy(run.units, ({ unit }) => unit.group)].toSorted(([a], [b]) => Number(a === null) - Number(b === null));
  const untitled = groups.length === 1 ? '全部单位' : '未分组';
  return groups.map(([title, units]) => ({ title: title ?? untitled, units: rank(units) }));
}

/** The checks that most units fail, most units first; those that one unit alone fails come last. */
export function sharedFaults(run: RunReport, limit: number): readonly SharedFault[] {
  const fails = run.units.flatMap(({ unit, findings }) => findingsWith(findings, 'fail').map(finding => ({ finding, name: unit.name })));
  return [...Map.groupBy(fails, ({ finding }) => finding.check)]
    .map(([check, hits]) => ({ check, title: hits[0]!.finding.title, units: hits.map(({ name }) => name) }))
    .toSorted((a, b) => b.units.length - a.units.length)
    .slice(0, limit);
}

/** The mean of the scores that can be compared, 0–100; null when there are none. */
export function meanScore(run: RunReport): number | null {
  const values = run.units.flatMap(report => comparable(report) ?? []);
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function rank(units: readonly AuditReport[]): readonly RankedUnit[] {
  const sorted = units.toSorted((a, b) => (comparable(b) ?? -1) - (comparable(a) ?? -1));
  const place = (report: AuditReport) => {
    const value = comparable(report);
    return value === null ? null : 1 + sorted.findIndex(other => comparable(other) === value);
  };
  return sorted.map(report => ({ place: place(report), report, counts: countOutcomes(report.findings) }));
}

/** A full score on two checks of thirty is no full score: only graded units are compared. */
const comparable = ({ score }: AuditReport): number | null => (score.grade === null ? null : score.value);
