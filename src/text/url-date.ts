import { isExists } from 'date-fns/isExists';
import { isoDate } from './dates.ts';

/** The day (or only the month) that a content system wrote into an address. `day` is null when only the month is there. */
export interface UrlDate {
  readonly year: number;
  readonly month: number;
  readonly day: number | null;
}

/**
 * Reads …/t20261103_123.html, /2026/11/03/, /2026-11/03/, /art/2026/11/3/, /2026/1103/, /20261103/, /202611/. The file or folder
 * nearest to the end speaks, because section folders may carry an older date. Null when there is none.
 */
export function urlDate(address: string): UrlDate | null {
  const path = address.replace(/[?#].*$/, '').replace(/^\w+:\/\/[^/]*/, '');
  for (const form of forms) {
    const group = Array.from(path.matchAll(form)).at(-1)?.groups;
    if (!group) continue;
    const [year, month, day] = [Number(group.y), Number(group.m), group.d ? Number(group.d) : null];
    if (isExists(year, month - 1, day ?? 1)) return { year, month, day };
  }
  return null;
}

/** The day alone, ISO; null when the address names no day. */
export function urlDay(address: string): string | null {
  const filed = urlDate(address);
  return filed?.day ? isoDate(filed.year, filed.month, filed.day) : null;
}

const year = '(?<y>199\\d|20[0-4]\\d)';
const forms = [
  new RegExp(`[/_]t${year}(?<m>\\d\\d)(?<d>\\d\\d)(?=[_.])`, 'g'),
  new RegExp(`/${year}[-/](?<m>\\d{1,2})[-/](?<d>\\d{1,2})(?=/|_|\\.|$)`, 'g'),
  new RegExp(`/${year}/(?<m>\\d\\d)(?<d>\\d\\d)(?=/)`, 'g'),
  new RegExp(`[/_-]${year}(?<m>\\d\\d)(?<d>\\d\\d)(?!\\d)`, 'g'),
  new RegExp(`/${year}-?(?<m>\\d\\d)(?=/)`, 'g'),
];
