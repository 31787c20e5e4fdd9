import type { HostQueues } from './host-queues.ts';

export interface DrainOptions {
  readonly queues: HostQueues;
  /** Name of the queue that an item belongs to. */
  readonly hostOf: (item: number) => string;
  /** May push further items. A rejection ends the whole drain. */
  readonly visit: (item: number) => Promise<void>;
  /** True from the moment at which no further item is to be taken. */
  readonly isStopped: () => boolean;
  readonly signal: AbortSignal | undefined;
}

/**
 * Visits what the queues hold until they are empty and nothing is under way, or `isStopped` says so and nothing is under way,
 * or the signal aborts (at once: what is under way is left to itself).
 * A visit that takes long is most likely asleep before a retry. Its place then goes to another one, so that a hundred ailing
 * addresses do not keep the well ones waiting.
 */
export function drainQueues({ queues, hostOf, visit, isStopped, signal }: DrainOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    let active = 0;
    let isOver = false;
    // Items that still hold their place, in the order in which they were taken.
    const holding = new Map<number, number>();
    const timer = setInterval(letGo, letGoMilliseconds / 2);
    signal?.addEventListener('abort', finish);

    function finish(): void {
      isOver = true;
      clearInterval(timer);
      signal?.removeEventListener('abort', finish);
      resolve();
    }

    function letGo(): void {
      const longAgo = performance.now() - letGoMilliseconds;
      for (const [item, since] of holding) {
        if (since > longAgo) break;
        holding.delete(item);
        queues.letGo(hostOf(item));
      }
      pump();
    }

    function onDone(item: number): void {
      active--;
      queues.finish(hostOf(item), holding.delete(item) ? 'held' : 'let-go');
      pump();
    }

    function pump(): void {
      while (!isOver && !isStopped()) {
        const item = queues.take();
        if (item === null) break;
        active++;
        holding.set(item, performance.now());
        visit(item).then(
          () => onDone(item),
          (error: unknown) => {
            reject(error);
            finish();
          },
        );
      }
      if (active === 0 && (isStopped() || queues.waiting === 0)) finish();
    }

    if (signal?.aborted) finish();
    else pump();
  });
}

const letGoMilliseconds = 100;
