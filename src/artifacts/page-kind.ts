import type { ItemKey } from '../model/item.ts';
import type { PageKind, Row } from '../model/page-reading.ts';
import { collapse } from '../text/normalise.ts';
import { tellsOfError } from './empty-page.ts';
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
  if (isError(page)) return 'error_soft404';
  if (isPlatform(page)) return 'disclosure_landing';
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

/**
 * Many sites show their errors inside the whole template; only a front page has menus and a passing sentence of that sort. A page that is
 * not finished, or a column that has nothing yet, is no error.
 */
const isError = ({ emptyBecause, links, url }: KindInput): boolean =>
  emptyBecause !== null && tellsOfError(emptyBecause) && (links < 20 || !isRoot(url));

/** The entrance of a platform for disclosure, known by the title of the platform alone; at the root of its own host it is a front page. */
const isPlatform = ({ url, main, name, isArticle, self }: KindInput): boolean =>
  !isRoot(url) &&
  name === null &&
  !isArticle &&
  self.size === 0 &&
  main.breadcrumb.length === 0 &&
  main.title.split(/[_|—-]/).some(part => platform.test(part));
const platform = /(?:政府信息|政务|信息)公开(?:网站?|平台|专栏|专区|门户|首页)\s*$/;

interface ArticleSigns {
  readonly url: string;
  readonly main: MainText;
  readonly publishedOn: string | null;
  readonly rows: readonly Row[];
}

/**
 * Prose under one title. A list has prose too (summaries, footers of its boxes), but little for each of its entries; a table of facts, a
 * picture or a file to download has little prose, but the title of a headline and a day. Prose without a day under no other name than the
 * site's or the column's is the text of a column (概况, 职能), not an article.
 */
export function isArticle({ url, main, publishedOn, rows }: ArticleSigns): boolean {
  if (isRoot(url)) return false;
  const headlines = headlinesOf(main);
  const isHeaded = headlines.some(({ length }) => length >= headlineLength);
  const isFew = rows.length < fewRows;
  if ((main.article?.length ?? 0) >= 8 && publishedOn !== null && isFew) return true;
  if (isHeaded && main.prose >= 100 && isFew) return true;
  if (isHeaded && publishedOn !== null && (main.prose >= 200 || isFew)) return true;
  if (main.prose < rows.length * 60) return false;
  if (publishedOn !== null) return main.prose >= 120;
  return headlines.length > 0 && main.inOneBox && main.prose >= (rows.length < fewRows ? 400 : 800);
}

const headlineLength = 18;
/** More are a list, not others to read beside an article. */
const fewRows = 6;

/** What may be the title of an article: its tag, the first part of the page's title or its heading, where it names more than the site or the column. */
function headlinesOf({ article, title, heading, breadcrumb, column, site }: MainText): readonly string[] {
  const known = new Set([site, column, ...breadcrumb]);
  const first = collapse(title.split(/[_|—]|\s-\s|-(?=\D)/)[0]!);
  const own = [isSiteName(first) ? '' : first, collapse(heading ?? '')].filter(name => name !== '' && !known.has(name));
  return article === null ? own : [article, ...own];
}

/** `明湖市林业局（明湖市绿化委员会）`, `欢迎访问明湖市林业局！`: the name of an office or a site, not of a page. */
const isSiteName = (name: string): boolean => siteName.test(withoutSuffix(name));
const withoutSuffix = (name: string): string => name.replace(/(?:[（(][^（()）]{1,30}[）)]|[!！。\s])+$/u, '');
const siteName =
  /^(?!.*(?:关于|印发|[的年月]|报告|通知|公告|公示|召开|举办|举行|开展)).*(?:网|网站|网页|门户|平台|系统|首页|主页|政府|委员会|[局厅委办院馆所站会]|办公室|街道|管委会|中心)$/;

/** Columns with several boxes of one kind each (letters, polls, talks) are no lists, nor is a long text with links in it. */
function isList({ rows, entries, self, main }: KindInput): boolean {
  if (self.has('interaction') || self.has('agency_functions') || self.has('leaders')) return main.breadcrumb.length > 0 && rows.length >= 8;
  if (main.prose > 1000 + rows.length * 60) return false;
  return rows.length >= 3 || entries >= 6 || isShortList({ rows, main });
}

/** A column with its first entries: days beside them, the way to the page above them, and hardly a word besides. */
const isShortList = ({ rows, main }: Pick<KindInput, 'rows' | 'main'>): boolean =>
  main.breadcrumb.length > 0 && rows.some(({ date }) => date !== null) && main.prose <= 300;

/** The front page: at the root of its host, or not deep below it with no other name than the site's and no breadcrumb. */
function isHome({ url, main, name, links, rows, isArticle, self }: KindInput): boolean {
  if (main.breadcrumb.length > 0 || isArticle || self.size > 0) return false;
  if (isRoot(url)) return links >= 12;
  const isUnnamed = name === null || (withoutSuffix(name) !== name && isSiteName(name));
  return links >= 20 && isUnnamed && mayBeFront(url, main.title) && pathOf(url).split('/').length <= 3 && !isOneList(rows, links);
}

/** Without a title only the address tells a front page from the others: that of a folder, or one that says so. */
const mayBeFront = (url: string, title: string): boolean =>
  title.trim() !== '' || /(?:^|\/)(?:(?:index|default|home|main|portal|shouye)[^/]*)?$/i.test(pathOf(url));

/** Days that only go back, beside a third of all links: one list, where a front page has several, each beginning anew. */
function isOneList(rows: readonly Row[], links: number): boolean {
  const days = rows.flatMap(({ date }) => date ?? []);
  const anew = days.filter((day, index) => index > 0 && day > days[index - 1]!).length;
  // The first entries may be pinned.
  return days.length >= 8 && days.length * 3 >= links && anew <= 1;
}

/** A page that a query selects is not the front page, whatever the file that makes it is called. */
const isRoot = (url: string): boolean => {
  const { pathname = '/', search = '' } = URL.parse(url) ?? {};
  return /^\/(?:(?:index|default|home|main)\.\w+)?$/i.test(pathname) && !selects.test(search);
};
const selects = /[?&](?!(?:lang|language|locale|from|v|t|_|spm|utm_\w+|wap|pc|mobile)=)[\w.[\]]+=[^&]/i;
const pathOf = (url: string): string => URL.parse(url)?.pathname ?? '/';
