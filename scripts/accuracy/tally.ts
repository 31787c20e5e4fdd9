import type { Outcome } from '../../src/model/check.ts';
import { type Class, classes, wrongClasses } from './classes.ts';
import type { Comparison } from './compare.ts';

/** How many verdicts there are of each class, and in all. */
export type Tally = Readonly<Record<Class | 'all', number>>;

/** The verdicts of one group, such as a check or a template family. */
export interface TallyRow {
  readonly key: string;
  readonly title: string;
  readonly tally: Tally;
}

/** Truth × program: how often each outcome was said where each was signed (the first of several). */
export interface ConfusionCell {
  readonly signed: Outcome;
  readonly said: Outcome | null;
  readonly count: number;
}

/** Counts every verdict once. */
export function tallyOf(comparisons: readonly Pick<Comparison, 'class'>[]): Tally {
  const tally: Record<Class | 'all', number> = { all: comparisons.length, ...emptyCounts() };
  for (const one of comparisons) tally[one.class] += 1;
  return tally;
}

/** One row per group, in the order in which the groups first appear. */
export const tallyBy = (
  comparisons: readonly Comparison[],
  group: (comparison: Comparison) => readonly [key: string, title: string],
): readonly TallyRow[] =>
  [...Map.groupBy(comparisons, comparison => group(comparison)[0])].map(([key, members]) => ({
    key,
    title: group(members[0]!)[1],
    tally: tallyOf(members),
  }));

/** Only cells that occur, in the order in which they first do. */
export const confusionOf = (comparisons: readonly Comparison[]): readonly ConfusionCell[] =>
  [...Map.groupBy(comparisons, ({ truth, finding }) => `${truth.outcomes[0]} ${finding?.outcome}`).values()].map(members => ({
    signed: members[0]!.truth.outcomes[0]!,
    said: members[0]!.finding?.outcome ?? null,
    count: members.length,
  }));

/** 0–1; 0 where there is nothing to have a share of. */
export const share = (tally: Tally, of: Class): number => (tally.all === 0 ? 0 : tally[of] / tally.all);

/** What the project asks of itself: nothing accused wrongly, at most this share (excluded) of faults overlooked and of needless doubt. */
export const shareAllowed = 0.02;

/** True when no verdict is wrong in a class that allows none, and the other two classes stay below their share. */
export const isGoodEnough = (tally: Tally): boolean =>
  wrongClasses.every(one => (one === 'wrong-pass' || one === 'needless-unsure' ? share(tally, one) < shareAllowed : tally[one] === 0));

/** The same order in every table: most wrong first, then by key. */
export const worstFirst = (a: TallyRow, b: TallyRow): number => wrongOf(b.tally) - wrongOf(a.tally) || (a.key < b.key ? -1 : 1);

const wrongOf = (tally: Tally): number => wrongClasses.reduce((sum, one) => sum + tally[one], 0);

const emptyCounts = (): Record<Class, number> => Object.fromEntries(classes.map(one => [one, 0])) as Record<Class, number>;
