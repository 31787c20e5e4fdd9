import type { FetchResponse } from '../model/fetch-outcome.ts';
import { isOwnAddress } from './baseline.ts';
import { essenceOf } from './essence.ts';
import { type FrontPage, looksLikeHome } from './looks-like-home.ts';
import type { QuickLook } from './quick-look.ts';

/** How a host answers an address that cannot exist, where it does not honestly say 404. For check of links; `check` has `baseline.ts`. */
export interface MissingAnswer {
  readonly finalUrl: string;
  readonly wasRedirected: boolean;
  /** What it says apart from what it says anew each time; null when it could as well be a page: it says too much, or lists articles. */
  readonly said: string | null;
  /** Addresses that it carries, without their parameters. */
  readonly links: ReadonlySet<string>;
  /** The home page that it shows; null when it shows another page. */
  readonly home: FrontPage | null;
}

/** `page`: what was read of the answer. `home`: the home page of the site. Null when the answer proves nothing about others like it. */
export function missingAnswerOf(answer: FetchResponse, page: QuickLook | null, home: FrontPage): MissingAnswer | null {
  if (answer.status !== 200 || !page || page.wall !== null) return null;
  const { url, finalUrl } = answer;
  const common = { finalUrl, wasRedirected: url !== finalUrl, links: new Set(linksOf(page)) };
  const front = frontOf(page, finalUrl);
  if (looksLikeHome(front, home)) return isLean(page) ? null : { ...common, said: null, home };
  const said = saidBy(page, [url, finalUrl]);
  // A site that answers everything with one and the same shell, or whose home page is its error page, proves nothing by it.
  if (said === essenceOf(`${home.title} ${home.text}`, [home.url])) return null;
  return { ...common, said, home: null };
}

/** The page is the host's answer for a missing page: sent to the same place, saying the same, or the home page under another address. */
export function isLikeMissing(answer: FetchResponse, page: QuickLook | null, missing: MissingAnswer): 'same' | 'home' | null {
  const { url, finalUrl } = answer;
  if (missing.wasRedirected && isSentElsewhere(answer)) return withoutExtras(finalUrl) === withoutExtras(missing.finalUrl) ? 'same' : null;
  if (!page || url === missing.finalUrl) return null;
  if (missing.home !== null) return finalUrl !== missing.home.url && looksLikeHome(frontOf(page, finalUrl), missing.home) ? 'home' : null;
  const isAlike = missing.said !== null && saidBy(page, [url, finalUrl]) === missing.said && hasSameLinks(page, missing);
  return isAlike ? 'same' : null;
}

/** It was answered by another page, not by itself under https, another host name, or with the slash or file name that was left out. */
export function isSentElsewhere(answer: Pick<FetchResponse, 'url' | 'finalUrl'>): boolean {
  const [from, to] = [URL.parse(answer.url), URL.parse(answer.finalUrl)];
  return from !== null && to !== null && from.pathname !== to.pathname && !isOwnAddress(answer);
}

/** It says so little, and lists so few articles, that it could be the answer for a missing page. */
export const isLean = (page: QuickLook): boolean => page.proseLength < mostProse && headlines(page) < mostHeadlines;

/** The page as its links and words show it, for comparison with the home page. */
export function frontOf({ title, text, links, wall }: QuickLook, url: string): FrontPage {
  const anchors = links
    .filter(({ element, text: words }) => element === 'a' && words !== '')
    .map(link => ({ text: link.text, url: link.url, href: '', place: 'content' as const }));
  return { url, title, text, anchors, challenge: wall, breadcrumb: [] };
}

/** Characters outside links. A long common text proves nothing: some hosts answer a missing address with a whole column. */
const mostProse = 400;
/** Links that are no menu: so many are the list of a column. */
const mostHeadlines = 5;
const headlines = ({ links }: QuickLook): number => links.filter(({ element, text }) => element === 'a' && text.length >= 12).length;
const leastSaid = 6;
const leastOfShell = 20;

function saidBy(page: QuickLook, urls: readonly string[]): string | null {
  // A shell that its script fills is the same for every address.
  if (!isLean(page) || (page.hasScript && page.textLength < leastOfShell)) return null;
  const said = essenceOf(`${page.title} ${page.text}`, urls);
  return said.length < leastSaid ? null : said;
}

const linksOf = ({ links }: QuickLook): readonly string[] => links.flatMap(({ url, optional }) => (optional ? [] : [withoutExtras(url)]));

/** One in ten may be new: “back”, “report this address”. A picture or a frame that the answer does not show may be all that the page is for. */
function hasSameLinks(page: QuickLook, { links: known }: MissingAnswer): boolean {
  const fresh = page.links.filter(({ url, optional }) => !optional && !known.has(withoutExtras(url)));
  if (fresh.some(({ element }) => fillings.has(element))) return false;
  return new Set(fresh.map(({ url }) => url)).size <= Math.max(1, page.links.length / 10);
}

const fillings = new Set(['img', 'iframe', 'frame', 'embed', 'object', 'video', 'audio', 'source']);
const withoutExtras = (url: string): string => url.replace(/[?#].*$/s, '');
