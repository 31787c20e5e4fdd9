import { numeral } from './chinese-numerals.ts';
import { isoDate } from './dates.ts';

/** A day put together from pieces; `iso` is null when no piece names the year. */
export interface SplitDate {
  readonly iso: string | null;
  /** MM-DD. */
  readonly monthDay: string;
}

/**
 * The date of a small box whose parts stand in separate elements, given their texts joined by spaces:
 * `05 2026-03`, `2026-03 05`, `03-05 2026`, `2026 03-05`, `05 3月 2026`, `3月 05`, `--2026-- 03-05`. Null when the text is anything else.
 */
export function splitDate(text: string): SplitDate | null {
  if (text.length > 24 || !/\p{Nd}/u.test(text)) return null;
  const plain = text.normalize('NFKC').replace(/(?<=^|\s)[-–—/|.·\s]+|[-–—/|.·\s]+(?=\s|$)/g, '');
  for (const form of forms) {
    const group = form.exec(plain)?.groups;
    if (!group) continue;
    // 25/03 2026 is no month 25: another form may read it.
    const iso = isoDate(Number(group.y ?? 2024), numeral(group.m!), numeral(group.d!));
    if (iso) return { iso: group.y ? iso : null, monthDay: iso.slice(5) };
  }
  return null;
}

const year = String.raw`(?<y>20\d\d|199\d)`;
const month = String.raw`(?<m>\d{1,2}|[一二三四五六七八九十]{1,2})`;
const day = String.raw`(?<d>\d{1,2})`;
const mark = String.raw`\s?[-/.]\s?`;
const forms = [
  `${year}(?:${mark}|\\s?年\\s?)${month}\\s?月?\\s${day}\\s?日?`,
  `${day}\\s?日?\\s${year}(?:${mark}|\\s?年\\s?)${month}\\s?月?`,
  `${month}(?:${mark}|\\s?月\\s?)${day}\\s?日?\\s${year}\\s?年?`,
  `${year}\\s?年?\\s${month}(?:${mark}|\\s?月\\s?)${day}\\s?日?`,
  `${year}\\s(?<m>\\d\\d)\\s(?<d>\\d\\d)`,
  `${day}\\s?日?\\s[/|]?\\s?${month}(?:\\s?月|${mark})\\s?${year}\\s?年?`,
  `${day}\\s?/\\s?${month}\\s${year}\\s?年?`,
  `${day}\\s${month}\\s?月`,
  `${month}\\s?月\\s${day}\\s?日?`,
].map(form => new RegExp(`^${form}$`));
