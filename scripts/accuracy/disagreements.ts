import type { Ability, Planted } from '../../fixtures/city/unit-file.ts';
import type { Evidence, Outcome } from '../../src/model/check.ts';
import type { Standing } from '../../src/model/finding.ts';
import { type Class, classes } from './classes.ts';
import type { Comparison } from './compare.ts';

/** A verdict on which program and truth differ, with the evidence of both; the same on several nights is told once. */
export interface Disagreement {
  readonly class: Class;
  readonly unit: string;
  readonly unitName: string;
  readonly family: string;
  readonly check: string;
  readonly checkTitle: string;
  /** Rising. Evidence and messages are those of the first. */
  readonly nights: readonly number[];
  /** Null when the program said nothing. */
  readonly said: Said | null;
  readonly truth: SignedTruth;
}

export interface Said {
  readonly outcome: Outcome;
  readonly message: string;
  readonly cause: string | null;
  /** What the message gives as the reason, if anything: the same for every check that one cause stopped. */
  readonly reason: string | null;
  /** The hardest standing on any of the nights. */
  readonly standing: Standing;
  readonly evidence: readonly Evidence[];
}

export interface SignedTruth {
  readonly outcomes: readonly Outcome[];
  readonly why: string | null;
  readonly awaits: Ability | null;
  readonly planted: Pick<Planted, 'fault' | 'twin' | 'what'> | null;
}

/** Everything but what is right, in the order of the classes, then by unit and check. */
export function disagreementsOf(comparisons: readonly Comparison[]): readonly Disagreement[] {
  const differing = comparisons.filter(one => one.class !== 'right');
  return [...Map.groupBy(differing, sameAs).values()].map(overNights).toSorted(byClassUnitCheck);
}

/** Two nights differ in the same way when outcome and cause, and what was signed and why, are the same. */
const sameAs = ({ class: of, unit, check, finding, truth }: Comparison): string =>
  JSON.stringify([of, unit.plan.id, check.id, finding?.outcome, finding?.cause, truth.outcomes, truth.why, truth.planted?.what]);

function overNights(members: readonly Comparison[]): Disagreement {
  const sorted = members.toSorted((a, b) => a.night - b.night);
  const { class: of, unit, check, finding, truth } = sorted[0]!;
  return {
    class: of,
    unit: unit.plan.id,
    unitName: unit.plan.name,
    family: unit.plan.family,
    check: check.id,
    checkTitle: check.title,
    nights: sorted.map(({ night }) => night),
    said: finding && {
      outcome: finding.outcome,
      message: finding.message,
      cause: finding.cause,
      reason: typeof finding.measured.reason === 'string' ? finding.measured.reason : null,
      standing: sorted.some(one => one.finding?.standing === 'confirmed') ? 'confirmed' : finding.standing,
      evidence: finding.evidence,
    },
    truth: { outcomes: truth.outcomes, why: truth.why, awaits: truth.awaits, planted: plantedPart(truth.planted) },
  };
}

function plantedPart(planted: Planted | null): SignedTruth['planted'] {
  if (planted === null) return null;
  const { fault, twin, what } = planted;
  return { ...(fault === undefined ? {} : { fault }), ...(twin === undefined ? {} : { twin }), what };
}

const byClassUnitCheck = (a: Disagreement, b: Disagreement): number =>
  classes.indexOf(a.class) - classes.indexOf(b.class) ||
  compareText(a.unit, b.unit) ||
  compareText(a.check, b.check) ||
  a.nights[0]! - b.nights[0]!;

const compareText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
