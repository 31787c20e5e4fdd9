import { setTimeout as sleep } from 'node:timers/promises';
import type { Security } from '../model/security.ts';
import { type AskingMeans, askedWait, askOnce } from './ask-once.ts';
import type { Exchange, ExchangeRequest, NoAnswer } from './exchange.ts';
import { interruption, type Trouble, troubleOf } from './failures.ts';
import type { ProxyChoice } from './proxy.ts';
import { isPassingStatus, waitBeforeRetry } from './retry.ts';
import { routeThrough, routeTo } from './route.ts';
import type { Warned } from './tls-ladder.ts';

/** What all requests of one fetcher share. */
export interface Means extends AskingMeans {
  readonly proxyFor: ProxyChoice;
  readonly attempts: number;
  readonly backoffMilliseconds: number;
}

/** One request of a chain. */
export interface Asked extends Pick<ExchangeRequest, 'url' | 'headers' | 'body' | 'maxBodyBytes' | 'signal'> {
  /** How often it may be asked in all. */
  readonly attempts: number;
}

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
  /** The first connection that a browser would have warned of. */
  readonly security: Security | null;
}

/** Asks until there is an answer worth keeping or the attempts are used up. Never rejects; waits hold no place in any queue. */
export async function attemptUntilAnswered(means: Means, asked: Asked, before: Spent): Promise<{ exchange: Exchange; spent: Spent }> {
  let spent = before;
  for (;;) {
    const { exchange: result, security } = await attempt(means, asked);
    const { address, startedAt } = result;
    const milliseconds = spent.milliseconds + result.milliseconds;
    spent = { ...spent, milliseconds, startedAt, address, security: spent.security ?? security };
    const wait = spent.attempts < asked.attempts ? waitAfter(means, result, spent.attempts) : null;
    if (wait === null) return { exchange: result, spent };
    try {
      if (wait > 0) await sleep(wait, undefined, { signal: asked.signal });
    } catch {
      return { exchange: notSent(interruption), spent };
    }
    spent = { ...spent, attempts: spent.attempts + 1 };
  }
}

async function attempt(means: Means, asked: Asked): Promise<Warned> {
  const proxy = means.proxyFor(asked.url);
  try {
    const route = proxy ? routeThrough(means, proxy, asked.url) : await routeTo(means, asked.url, asked.signal);
    if ('cause' in route) return { exchange: notSent(route), security: null };
    return await askOnce(means, { ...asked, proxy, route });
  } catch (error) {
    const trouble = asked.signal.aborted ? interruption : troubleOf(error, { throughProxy: false });
    return { exchange: notSent(trouble), security: null };
  }
}

const notSent = (trouble: Trouble): NoAnswer => ({ kind: 'none', ...trouble, address: null, startedAt: Date.now(), milliseconds: 0 });

/** Milliseconds; null when the result stands. */
function waitAfter(means: Means, result: Exchange, attempt: number): number | null {
  if (result.kind === 'none') return result.temporary ? waitBeforeRetry(attempt, null, means.backoffMilliseconds) : null;
  return isPassingStatus(result.status) ? waitBeforeRetry(attempt, askedWait(result), means.backoffMilliseconds) : null;
}
