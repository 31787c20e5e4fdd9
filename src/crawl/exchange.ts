import type { Dispatcher } from 'undici';
import { interruption, type Trouble, tooSlow, troubleOf } from './failures.ts';
import type { WantedBody } from './fetcher.ts';
import { type TimeLimit, timeLimit } from './time-limit.ts';
import { type RawHeaders, single, wantsBody } from './wanted-body.ts';

/** One request on one connection. */
export interface ExchangeRequest {
  readonly dispatcher: Dispatcher;
  readonly throughProxy: boolean;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: WantedBody;
  readonly timeoutMilliseconds: number;
  /** Bytes as sent, before decompression. */
  readonly maxBodyBytes: number;
  readonly signal: AbortSignal;
}

interface Timed {
  /** When the request was handed over; milliseconds since 1970. */
  readonly startedAt: number;
  readonly milliseconds: number;
  /** IP address of the connection; null when there was none or it is the proxy's. */
  readonly address: string | null;
}

/** The answer as it came over the wire; header values have one character per byte. */
export interface Answer extends Timed {
  readonly kind: 'answer';
  readonly status: number;
  readonly headers: RawHeaders;
  readonly body: Uint8Array;
  readonly truncated: boolean;
  /** What cut the body short; null when nothing did, or we stopped reading. */
  readonly brokenOffBy: Trouble | null;
}

export interface NoAnswer extends Trouble, Timed {
  readonly kind: 'none';
}

export type Exchange = Answer | NoAnswer;

/** The connection that a client of the pool has at the moment. */
export interface Peer {
  address: string | null;
}

/**
 * Sends the request and collects the answer. Never rejects. A body that breaks off is a truncated answer;
 * so is one that is still coming when time is up. An unwanted body is drained up to 64 KB, else the connection is given up.
 */
export function exchange(request: ExchangeRequest): Promise<Exchange> {
  return new Promise(resolve => {
    const handler = new ExchangeHandler(request, resolve);
    const { url, headers } = request;
    const method = request.body === 'head' ? 'HEAD' : 'GET';
    // Undici would end the connection after every HEAD, for servers that send a body all the same: theirs is asked again by GET anyway.
    const sent = { origin: url.origin, path: url.pathname + url.search, method, headers, reset: false } as const;
    request.dispatcher.dispatch(sent, handler);
  });
}

const drainedBytes = 64 * 1024;
const drainMilliseconds = 1000;

/** Receives the events of one request. `peer` is set by the client that takes the request (see transport.ts). */
export class ExchangeHandler implements Dispatcher.DispatchHandler {
  peer: Peer | null = null;
  readonly #request: ExchangeRequest;
  readonly #settle: (exchange: Exchange) => void;
  readonly #chunks: Buffer[] = [];
  #size = 0;
  #head: Pick<Answer, 'status' | 'headers'> | null = null;
  readonly #startedAt = Date.now();
  readonly #begun = performance.now();
  #wanted = false;
  #done = false;
  #controller: Dispatcher.DispatchController | null = null;
  #limit: TimeLimit;

  constructor(request: ExchangeRequest, settle: (exchange: Exchange) => void) {
    this.#request = request;
    this.#settle = settle;
    this.#limit = timeLimit(request.timeoutMilliseconds, this.#onTimeUp);
    request.signal.addEventListener('abort', this.#onInterrupt);
    if (request.signal.aborted) this.#onInterrupt();
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    // Time ran out while the connection was being made: nothing must be sent any more.
    if (this.#done) controller.abort(new Error('given up'));
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: Answer['headers']): void {
    if (this.#done || status < 200) return;
    this.#head = { status, headers };
    this.#wanted = wantsBody(this.#request.body, this.#head);
    if (this.#wanted) return;
    if (Number(single(headers['content-length'])) > drainedBytes) {
      this.#finish('drop');
      return;
    }
    this.#limit.lift();
    this.#limit = timeLimit(Math.min(drainMilliseconds, this.#request.timeoutMilliseconds), this.#onTimeUp);
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#done) return;
    this.#size += chunk.length;
    if (this.#wanted) this.#chunks.push(chunk);
    if (this.#size > (this.#wanted ? this.#request.maxBodyBytes : drainedBytes)) this.#finish('drop');
  }

  onResponseEnd(): void {
    this.#finish('complete');
  }

  onResponseError(_controller: Dispatcher.DispatchController | null, error: Error): void {
    const trouble = troubleOf(error, { throughProxy: this.#request.throughProxy });
    if (this.#head) this.#finish(trouble);
    else this.#fail(trouble);
  }

  readonly #onTimeUp = (): void => {
    if (this.#head && (this.#size > 0 || !this.#wanted)) this.#finish('drop');
    this.#fail(tooSlow(this.#request.timeoutMilliseconds));
  };

  readonly #onInterrupt = (): void => this.#fail(interruption);

  #finish(how: 'complete' | 'drop' | Trouble): void {
    const head = this.#head;
    if (this.#done || !head) return;
    const body = Buffer.concat(this.#chunks);
    this.#end();
    if (how === 'drop') this.#controller?.abort(new Error('enough read'));
    const truncated = this.#wanted && how !== 'complete';
    const brokenOffBy = this.#wanted && typeof how === 'object' ? how : null;
    this.#settle({ kind: 'answer', ...this.#timed(), ...head, body, truncated, brokenOffBy });
  }

  #fail(trouble: Trouble): void {
    if (this.#done) return;
    this.#end();
    this.#controller?.abort(new Error(trouble.detail));
    this.#settle({ kind: 'none', ...trouble, ...this.#timed() });
  }

  #timed(): Timed {
    return { startedAt: this.#startedAt, milliseconds: performance.now() - this.#begun, address: this.peer?.address ?? null };
  }

  #end(): void {
    this.#done = true;
    this.#limit.lift();
    this.#request.signal.removeEventListener('abort', this.#onInterrupt);
  }
}
