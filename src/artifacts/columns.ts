import type { Column, Page, Trouble } from '../model/artifacts.ts';
import type { Row } from '../model/page-reading.ts';
import { boxesOf } from './boxes.ts';
import { columnName } from './column-name.ts';
import { newestItemOn } from './page-dates.ts';
import type { ReadSite } from './read-site.ts';

/**
 * Columns as readers know them: the home page as a whole (首页), list pages under their heading, and the boxes of the home
 * page under theirs, at the home page's address. A column that could not be read, or of which the newest entry shows no year,
 * keeps its trouble, so that a check cannot mistake it for a stale one.
 */
export function columnsOf(own: readonly Page[], site: ReadSite): readonly Column[] {
  const inner = own.filter(page => page !== site.home);
  const dating = datingBy(inner, site);
  const lists = inner.filter(({ kind, rows }) => kind === 'list' || rows.length >= 3).flatMap(page => listColumns(page, dating));
  return [...homeColumns(site, dating), ...lists, ...troubledColumns(site)];
}

type Dating = (rows: readonly Row[]) => readonly Row[];

/** An entry that shows only month and day is dated by a list that shows it in full, else by the page it leads to, where that was read. */
function datingBy(inner: readonly Page[], { byUrl }: ReadSite): Dating {
  const listed = new Map(
    inner.flatMap(({ rows }) => rows.flatMap(({ url, date }) => (url !== null && date !== null ? [[url, date]] : []))),
  );
  const dayOf = (url: string) => listed.get(url) ?? byUrl.get(url)?.publishedOn ?? null;
  return rows => rows.map(row => (row.date !== null || row.url === null ? row : { ...row, date: dayOf(row.url) }));
}

/** The freshness of the home page is judged on all its entries together; a box of it stands for a column that could not be read. */
function homeColumns({ home, belonging }: ReadSite, dating: Dating): readonly Column[] {
  if (!home) return [];
  const column = (name: string, rows: readonly Row[], trouble: Trouble | null) => ({
    name,
    url: home.look.finalUrl,
    rows,
    newestOn: newestItemOn(rows),
    trouble,
  });
  const boxes = boxesOf(home).map(({ heading, rows }) => ({ heading, rows: dating(rows) }));
  const undated = boxes.find(({ rows }) => newestItemOn(rows) === null);
  const doubt = undated ? yearUnread(undated.heading === null ? '有些条目' : `“${undated.heading}”一栏`) : null;
  const named = boxes.flatMap(({ heading, rows }) => {
    const ours = rows.filter(({ url }) => url !== null && belonging.ofUrl(url) === 'own');
    return heading === null || ours.length < 2 ? [] : [column(heading, ours, home.trouble)];
  });
  return [column('首页', dating(home.rows), home.trouble ?? doubt), ...named];
}

const yearUnread = (what: string): Trouble => ({ kind: 'unsure', reason: `${what}没有读到年份` });

/** A column goes by what its page calls it, and by the words of the link that led there. */
function listColumns(page: Page, dating: Dating): readonly Column[] {
  const { look } = page;
  const rows = dating(page.rows);
  const newestOn = newestItemOn(rows);
  // Only what lies below was dated, by pages that happened to be read: the entry on top may be the newer one.
  const topUnread = newestOn !== null && newestItemOn(page.rows) === null && rows[0]!.date === null;
  // The list shows a year at its top and none below: old entries are often kept there, above the new ones.
  const isKeptAbove = (page.rows[0]?.date ?? null) !== null && rows.some(({ date }) => date === null);
  const unread = topUnread ? '最上面的条目' : isKeptAbove ? '有些条目' : null;
  const trouble = page.trouble ?? (unread === null ? null : yearUnread(unread));
  const names = new Set([columnName(page), ...(look.anchorText ? [look.anchorText] : [])]);
  return [...names].map(name => ({ name, url: look.finalUrl, rows, newestOn, trouble }));
}

/** Links of the home page's navigation whose target answered with trouble: the column is known, its entries are not. */
function troubledColumns(site: ReadSite): readonly Column[] {
  const seen = new Set<string>();
  return (site.home?.anchors ?? []).flatMap(({ text, url, place }) => {
    const target = url === null || place === 'row' || place === 'footer' ? undefined : site.byUrl.get(url);
    if (!target?.trouble || seen.has(target.look.url)) return [];
    seen.add(target.look.url);
    return [{ name: text, url: target.look.finalUrl, rows: [] as readonly Row[], newestOn: null, trouble: target.trouble }];
  });
}
