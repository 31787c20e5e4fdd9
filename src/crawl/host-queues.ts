/** Work waiting per host, so that one slow host never keeps the others waiting. Items are numbers. */
export interface HostQueues {
  push(host: string, item: number): void;
  /** The next item of the host that has waited longest among those below their limit; null when there is none. */
  take(): number | null;
  /** An item of this host is finished; its place is free. */
  release(host: string): void;
  /** Items not taken yet. */
  readonly waiting: number;
}

interface Queue {
  readonly items: number[];
  /** Items before this have been taken. */
  head: number;
  active: number;
  isReady: boolean;
}

/** `limit`: how many items of one host may be taken and not yet released. First come, first served within a host. */
export function createHostQueues({ limit }: { readonly limit: number }): HostQueues {
  const queues = new Map<string, Queue>();
  const ready: string[] = [];
  let waiting = 0;

  function offer(host: string, queue: Queue): void {
    if (queue.isReady || queue.head === queue.items.length || queue.active >= limit) return;
    queue.isReady = true;
    ready.push(host);
  }

  function queueOf(host: string): Queue {
    const known = queues.get(host);
    if (known) return known;
    const made: Queue = { items: [], head: 0, active: 0, isReady: false };
    queues.set(host, made);
    return made;
  }

  return {
    push(host, item) {
      const queue = queueOf(host);
      queue.items.push(item);
      waiting++;
      offer(host, queue);
    },
    take() {
      const host = ready.shift();
      if (host === undefined) return null;
      const queue = queueOf(host);
      queue.isReady = false;
      const item = queue.items[queue.head++]!;
      queue.active++;
      waiting--;
      if (queue.head > keptBehind && queue.head * 2 > queue.items.length) {
        queue.items.splice(0, queue.head);
        queue.head = 0;
      }
      offer(host, queue);
      return item;
    },
    release(host) {
      const queue = queueOf(host);
      queue.active--;
      offer(host, queue);
    },
    get waiting() {
      return waiting;
    },
  };
}

/** Taken items are cleared away only when there are many and they are the larger part, so that taking stays cheap. */
const keptBehind = 1024;
