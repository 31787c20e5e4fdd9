import { z } from 'zod';

/** Something that a text must say, by expressions over its normalised form. */
export const element = z.strictObject({
  name: z.string().min(1),
  pattern: z.string().min(1),
  /** Words that touch on it without saying it: whether they do is for a person. */
  mention: z.string().min(1).optional(),
});
export type Element = z.infer<typeof element>;

export const says = (text: string, pattern: string): boolean => new RegExp(pattern, 'u').test(text);

/** The text touches on it at least. */
export const touchesOn = (text: string, { mention }: Pick<Element, 'mention'>): boolean => mention !== undefined && says(text, mention);
