import { Worker } from 'node:worker_threads';
import type { DocumentReading } from '../model/document.ts';
import { formatOf } from './format-of.ts';
import type { DocumentLimits } from './limits.ts';
import { documentLimits } from './limits.ts';
import { tooMuch, unreadable } from './raw-reading.ts';
import type { Question } from './worker.ts';

/** Reads documents one after the other, away from the thread that asks. */
export interface DocumentReader {
  /** What can be read of the document. Never rejects; what cannot be read is told in `unread`. `bytes` stay the caller's. */
  read(bytes: Uint8Array): Promise<DocumentReading>;
  /** Ends the worker. Documents still waiting are read before. */
  close(): Promise<void>;
}

/**
 * A reader with a worker of its own, started at the first document and again after each that had to be ended for its time or memory. An
 * idle worker does not keep the program running.
 */
export function openDocumentReader(limits: Partial<DocumentLimits> = {}): DocumentReader {
  return new WorkerReader({ ...documentLimits, ...limits });
}

/** Compiled, the worker has been compiled beside this module. */
const workerModule = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);

/** Milliseconds between two looks at how much memory the process holds. */
const memoryInterval = 100;

class WorkerReader implements DocumentReader {
  readonly #limits: DocumentLimits;
  #worker: Worker | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(limits: DocumentLimits) {
    this.#limits = limits;
  }

  read(bytes: Uint8Array): Promise<DocumentReading> {
    const reading = this.#last.then(() => this.#readNext(bytes));
    this.#last = reading;
    return reading;
  }

  async close(): Promise<void> {
    await this.#last;
    await this.#end();
  }

  async #readNext(bytes: Uint8Array): Promise<DocumentReading> {
    if (bytes.length > this.#limits.bytes) return { format: formatOf(bytes), ...unreadable(tooMuch.bytes) };
    const worker = this.#worker ?? this.#start();
    worker.ref();
    const answer = await this.#ask(worker, bytes);
    worker.unref();
    if (typeof answer !== 'string') return answer;
    await this.#end();
    return { format: formatOf(bytes), ...unreadable(answer) };
  }

  /** The reading, or one Chinese clause why there will be none from this worker. */
  #ask(worker: Worker, bytes: Uint8Array): Promise<DocumentReading | string> {
    const { time, memory } = this.#limits;
    const { promise, resolve } = Promise.withResolvers<DocumentReading | string>();
    const before = process.memoryUsage.rss();
    const grown = () => (process.memoryUsage.rss() - before) / 1_000_000;
    const clock = setTimeout(() => resolve(tooMuch.time), time);
    // The engine's own limit does not count what lies outside its heap: bytes unpacked, images, fonts.
    const watch = setInterval(() => grown() > memory && resolve(tooMuch.memory), memoryInterval);
    const onError = (error: NodeJS.ErrnoException) =>
      resolve(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch.memory : '文件使读取程序出错，没有读取');
    const onExit = () => resolve('文件使读取程序出错，没有读取');
    worker.once('message', resolve);
    worker.once('error', onError);
    worker.once('exit', onExit);
    const copy = new Uint8Array(bytes);
    worker.postMessage({ bytes: copy, limits: this.#limits } satisfies Question, [copy.buffer]);
    return promise.finally(() => {
      clearTimeout(clock);
      clearInterval(watch);
      worker.off('message', resolve).off('error', onError).off('exit', onExit);
    });
  }

  #start(): Worker {
    const worker = new Worker(workerModule, { resourceLimits: { maxOldGenerationSizeMb: this.#limits.memory } });
    // A worker that dies between two documents is replaced at the next.
    worker.on('error', () => this.#forget(worker));
    worker.on('exit', () => this.#forget(worker));
    this.#worker = worker;
    return worker;
  }

  #forget(worker: Worker): void {
    if (this.#worker === worker) this.#worker = null;
  }

  async #end(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }
}
