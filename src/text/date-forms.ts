import { zeros } from './chinese-numerals.ts';

/** Hours and minutes as they follow a day: 9:05, 09:05:30, 9时05分. */
const clockTime = String.raw`[0-2]?\d\s?[:时]\s?[0-5]\d(?:\s?[:分]\s?[0-5]\d)?[分秒]?`;
/** The time behind a day, and the zone behind the time. */
export const timeAfter = new RegExp(
  String.raw`^[\sT]{0,3}(?<time>${clockTime})(?!\d)(?:\.\d{1,9})?\s?(?<zone>Z(?![a-z])|(?:GMT|UTC)?[+-]\d\d:?\d\d|GMT|UTC)?`,
);

const monthWord = '(?:\\d{1,2}|[〇零]?[一二三四五六七八九十]{1,2}|一[〇零]|元)';
const dayWord = '(?:\\d{1,2}|[〇零]?[一二三四五六七八九十廿卅]{1,3}|[一二三][〇零])';
const year = '(?:19|20)\\d\\d';
const cjkYear = `[一二][${zeros}一二三四五六七八九]{3}`;
/** 2026年3月15家企业 names a month and a number: without 日 no word may follow. */
const dayEnd = String.raw`(?:\s{0,2}[日号]|(?![\d\p{Script=Han}%~]|-\d|\.\d))`;

// What must not stand in front is asked after the first digits were found: a look-behind at every place would be slow.
const forms = [
  String.raw`(?<cy>${year}(?<!\d{5})|${cjkYear})\s{0,2}年\s{0,2}(?<cm>${monthWord})\s{0,2}月份?\s{0,2}(?<cd>${dayWord})(?!\d)(?:${dayEnd}|(?=\s?[-~至到]\s?\d{1,2}[日号]))`,
  String.raw`(?<y>${year})(?<![\d.\-/].{4})\s?(?<sep>[-/.])\s?(?<m>\d{1,2})\s?\k<sep>\s?(?<d>\d{1,2})(?!\d|[-/.]\d)日?`,
  String.raw`(?<xy>${year})(?<!\d.{4})年(?<xm>\d\d)[-/.](?<xd>\d\d)(?!\d|[-/.]\d|\s?月)日?`,
  String.raw`(?<py>${year})(?<pm>\d\d)(?<pd>\d\d)(?!\d)(?<=(?:时间|日期)\s?:?\s?.{8})`,
  String.raw`(?<sy>[0-6]\d)(?<![\d.\-/:].{2})(?<ssep>[-/])(?<sm>\d\d)\k<ssep>(?<sd>\d\d)(?!\d|[-/.:]\d)`,
  String.raw`[[(【]\s{0,2}(?<by>[0-6]\d)(?<bsep>[-/.])(?<ym>\d{1,2})\k<bsep>(?<yd>\d{1,2})(?=\s{0,2}(?:${clockTime})?\s{0,2}[\])】])`,
  String.raw`[[(【]\s{0,2}(?<bm>\d{1,2})(?:[-/.]|月)(?<bd>\d{1,2})日?(?=\s{0,2}(?:${clockTime})?\s{0,2}[\])】])`,
];
const loose = String.raw`(?:(?<lm>\d\d)(?<![\d.\-/:年]..)[-/](?<ld>\d\d)|(?<lcm>\d{1,2})(?<![\d年]\d{1,2})月(?<lcd>\d{1,2})日)(?!\d|[-/.:]\d)`;

const english = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|ember|tember|ober)?';
const englishZone = String.raw`(?:\d\d:\d\d:\d\d\s(?:[A-Z]{2,5}(?:[+-]\d\d:?\d\d)?\s)?)?`;
const englishForms = [
  String.raw`(?<em>${english})\b\.?\s{1,2}(?<ed>\d{1,2})(?:st|nd|rd|th)?,?\s{1,2}${englishZone}(?<ey>${year})(?!\d)`,
  String.raw`(?<fd>\d{1,2})(?<!\d\d\d)(?:\s{1,2}|-)(?<fm>${english})\b\.?,?(?:\s{1,2}|-)(?<fy>${year})(?!\d)`,
];

// Node 22 does not yet allow one group name in several alternatives, so each form has its own.
const oneOf = (parts: readonly string[], flags: string) => new RegExp(parts.join('|'), flags);

/** Days that may stand anywhere in a text. */
export const strict = oneOf(forms, 'gu');
/** The same with 03-05 and 3月5日, which show no year. */
export const withLooseDays = oneOf([...forms, loose], 'gu');
/** Days as programs and English pages write them: `Wed Mar 05 2026`, `Mar 5, 2026`, `05 Mar 2026`. */
export const inEnglish = oneOf(englishForms, 'gi');
/** A month and a day that are the whole text. */
export const alone = new RegExp(String.raw`^\s{0,20}(?<am>\d{1,2})(?:[-/]|月\s?)(?<ad>\d{1,2})日?(?=\s{0,2}(?:${clockTime})?\s{0,20}$)`);

/** Cheap questions that spare most texts the search. */
export const mayHoldDate =
  /[\d０-９〇○◯零oOＯ一二三四五六七八九十廿卅壹贰叁肆伍陆柒捌玖拾貳參叄陸οΟоО⭕]\s{0,2}[-/.年月－／．‐‑‒–—−]|(?:时间|日期).{0,3}[\d０-９]{8}/;
export const mayHoldEnglish = /(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

/** The parts of a day by name, whichever form found it; years as written, empty where none is. */
export interface DateParts {
  readonly year: string;
  /** The year has two digits: 26-03-05. */
  readonly shortYear: boolean;
  readonly month: string;
  readonly day: string;
}

export function partsOf(group: Readonly<Record<string, string | undefined>>): DateParts {
  const first = (...names: readonly string[]) => names.map(name => group[name]).find(value => value !== undefined) ?? '';
  const month = first('em', 'fm');
  const short = first('sy', 'by');
  return {
    year: short || first('cy', 'y', 'xy', 'py', 'ey', 'fy'),
    shortYear: short !== '',
    month: month
      ? String(months.indexOf(month.slice(0, 3).toLowerCase()) + 1)
      : first('cm', 'm', 'xm', 'pm', 'sm', 'ym', 'bm', 'am', 'lm', 'lcm'),
    day: first('cd', 'd', 'xd', 'pd', 'sd', 'yd', 'bd', 'ad', 'ld', 'lcd', 'ed', 'fd'),
  };
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
