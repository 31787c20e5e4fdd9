import { type Duty, type TrueOutcome, truthOf } from '../../fixtures/city/truth.ts';
import type { CityUnit } from '../../fixtures/city/unit-file.ts';
import type { AuditReport } from '../../src/model/audit-report.ts';
import type { CheckSpec } from '../../src/model/check-spec.ts';
import type { Finding } from '../../src/model/finding.ts';
import { type Class, classOf } from './classes.ts';

/** A check as far as the comparison must know it. */
export type JudgedCheck = Duty & Pick<CheckSpec, 'title' | 'item' | 'kind'>;

/** What the program said of the city on one night. */
export interface NightReport {
  readonly night: number;
  readonly units: readonly Pick<AuditReport, 'unit' | 'findings'>[];
}

/** One signed verdict, and what the program said to it. */
export interface Comparison {
  readonly unit: CityUnit;
  readonly night: number;
  readonly check: JudgedCheck;
  readonly truth: TrueOutcome;
  /** Null when the program said nothing. */
  readonly finding: Finding | null;
  readonly class: Class;
}

/**
 * Holds every verdict that was signed for these units on these nights against the findings: each once, by night, unit and check.
 * Throws RangeError when a finding other than 不适用 has no signature, because then the truth is not whole.
 */
export const compare = (
  units: readonly CityUnit[],
  checks: readonly JudgedCheck[],
  nights: readonly NightReport[],
): readonly Comparison[] => nights.flatMap(report => units.flatMap(unit => compareUnit(unit, checks, report)));

function compareUnit(unit: CityUnit, checks: readonly JudgedCheck[], { night, units }: NightReport): readonly Comparison[] {
  const { id } = unit.plan;
  const signed = truthOf(unit, night, checks);
  const findings = new Map(units.find(report => report.unit.id === id)?.findings.map(finding => [finding.check, finding]));
  for (const { check, outcome } of findings.values())
    if (outcome !== 'not-applicable' && !signed.has(check)) throw new RangeError(`${id}, night ${night}: nobody signed for ${check}`);
  return checks.flatMap(check => {
    const truth = signed.get(check.id);
    if (truth === undefined) return [];
    const finding = findings.get(check.id) ?? null;
    return [{ unit, night, check, truth, finding, class: classOf(finding?.outcome ?? null, truth) }];
  });
}
