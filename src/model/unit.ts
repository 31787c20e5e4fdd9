import { z } from 'zod';

export const unitTypeTitles = {
  province: '省级政府',
  city: '市级政府',
  county: '县区政府',
  department: '部门',
  township: '乡镇街道',
  'public-body': '公共企事业单位',
} as const;
export const UnitType = z.enum(Object.keys(unitTypeTitles) as [keyof typeof unitTypeTitles, ...(keyof typeof unitTypeTitles)[]]);
export type UnitType = z.infer<typeof UnitType>;

/** What a unit may do by law. A duty that hangs on a power the unit lacks is 不适用. */
export const powerTitles = {
  permits: '行政许可',
  penalties: '行政处罚',
  fees: '行政事业性收费',
  procurement: '政府采购',
  budget: '预算单位',
  'normative-docs': '制定规范性文件',
  statistics: '统计',
  emergency: '应急管理',
} as const;
export const Power = z.enum(Object.keys(powerTitles) as [keyof typeof powerTitles, ...(keyof typeof powerTitles)[]]);
export type Power = z.infer<typeof Power>;

const text = z.string().trim().min(1);
const webAddress = z.url({ protocol: /^https?$/, error: '不是完整的网址（应以 http:// 或 https:// 开头）' });

const day = z.iso.date('应为日期，如 2026-11-20');

/**
 * What the body that runs a site has agreed to in writing: that we may ask it faster than any public site. Widens the limits of the site's own
 * host only, and only for the time named, both days included. The bounds are those of the pacer.
 */
export const SiteConsent = z
  .strictObject({
    inFlight: z.int('应为整数').min(1, '应为1到16').max(16, '应为1到16'),
    gapSeconds: z.number('应为数字').min(0.05, '应为0.05到30').max(30, '应为0.05到30'),
    approvedBy: text,
    on: day,
    until: day,
  })
  // What is no day at all has been told already.
  .refine(({ on, until }) => until >= on || !/^\d{4}-/.test(on), { path: ['until'], error: '同意截止日期早于同意日期' });
export type SiteConsent = z.infer<typeof SiteConsent>;

/**
 * One place to start from, with the URL prefixes that belong to the unit.
 * A unit without a site of its own has a section on a shared platform: its prefixes then name that section only.
 */
export const Site = z.strictObject({
  url: webAddress,
  disclosureUrl: webAddress.nullable().default(null),
  prefixes: z.array(webAddress).default([]),
  /** 网站标识码: ten digits, or bm and eight. A section on a platform has none of its own. */
  siteCode: z
    .string()
    .regex(/^(?:\d{10}|bm\d{8})$/, '不是网站标识码（应为10位数字，或bm加8位数字）')
    .optional(),
  consent: SiteConsent.optional(),
});
export type Site = z.infer<typeof Site>;

/** Who is judged. */
export const Unit = z.strictObject({
  id: text.regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u, '单位编码只能由文字、数字、点、横线和下划线组成'),
  name: text,
  aliases: z.array(text).default([]),
  type: UnitType,
  group: text.nullable().default(null),
  powers: z.array(Power).default([]),
  parent: text.nullable().default(null),
  sites: z.array(Site).default([]),
});
export type Unit = z.infer<typeof Unit>;
