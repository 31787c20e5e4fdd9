import { isExists } from 'date-fns/isExists';
import { numeral, plainNumerals, yearOfNumerals } from './chinese-numerals.ts';
import { alone, inEnglish, mayHoldDate, mayHoldEnglish, partsOf, strict, timeAfter, withLooseDays } from './date-forms.ts';
import { type DateLabel, type DateRole, labelAfter, labelBefore } from './date-labels.ts';

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
 * [03-05], also in full-width characters and with spaces inside; with a time and a zone behind, the day is Beijing's;
 * Mar 5, 2026 and the dates of programs. Days that do not exist and the placeholders of databases (1900-01-01,
 * 1970-01-01, 0001-01-01, 9999-12-31, midnight of 2000-01-01) are not dates, nor are versions and numbers. Never throws.
 */
export function findDates(text: string, options: DateOptions = {}): readonly FoundDate[] {
  const english = mayHoldEnglish.test(text);
  if (!english && !mayHoldDate.test(text)) return [];
  const plain = flatten(text);
  const single = plain.length < 60 ? alone.exec(plain) : null;
  const matches: RegExpExecArray[] = single ? [single] : [...plain.matchAll(options.yearless === 'anywhere' ? withLooseDays : strict)];
  if (english) {
    matches.push(...plain.matchAll(inEnglish));
    matches.sort((one, other) => one.index - other.index);
  }
  const found: FoundDate[] = [];
  for (const match of matches) {
    if (match.index < (found.at(-1)?.end ?? 0)) continue;
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

/** Same length as the text: full-width digits and separators, dashes, brackets and the numerals of cheques in their plain form. */
function flatten(text: string): string {
  const plain = /[！-～‐-−\u00a0\u3000]/.test(text)
    ? text
        .replace(/[！-～]/g, character => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
        .replace(/[‐‑‒–—−]/g, '-')
        .replace(/[\u00a0\u3000]/g, ' ')
    : text;
  return plainNumerals(plain);
}

function read(text: string, match: RegExpExecArray): FoundDate | null {
  const parts = partsOf(match.groups!);
  const year = parts.year === '' ? null : parts.shortYear ? 2000 + Number(parts.year) : yearOfNumerals(parts.year);
  // 2024 is a leap year: 02-29 without a year may exist.
  const written = isoDate(year ?? 2024, numeral(parts.month), numeral(parts.day));
  const start = match.index + match[0].search(/[^\s[(【]/);
  const before = text.slice(Math.max(0, start - 40), start);
  if (!written || isPartOfNumber(before)) return null;
  const dayEnd = match.index + match[0].length;
  const time = timeAfter.exec(text.slice(dayEnd, dayEnd + 44));
  const clock = time ? plainTime(time.groups!.time!) : null;
  if (written === '2000-01-01' && clock && /^0?0:00/.test(clock)) return null;
  const iso = year !== null && clock && time!.groups!.zone ? inBeijing(written, clock, time!.groups!.zone) : written;
  const end = dayEnd + (time?.[0].trimEnd().length ?? 0);
  return {
    iso: year === null ? null : iso,
    monthDay: iso.slice(5),
    certain: year !== null && !parts.shortYear,
    time: clock,
    index: start,
    end,
    ...labelOf(before, text.slice(end, end + 12)),
  };
}

/** The label in front; where there is none, or one that says little, the words behind (2026-03-05发布, 2026-03-05截止) may tell more. */
function labelOf(before: string, after: string): DateLabel {
  const front = labelBefore(before);
  if (front.role !== 'none' && front.role !== 'plain') return front;
  const behind = labelAfter(after);
  return behind === 'none' || (front.role === 'plain' && behind !== 'other') ? front : { ...front, role: behind };
}

/** V2026.3.5 is a version, A2026-03-05 a number. */
const isPartOfNumber = (before: string): boolean =>
  /(?:^|[^A-Za-z])(?!on$|at$)[A-Za-z]{1,3}$/i.test(before) || /版本号?\s?:?\s?$/.test(before);

const plainTime = (time: string): string =>
  time
    .replace(/[分秒]$/, '')
    .replace(/[时分]/g, ':')
    .replace(/\s/g, '');

/** The day in China (UTC+8) at a time of another zone: programs write midnight of Beijing as 16:00Z of the day before. */
function inBeijing(iso: string, time: string, zone: string): string {
  const [, sign, hours, minutes] = /([+-])(\d\d):?(\d\d)$/.exec(zone) ?? [];
  const offset = sign ? (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) : 0;
  const [hour, minute] = time.split(':').map(Number) as [number, number];
  const there = new Date(Date.parse(`${iso}T00:00:00Z`) + (hour * 60 + minute - offset + 480) * 60_000);
  return there.toISOString().slice(0, 10);
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
