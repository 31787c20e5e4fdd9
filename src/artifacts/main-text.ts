import type { CheerioAPI } from 'cheerio';
import { collapse } from '../text/normalise.ts';
import { breadcrumbOf } from './breadcrumb.ts';
import { type DomElement, elementsNamed, isElement, isRead, isText, rootOf, textOf } from './dom.ts';
import { placeOf } from './places.ts';
import { withoutMore } from './sections.ts';

/** What a page says it is and what it says. */
export interface MainText {
  readonly title: string;
  /** Main text without menus, scripts and footers; spaces collapsed. */
  readonly text: string;
  /** Characters of it outside links: prose, as opposed to lists. */
  readonly prose: number;
  /** One box holds most of the page's prose, as an article does. */
  readonly inOneBox: boolean;
  readonly headings: readonly string[];
  /** The only h1, else the only h2, else the only heading; null when there are several: then they are headings of boxes. */
  readonly heading: string | null;
  readonly breadcrumb: readonly string[];
  /** What the page's own tags call the article, the column and the site; null when they say nothing. */
  readonly article: string | null;
  readonly column: string | null;
  readonly site: string | null;
}

export function readMainText($: CheerioAPI): MainText {
  const root = rootOf($);
  const weights = new Map<DomElement, number>();
  if (root) weigh(root, weights);
  const main = root ? mainElement(root, weights) : null;
  const titles = elementsNamed($, 'title')
    .filter(({ parent }) => parent?.type !== 'tag' || parent.name !== 'svg')
    .map(ownText);
  return {
    title: titles.find(title => title !== '') ?? '',
    text: main ? readable(main) : '',
    prose: main ? (weights.get(main) ?? 0) : 0,
    inOneBox: main !== root,
    headings: headingsOf($, ranks),
    heading: mainHeading($),
    breadcrumb: root ? breadcrumbOf(root) : [],
    article: meta($, 'articletitle'),
    column: meta($, 'columnname'),
    site: meta($, 'sitename'),
  };
}

const ownText = (element: DomElement) => collapse(element.children.map(child => (isText(child) ? child.data : '')).join(''));

/** The page labels that the government guidelines ask for (国办发〔2017〕47号). */
function meta($: CheerioAPI, name: string): string | null {
  const tag = elementsNamed($, 'meta').find(({ attribs }) => attribs.name?.toLowerCase() === name);
  return collapse(tag?.attribs.content ?? '') || null;
}

const ranks = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
const longestHeading = 100;

function headingsOf($: CheerioAPI, ranks: readonly string[]): string[] {
  const texts = elementsNamed($, ...ranks).map(heading => withoutMore(textOf(heading, longestHeading + 20)));
  return [...new Set(texts.filter(text => text.length >= 2 && text.length <= longestHeading))].slice(0, 60);
}

function mainHeading($: CheerioAPI): string | null {
  const highest = [['h1'], ['h2'], ranks].map(some => headingsOf($, some)).find(texts => texts.length > 0) ?? [];
  return highest.length === 1 ? highest[0]! : null;
}

const isAside = (element: DomElement) => !isRead(element) || placeOf(element) !== null || element.name === 'select';

/** Characters outside links, menus and footers, for every element of the branch. */
function weigh(element: DomElement, weights: Map<DomElement, number>): number {
  let sum = 0;
  for (const child of element.children) {
    if (isText(child)) sum += child.data.trim().length;
    else if (isElement(child) && child.name !== 'a' && !isAside(child)) sum += weigh(child, weights);
  }
  weights.set(element, sum);
  return sum;
}

/** Goes down as long as one child holds most of the prose: the column of the article, or the whole page where there is none. */
function mainElement(root: DomElement, weights: ReadonlyMap<DomElement, number>): DomElement {
  let main = root;
  for (;;) {
    const weight = weights.get(main) ?? 0;
    const heavier = main.children.filter(isElement).find(child => (weights.get(child) ?? 0) >= weight * 0.8);
    if (!heavier || weight < 200 || ['p', 'table', 'tbody', 'tr', 'ul'].includes(heavier.name)) return main;
    main = heavier;
  }
}

const longestText = 400_000;

function readable(main: DomElement): string {
  const parts: string[] = [];
  let room = longestText;
  const gather = (node: DomElement): void => {
    for (const child of node.children) {
      if (room <= 0) return;
      if (isText(child)) {
        parts.push(child.data);
        room -= child.data.length;
      } else if (isElement(child) && !isAside(child)) {
        const apart = !inline.has(child.name);
        if (apart) parts.push(' ');
        gather(child);
        if (apart) parts.push(' ');
      }
    }
  };
  gather(main);
  return collapse(parts.join(''));
}

const inline = new Set(['a', 'span', 'b', 'strong', 'em', 'i', 'u', 'font', 'sub', 'sup']);
