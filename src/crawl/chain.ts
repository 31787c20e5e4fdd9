import type { FailureCause, FetchFailure, FetchOutcome, FetchResponse, Hop } from '../model/fetch-outcome.ts';
import { attemptUntilAnswered, type Means, type Spent } from './attempt.ts';
import { type CookieJar, createCookieJar } from './cookies.ts';
import { decompress } from './decompress.ts';
import type { Answer } from './exchange.ts';
import type { FetchRequest, Patience } from './fetcher.ts';
import { isWebAddress, nextStep, withoutExtras } from './redirects.ts';
import { conditionsOf } from './validators.ts';
import { single } from './wanted-body.ts';

/** Limits and headers that are the same for every request of a fetcher. */
export interface ChainRules {
  readonly headers: Readonly<Record<string, string>>;
  readonly maxRedirects: number;
  readonly maxBodyBytes: number;
}

/**
 * Follows one address through its redirects to an answer or a failure. Never rejects.
 * `fetchedAt` is when the last request was sent and `elapsedMs` the time spent in connections: waiting for a turn says nothing about the server.
 */
export async function followChain(means: Means, rules: ChainRules, request: FetchRequest, signal: AbortSignal): Promise<FetchOutcome> {
  const parsed = URL.parse(request.url);
  if (!parsed || !isWebAddress(parsed)) return notWeb(request.url);
  const start = withoutExtras(parsed);
  const jar = createCookieJar();
  const seen = new Set<string>();
  const hops: Hop[] = [];
  const attempts = attemptsFor(request.patience ?? 'as-set', means.attempts);
  let spent: Spent = { attempts: 1, milliseconds: 0, startedAt: Date.now(), address: null, security: null };

  for (let url = start; ; ) {
    const fail = (cause: FailureCause, detail: string): FetchOutcome => ({
      kind: 'failure',
      ...attempted(start, url, hops, spent),
      cause,
      detail,
    });
    const cookie = jar.header(url);
    const state = `${url.href}\n${cookie}`;
    if (seen.has(state)) return fail('redirect-loop', `${url.href} again with the same cookies`);
    if (hops.length > rules.maxRedirects) return fail('too-many-redirects', `more than ${rules.maxRedirects} redirects`);
    seen.add(state);

    const headers = headersFor(rules, request, url, cookie);
    const asked = { url, headers, body: request.body, maxBodyBytes: rules.maxBodyBytes, attempts, signal };
    const { exchange, spent: now } = await attemptUntilAnswered(means, asked, spent);
    spent = now;
    if (exchange.kind === 'none') return fail(exchange.cause, exchange.detail);

    const step = nextStep(exchange.status, single(exchange.headers.location), url);
    if (step.kind === 'stay') return { kind: 'response', ...attempted(start, url, hops, spent), ...(await readAnswer(exchange, rules)) };
    hops.push({ url: url.href, status: exchange.status, location: step.location });
    if (step.kind === 'bad') return fail('bad-redirect', step.detail);
    storeCookies(jar, url, exchange);
    url = step.url;
  }
}

const attemptsFor = (patience: Patience, asSet: number): number =>
  ({ 'as-set': asSet, 'one-less': Math.max(1, asSet - 1), once: 1 })[patience];

type Attempted = Omit<FetchFailure, 'kind' | 'cause' | 'detail'>;

function attempted(start: URL, last: URL, hops: readonly Hop[], spent: Spent): Attempted {
  return {
    url: start.href,
    finalUrl: last.href,
    hops: [...hops],
    fetchedAt: new Date(spent.startedAt).toISOString(),
    elapsedMs: Math.round(spent.milliseconds),
    attempts: spent.attempts,
    address: spent.address,
    security: spent.security,
  };
}

function notWeb(url: string): FetchFailure {
  const nothing = {
    finalUrl: url,
    hops: [],
    fetchedAt: new Date().toISOString(),
    elapsedMs: 0,
    attempts: 0,
    address: null,
    security: null,
  };
  return { kind: 'failure', url, ...nothing, cause: 'protocol', detail: 'not an http or https address' };
}

async function readAnswer(answer: Answer, rules: ChainRules): Promise<Pick<FetchResponse, 'status' | 'headers' | 'body' | 'truncated'>> {
  const headers = joinHeaders(answer.headers);
  const decoded = await decompress(answer.body, headers['content-encoding'] ?? '', rules.maxBodyBytes);
  return { status: answer.status, headers, body: decoded.bytes, truncated: answer.truncated || decoded.truncated };
}

const joinHeaders = (headers: Answer['headers']): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]));

// A header value that HTTP cannot carry would fail the request; a referrer is no reason for that.
function headersFor(rules: ChainRules, request: FetchRequest, url: URL, cookie: string): Readonly<Record<string, string>> {
  const referrer = request.referrer === undefined ? null : URL.parse(request.referrer);
  const headers: Record<string, string> = { ...rules.headers };
  if (referrer && isWebAddress(referrer)) headers.referer = withoutExtras(referrer).href;
  if (cookie !== '') headers.cookie = cookie;
  return request.ifChanged?.url === url.href ? { ...headers, ...conditionsOf(request.ifChanged) } : headers;
}

function storeCookies(jar: CookieJar, url: URL, answer: Answer): void {
  const given = answer.headers['set-cookie'];
  if (given !== undefined) jar.store(url, Array.isArray(given) ? given : [given]);
}
