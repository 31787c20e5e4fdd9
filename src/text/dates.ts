import { isExists } from 'date-fns/isExists';
import { type DateRole, labelBefore } from './date-labels.ts';

/** A date as it stands in a text. */
export interface FoundDate {
  /** YYYY-MM-DD; null when the text shows no year. */
  readonly iso: string | null;
  /** MM-DD. */
  readonly monthDay: string;
  /** True when the year is written in full; 26-03-05 and 03-05 are not certain. */
  readonly certain: boolean;
  /** HH:MM or HH:MM:SS; null when none follows. */
  readonly time: string | null;
  /** Half-open range in the text, brackets and label left out, time included. */
  readonly index: number;
  readonly end: number;
  /** The words in front that say which date it is, without spaces and colon; null when there are none. */
  readonly label: string | null;
  readonly role: DateRole;
}

export interface DateOptions {
  /** Days after this one (ISO) are left out: a page cannot have been published tomorrow. */
  readonly today?: string;
  /**
   * Where a date may stand without a year: `alone` (the whole text, or in brackets; the default), or `anywhere`,
   * which also takes 03-05 and 3月5日 in running text.
   */
  readonly yearless?: 'alone' | 'anywhere';
}

/**
 * Every date in a text, in order. Reads 2026-03-05, 2026/3/5, 2026.03.05, 2026年3月5日, 二〇二六年三月五日, 26-03-05,
 * [03-05], also in full-width characters and with spaces inside. Days that do not exist and the placeholders
 * 1900-01-01, 1970-01-01 and 0000-00-00 are not dates. Never throws.
 */
export function findDates(text: string, options: DateOptions = {}): readonly FoundDate[] {
  if (!mayHoldDate.test(text)) return [];
  const plain = flatten(text);
  const found: FoundDate[] = [];
  const single = plain.length < 60 ? alone.exec(plain) : null;
  for (const match of single ? [single] : plain.matchAll(options.yearless === 'anywhere' ? withLooseDays : strict)) {
    const date = read(plain, match);
    if (date && !(options.today && date.iso && date.iso > options.today)) found.push(date);
  }
  return found.map((date, at) => markRange(plain, found, date, at));
}

/** YYYY-MM-DD of a day that exists and is no placeholder, else null. */
export function isoDate(year: number, month: number, day: number): string | null {
  if (!isExists(year, month - 1, day)) return null;
  const iso = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  return year < 1901 || year > 2100 || iso === '1970-01-01' ? null : iso;
}

/** 1–99 in Chinese numerals or digits (五, 十五, 二十五, 廿五, 05); NaN for anything else. */
export function numeral(text: string): number {
  if (/^\d{1,2}$/.test(text)) return Number(text);
  const [, tens, ten, ones] = /^(?:([二三四五六七八九]?)(十|廿|卅))?([一二三四五六七八九]?)$/.exec(text) ?? [];
  if (ones === undefined) return Number.NaN;
  const base = ten === '廿' ? 20 : ten === '卅' ? 30 : ten ? (tens ? digits.indexOf(tens) : 1) * 10 : 0;
  return base + (ones ? digits.indexOf(ones) : 0) || Number.NaN;
}

const digits = '〇一二三四五六七八九';
const mayHoldDate = /[\d０-９〇○◯零oOＯ一二三四五六七八九十廿卅]\s{0,2}[-/.年月－／．‐‑‒–—−]|(?:时间|日期).{0,3}[\d０-９]{8}/;

const clockTime = String.raw`[0-2]?\d\s?[:时]\s?[0-5]\d(?:\s?[:分]\s?[0-5]\d)?[分秒]?`;
const timeAfter = new RegExp(String.raw`^[\sT]{0,3}(${clockTime})(?!\d)`);
const monthWord = '(?:\\d{1,2}|[一二三四五六七八九十]{1,2})';
const dayWord = '(?:\\d{1,2}|[一二三四五六七八九十廿卅]{1,3})';
// What must not stand in front is asked after the first digits were found: a look-behind at every place would be slow.
const year = '(?:19|20)\\d\\d';
const cjkYear = '[一二][〇○◯零oO0一二三四五六七八九]{3}';
const forms = [
  String.raw`(?<cy>${year}(?<!\d{5})|${cjkYear})\s{0,2}年\s{0,2}(?<cm>${monthWord})\s{0,2}月\s{0,2}(?<cd>${dayWord})(?!\d)(?:\s{0,2}[日号])?`,
  String.raw`(?<y>${year})(?<![\d.\-/].{4})\s?(?<sep>[-/.])\s?(?<m>\d{1,2})\s?\k<sep>\s?(?<d>\d{1,2})(?!\d|[-/.]\d)日?`,
  String.raw`(?<xy>${year})(?<!\d.{4})年(?<xm>\d{1,2})[-/.](?<xd>\d{1,2})(?!\d|[-/.]\d)日?`,
  String.raw`(?<py>20\d\d)(?<pm>\d\d)(?<pd>\d\d)(?!\d)(?<=(?:时间|日期)\s?:?\s?.{8})`,
  String.raw`(?<sy>[0-6]\d)(?<![\d.\-/:].{2})(?<ssep>[-/])(?<sm>\d\d)\k<ssep>(?<sd>\d\d)(?!\d|[-/.:]\d)`,
  String.raw`[[(【]\s{0,2}(?<bm>\d{1,2})(?:[-/.]|月)(?<bd>\d{1,2})日?(?=\s{0,2}(?:${clockTime})?\s{0,2}[\])】])`,
];
const alone = new RegExp(String.raw`^\s{0,20}(?<am>\d{1,2})(?:[-/]|月\s?)(?<ad>\d{1,2})日?(?=\s{0,2}(?:${clockTime})?\s{0,20}$)`);
const loose = String.raw`(?:(?<lm>\d\d)(?<![\d.\-/:年]..)[-/](?<ld>\d\d)|(?<lcm>\d{1,2})(?<![\d年]\d{1,2})月(?<lcd>\d{1,2})日)(?!\d|[-/.:]\d)`;

// Node 22 does not yet allow one group name in several alternatives, so each form has its own.
const oneOf = (parts: readonly string[]) => new RegExp(parts.join('|'), 'g');
const strict = oneOf(forms);
const withLooseDays = oneOf([...forms, loose]);

/** Same length as the text: full-width digits and separators, dashes and brackets in their plain form. */
function flatten(text: string): string {
  if (!/[！-～‐-−\u00a0\u3000]/.test(text)) return text;
  return text
    .replace(/[！-～]/g, character => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/[\u00a0\u3000]/g, ' ');
}

function read(text: string, match: RegExpExecArray): FoundDate | null {
  const group = match.groups!;
  const year = yearOf(group);
  const month = numeral(group.cm ?? group.m ?? group.xm ?? group.pm ?? group.sm ?? group.bm ?? group.am ?? group.lm ?? group.lcm ?? '');
  const day = numeral(group.cd ?? group.d ?? group.xd ?? group.pd ?? group.sd ?? group.bd ?? group.ad ?? group.ld ?? group.lcd ?? '');
  // 2024 is a leap year: 02-29 without a year may exist.
  const iso = isoDate(year ?? 2024, month, day);
  if (!iso) return null;
  const dayEnd = match.index + match[0].length;
  const time = timeAfter.exec(text.slice(dayEnd, dayEnd + 20));
  const end = dayEnd + (time?.[0].length ?? 0);
  const { label, role } = labelBefore(text.slice(Math.max(0, match.index - 40), match.index));
  return {
    iso: year === null ? null : iso,
    monthDay: iso.slice(5),
    certain: year !== null && group.sy === undefined,
    time: time
      ? time[1]!
          .replace(/[分秒]$/, '')
          .replace(/[时分]/g, ':')
          .replace(/\s/g, '')
      : null,
    index: match.index + match[0].search(/[^\s[(【]/),
    end,
    label,
    role: role === 'none' && clockAfter.test(text.slice(end, end + 12)) ? 'clock' : role,
  };
}

const clockAfter = /^[\s,，|]*(?:星期|周|礼拜)[一二三四五六日天]|^[\s,，|]*农历/;

function yearOf(group: Readonly<Record<string, string | undefined>>): number | null {
  const written = group.cy ?? group.y ?? group.xy ?? group.py;
  if (written)
    return /^\d/.test(written) ? Number(written) : Number([...written].map(character => Math.max(0, digits.indexOf(character))).join(''));
  return group.sy ? 2000 + Number(group.sy) : null;
}

/** Two dates joined by 至 are a period (of an event, a notice, a term), whatever stands in front. */
function markRange(text: string, found: readonly FoundDate[], date: FoundDate, at: number): FoundDate {
  const before = found[at - 1];
  const after = found[at + 1];
  const joined = (from: FoundDate, to: FoundDate) =>
    /^\s*[日\])】]?\s*(?:至|到|[-~～])+\s*[[(【]?\s*$/.test(text.slice(from.end, to.index));
  const period = (before && joined(before, date)) || (after && joined(date, after));
  return period && date.role !== 'clock' ? { ...date, role: 'other' } : date;
}

const two = (value: number): string => String(value).padStart(2, '0');
