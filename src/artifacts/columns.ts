import type { Column, Page } from '../model/artifacts.ts';
import type { Row } from '../model/page-reading.ts';
import { columnName } from './column-name.ts';
import { newestItemOn } from './page-dates.ts';
import type { ReadSite } from './read-site.ts';

/**
 * Columns as readers know them: list pages under their heading, and the boxes of the home page under theirs.
 * A column page that could not be read keeps its trouble, so that a check cannot mistake it for a stale one.
 */
export function columnsOf(own: readonly Page[], site: ReadSite): readonly Column[] {
  const lists = own
    .filter(page => page !== site.home && (page.kind === 'list' || page.rows.length >= 3))
    .flatMap(page => listColumns(page, site));
  return [...homeColumn(site), ...lists, ...troubledColumns(site)];
}

/** The home page as a whole is a column too: freshness of the home page is judged on it. */
function homeColumn({ home, byUrl }: ReadSite): readonly Column[] {
  if (!home) return [];
  const rows = datedByTargets(home.rows, byUrl);
  return [{ name: '首页', url: home.look.finalUrl, rows, newestOn: newestItemOn(rows), trouble: home.trouble }];
}

/** A column goes by what its page calls it, and by the words of the link that led there. */
function listColumns(page: Page, { byUrl }: ReadSite): readonly Column[] {
  const { trouble, look } = page;
  const rows = datedByTargets(page.rows, byUrl);
  const names = new Set([columnName(page), ...(look.anchorText ? [look.anchorText] : [])]);
  return [...names].map(name => ({ name, url: look.finalUrl, rows, newestOn: newestItemOn(rows), trouble }));
}

/** A list that shows only month and day is dated by the pages its entries lead to, where those were read. */
const datedByTargets = (rows: readonly Row[], byUrl: ReadSite['byUrl']): readonly Row[] =>
  rows.map(row => (row.date !== null || row.url === null ? row : { ...row, date: byUrl.get(row.url)?.publishedOn ?? null }));

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
