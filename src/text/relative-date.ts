/**
 * How many days before the look an entry says it is, when its whole text says so: 今天 → 0, 昨天 10:20 → 1, 3天前 → 3, 2小时前 → 0.
 * Hours are counted as full days gone by, because a look has a day and no hour. Null for anything else; months and years ago are no day.
 */
export function daysAgo(text: string): number | null {
  const tight = text.length > 24 ? '' : text.normalize('NFKC').replace(/[\s[\]()【】]+/g, '');
  const { word, count, unit } = form.exec(tight)?.groups ?? {};
  if (word !== undefined) return named[word] ?? null;
  return count === undefined ? null : Math.floor(Number(count) * lengths[unit!]!);
}

const named: Readonly<Record<string, number>> = { 刚刚: 0, 今天: 0, 今日: 0, 昨天: 1, 昨日: 1, 前天: 2 };
const lengths: Readonly<Record<string, number>> = { 秒: 0, 秒钟: 0, 分钟: 0, 小时: 1 / 24, 天: 1, 日: 1, 周: 7, 星期: 7 };
const form = new RegExp(
  `^(?:(?:发布于|更新于)?(?:(?<word>${Object.keys(named).join('|')})(?:[0-2]?\\d:[0-5]\\d(?::[0-5]\\d)?)?|(?<count>\\d{1,3})个?(?<unit>${Object.keys(lengths).join('|')})(?:以|之)?前))$`,
);
