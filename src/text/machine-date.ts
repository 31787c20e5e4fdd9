import { findDates, isoDate } from './dates.ts';

/**
 * The day in a value that a program wrote for programs (an attribute, a meta tag, a constant): a written date, 20260305,
 * 20260305093000, 2026-03-05-09:30, or seconds or milliseconds since 1970, as a day in China. ISO; null when the value tells
 * no day with a full year, or more than one.
 */
export function machineDate(value: string): string | null {
  const text = value.trim();
  if (text.length > longestValue) return null;
  const { y, m, d } = compact.exec(text)?.groups ?? {};
  if (y !== undefined) return isoDate(Number(y), Number(m), Number(d));
  if (/^\d{10}(?:\d{3})?$/.test(text)) return fromEpoch(text.length === 10 ? Number(text) * 1000 : Number(text));
  const days = new Set(findDates(text).flatMap(({ iso, certain }) => (certain ? iso! : [])));
  return days.size === 1 ? [...days][0]! : null;
}

const longestValue = 80;
const compact = /^(?<y>(?:19|20)\d\d)(?:(?<sep>-)?)(?<m>\d\d)\k<sep>(?<d>\d\d)(?:[-T\s]?\d\d:?\d\d(?::?\d\d)?)?$/;
/** The time before China's, which is never saved for summer. */
const eightHours = 8 * 3_600_000;
const firstWebDay = Date.UTC(1995, 0, 1);
const farFuture = Date.UTC(2100, 0, 1);

const fromEpoch = (milliseconds: number): string | null =>
  milliseconds < firstWebDay || milliseconds > farFuture ? null : new Date(milliseconds + eightHours).toISOString().slice(0, 10);
