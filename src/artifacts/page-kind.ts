import type { ItemKey } from '../model/item.ts';
import type { PageKind, Row } from '../model/page-reading.ts';
import type { MainText } from './main-text.ts';

export interface KindInput {
  readonly url: string;
  readonly main: MainText;
  /** The name a reader would give the page; null when it shows only the name of the site. */
  readonly name: string | null;
  readonly isArticle: boolean;
  readonly rows: readonly Row[];
  /** Links that look like entries of a list, dated or not. */
  readonly entries: number;
  readonly links: number;
  /** Items that the page itself is. */
  readonly self: ReadonlySet<ItemKey>;
  /** Items that may lie behind a link of the page's name. */
  readonly covers: readonly ItemKey[];
  readonly challenge: string | null;
  readonly emptyBecause: string | null;
}

const finance: readonly ItemKey[] = ['budget', 'final_accounts', 'three_public'];

/** What sort of page this is. */
export function pageKind(page: KindInput): PageKind {
  const { self, covers } = page;
  if (page.challenge !== null) return 'challenge';
  if (page.emptyBecause !== null && page.links < 20) return 'error_soft404';
  if (isHome(page)) return 'home';
  if (self.has('request_channel')) return 'request_channel';
  if (self.has('guide')) return 'guide';
  if (self.has('annual_report')) return 'annual_report';
  const leadsToFinanceOnly = finance.some(item => covers.includes(item)) && !covers.includes('guide') && !self.has('catalog');
  if (finance.some(item => self.has(item)) || (leadsToFinanceOnly && !page.isArticle)) return 'budget';
  if (self.has('catalog') || covers.includes('guide')) return 'disclosure_landing';
  if (page.isArticle) return 'article';
  return isList(page) ? 'list' : 'other';
}

interface ArticleSigns {
  readonly url: string;
  readonly main: MainText;
  readonly publishedOn: string | null;
  readonly rows: readonly Row[];
}

/**
 * Prose under one title. A list has prose too (summaries, footers of its boxes), but little for each of its entries;
 * a table of facts has little prose, but the title of a headline.
 */
export function isArticle({ url, main, publishedOn, rows }: ArticleSigns): boolean {
  if (isRoot(url)) return false;
  const titles = [main.article ?? '', main.title.split(/[_|—]|\s-\s/)[0]!, main.heading ?? ''];
  if (main.prose >= 100 && rows.length < 6 && titles.some(title => title.trim().length >= 18)) return true;
  if (main.prose < rows.length * 60) return false;
  if (publishedOn !== null) return main.prose >= 120;
  return main.inOneBox && main.prose >= (rows.length < 5 ? 400 : 800);
}

/** Columns with several boxes of one kind each (letters, polls, talks) are no lists. */
function isList({ rows, entries, self, main }: KindInput): boolean {
  if (self.has('interaction') || self.has('agency_functions') || self.has('leaders')) return main.breadcrumb.length > 0 && rows.length >= 8;
  return rows.length >= 3 || entries >= 6;
}

/** The front page: at the root of its host, or not deep below it with no other name than the site's and no breadcrumb. */
function isHome({ url, main, name, links, isArticle, self }: KindInput): boolean {
  if (main.breadcrumb.length > 0 || isArticle || links < 20 || self.size > 0) return false;
  return isRoot(url) || (name === null && pathOf(url).split('/').length <= 3);
}

const isRoot = (url: string): boolean => /^\/(?:(?:index|default|home|main)\.\w+)?$/i.test(pathOf(url));
const pathOf = (url: string): string => URL.parse(url)?.pathname ?? '/';
