import type { Link } from '../model/artifacts.ts';
import { type FailureCause, type FetchFailure, type FetchOutcome, type FetchResponse, failureTitles } from '../model/fetch-outcome.ts';
import { challengeOf } from './challenge.ts';
import type { QuickLook } from './quick-look.ts';

/** What is said about a link. `reason` is one Chinese clause with the cause, empty when ok. */
export type LinkVerdict = Pick<Link, 'verdict' | 'reason'>;

/** How a host answers an address that cannot exist, where it does not honestly say 404. */
export interface MissingAnswer {
  readonly finalUrl: string;
  readonly wasRedirected: boolean;
  /** Of its words; see `LinkContext.fingerprint`. */
  readonly fingerprint: number;
}

/** What is known beside the answer itself. Less knowledge gives a milder verdict, never a harsher one. */
export interface LinkContext {
  /** The home page of the site that is checked. The root of every host counts as home anyway. */
  readonly homeUrl?: string;
  /** What one pass over the body found; absent or null when the body was not read as a page. */
  readonly page?: QuickLook | null;
  /** The body was asked for, so that an empty one means an empty page. */
  readonly bodyWanted?: boolean;
  /** Of the page's words, made the same way as that of `missing`. */
  readonly fingerprint?: number;
  readonly missing?: MissingAnswer | null;
  /** Nearly everything else asked of the same host in the same run was answered: the fault lies with this address. */
  readonly isHostSteady?: boolean;
}

/**
 * Judges one link by how its address answered. Broken needs proof that the address leads nowhere; whatever only says
 * that we could not look (walls, limits, time-outs, certificates) is unsure; an answer that is not what was asked for is suspect.
 */
export function linkVerdict(outcome: FetchOutcome, context: LinkContext = {}): LinkVerdict {
  return outcome.kind === 'failure' ? verdictOnFailure(outcome, context) : verdictOnResponse(outcome, context);
}

/** The server turned us away, as opposed to the page being missing: reason to stop asking it when it happens again and again. */
export function isRefusal(outcome: FetchOutcome, page: QuickLook | null = null): boolean {
  if (outcome.kind === 'failure') return false;
  return refusals.has(outcome.status) || wallOf(outcome, page) !== null;
}

/** The answer is a page of the site whose links may be followed, even when it is cut off or wrongly labelled. */
export const isRightPage = (response: FetchResponse, context: LinkContext): boolean =>
  response.status >= 200 &&
  response.status < 300 &&
  wallOf(response, context.page ?? null) === null &&
  wrongPage(response, context) === null;

const refusals = new Set([403, 412, 429, 521, 999]);

/** Without the page, only head lines can tell; a missing page is never a wall. */
function wallOf({ status, headers }: FetchResponse, page: QuickLook | null): string | null {
  if (page) return page.wall;
  return (status >= 400 && status !== 404 && status !== 410) || 'cf-mitigated' in headers ? challengeOf('', '', { status, headers }) : null;
}

/** Failures after which it is known that the address leads nowhere. */
const dead: ReadonlySet<FailureCause> = new Set<FailureCause>(['dns', 'refused', 'redirect-loop', 'too-many-redirects', 'bad-redirect']);

function verdictOnFailure({ cause, attempts }: FetchFailure, { isHostSteady = false }: LinkContext): LinkVerdict {
  const reason = failureTitles[cause];
  if (dead.has(cause)) return { verdict: 'broken', reason };
  if (cause === 'reset' && isHostSteady) return { verdict: 'broken', reason: `${reason}（试了${attempts}次，同一网站的其他地址正常）` };
  return { verdict: 'unsure', reason };
}

function verdictOnResponse(response: FetchResponse, context: LinkContext): LinkVerdict {
  const page = context.page ?? null;
  const wall = wallOf(response, page);
  if (wall) return { verdict: 'unsure', reason: `被安全防护拦截（${wall}）` };
  const { status } = response;
  if (status >= 200 && status < 300) return verdictOnContent(response, context);
  const known = statusReasons[status];
  if (known) return { verdict: undecided.has(status) ? 'unsure' : 'broken', reason: `${known}（${status}）` };
  if (status === 404) return { verdict: 'broken', reason: '返回404（页面不存在）' };
  if (status === 410) return { verdict: 'broken', reason: '返回410（页面已被永久删除）' };
  if (status >= 400 && status < 500) return { verdict: 'broken', reason: `返回${status}（地址有误）` };
  // 520 to 530 are what content networks invent; they speak about the way to the server (521 is also a wall's).
  if (status >= 500 && status < 520) return { verdict: 'broken', reason: `服务器出错（${status}）` };
  return { verdict: 'unsure', reason: `服务器的应答不明（${status}）` };
}

const statusReasons: Readonly<Record<number, string>> = {
  401: '需要登录才能访问',
  402: '需要付费才能访问',
  403: '服务器拒绝自动访问',
  405: '服务器不接受这种访问方式',
  406: '服务器不提供我们能接受的格式',
  407: '代理服务器要求登录',
  408: '服务器等待超时',
  412: '服务器拒绝自动访问',
  425: '服务器要求稍后再试',
  429: '请求过于频繁',
  451: '因法律原因不能访问',
  500: '服务器内部错误',
  502: '网关没有得到应答',
  503: '服务不可用',
  504: '网关等待超时',
  511: '需要先登录网络',
  521: '服务器拒绝自动访问',
  999: '服务器拒绝自动访问',
};
const undecided = new Set([401, 402, 403, 405, 406, 407, 408, 412, 425, 429, 451, 511, 521, 999]);

const ok: LinkVerdict = { verdict: 'ok', reason: '' };
const suspect = (reason: string): LinkVerdict => ({ verdict: 'suspect', reason });

/** It answered; is it what was asked for, and is it whole? */
function verdictOnContent(response: FetchResponse, context: LinkContext): LinkVerdict {
  const { status, headers, body, truncated } = response;
  const wrong = wrongPage(response, context);
  if (wrong) return suspect(wrong);
  if (status === 200 && isEmpty(response, context)) return suspect('内容是空的');
  if (truncated && body.length < longestBrokenOff) return suspect('内容没有传完就断开了');
  // Compression never leaves the size as it was: these bytes were never compressed, whatever the header says.
  const isMislabelled = body.length > 0 && headers['content-encoding'] !== undefined && headers['content-length'] === String(body.length);
  return isMislabelled && !/^\s*identity\s*$/i.test(headers['content-encoding']!) ? suspect('声明的压缩格式与内容不符') : ok;
}

/** What came instead of the page that was asked for: the home page or an error page in disguise. Null when it is the page, whole or not. */
function wrongPage(response: FetchResponse, context: LinkContext): string | null {
  const { url, finalUrl } = response;
  if (url !== finalUrl && isHome(finalUrl, context.homeUrl) && !isHome(url, context.homeUrl)) return '跳转到首页';
  if (context.page?.error) return `显示“${context.page.error}”，疑似错误页`;
  if (url !== finalUrl && errorAddress.test(pathOf(finalUrl)) && !errorAddress.test(pathOf(url))) return '跳转到错误页';
  return isLikeMissing(response, context) ? '与该网站对不存在地址的应答相同，疑似错误页' : null;
}

/** A body that was cut because it is larger than we read is no fault. Bytes. */
const longestBrokenOff = 1_000_000;

function isEmpty({ headers, body }: FetchResponse, { bodyWanted = false }: LinkContext): boolean {
  const type = headers['content-type'] ?? '';
  // Empty style sheets and scripts are common and harm nobody.
  if (/css|javascript/i.test(type)) return false;
  return headers['content-length'] === '0' || (bodyWanted && body.length === 0 && /html/i.test(type));
}

function isLikeMissing({ finalUrl, url }: FetchResponse, { missing, fingerprint, page }: LinkContext): boolean {
  if (!missing) return false;
  if (missing.wasRedirected && url !== finalUrl && withoutQuery(finalUrl) === withoutQuery(missing.finalUrl)) return true;
  // A long common text proves nothing: some hosts answer a missing address with a whole column.
  return page !== null && page !== undefined && page.textLength < 600 && fingerprint === missing.fingerprint;
}

const withoutQuery = (url: string): string => url.replace(/[?#].*$/s, '');
const pathOf = (url: string): string => URL.parse(url)?.pathname ?? '';
const errorAddress =
  /(?:^|\/)(?:40[034]|50[0-3]|error|err|errpage|error[-_]?page|not[-_]?found|nopage|page[-_]?not[-_]?found)(?:\/|\.\w+|$)/i;

/** The root of a host or its index file, without parameters; or the home page that was named. */
function isHome(url: string, homeUrl: string | undefined): boolean {
  if (url === homeUrl) return true;
  const parsed = URL.parse(url);
  return parsed !== null && parsed.search === '' && /^\/(?:(?:index|default|home|main)\.\w+)?$/i.test(parsed.pathname);
}
