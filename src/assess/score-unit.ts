import type { Outcome } from '../model/check.ts';
import type { Finding } from '../model/finding.ts';
import type { CategoryScore, Scheme, Score } from '../model/scheme.ts';

/** What an outcome is worth, 0–1. Null: it leaves the mean, it does not lower it. */
const worth: Readonly<Record<Outcome, number | null>> = { pass: 1, partial: 0.5, fail: 0, unsure: null, 'not-applicable': null };

/** Shares nearer than this are the same: sums of floating-point weights may end a hair beside the true value. */
const hair = 1e-9;

/** Everything the total needs to know about a category, before rounding. */
interface Tally {
  readonly category: Scheme['categories'][number];
  /** 0–1; null when nothing in it was judged. */
  readonly mean: number | null;
  readonly judged: number;
  readonly asked: number;
  /** Of the weight that applies to the unit, how much got an answer. 0–1; null when nothing applies. */
  readonly judgedShare: number | null;
}

/**
 * Weighs one unit's findings by a scheme. Pure: the same findings and scheme give the same score for ever.
 *
 * - Checks are weighed within their category, categories by their points. What is `unsure` or `not-applicable` is in neither mean.
 * - A check of the scheme without a finding was asked and not judged, like an `unsure` one.
 * - The value is rounded half up to one decimal, and the grade is read off the rounded value.
 * - There is no grade when less than `minimumJudgedShare` of the points that apply to the unit could be judged.
 */
export function scoreUnit(findings: readonly Finding[], scheme: Scheme): Score {
  const outcomes = new Map(findings.map(({ check, outcome }) => [check, outcome]));
  const tallies = scheme.categories.map(category => tallyOf(category, outcomes));

  const mean = weightedMean(tallies.map(({ mean, category }) => ({ value: mean, weight: category.points })));
  const value = mean === null ? null : toPoints(mean);
  const judgedShare = weightedMean(tallies.map(({ judgedShare, category }) => ({ value: judgedShare, weight: category.points }))) ?? 0;

  return {
    scheme: scheme.id,
    value,
    grade: value === null || judgedShare < scheme.minimumJudgedShare - hair ? null : gradeOf(value, scheme),
    judged: sum(tallies.map(({ judged }) => judged)),
    asked: sum(tallies.map(({ asked }) => asked)),
    categories: tallies.map(toCategoryScore),
  };
}

/**
 * The score that may enter the annual assessment: what only one look has said so far costs nothing (law 2).
 * A provisional `fail` or `partial` counts as `unsure`.
 */
export function scoreConfirmed(findings: readonly Finding[], scheme: Scheme): Score {
  return scoreUnit(
    findings.map(finding => (finding.standing === 'provisional' ? { ...finding, outcome: 'unsure' } : finding)),
    scheme,
  );
}

function tallyOf(category: Scheme['categories'][number], outcomes: ReadonlyMap<string, Outcome>): Tally {
  const asked = category.checks
    .map(({ id, weight }) => ({ outcome: outcomes.get(id) ?? 'unsure', weight }))
    .filter(({ outcome }) => outcome !== 'not-applicable')
    .map(({ outcome, weight }) => ({ value: worth[outcome], weight }));

  return {
    category,
    mean: weightedMean(asked),
    judged: asked.filter(({ value }) => value !== null).length,
    asked: asked.length,
    judgedShare: weightedMean(asked.map(({ value, weight }) => ({ value: value === null ? 0 : 1, weight }))),
  };
}

function toCategoryScore({ category, mean, judged, asked }: Tally): CategoryScore {
  return { id: category.id, title: category.title, points: category.points, score: mean === null ? null : toPoints(mean), judged, asked };
}

/** The bands go from the best down and the last begins at 0, so one is always found. */
const gradeOf = (value: number, { bands }: Scheme): string => bands.find(({ min }) => value >= min)!.grade;

/** The mean of those that have a value; null when none has. */
function weightedMean(items: readonly { readonly value: number | null; readonly weight: number }[]): number | null {
  const valued = items.flatMap(({ value, weight }) => (value === null ? [] : [{ value, weight }]));
  if (valued.length === 0) return null;
  return sum(valued.map(({ value, weight }) => value * weight)) / sum(valued.map(({ weight }) => weight));
}

/** 0–1 as points from 0 to 100, half up to one decimal. A true 89.95 that comes out a hair below itself must not cost the grade. */
const toPoints = (share: number): number => Math.round((share + hair) * 1000) / 10;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
