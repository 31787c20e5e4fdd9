import type { Disagreement } from './disagreements.ts';

/** Disagreements that are told as one entry, because one cause made them: 无法判定 for the same reason at the same unit on the same nights. */
export type Bundle = readonly [Disagreement, ...Disagreement[]];

/** Each disagreement in one bundle, in the order given. What the program judged stands alone: every judgement has evidence of its own. */
export const bundlesOf = (disagreements: readonly Disagreement[]): readonly Bundle[] =>
  [...Map.groupBy(disagreements, one => oneCause(one) ?? one).values()].map(([first, ...others]) => [first!, ...others]);

/** Null when it stands alone. */
function oneCause({ class: of, unit, nights, said }: Disagreement): string | null {
  if (said !== null && said.outcome !== 'unsure') return null;
  return JSON.stringify([of, unit, nights, said?.cause, said?.reason]);
}
