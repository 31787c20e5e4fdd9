import type { Socket } from 'node:net';
import type { Exchange, ExchangeRequest } from './exchange.ts';
import { interruption, type Trouble, tooSlow, troubleOf } from './failures.ts';
import { framing, type LooseHead, readLooseBody, readLooseHead } from './loose-http.ts';
import { timeLimit } from './time-limit.ts';
import { wantsBody } from './wanted-body.ts';

/** A request whose answer undici's strict parser has refused. `connect` opens a connection of its own, guarded like any other. */
export interface LooseRequest extends Omit<ExchangeRequest, 'dispatcher'> {
  readonly connect: () => Promise<Socket>;
}

/**
 * Asks again on a plain socket and reads the answer as browsers would: old servers send heads that a strict parser refuses.
 * Never rejects; the same limits of time and size hold.
 */
export function looseExchange(request: LooseRequest): Promise<Exchange> {
  const startedAt = Date.now();
  const begun = performance.now();
  const reader = new LooseReader(request);
  return new Promise(resolve => {
    let socket: Socket | null = null;
    let settled = false;

    const settle = (result: Result): void => {
      if (settled) return;
      settled = true;
      limit.lift();
      request.signal.removeEventListener('abort', onInterrupt);
      const address = request.throughProxy ? null : (socket?.remoteAddress ?? null);
      socket?.destroy();
      resolve({ ...result, startedAt, milliseconds: performance.now() - begun, address });
    };
    const onInterrupt = (): void => settle({ kind: 'none', ...interruption });
    const endWith = (trouble: Trouble): void => settle(reader.end() ?? { kind: 'none', ...trouble });
    const onTimeUp = (): void => endWith(tooSlow(request.timeoutMilliseconds));
    const onError = (error: unknown): void => endWith(troubleOf(error, { throughProxy: request.throughProxy }));
    const limit = timeLimit(request.timeoutMilliseconds, onTimeUp);
    request.signal.addEventListener('abort', onInterrupt);
    if (request.signal.aborted) onInterrupt();

    request.connect().then(connected => {
      socket = connected;
      connected.on('error', onError);
      if (settled) return connected.destroy();
      connected.on('data', chunk => {
        const result = reader.take(chunk);
        if (result) settle(result);
      });
      connected.on('end', () => settle(reader.end() ?? (reader.hasBytes() ? notHttp : closedSilently)));
      return connected.write(requestHead(request), 'latin1');
    }, onError);
  });
}

type Result =
  | { readonly kind: 'answer'; status: number; headers: LooseHead['headers']; body: Uint8Array; truncated: boolean; brokenOffBy: null }
  | ({ readonly kind: 'none' } & Trouble);

const notHttp: Result = { kind: 'none', cause: 'protocol', detail: 'the answer is not HTTP', temporary: false };

const closedSilently: Result = { kind: 'none', cause: 'reset', detail: 'closed without an answer', temporary: true };

/** Collects bytes until there is a result. */
class LooseReader {
  readonly #request: LooseRequest;
  readonly #chunks: Buffer[] = [];
  #size = 0;
  #head: LooseHead | null = null;

  constructor(request: LooseRequest) {
    this.#request = request;
  }

  /** The result, if this piece completes it. */
  take(chunk: Buffer): Result | null {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    const head = this.#head ?? readLooseHead(this.#bytes());
    if (head === null) return notHttp;
    if (head === 'incomplete') return null;
    this.#head = head;
    if (!wantsBody(this.#request.body, head)) return answer(head, new Uint8Array(), false);
    const tooLong = this.#size - head.bodyAt > this.#request.maxBodyBytes;
    if (!tooLong && !this.#mayBeComplete(head, chunk)) return null;
    const body = readLooseBody(head, this.#bytes(), 'open');
    return body.complete || tooLong ? answer(head, body.bytes, !body.complete) : null;
  }

  /** The result when nothing more comes; null when there is not even a head. */
  end(): Result | null {
    if (!this.#head) return null;
    const body = readLooseBody(this.#head, this.#bytes(), 'ended');
    return answer(this.#head, body.bytes, !body.complete);
  }

  hasBytes(): boolean {
    return this.#size > 0;
  }

  // Joining and reading the whole body at every piece would be quadratic; the last chunk always ends with a line feed.
  #mayBeComplete(head: LooseHead, chunk: Buffer): boolean {
    const end = framing(head);
    return end === 'chunks' ? chunk.at(-1) === 0x0a : end !== 'connection' && this.#size - head.bodyAt >= end;
  }

  #bytes(): Buffer {
    return Buffer.concat(this.#chunks);
  }
}

const answer = (head: LooseHead, body: Uint8Array, truncated: boolean): Result => ({
  kind: 'answer',
  status: head.status,
  headers: head.headers,
  body,
  truncated,
  brokenOffBy: null,
});

function requestHead(request: LooseRequest): string {
  const { url, headers } = request;
  const target = request.throughProxy ? url.href : url.pathname + url.search;
  const lines = Object.entries({ host: url.host, connection: 'close', ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  return `GET ${target} HTTP/1.1\r\n${lines.join('')}\r\n`;
}
