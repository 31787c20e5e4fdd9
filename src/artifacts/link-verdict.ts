import { type FailureCause, type FetchFailure, type FetchOutcome, type FetchResponse, failureTitles } from '../model/fetch-outcome.ts';
import { type LinkCause, type LinkVerdict, okLink } from '../model/link-cause.ts';
import { securityFindings } from '../model/security.ts';
import type { Look } from '../model/snapshot.ts';
import { longWaitAsked } from '../text/retry-after.ts';
import { originOf } from '../text/urls.ts';
import { challengeOf } from './challenge.ts';
import type { QuickLook } from './quick-look.ts';
import { mislabelled, type PageContext, wrongPage } from './wrong-page.ts';

/** What is known beside the answer itself. Less knowledge gives a milder verdict, never a harsher one. */
export interface LinkContext extends PageContext {
  /** The body was asked for, so that an empty one means an empty page. */
  readonly bodyWanted?: boolean;
  /** Nearly everything else asked of the same host in the same run was answered: the fault lies with this address. */
  readonly isHostSteady?: boolean;
}

/**
 * Judges one link by how its address answered. Broken needs proof that the address leads nowhere; whatever only says
 * that we could not look (walls, limits, time-outs, certificates) is unsure; an answer that is not what was asked for is suspect.
 */
export function linkVerdict(outcome: FetchOutcome, context: LinkContext = {}): LinkVerdict {
  if (outcome.kind === 'failure') return verdictOnFailure(outcome, context);
  const verdict = verdictOnResponse(outcome, context);
  return verdict.verdict === 'ok' ? verdictOnSecurity(outcome, context) : verdict;
}

/** It can be opened, but only behind a browser's warning. Of the site itself that is said once, not of each of its links. */
function verdictOnSecurity({ security }: FetchResponse, { homeUrl }: LinkContext): LinkVerdict {
  if (security === null || (homeUrl !== undefined && originOf(homeUrl) === security.origin)) return okLink;
  return { verdict: 'unsure', cause: 'certificate', reason: `${securityFindings[security.finding]}，越过浏览器的警告才能打开` };
}

/** Why an address that did not answer with its page did not. */
export function causeOf({ status, failure }: Pick<Look, 'status' | 'failure'>): LinkCause {
  if (failure) return failures[failure.cause][1];
  if (status === 404 || status === 410) return 'not-found';
  return statuses[status ?? 0]?.[1] ?? byClass(status ?? 0);
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

/** What each failure says of the link; those after which it is known that the address leads nowhere are broken. */
const failures: Readonly<Record<FailureCause, readonly ['broken' | 'unsure', LinkCause]>> = {
  dns: ['broken', 'dns'],
  refused: ['broken', 'refused'],
  reset: ['unsure', 'cut-off-connection'],
  timeout: ['unsure', 'timeout'],
  tls: ['unsure', 'certificate'],
  protocol: ['unsure', 'protocol'],
  'redirect-loop': ['broken', 'redirect-fault'],
  'too-many-redirects': ['broken', 'redirect-fault'],
  'bad-redirect': ['broken', 'redirect-fault'],
  'forbidden-address': ['unsure', 'not-allowed'],
  robots: ['unsure', 'not-allowed'],
  proxy: ['unsure', 'not-completed'],
  interrupted: ['unsure', 'not-completed'],
};

function verdictOnFailure({ cause: failure, attempts }: FetchFailure, { isHostSteady = false }: LinkContext): LinkVerdict {
  const reason = failureTitles[failure];
  const [verdict, cause] = failures[failure];
  if (isHostSteady && (failure === 'reset' || failure === 'timeout'))
    return { verdict: 'broken', cause, reason: `${reason}（试了${attempts}次，同一网站的其他地址正常）` };
  return { verdict, cause, reason };
}

function verdictOnResponse(response: FetchResponse, context: LinkContext): LinkVerdict {
  const page = context.page ?? null;
  const wall = wallOf(response, page);
  if (wall) return { verdict: 'unsure', cause: 'blocked', reason: `被安全防护拦截（${wall}）` };
  const { status } = response;
  if (status >= 200 && status < 300) return verdictOnContent(response, context);
  const wait = longWaitAsked(response);
  if (wait !== null) return { verdict: 'unsure', cause: 'rate-limited', reason: `服务器要求${wait}秒以后再来，这次没有再试（${status}）` };
  const known = statuses[status];
  if (known) return { verdict: known[0], cause: known[1], reason: `${known[2]}（${status}）` };
  if (status === 404) return { verdict: 'broken', cause: 'not-found', reason: '返回404（页面不存在）' };
  if (status === 410) return { verdict: 'broken', cause: 'not-found', reason: '返回410（页面已被永久删除）' };
  const cause = byClass(status);
  if (cause === 'client-error') return { verdict: 'broken', cause, reason: `返回${status}（地址有误）` };
  if (cause === 'server-error') return { verdict: 'broken', cause, reason: `服务器出错（${status}）` };
  return { verdict: 'unsure', cause, reason: `服务器的应答不明（${status}）` };
}

// 520 to 530 are what content networks invent; they speak about the way to the server (521 is also a wall's).
function byClass(status: number): 'client-error' | 'server-error' | 'unclear' {
  if (status >= 400 && status < 500) return 'client-error';
  return status >= 500 && status < 520 ? 'server-error' : 'unclear';
}

const statuses: Readonly<Record<number, readonly ['broken' | 'unsure', LinkCause, string]>> = {
  401: ['unsure', 'login', '需要登录才能访问'],
  402: ['unsure', 'login', '需要付费才能访问'],
  403: ['unsure', 'blocked', '服务器拒绝自动访问'],
  405: ['unsure', 'blocked', '服务器不接受这种访问方式'],
  406: ['unsure', 'blocked', '服务器不提供我们能接受的格式'],
  407: ['unsure', 'not-completed', '代理服务器要求登录'],
  408: ['unsure', 'timeout', '服务器等待超时'],
  412: ['unsure', 'blocked', '服务器拒绝自动访问'],
  425: ['unsure', 'rate-limited', '服务器要求稍后再试'],
  429: ['unsure', 'rate-limited', '请求过于频繁'],
  451: ['unsure', 'blocked', '因法律原因不能访问'],
  500: ['broken', 'server-error', '服务器内部错误'],
  502: ['broken', 'server-error', '网关没有得到应答'],
  503: ['broken', 'server-error', '服务不可用'],
  504: ['broken', 'server-error', '网关等待超时'],
  511: ['unsure', 'login', '需要先登录网络'],
  521: ['unsure', 'blocked', '服务器拒绝自动访问'],
  999: ['unsure', 'blocked', '服务器拒绝自动访问'],
};

const suspect = (cause: LinkCause, reason: string): LinkVerdict => ({ verdict: 'suspect', cause, reason });

/** It answered; is it what was asked for, and is it whole? */
function verdictOnContent(response: FetchResponse, context: LinkContext): LinkVerdict {
  const { status, headers, body, truncated } = response;
  const wrong = wrongPage(response, context) ?? mislabelled(response);
  if (wrong) return wrong;
  if (status === 200 && isEmpty(response, context)) return suspect('empty', '内容是空的');
  if (truncated && body.length < longestBrokenOff) return suspect('incomplete', '内容没有传完就断开了');
  if (context.page?.isBlank) return suspect('empty', '页面上什么也没有');
  // Compression never leaves the size as it was: these bytes were never compressed, whatever the header says.
  const isMislabelled = body.length > 0 && headers['content-encoding'] !== undefined && headers['content-length'] === String(body.length);
  return isMislabelled && !/^\s*identity\s*$/i.test(headers['content-encoding']!)
    ? suspect('incomplete', '声明的压缩格式与内容不符')
    : okLink;
}

/** A body that was cut because it is larger than we read is no fault. Bytes. */
const longestBrokenOff = 1_000_000;

function isEmpty({ headers, body }: FetchResponse, { bodyWanted = false }: LinkContext): boolean {
  const type = headers['content-type'] ?? '';
  // Empty style sheets and scripts are common and harm nobody.
  if (/css|javascript/i.test(type)) return false;
  return headers['content-length'] === '0' || (bodyWanted && body.length === 0 && (type === '' || /html/i.test(type)));
}
