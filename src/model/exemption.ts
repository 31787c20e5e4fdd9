import { z } from 'zod';

const text = z.string().trim().min(1, '没有填写');
const day = z.iso.date('应为日期，如 2026-11-20');

/**
 * A duty from which a unit has been released (不适用审批): for a reason, by somebody, for a time, both days included. What the look found does
 * not matter then; the check leaves the denominator.
 */
export const Exemption = z
  .strictObject({
    unit: text,
    check: text,
    reason: text,
    approvedBy: text,
    /** The day of the approval. */
    on: day,
    from: day,
    until: day,
  })
  // What is no day at all has been told already.
  .refine(({ from, until }) => until >= from || !/^\d{4}-/.test(from), { path: ['until'], error: '截止日期早于起始日期' });
export type Exemption = z.infer<typeof Exemption>;

/** The one that holds for a check on a day; null when none does. */
export const exemptionFor = (exemptions: readonly Exemption[], check: string, today: string): Exemption | null =>
  exemptions.find(one => one.check === check && one.from <= today && today <= one.until) ?? null;
