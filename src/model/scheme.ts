import { z } from 'zod';

const text = z.string().trim().min(1);
const points = z.number().positive();

/** How a year is scored: which checks count, how much, and what the sum is called. Data, not code. */
export const Scheme = z
  .strictObject({
    id: text,
    title: text,
    source: text,
    /** Checks on rules whose text nobody has confirmed do not run unless the scheme turns them on (law 5). */
    unconfirmed: z.enum(['off', 'on']).default('off'),
    /** Below this share of points judged there is a score but no grade. */
    minimumJudgedShare: z.number().min(0).max(1).default(0.5),
    categories: z
      .array(
        z.strictObject({
          id: text,
          title: text,
          points,
          checks: z.array(z.strictObject({ id: text, weight: points })).nonempty(),
        }),
      )
      .nonempty(),
    /** From the best down; the lower bound belongs to the band. */
    bands: z.array(z.strictObject({ grade: text, min: z.number().min(0).max(100) })).nonempty(),
  })
  .refine(({ bands }) => bands.every((band, i) => i === 0 || band.min < bands[i - 1]!.min), '等次须从高到低排列')
  .refine(({ bands }) => bands.at(-1)!.min === 0, '最后一个等次的下限须为 0')
  .refine(({ categories }) => {
    const ids = categories.flatMap(({ checks }) => checks.map(({ id }) => id));
    return new Set(ids).size === ids.length;
  }, '同一检查项不能计分两次');
export type Scheme = z.infer<typeof Scheme>;

export interface CategoryScore {
  readonly id: string;
  readonly title: string;
  readonly points: number;
  /** 0–100; null when nothing in it was judged. */
  readonly score: number | null;
  readonly judged: number;
  readonly asked: number;
}

/** The website-performance score of one unit at one look. */
export interface Score {
  readonly scheme: string;
  /** 0–100 with one decimal; null when nothing was judged. */
  readonly value: number | null;
  readonly grade: string | null;
  /** Checks that gave an answer, of those that apply. */
  readonly judged: number;
  readonly asked: number;
  readonly categories: readonly CategoryScore[];
}
