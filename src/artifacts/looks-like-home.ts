import type { Anchor, PageReading } from '../model/page-reading.ts';
import { essenceOf } from './essence.ts';

/**
 * The page is the home page again, under another address: the same title, the same menu and the same news. Between two visits the clock, a
 * few headlines and the pictures in turn may change. Other front pages (of a section, for telephones, in English) share the menu at most,
 * and pages below share the menu but not the news; where the home page has no news, its text must be the same.
 */
export function looksLikeHome(page: FrontPage, home: FrontPage): boolean {
  if (page.title !== home.title && essenceOf(page.title, [page.url]) !== essenceOf(home.title, [home.url])) return false;
  if (page.challenge !== null || page.breadcrumb.length > home.breadcrumb.length) return false;
  const [here, there] = [namedLinks(page), namedLinks(home)];
  if (there.length < leastLinks || !areAlike(here, there, sameMenu)) return false;
  const [shown, expected] = [here.filter(isEntry), there.filter(isEntry)];
  if (expected.length >= leastEntries) return areAlike(shown, expected, sameNews);
  return essenceOf(page.text, [page.url]) === essenceOf(home.text, [home.url]);
}

/** What must be known of a page to tell whether it is the home page. */
export interface FrontPage extends Pick<PageReading, 'url' | 'title' | 'text' | 'challenge' | 'breadcrumb'> {
  readonly anchors: readonly FrontLink[];
}
type FrontLink = Pick<Anchor, 'text' | 'url' | 'href' | 'place'>;

/** Fewer links are found on a notice or an entrance. */
const leastLinks = 12;
const leastEntries = 5;
/** Share of the links, and of the entries among them, that each of the two must find on the other. */
const sameMenu = 0.8;
const sameNews = 0.7;

const namedLinks = ({ anchors }: FrontPage): readonly FrontLink[] => anchors.filter(({ text, url }) => text !== '' || url !== null);

/** In some templates no day stands beside the headlines, so that only their length tells them from the menu. */
const isEntry = ({ place, text }: FrontLink): boolean => place === 'row' || (place === 'content' && text.length >= 12);

function areAlike(some: readonly FrontLink[], others: readonly FrontLink[], share: number): boolean {
  return shareOf(some, others) >= share && shareOf(others, some) >= share;
}

/**
 * How many of these links are among the others: under the same words, at the same address or by the same reference, for the references
 * of a page that is served under another address lead elsewhere.
 */
function shareOf(some: readonly FrontLink[], others: readonly FrontLink[]): number {
  if (some.length === 0) return 0;
  const known = new Set(others.flatMap(keysOf));
  return some.filter(anchor => keysOf(anchor).some(key => known.has(key))).length / some.length;
}

const keysOf = ({ text, url, href }: FrontLink): readonly string[] => [`${text} ${url}`, `${text} ${href}`];
