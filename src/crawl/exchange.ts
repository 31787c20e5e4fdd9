import type { Dispatcher } from 'undici';
import { interruption, type Trouble, tooSlow, troubleOf } from './failures.ts';
import type { WantedBody } from './fetcher.ts';
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
 * Sends a GET and collects the answer. Never rejects. A body that breaks off is a truncated answer;
 * so is one that is still coming when time is up. An unwanted body is drained up to 64 KB, else the connection is given up.
 */
export function exchange(request: ExchangeRequest): Promise<Exchange> {
  return new Promise(resolve => {
    const handler = new ExchangeHandler(request, resolve);
    const { url } = request;
    const sent = { origin: url.origin, path: url.pathname + url.search, method: 'GET', headers: request.headers } as const;
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
  #timer: NodeJS.Timeout;

  constructor(request: ExchangeRequest, settle: (exchange: Exchange) => void) {
    this.#request = request;
    this.#settle = settle;
    this.#timer = setTimeout(this.#onTimeUp, request.timeoutMilliseconds);
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
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#onTimeUp, Math.min(drainMilliseconds, this.#request.timeoutMilliseconds));
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
    if (this.#head) this.#finish('broken');
    else this.#fail(troubleOf(error, { throughProxy: this.#request.throughProxy }));
  }

  readonly #onTimeUp = (): void => {
    if (this.#head && (this.#size > 0 || !this.#wanted)) this.#finish('drop');
    this.#fail(tooSlow(this.#request.timeoutMilliseconds));
  };

  readonly #onInterrupt = (): void => this.#fail(interruption);

  #finish(how: 'complete' | 'broken' | 'drop'): void {
    const head = this.#head;
    if (this.#done || !head) return;
    const body = Buffer.concat(this.#chunks);
    this.#end();
    if (how === 'drop') this.#controller?.abort(new Error('enough read'));
    this.#settle({ kind: 'answer', ...this.#timed(), ...head, body, truncated: this.#wanted && how !== 'complete' });
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
    clearTimeout(this.#timer);
    this.#request.signal.removeEventListener('abort', this.#onInterrupt);
  }
}
