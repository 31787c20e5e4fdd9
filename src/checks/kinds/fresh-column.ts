import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { formatISO } from 'date-fns/formatISO';
import { subDays } from 'date-fns/subDays';
import { z } from 'zod';
import type { Column, Page } from '../../model/artifacts.ts';
import { defineKind, type Evidence } from '../../model/check.ts';
import { type ColumnNames, columnMatches } from '../../text/column-names.ts';
import { urlDay } from '../../text/url-date.ts';
import { urlKey } from '../../text/urls.ts';
import { evidenceOfLook } from '../evidence.ts';
import { columnClues } from '../story/column-clues.ts';

/** A column must have something newer than a given age. Several columns of the same sort: the freshest speaks for the unit. */
export const freshColumn = defineKind({
  id: 'fresh-column',
  needs: ['Columns', 'Pages'],
  options: z.strictObject({
    /** Names by which the column goes; `首页` is the home page as a whole. */
    names: z.array(z.string().min(1)).nonempty(),
    not: z.array(z.string().min(1)).default([]),
    maxAgeDays: z.int().positive(),
  }),
  wants: ({ names, not, maxAgeDays }, { today }) =>
    names.includes(homePage)
      ? []
      : [{ kind: 'column', names, not, freshSince: formatISO(subDays(today, maxAgeDays), { representation: 'date' }) }],

  evaluate({ Columns, Pages }, options, { today }) {
    const { names, maxAgeDays } = options;
    const wanted = names[0] ?? null;
    const matching = Columns.filter(({ name }) => isWanted(name, options));
    const dated = matching.flatMap(column =>
      column.newestOn !== null && column.newestOn <= today ? [{ column, newestOn: column.newestOn }] : [],
    );
    const [newest] = dated.sort((a, b) => b.newestOn.localeCompare(a.newestOn));
    if (newest) {
      const ageDays = differenceInCalendarDays(today, newest.newestOn);
      const fresh = ageDays <= maxAgeDays;
      const doubt = fresh
        ? null
        : (doubtAbout(matching, Pages, options) ?? boxesOnly(dated, Pages) ?? undatedFresh(matching, Pages, { maxAgeDays, today }));
      if (doubt) return { outcome: 'unsure', cause: 'not-looked', measured: { column: wanted, reason: doubt }, evidence: [] };
      return {
        outcome: fresh ? 'pass' : 'fail',
        cause: fresh ? null : 'stale',
        measured: { column: newest.column.name, newestOn: newest.newestOn, ageDays, maxAgeDays },
        evidence: [evidenceOf(newest.column, Pages)],
      };
    }
    const blank = matching.find(({ trouble }) => trouble?.kind === 'empty');
    if (blank && doubtAbout(matching, Pages, options) === null)
      return {
        outcome: 'fail',
        cause: 'empty',
        measured: { column: blank.name, newestOn: null, ageDays: null, maxAgeDays },
        evidence: [evidenceOf(blank, Pages)],
      };
    // No such column, or no readable date in it, says more about our reading than about the unit.
    const unread = matching.find(({ trouble }) => trouble !== null) ?? matching[0];
    const reason = unread ? `${called(unread.name)}${unread.trouble?.reason ?? '没有读到日期'}` : `没有读到“${wanted}”栏目`;
    return {
      outcome: 'unsure',
      cause: 'not-looked',
      measured: { column: wanted, reason },
      evidence: unread ? [evidenceOf(unread, Pages)] : [],
    };
  },

  clues: ({ Columns }, options, _context, judged) => columnClues(Columns, judged, name => isWanted(name, options)),
});

const homePage = '首页';
const called = (name: string) => (name === homePage ? homePage : `“${name}”栏目`);

/** The home page is one page; 返回首页 and 首页图片 are words of links, not columns. */
const isWanted = (name: string, wanted: ColumnNames): boolean =>
  wanted.names.includes(homePage) ? name === homePage : name !== homePage && columnMatches(name, wanted);

/** A sibling that could not be read, shows no dates, or was never visited may be the fresh one; null when there is none. */
function doubtAbout(matching: readonly Column[], pages: readonly Page[], wanted: ColumnNames): string | null {
  const unread = matching.find(({ trouble }) => trouble?.kind === 'unsure');
  if (unread) return `${called(unread.name)}${unread.trouble!.reason}`;
  if (wanted.names.includes(homePage)) return null;
  const isDated = (url: string) => matching.some(column => column.url === url && column.newestOn !== null);
  const undated = pages.find(({ look, trouble }) => trouble === null && isWanted(look.anchorText ?? '', wanted) && !isDated(look.finalUrl));
  if (undated) return `“${undated.look.anchorText}”栏目没有读到日期`;
  const seen = new Set(pages.flatMap(({ look }) => [look.url, look.finalUrl].map(urlKey)));
  const unvisited = homeOf(pages)?.anchors.find(
    ({ text, url, place }) => place !== 'row' && url !== null && !seen.has(urlKey(url)) && isWanted(text, wanted),
  );
  return unvisited ? `“${unvisited.text}”栏目未查看` : null;
}

/** A box of the home page shows a few entries under a heading; only the page of the column proves that there are no newer ones. */
function boxesOnly(dated: readonly { readonly column: Column }[], pages: readonly Page[]): string | null {
  const home = homeOf(pages)?.look.finalUrl;
  const [first] = dated;
  const isBox = ({ name, url }: Column) => name !== homePage && url === home;
  return first && dated.every(({ column }) => isBox(column)) ? `只读到首页上的“${first.column.name}”一栏，没有读到栏目页面` : null;
}

/**
 * A headline of the column that shows no day, and whose address below the column's own was made within the age: a picture at the top of the
 * list. Boxes beside it show entries of other columns.
 */
function undatedFresh(
  matching: readonly Column[],
  pages: readonly Page[],
  { maxAgeDays, today }: { readonly maxAgeDays: number; readonly today: string },
): string | null {
  const isFresh = (day: string | null) => day !== null && day <= today && differenceInCalendarDays(today, day) <= maxAgeDays;
  const home = homeOf(pages)?.look.finalUrl;
  for (const { name, url, rows } of matching.filter(column => column.url !== home && new URL('.', column.url).pathname !== '/')) {
    const links = pages.find(({ look }) => look.finalUrl === url)?.own.links ?? [];
    const below = new URL('.', url).href;
    const found = links.find(link => link.url?.startsWith(below) && isFresh(urlDay(link.url)) && !rows.some(row => row.url === link.url));
    if (found) return `${called(name)}中的“${found.text}”没有标日期，网址中是${urlDay(found.url!)}`;
  }
  return null;
}

const homeOf = (pages: readonly Page[]): Page | undefined => pages.find(({ look }) => look.foundOn === null);

function evidenceOf(column: Column, pages: readonly Page[]): Evidence {
  const newest = column.rows.find(({ date }) => date !== null && date === column.newestOn);
  const quote = newest ? `${newest.date} ${newest.title}` : (column.trouble?.reason ?? null);
  return evidenceOfLook(pages.find(({ look }) => look.finalUrl === column.url)!.look, quote);
}
