import { z } from 'zod';

const text = z.string().trim().min(1);

/** Why no check judges a rule. `pending` is none for ever: it says that a check can be and is to be made. */
export const unjudgedTitles = {
  offline: '线下事项',
  person: '须由人判断',
  local: '由地方方案规定',
  unconfirmed: '条文待核',
  pending: '尚未实现',
} as const;

export const ruleSeverityTitles = {
  veto: '单项否决',
  deduction: '扣分',
  advisory: '提示',
  person: '人工确认后扣分',
} as const;

export const ruleConfidenceTitles = {
  confirmed: '已核对原文',
  practice: '各地做法',
  unconfirmed: '未证实',
} as const;

const keysOf = <Key extends string>(titles: Readonly<Record<Key, string>>) => z.enum(Object.keys(titles) as [Key, ...Key[]]);

/** As exact as it is known: a day, a month or a year; null when no date is known. */
const since = z
  .string()
  .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/, "应为日期、年月或加引号的年份，如 2019-05-15、2019-05、'2019'")
  .nullable();

/** One duty of the rule book. A check names the rules that it judges; a rule that none judges says why. */
export const Rule = z.strictObject({
  id: text.regex(/^[A-Z0-9]+(?:-[A-Z0-9]+)*[a-z]?$/, '编号只能用大写字母、数字和连字符'),
  title: text,
  source: text.optional(),
  number: text.optional(),
  article: text.optional(),
  from: since.optional(),
  severity: keysOf(ruleSeverityTitles),
  confidence: keysOf(ruleConfidenceTitles),
  unjudged: z.strictObject({ why: keysOf(unjudgedTitles), note: text }).optional(),
});
export type Rule = z.infer<typeof Rule>;

/** Rules of one instrument or subject. What a rule does not say of itself is as the family says. */
export const RuleFamily = z.strictObject({
  title: text,
  source: text,
  number: text.optional(),
  effective: z.strictObject({ from: since, to: since.optional() }),
  rules: z.array(Rule).nonempty(),
});
export type RuleFamily = z.infer<typeof RuleFamily>;
