import { setTimeout as sleep } from 'node:timers/promises';
import { type Exchange, type ExchangeRequest, exchange, type NoAnswer } from './exchange.ts';
import { interruption, isParseTrouble, type Trouble, troubleOf } from './failures.ts';
import { looseExchange } from './loose-exchange.ts';
import type { Pacer, Route } from './pace.ts';
import type { ProxyChoice } from './proxy.ts';
import type { Resolver } from './resolve.ts';
import { isBusyStatus, isPassingStatus, longestWaitSeconds, retryAfterSeconds, waitBeforeRetry } from './retry.ts';
import { routeThrough, routeTo } from './route.ts';
import type { Transport } from './transport.ts';
import { single } from './wanted-body.ts';

/** What all requests of one fetcher share. */
export interface Means {
  readonly resolver: Resolver;
  readonly transport: Transport;
  readonly pacer: Pacer;
  readonly proxyFor: ProxyChoice;
  readonly namedHosts: ReadonlySet<string>;
  /** How many answers in a row only the loose reader could read, by origin. */
  readonly looseAnswers: Map<string, number>;
  readonly attempts: number;
  readonly timeoutMilliseconds: number;
  readonly backoffMilliseconds: number;
}

/** One request of a chain. */
export type Asked = Pick<ExchangeRequest, 'url' | 'headers' | 'body' | 'maxBodyBytes' | 'signal'>;

/** What a chain has used up so far: its hops share one budget of attempts. */
export interface Spent {
  /** 1 plus the number of repetitions. */
  readonly attempts: number;
  /** In connections; waiting for a turn or between attempts is not counted. */
  readonly milliseconds: number;
  /** When the last request was sent; milliseconds since 1970. */
  readonly startedAt: number;
  /** Of the last connection. */
  readonly address: string | null;
}

/** Asks until there is an answer worth keeping or the attempts are used up. Never rejects; waits hold no place in any queue. */
export async function attemptUntilAnswered(means: Means, asked: Asked, before: Spent): Promise<{ exchange: Exchange; spent: Spent }> {
  let spent = before;
  for (;;) {
    const result = await attempt(means, asked);
    const { address, milliseconds } = result;
    spent = { ...spent, milliseconds: spent.milliseconds + milliseconds, startedAt: result.startedAt, address };
    const wait = spent.attempts < means.attempts ? waitAfter(means, result, spent.attempts) : null;
    if (wait === null) return { exchange: result, spent };
    try {
      if (wait > 0) await sleep(wait, undefined, { signal: asked.signal });
    } catch {
      return { exchange: notSent(interruption), spent };
    }
    spent = { ...spent, attempts: spent.attempts + 1 };
  }
}

async function attempt(means: Means, asked: Asked): Promise<Exchange> {
  const proxy = means.proxyFor(asked.url);
  try {
    const route = proxy ? routeThrough(means, proxy, asked.url) : await routeTo(means, asked.url, asked.signal);
    if ('cause' in route) return notSent(route);
    const result = await askStrictOrLoose(means, asked, proxy, route);
    heed(means, route, result);
    return result;
  } catch (error) {
    return notSent(asked.signal.aborted ? interruption : troubleOf(error, { throughProxy: false }));
  }
}

/**
 * Undici first; when it refuses the answer as malformed, the loose reader (crawling lesson: browsers read such answers).
 * An origin that is always like that is not asked twice for every page. There is no loose way through a tunnel or past a proxy's password.
 */
async function askStrictOrLoose(means: Means, asked: Asked, proxy: URL | null, route: Route): Promise<Exchange> {
  const { timeoutMilliseconds, transport, pacer, looseAnswers } = means;
  const { origin } = asked.url;
  const looseSoFar = looseAnswers.get(origin) ?? 0;
  const request = { ...asked, timeoutMilliseconds, throughProxy: proxy !== null };
  const askLoosely = (): Promise<Exchange> =>
    pacer.run(route, asked.signal, () => looseExchange({ ...request, connect: () => transport.connect(asked.url, proxy) }));
  if (looseSoFar >= looseAnswersToBeSure) return askLoosely();

  const strict = await pacer.run(route, asked.signal, () => exchange({ ...request, dispatcher: transport.dispatcher(proxy) }));
  const hasLooseWay = proxy === null || (asked.url.protocol === 'http:' && proxy.protocol.startsWith('http') && proxy.username === '');
  if (strict.kind === 'answer' && looseSoFar > 0) looseAnswers.delete(origin);
  if (strict.kind === 'answer' || !isParseTrouble(strict) || !hasLooseWay) return strict;
  const loose = await askLoosely();
  if (loose.kind === 'answer') looseAnswers.set(origin, looseSoFar + 1);
  return { ...loose, milliseconds: strict.milliseconds + loose.milliseconds };
}

const looseAnswersToBeSure = 3;

const notSent = (trouble: Trouble): NoAnswer => ({ kind: 'none', ...trouble, address: null, startedAt: Date.now(), milliseconds: 0 });

/** Milliseconds; null when the result stands. */
function waitAfter(means: Means, result: Exchange, attempt: number): number | null {
  if (result.kind === 'none') return result.temporary ? waitBeforeRetry(attempt, null, means.backoffMilliseconds) : null;
  return isPassingStatus(result.status) ? waitBeforeRetry(attempt, askedWait(result), means.backoffMilliseconds) : null;
}

function askedWait(result: Exchange): number | null {
  return result.kind === 'answer' ? retryAfterSeconds(single(result.headers['retry-after']), Date.now()) : null;
}

// A local host rests only when it asks for it; a public one also when it is merely overloaded.
function heed(means: Means, route: Route, result: Exchange): void {
  if (result.kind !== 'answer') return;
  if (!isBusyStatus(result.status)) {
    if (result.status < 400 && !route.local) means.pacer.relieve(route.host);
    return;
  }
  const asked = askedWait(result);
  if (asked !== null && asked <= longestWaitSeconds) means.pacer.pause(route.host, asked);
  if ((asked === null || asked > longestWaitSeconds) && !route.local) means.pacer.rest(route.host);
}
