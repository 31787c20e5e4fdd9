import type { CityUnit } from '../../fixtures/city/unit-file.ts';
import type { AuditReport } from '../../src/model/audit-report.ts';
import { type Comparison, compare, type JudgedCheck } from './compare.ts';
import { type Disagreement, disagreementsOf } from './disagreements.ts';
import { type KindRow, kindRows, type Unjudged, unjudgedOf } from './plantings.ts';
import { type ConfusionCell, confusionOf, type Tally, type TallyRow, tallyBy, tallyOf, worstFirst } from './tally.ts';

/** One audited night. `seconds` is wall-clock time. */
export interface AuditedNight {
  readonly night: number;
  readonly asOf: string;
  readonly seconds: number;
  readonly units: readonly AuditReport[];
}

/** What looking at one unit cost on an average night. */
export interface Cost {
  readonly unit: string;
  readonly name: string;
  readonly family: string;
  readonly requests: number;
  readonly pages: number;
  readonly bytes: number;
  readonly seconds: number;
  /** Reasons for which a look was cut short, each once. */
  readonly stopped: readonly AuditReport['snapshot']['stoppedBecause'][];
}

/** The one value from which the terminal's text, the JSON file and docs/accuracy.md are made. */
export interface AccuracyResult {
  readonly catalogue: string;
  readonly nights: readonly { readonly night: number; readonly asOf: string; readonly seconds: number; readonly tally: Tally }[];
  readonly units: number;
  /** Units of the city that were left out by `--units`. */
  readonly unitsLeftOut: number;
  readonly total: Tally;
  readonly confusion: readonly ConfusionCell[];
  readonly checks: readonly TallyRow[];
  readonly families: readonly TallyRow[];
  /** Verdicts of class `awaiting`, by ability and unit. */
  readonly awaiting: readonly { readonly ability: string; readonly unit: string; readonly name: string; readonly verdicts: number }[];
  readonly kinds: readonly KindRow[];
  readonly unjudged: readonly Unjudged[];
  /** Those of class `awaiting` are among them. */
  readonly disagreements: readonly Disagreement[];
  readonly costs: readonly Cost[];
  /** Summary lines of the corpus' own scoring; null when there is no corpus here. */
  readonly corpus: readonly string[] | null;
}

export interface ResultInput {
  readonly catalogue: string;
  readonly checks: readonly JudgedCheck[];
  readonly units: readonly CityUnit[];
  readonly unitsLeftOut: number;
  readonly kinds: ReadonlyMap<string, string>;
  readonly nights: readonly AuditedNight[];
}

/** Compares and counts; pure. The corpus is added by whoever runs it. */
export function resultOf({ catalogue, checks, units, unitsLeftOut, kinds, nights }: ResultInput): AccuracyResult {
  const comparisons = compare(units, checks, nights);
  return {
    catalogue,
    nights: nights.map(({ night, asOf, seconds }) => ({
      night,
      asOf,
      seconds,
      tally: tallyOf(comparisons.filter(one => one.night === night)),
    })),
    units: units.length,
    unitsLeftOut,
    total: tallyOf(comparisons),
    confusion: confusionOf(comparisons),
    checks: tallyBy(comparisons, ({ check }) => [check.id, check.title]).toSorted(worstFirst),
    families: tallyBy(comparisons, ({ unit }) => [unit.plan.family, unit.plan.family]).toSorted(worstFirst),
    awaiting: awaitingOf(comparisons),
    kinds: kindRows(comparisons, kinds),
    unjudged: unjudgedOf(
      units,
      nights.map(({ night }) => night),
      kinds,
    ),
    disagreements: disagreementsOf(comparisons),
    costs: units.map(unit => costOf(unit, nights)),
    corpus: null,
  };
}

function awaitingOf(comparisons: readonly Comparison[]): AccuracyResult['awaiting'] {
  const waiting = comparisons.filter(one => one.class === 'awaiting');
  return [...Map.groupBy(waiting, ({ truth, unit }) => `${truth.awaits} ${unit.plan.id}`)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, members]) => {
      const { truth, unit } = members[0]!;
      return { ability: truth.awaits!, unit: unit.plan.id, name: unit.plan.name, verdicts: members.length };
    });
}

function costOf({ plan }: CityUnit, nights: readonly AuditedNight[]): Cost {
  const looks = nights.flatMap(night => night.units.filter(({ unit }) => unit.id === plan.id).map(({ snapshot }) => snapshot));
  const mean = (of: (look: AuditReport['snapshot']) => number) =>
    looks.reduce((sum, look) => sum + of(look), 0) / Math.max(1, looks.length);
  return {
    unit: plan.id,
    name: plan.name,
    family: plan.family,
    requests: mean(({ requests }) => requests),
    pages: mean(({ pages }) => pages),
    bytes: mean(({ bytes }) => bytes),
    seconds: mean(({ startedAt, finishedAt }) => (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000),
    stopped: [...new Set(looks.map(({ stoppedBecause }) => stoppedBecause))].filter(reason => reason !== 'complete'),
  };
}
