import { z } from 'zod';
import { outcomes } from './check.ts';
import { itemKeys } from './item.ts';
import { severities } from './severity.ts';
import { Power, UnitType } from './unit.ts';

/** What `checks new` leaves to be written. */
export const toBeFilled = '待填';

const text = z
  .string()
  .trim()
  .min(1)
  .refine(words => !words.startsWith(toBeFilled), '还没有填写');

const shape = z.strictObject({
  id: text.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, '编号只能用小写字母、数字和连字符'),
  /** Rule ids of the rule book that this check judges, such as TL19-GD; none for a mere local custom. */
  rules: z.array(text),
  title: text,
  item: z.enum(itemKeys).optional(),
  basis: z.strictObject({
    source: text,
    number: text.optional(),
    article: text.optional(),
    /** Sentence or fact the check rests on. */
    says: text.optional(),
    confidence: z.enum(['confirmed', 'practice', 'unconfirmed']),
  }),
  /** In force for obligations that arose between these days, both included. */
  effective: z.strictObject({ from: z.iso.date(), to: z.iso.date().optional() }),
  appliesTo: z.strictObject({
    types: z.array(UnitType).nonempty(),
    /** The duty binds only units that have all of these powers. */
    powers: z.array(Power).default([]),
  }),
  severity: z.enum(severities),
  /** What it costs of 100 by the default scheme: a hint for other schemes. Deductions only. */
  points: z.number().positive().optional(),
  kind: text,
  options: z.record(z.string(), z.unknown()).default({}),
  messages: z.strictObject({ pass: text, partial: text.optional(), fail: text, unsure: text.optional() }),
  remedy: text,
  examples: z.array(z.strictObject({ page: text, asOf: z.iso.date().optional(), expect: z.enum(outcomes), why: text.optional() })).min(2),
});
/** One file in `checks/`. Everything a reader sees about a check, and every example that proves it, is in that file. */
export const CheckSpec = shape.refine(({ severity, points }) => (severity === 'deduction') === (points !== undefined), {
  path: ['points'],
  message: '扣分的检查项须写明建议分值（points），其他性质的不写',
});
export type CheckSpec = z.infer<typeof CheckSpec>;
