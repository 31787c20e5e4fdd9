import { InvalidArgumentError } from 'commander';
import { z } from 'zod';
import { GongkaiError } from '../model/errors.ts';

/** A whole number from 1 up, from the command line. */
export function positiveInteger(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('应为大于0的整数。');
  return value;
}

/** A TCP port, from the command line. */
export function portNumber(text: string): number {
  const value = positiveInteger(text);
  if (value > 65_535) throw new InvalidArgumentError('应为1—65535之间的整数。');
  return value;
}

/** A day, YYYY-MM-DD, that exists in the calendar. */
export function day(text: string): string {
  if (!z.iso.date().safeParse(text).success) throw new InvalidArgumentError('应为日期，如 2026-11-20。');
  return text;
}

/** Collects an option that may be given several times, or once with commas. */
export const list = (text: string, earlier: readonly string[] = []): readonly string[] => [
  ...earlier,
  ...text
    .split(/[,，、]/)
    .map(part => part.trim())
    .filter(Boolean),
];

/** A web address with its scheme, from the command line. Throws USAGE. */
export function webAddress(text: string): string {
  const url = URL.parse(text);
  if (url && /^https?:$/.test(url.protocol)) return url.href;
  throw new GongkaiError('USAGE', `“${text}”不是完整的网址，请写成 http:// 或 https:// 开头的形式，如 https://www.example.gov.cn/zwgk/ 。`);
}
