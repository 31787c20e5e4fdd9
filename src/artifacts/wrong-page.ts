import type { FetchResponse } from '../model/fetch-outcome.ts';
import type { LinkCause, LinkVerdict } from '../model/link-cause.ts';
import { binaryName } from '../text/binary-name.ts';
import { isDocumentAddress } from '../text/document-address.ts';
import { isLean, isLikeMissing, type MissingAnswer } from './missing-answer.ts';
import type { QuickLook } from './quick-look.ts';

/** What is known beside the answer itself. Less knowledge gives a milder verdict, never a harsher one. */
export interface PageContext {
  /** The home page of the site that is checked. The root of every host counts as home anyway. */
  readonly homeUrl?: string;
  /** What one pass over the body found; absent or null when the body was not read as a page. */
  readonly page?: QuickLook | null;
  /** How the host answers an address of this kind that cannot exist. */
  readonly missing?: MissingAnswer | null;
}

/**
 * What came instead of the page that was asked for: the home page, an error page in disguise, a login. Null when it is the page, whole or
 * not. Only an answer with a status of success is judged here.
 */
export function wrongPage(response: FetchResponse, { homeUrl, page = null, missing = null }: PageContext): LinkVerdict | null {
  const { url, finalUrl } = response;
  const leadsHome = (address: string) => isHome(address, homeUrl) && !isHome(url, homeUrl);
  if (url !== finalUrl && leadsHome(finalUrl)) return suspect('home', '跳转到首页');
  if (page?.error) return suspect('soft-404', `显示“${page.error}”，疑似错误页`);
  if (url !== finalUrl && isErrorAddress(finalUrl) && !isErrorAddress(url)) return suspect('soft-404', '跳转到错误页');
  if (page?.onward && leadsHome(page.onward)) return suspect('home', '页面自动跳转到首页');
  if (page?.onward && isErrorAddress(page.onward) && !isErrorAddress(url)) return suspect('soft-404', '页面自动跳转到错误页');
  if (isLoginInstead(response, page)) return { verdict: 'unsure', cause: 'login', reason: '跳转到登录页，需要登录才能查看' };
  const likeness = missing && !isHome(url, homeUrl) && !asksToLogIn(finalUrl, page) ? isLikeMissing(response, page, missing) : null;
  if (likeness === 'home') return suspect('home', '显示的是首页，该网站对不存在的地址都显示首页');
  if (likeness === 'same') return suspect('soft-404', '与该网站对不存在地址的应答相同，疑似错误页');
  return page && isDocumentAddress(url) && isBarePage(page) ? suspect('soft-404', '应是文件，打开的却是网页') : null;
}

/** Bytes that the server calls a page and that are none: a browser shows gibberish. Null when it may be a page, or is offered for saving. */
export function mislabelled({ headers, body }: FetchResponse): LinkVerdict | null {
  const isCalledPage = /^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(headers['content-type'] ?? '');
  if (!isCalledPage || /attachment/i.test(headers['content-disposition'] ?? '')) return null;
  const name = binaryName(body);
  return name === null ? null : suspect('incomplete', `服务器声明为网页，内容却是${name}，浏览器显示为乱码`);
}

const suspect = (cause: LinkCause, reason: string): LinkVerdict => ({ verdict: 'suspect', cause, reason });

/** A published page or file that leads to a login; the entrance of a system (`/oa/`) may well be its login. */
const isLoginInstead = ({ url, finalUrl }: FetchResponse, page: QuickLook | null): boolean =>
  url !== finalUrl && page !== null && page.hasPassword && published.test(pathOf(url)) && login.test(finalUrl) && !login.test(url);

/** Systems send whoever is not known to their login, wherever he wanted to go; that the page is missing is not said by it. */
const asksToLogIn = (finalUrl: string, page: QuickLook | null): boolean => page?.hasPassword === true || login.test(finalUrl);

const published = /\.s?html?$|\.(?:pdf|docx?|xlsx?|wps|zip|rar)$/i;
const login = /[/?=&._-](?:login|signin|sign-in|sso|cas|passport|denglu|uaa|oauth2?)(?:$|[/?=&._-])/i;

/** A page may hold a file, or a script fetch it: then it is the way to the file. */
const isBarePage = (page: QuickLook): boolean =>
  isLean(page) && !page.hasScript && !page.links.some(({ element, url }) => holders.has(element) || isDocumentAddress(url));
const holders = new Set(['iframe', 'frame', 'embed', 'object']);

const pathOf = (url: string): string => URL.parse(url)?.pathname ?? '';
const isErrorAddress = (url: string): boolean => errorAddress.test(pathOf(url));
const errorAddress =
  /(?:^|\/)(?:40[034]|50[0-3]|error|err|errpage|error[-_]?page|not[-_]?found|nopage|page[-_]?not[-_]?found)(?:\/|\.\w+|$)/i;

/** The root of a host or its index file, without parameters; or the home page that was named. */
function isHome(url: string, homeUrl: string | undefined): boolean {
  if (url === homeUrl) return true;
  const parsed = URL.parse(url);
  return parsed !== null && parsed.search === '' && /^\/(?:(?:index|default|home|main)\.\w+)?$/i.test(parsed.pathname);
}
