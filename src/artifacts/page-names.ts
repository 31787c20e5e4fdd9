import type { MainText } from './main-text.ts';

/** What a page calls itself. */
export interface PageNames {
  /** The one name a reader would give it; null when it only shows the name of the site. */
  readonly own: string | null;
  /** Every name it gives itself. On an article only its own title: its column is a way to other pages, not the page. */
  readonly all: readonly string[];
}

interface NamesOptions {
  readonly isArticle: boolean;
  /** Headings of boxes with a “more” link: names of other pages. */
  readonly boxes: ReadonlySet<string>;
}

export function pageNames(main: MainText, { isArticle, boxes }: NamesOptions): PageNames {
  const heading = main.heading !== null && boxes.has(main.heading) ? null : main.heading;
  const parts = titleParts(main.title).filter(part => part !== main.site);
  const named = [...parts.filter(part => !siteName.test(part)), main.column, main.breadcrumb.at(-1)];
  if (isArticle) return { own: main.article ?? parts[0] ?? heading, all: distinct([main.article, parts[0], heading]) };
  const own = distinct(named)[0] ?? null;
  return { own, all: distinct([...named, ...parts, ...(own === null ? [heading] : [])]) };
}

/** `公开指南_明湖市林业局` and its like, in parts. */
const titleParts = (title: string): string[] =>
  title
    .split(/\s*[_|｜—–]+\s*|\s+[-－]+\s+|[-－]+(?=[^\d\s])|\s+(?=\S*(?:网|网站|政府|平台)$)/)
    .map(part => part.trim())
    .filter(part => part !== '');

const siteName = /(?:网|网站|门户|平台|系统|首页|人民政府|委员会|[局厅委办院馆所站会])$/;

const distinct = (names: readonly (string | null | undefined)[]): string[] => [
  ...new Set(names.filter(name => name !== null && name !== undefined)),
];
