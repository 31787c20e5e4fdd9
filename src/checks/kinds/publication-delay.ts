import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { z } from 'zod';
import type { Page } from '../../model/artifacts.ts';
import type { WorkCalendar } from '../../model/calendar.ts';
import { defineKind, type Measured } from '../../model/check.ts';
import type { Clue } from '../../model/story.ts';
import type { Unit } from '../../model/unit.ts';
import { normalise } from '../../text/normalise.ts';
import { evidenceOfPage } from '../evidence.ts';

const options = z.strictObject({
  /** Working days after the day on which a document was drawn up. */
  within: z.int().positive(),
  /** ISO; documents drawn up before are none of this rule's. */
  since: z.iso.date(),
});

/** A document that shows when it was drawn up and when it was published. */
interface Timed {
  readonly page: Page;
  readonly written: string;
  readonly published: string;
  /** Working days from the one to the other. */
  readonly delay: number;
}

/**
 * How long documents took from being drawn up to being published (成文 → 发布, rule book TL19-20; Huainan 2009 counted it by hand): over the
 * pages that were read and show both days. What others drew up has its own clock; what was loaded in one go when a site was moved, or has a
 * day of publication before the other, says nothing. Why a document is late (转载, 解密) only a person can see.
 */
export const publicationDelay = defineKind({
  id: 'publication-delay',
  needs: ['Pages'],
  options,
  wants: () => [{ kind: 'lists', titles: documentTitle, most: sampled }],

  evaluate({ Pages }, { within, since }, { unit, calendar }) {
    const timed = timedOf(Pages, unit, { since, calendar });
    if (timed.length === 0)
      return { outcome: 'unsure', cause: 'not-looked', measured: { reason: '看过的页面都没有同时写明成文日期和发布日期' }, evidence: [] };
    const late = timed.filter(({ delay }) => delay > within).toSorted((one, other) => other.delay - one.delay);
    const measured = {
      ...statisticsOf(timed.map(({ delay }) => delay)),
      within,
      over: late.length,
      share: percent(late.length, timed.length),
    };
    const evidence = late
      .slice(0, mostShown)
      .map(({ page, written, published, delay }) =>
        evidenceOfPage(page, `${page.title}：${written}成文，${published}发布，相隔${delay}个工作日`),
      );
    const [worst] = late;
    if (worst === undefined)
      return { outcome: 'pass', cause: null, measured, evidence: timed.slice(0, 1).map(({ page }) => evidenceOfPage(page, page.title)) };
    return {
      outcome: late.length * 2 > timed.length ? 'fail' : 'partial',
      cause: 'late',
      measured: { ...measured, first: worst.page.title },
      evidence,
    };
  },

  clues: ({ Pages }, { since, within }, { unit, calendar }) =>
    timedOf(Pages, unit, { since, calendar }).map(
      ({ page, written, published, delay }): Clue => ({
        accepted: delay > within,
        what: `“${page.title}”`,
        url: page.look.finalUrl,
        foundOn: page.look.foundOn,
        shows: `${written}成文，${published}发布，相隔${delay}个工作日`,
        reason: delay > within ? null : '在期限内',
        files: [],
      }),
    ),
});

const mostShown = 10;

/** Documents drawn up by an office, of which a few are opened for each unit. */
const documentTitle = '(?:通知|意见|办法|规定|细则|决定|方案|公告|批复)$';
const sampled = 4;

interface Clock {
  readonly since: string;
  readonly calendar: WorkCalendar;
}

/** A site is moved in a few days. */
const daysOfMove = 3;

function timedOf(pages: readonly Page[], unit: Unit, { since, calendar }: Clock): readonly Timed[] {
  const shown = pages.flatMap((page): readonly Timed[] => {
    const { chosen } = page.dates;
    const written = page.dates.witnesses.find(({ role, kind }) => role === 'written' && kind === 'labelled')?.iso ?? null;
    const isDocument =
      page.trouble === null && !passedOn.test(page.title) && page.kind !== 'list' && page.kind !== 'home' && page.rows.length < aList;
    if (!isDocument || written === null || chosen === null || !tells.has(chosen.role) || isOthers(page, unit)) return [];
    const delay = written >= since && chosen.iso >= written ? calendar.workdaysBetween(written, chosen.iso) : null;
    return delay?.ok ? [{ page, written, published: chosen.iso, delay: delay.value }] : [];
  });
  const distinct = [...new Map(shown.map(one => [one.page.look.finalUrl, one])).values()];
  const near = (one: Timed, other: Timed) => Math.abs(differenceInCalendarDays(one.published, other.published)) <= daysOfMove;
  return distinct.filter(one => !isLoaded(distinct.filter(other => near(one, other))));
}

const aList = 3;
/** Roles of a day that is one of publication. */
const tells: ReadonlySet<string> = new Set(['published', 'plain']);

/** So many documents of a few days, drawn up over more than two months, were loaded, not published. */
const isLoaded = (together: readonly Timed[]): boolean => {
  const days = together.map(({ written }) => written).sort();
  return together.length >= aLoad && differenceInCalendarDays(days.at(-1)!, days[0]!) > 60;
};
const aLoad = 3;

/** What was drawn up by others has its own clock. */
const passedOn = /转发|转载|印发.{0,40}的通知.{0,10}的通知/u;

const issuer = /(?:来源|信息来源|发布机构|发文机关|发布单位)\s?[：:]?\s?([\p{Script=Han}（）()]{4,30}?)(?=[\s：:。，,]|$)/gu;
/** The office that a title begins with: 省教育厅关于…的通知. */
const titled = /^([\p{Script=Han}（）()]{2,30}?(?:局|委|厅|办|府|院|部|会|公室))(?:关于|印发)/u;

/** It names another office as its source or issuer. */
function isOthers({ text, title, headings }: Page, { name, aliases }: Unit): boolean {
  const own = [name, ...aliases].map(normalise);
  const heads = [title, headings[0] ?? ''].flatMap(head => titled.exec(head)?.[1] ?? []);
  const named = [...[...text.matchAll(issuer)].map(([, source]) => source!), ...heads].map(normalise);
  return named.some(source => !/^本[站网局单机]/u.test(source) && !own.some(one => source.includes(one) || one.includes(source)));
}

function statisticsOf(delays: readonly number[]): Measured {
  const sorted = delays.toSorted((one, other) => one - other);
  const middle = (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.ceil((sorted.length - 1) / 2)]!) / 2;
  const mean = sorted.reduce((sum, delay) => sum + delay, 0) / sorted.length;
  return { count: sorted.length, mean: tidy(mean), median: tidy(middle), worst: sorted.at(-1)! };
}

const tidy = (number: number): number => Math.round(number * 10) / 10;
const percent = (part: number, whole: number): number => tidy((part / whole) * 100);
