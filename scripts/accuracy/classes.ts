import type { Ability } from '../../fixtures/city/unit-file.ts';
import type { Outcome } from '../../src/model/check.ts';

/**
 * What becomes of one signed verdict. Every one falls into exactly one class: the first that fits, in the order given here.
 * `title` is for readers of the product, `means` is the definition and stands in docs/accuracy.md.
 */
const definitions = {
  missing: { title: '没有判定', means: 'the program gave no finding at all: the unit broke it' },
  right: { title: '判定正确', means: 'the outcome is the one that was signed, or one of several on which careful people differ' },
  'wrong-applicability': { title: '错判不适用', means: '不适用 where something was owed, or a judgement where nothing was' },
  awaiting: {
    title: '待能力',
    means: '无法判定, and what a person sees there can only be seen with an ability that the program lacks; neither wrong nor right',
  },
  'needless-unsure': { title: '不必要的无法判定', means: '无法判定 where the program has all it needs to see what a person sees' },
  'wrong-fail': {
    title: '错判不符合',
    means:
      '不符合 or 部分符合, and harsher than the mildest judgement that was signed; or either of them where a person could see nothing, because nothing may be held against a unit that was not seen',
  },
  'wrong-pass': {
    title: '漏判',
    means: 'milder than every judgement that was signed; or 符合 where a person could see nothing',
  },
} as const satisfies Record<string, { readonly title: string; readonly means: string }>;
export type Class = keyof typeof definitions;

/** In the order in which they are shown. */
export const classes = [
  'right',
  'wrong-fail',
  'wrong-pass',
  'needless-unsure',
  'awaiting',
  'wrong-applicability',
  'missing',
] as const satisfies readonly Class[];

export const classTitles = Object.fromEntries(classes.map(one => [one, definitions[one].title])) as Readonly<Record<Class, string>>;

/** Definitions in the order in which they are tried. */
export const classDefinitions: readonly { readonly title: string; readonly means: string }[] = Object.values(definitions);

/** Classes in which the program is wrong; `awaiting` is neither wrong nor right. */
export const wrongClasses: readonly Class[] = classes.filter(one => one !== 'right' && one !== 'awaiting');

/** The truth as far as a class depends on it. `outcomes` is never empty. */
export interface SignedOutcomes {
  readonly outcomes: readonly Outcome[];
  readonly awaits: Ability | null;
}

/** The class of what the program said (null: nothing) against what was signed. */
export function classOf(said: Outcome | null, { outcomes, awaits }: SignedOutcomes): Class {
  if (said === null) return 'missing';
  if (outcomes.includes(said)) return 'right';
  if (said === 'not-applicable' || outcomes.every(outcome => outcome === 'not-applicable')) return 'wrong-applicability';
  if (said === 'unsure') return awaits === null ? 'needless-unsure' : 'awaiting';
  return severity[said] > mildest(outcomes) ? 'wrong-fail' : 'wrong-pass';
}

const severity = { pass: 0, partial: 1, fail: 2 } as const;

/** Where no judgement was signed nothing could be seen: whoever passes it is too mild, whoever blames it too harsh. */
const nothingSeen = 0.5;

function mildest(outcomes: readonly Outcome[]): number {
  const judged = outcomes.flatMap(outcome => (outcome === 'unsure' || outcome === 'not-applicable' ? [] : [severity[outcome]]));
  return judged.length === 0 ? nothingSeen : Math.min(...judged);
}
