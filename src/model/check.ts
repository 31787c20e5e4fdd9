import type { z } from 'zod';
import type { ArtifactName, Artifacts } from './artifacts.ts';
import type { WorkCalendar } from './calendar.ts';
import type { ItemKey } from './item.ts';
import type { Clue } from './story.ts';
import type { Unit } from './unit.ts';
import type { Want } from './want.ts';

/** 符合 · 部分符合 · 不符合 · 无法判定 · 不适用. The last two never cost points. */
export const outcomeTitles = {
  pass: '符合',
  partial: '部分符合',
  fail: '不符合',
  unsure: '无法判定',
  'not-applicable': '不适用',
} as const;
export type Outcome = keyof typeof outcomeTitles;
export const outcomes = Object.keys(outcomeTitles) as [Outcome, ...Outcome[]];

/** Where a verdict can be seen. */
export interface Evidence {
  readonly url: string;
  readonly finalUrl: string;
  readonly foundOn: string | null;
  readonly anchorText: string | null;
  /** What was read there. */
  readonly quote: string | null;
  /** Why it was not accepted as what is asked for, one Chinese clause; null for what proves the verdict. */
  readonly rejectedBecause: string | null;
  readonly fetchedAt: string;
  readonly bodySha256: string | null;
  readonly screenshot: string | null;
}

/** `note`: a sentence of its own that is added to the message. */
export type Measured = Readonly<Record<string, string | number | null>>;

/**
 * What an evaluator answers: the outcome, what was measured (it also fills the message), and where to look.
 * It cannot answer `not-applicable`: that follows from what the unit is, never from what we failed to find.
 */
export interface Verdict {
  readonly outcome: Exclude<Outcome, 'not-applicable'>;
  /** Short machine word for why, stable over versions; null for a pass. */
  readonly cause: string | null;
  readonly measured: Measured;
  readonly evidence: readonly Evidence[];
  /** Absent for a fault that is one thing. */
  readonly parts?: FaultParts;
}

/**
 * What a fault is made of when it is made of things that come and go by themselves, such as broken links. A second look confirms the
 * fault only as far as it meets the same ones again.
 */
export interface FaultParts {
  /** What names each; the same over looks. */
  readonly names: readonly string[];
  /** So many of them make this outcome. */
  readonly least: number;
}

export interface CheckContext {
  /** The day the audit is dated, ISO, Asia/Shanghai. Evaluators never read the clock. */
  readonly today: string;
  readonly unit: Unit;
  /** The item the check is about; null for checks on freshness, links and identity. */
  readonly item: ItemKey | null;
  readonly calendar: WorkCalendar;
}

/** One way of judging. A kind is code; a check is a file of data that names a kind and gives it options. */
export interface CheckKind<Name extends ArtifactName, Options> {
  readonly id: string;
  readonly needs: readonly Name[];
  readonly options: z.ZodType<Options>;
  /** The day on which the duty fell due that is asked about on the day of the audit; that day itself when absent. */
  readonly fellDue?: (options: Options, context: Pick<CheckContext, 'today'>) => string;
  /** What the crawl should look for so that this kind can answer. */
  readonly wants: (options: Options, context: CheckContext) => readonly Want[];
  readonly evaluate: (artifacts: Pick<Artifacts, Name>, options: Options, context: CheckContext) => Verdict;
  /** Everything that could have been what is asked for, the chosen first, with what was held against the rest: the story of a verdict. */
  readonly clues: (artifacts: Pick<Artifacts, Name>, options: Options, context: CheckContext, verdict: Judged) => readonly Clue[];
}

/** What the story needs to know of a verdict that was given. */
export type Judged = Pick<Verdict, 'measured' | 'evidence'> & { readonly outcome: Outcome };

/** Ties `needs` to what `evaluate` can see: using an artifact that was not asked for does not compile. */
export const defineKind = <const Name extends ArtifactName, Options>(kind: CheckKind<Name, Options>) => kind;
