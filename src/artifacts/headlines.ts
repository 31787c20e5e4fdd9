import type { CheerioAPI } from 'cheerio';
import { collapse, normalise } from '../text/normalise.ts';
import { type DomElement, isText, textOf } from './dom.ts';
import type { PageLine } from './page-lines.ts';
import { tags } from './tags.ts';

/** What the page's own tags call its article, in the form in which texts are compared. */
export function headlinesOf($: CheerioAPI): ReadonlySet<string> {
  const named = tags($, 'meta').find(({ attribs }) => attribs.name?.trim().toLowerCase() === 'articletitle');
  const names = [
    ...tags($, 'h1')
      .slice(0, 5)
      .map(heading => textOf(heading, 200)),
    collapse(named?.attribs.content ?? ''),
    ...tags($, 'title')
      .slice(0, 2)
      .flatMap(title => titleParts(ownText(title).slice(0, 300))),
  ];
  return new Set(names.map(normalise).filter(name => name.length >= 4));
}

/** The line says what one of the titles says, or, being long, how one begins: a long headline is broken over several lines. */
export function isHeadline({ text, inBox, allLinks }: PageLine, titles: ReadonlySet<string>): boolean {
  if (inBox || allLinks || text.length > 200) return false;
  const line = normalise(text);
  return titles.has(line) || (line.length >= 10 && [...titles].some(title => title.startsWith(line)));
}

const ownText = (element: DomElement): string => collapse(element.children.map(child => (isText(child) ? child.data : '')).join(''));

/** `headline - column - site`, with any of the usual separators: the whole, and every beginning. */
function titleParts(title: string): readonly string[] {
  const cuts = Array.from(title.matchAll(/\s*[-_|—–>·]+\s*/g), ({ index }) => title.slice(0, index));
  return [title, ...cuts];
}
