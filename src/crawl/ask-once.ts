import { TLSSocket } from 'node:tls';
import { retryAfterSeconds } from '../text/retry-after.ts';
import { type Exchange, type ExchangeRequest, exchange } from './exchange.ts';
import { isLengthTrouble, isParseTrouble } from './failures.ts';
import { looseExchange } from './loose-exchange.ts';
import type { Pacer, Route } from './pace.ts';
import type { Resolver } from './resolve.ts';
import { routeTo } from './route.ts';
import { issuersAbove, lastOfChain } from './tls-issuers.ts';
import type { TlsLadder, Warned } from './tls-ladder.ts';
import { strictWay, type TlsWay } from './tls-rungs.ts';
import type { Transport } from './transport.ts';
import { single } from './wanted-body.ts';

/** What asking needs of the fetcher. */
export interface AskingMeans {
  readonly resolver: Resolver;
  readonly transport: Transport;
  readonly pacer: Pacer;
  readonly namedHosts: ReadonlySet<string>;
  /** How many answers in a row only the loose reader could read, by origin. */
  readonly looseAnswers: Map<string, number>;
  readonly ladder: TlsLadder;
  readonly timeoutMilliseconds: number;
}

/** One request, with the way to its server. */
export interface Question extends Pick<ExchangeRequest, 'url' | 'headers' | 'body' | 'maxBodyBytes' | 'signal'> {
  readonly proxy: URL | null;
  readonly route: Route;
}

/** Asks one address, as carefully as its server allows: every connection waits for its turn. Rejects when the signal aborts before that. */
export async function askOnce(means: AskingMeans, question: Question): Promise<Warned> {
  if (question.url.protocol === 'http:') return { exchange: await askStrictOrLoose(means, question, strictWay), security: null };
  return means.ladder.ask({
    origin: question.url.origin,
    askOver: way => askStrictOrLoose(means, question, way),
    // Past a proxy nobody sees which certificates were sent.
    missingIssuers: async () => (question.proxy === null ? missingIssuers(means, question) : []),
  });
}

/** For how long the server asks to be left alone, in seconds; null when it does not. */
export function askedWait(result: Exchange): number | null {
  return result.kind === 'answer' ? retryAfterSeconds(single(result.headers['retry-after']), Date.now()) : null;
}

/**
 * Undici first; when it refuses the answer as malformed, the loose reader (crawling lesson: browsers read such answers).
 * An origin that is always like that is not asked twice for every page. There is no loose way through a tunnel or past a proxy's password.
 */
async function askStrictOrLoose(means: AskingMeans, question: Question, way: TlsWay): Promise<Exchange> {
  const { timeoutMilliseconds, transport, looseAnswers } = means;
  const { url, proxy } = question;
  const looseSoFar = looseAnswers.get(url.origin) ?? 0;
  const request = { ...question, timeoutMilliseconds, throughProxy: proxy !== null };
  const askLoosely = (): Promise<Exchange> =>
    inTurn(means, question, () => looseExchange({ ...request, connect: () => transport.connect(url, proxy, way) }));
  if (looseSoFar >= looseAnswersToBeSure) return askLoosely();

  const strict = await inTurn(means, question, () => exchange({ ...request, dispatcher: transport.dispatcher(proxy, way) }));
  const hasLooseWay = proxy === null || (url.protocol === 'http:' && proxy.protocol.startsWith('http') && proxy.username === '');
  if (!isMalformed(strict) && strict.kind === 'answer' && looseSoFar > 0) looseAnswers.delete(url.origin);
  if (!isMalformed(strict) || !hasLooseWay) return strict;
  const loose = await askLoosely();
  if (loose.kind === 'answer') looseAnswers.set(url.origin, looseSoFar + 1);
  // What the strict parser has read of a body that goes wrong later is better than nothing.
  const best = loose.kind === 'none' && strict.kind === 'answer' ? strict : loose;
  return { ...best, milliseconds: strict.milliseconds + loose.milliseconds };
}

const looseAnswersToBeSure = 3;

/** A body that merely breaks off before its announced length is not malformed: asking in another way would not make it longer. */
function isMalformed(exchange: Exchange): boolean {
  if (exchange.kind === 'none') return isParseTrouble(exchange);
  const { brokenOffBy, headers } = exchange;
  if (brokenOffBy === null || !isParseTrouble(brokenOffBy)) return false;
  return !isLengthTrouble(brokenOffBy) || typeof headers['content-length'] !== 'string' || 'transfer-encoding' in headers;
}

/** Looks at the certificates that were sent, without asking anything, and fetches those above them: guarded and paced like any address. */
async function missingIssuers(means: AskingMeans, question: Question): Promise<readonly string[]> {
  const { transport, pacer, timeoutMilliseconds } = means;
  const { url, route, signal } = question;
  const socket = await pacer.run(route, signal, () => transport.connect(url, null, { rung: 'unverified', issuers: [] })).catch(() => null);
  const leaf = socket instanceof TLSSocket ? socket.getPeerX509Certificate() : undefined;
  const last = leaf && lastOfChain(leaf);
  socket?.destroy();
  if (!last) return [];
  return issuersAbove(last, async address => {
    const way = await routeTo(means, address, signal).catch(() => null);
    if (way === null || 'cause' in way) return null;
    const request = { url: address, headers: {}, body: 'any', maxBodyBytes: mostCertificateBytes, throughProxy: false } as const;
    const dispatcher = transport.dispatcher(null, strictWay);
    const answer = await inTurn(means, { route: way, signal }, () => exchange({ ...request, dispatcher, timeoutMilliseconds, signal }));
    return answer.kind === 'answer' && answer.status === 200 && !answer.truncated ? answer.body : null;
  });
}

const mostCertificateBytes = 64 * 1024;

/** What the answer means for the pace is heeded before its place is given to the next request. */
function inTurn(
  means: AskingMeans,
  { route, signal }: Pick<Question, 'route' | 'signal'>,
  ask: () => Promise<Exchange>,
): Promise<Exchange> {
  return means.pacer.run(route, signal, async () => {
    const result = await ask();
    const status = result.kind === 'answer' ? result.status : null;
    means.pacer.heed(route, { status, milliseconds: result.milliseconds, askedSeconds: askedWait(result) });
    return result;
  });
}
