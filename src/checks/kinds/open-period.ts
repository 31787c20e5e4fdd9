import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { z } from 'zod';
import type { Page } from '../../model/artifacts.ts';
import { defineKind } from '../../model/check.ts';
import { normalise } from '../../text/normalise.ts';
import { evidenceOfPage } from '../evidence.ts';

const options = z.strictObject({
  /** Titles of what is put before the public. */
  titles: z.string().min(1),
  /** Titles that only look like it: reports on what came in. */
  not: z.string().min(1),
  /** Days for which it must be open. */
  least: z.int().positive(),
  /** Words by which a shorter time is explained, as the law allows. */
  excuse: z.string().min(1),
  /** ISO; what was published before is none of this rule's. */
  since: z.iso.date(),
});
type Options = z.infer<typeof options>;

/** A draft that tells for how long opinions are taken. */
interface Draft {
  readonly page: Page;
  readonly from: string;
  readonly days: number;
}

/** So many of a unit's drafts are opened. */
const sampled = 4;

/**
 * For how long drafts were open to opinions: from their publication to the day that the text names, or the days that it names (rule book
 * §8.1, QX-7, QX-8, QX-12, QX-13). Whether the draft is of the sort that must be open so long only a person can say.
 */
export const openPeriod = defineKind({
  id: 'open-period',
  needs: ['Pages'],
  options,
  wants: ({ titles }) => [{ kind: 'lists', titles, most: sampled }],

  evaluate({ Pages }, asked) {
    const drafts = draftsIn(Pages, asked);
    const short = drafts.filter(({ days }) => days < asked.least);
    const measured = { count: drafts.length, short: short.length, least: asked.least };
    const evidence = short.map(({ page, from, days }) => evidenceOfPage(page, `${page.title}：${from}发布，征求意见${days}天`));
    if (drafts.length === 0)
      return { outcome: 'unsure', cause: 'not-looked', measured: { reason: '没有看到写明期限的征求意见公告' }, evidence: [] };
    const [first] = short;
    if (first === undefined) return { outcome: 'pass', cause: null, measured, evidence };
    return { outcome: 'fail', cause: 'too-short', measured: { ...measured, first: first.page.title, days: first.days }, evidence };
  },

  clues: ({ Pages }, asked) =>
    draftsIn(Pages, asked).map(({ page, from, days }) => ({
      accepted: days < asked.least,
      what: `“${page.title}”`,
      url: page.look.finalUrl,
      foundOn: page.look.foundOn,
      shows: `${from}发布，征求意见${days}天`,
      reason: days < asked.least ? null : '不少于规定的天数',
      files: [],
    })),
});

function draftsIn(pages: readonly Page[], { titles, not, excuse, since }: Options): readonly Draft[] {
  const [isDraft, isNone, isExcused] = [titles, not, excuse].map(pattern => new RegExp(pattern, 'u')) as [RegExp, RegExp, RegExp];
  return pages.flatMap((page): readonly Draft[] => {
    const from = page.dates.chosen?.role === 'published' ? page.publishedOn : null;
    const name = page.headings[0] ?? page.title;
    if (page.trouble !== null || page.kind === 'list' || from === null || from < since || !isDraft.test(name) || isNone.test(name))
      return [];
    const text = normalise(page.own.text);
    const days = isExcused.test(text) ? null : daysOpen(text, from);
    return days === null || days < 0 ? [] : [{ page, from, days }];
  });
}

/** 截止时间为2026年6月1日, 请于6月1日前反馈, 公示期30日; null when the text names none, or another one. */
function daysOpen(text: string, from: string): number | null {
  const ends = [
    ...text.matchAll(/(?:截止(?:时间|日期)?(?:为|是|到|至)?:?|截至|(?:请|可)(?:在|于)|至)(20\d\d)年(\d{1,2})月(\d{1,2})日/gu),
  ].map(([, year, month, day]) => differenceInCalendarDays(`${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`, from));
  const spans = [
    ...text.matchAll(/(?:征求意见|公示|公告|反馈)(?:时间|期限?|期间)?(?:为|共)?(?:自[^。,;]{0,24}起)?(\d{1,3})(?:个?自然)?[天日](?!内)/gu),
  ].map(([, days]) => Number(days));
  const told = [...ends, ...spans].filter(days => days >= 0);
  return told.length === 0 ? null : Math.max(...told);
}
