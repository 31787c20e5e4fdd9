/** Work waiting per host, so that one slow host never keeps the others waiting. Items are numbers. */
export interface HostQueues {
  push(host: string, item: number): void;
  /** The next item of the host that has waited longest among those that may have one more under way; null when there is none. */
  take(): number | null;
  /** An item of this host only sleeps from now on: its place is free, though it is still under way. */
  letGo(host: string): void;
  /** An item of this host is finished. `place`: whether it had its place until now. */
  finish(host: string, place: 'held' | 'let-go'): void;
  /** Items not taken yet. */
  readonly waiting: number;
}

export interface HostQueueLimits {
  /** How many items of one host may hold a place. */
  readonly limit: number;
  /** How many items may be under way, asleep or not: shared out evenly among the hosts that have work, to each at least one. */
  readonly underWay: number;
}

interface Queue {
  readonly items: number[];
  /** Items before this have been taken. */
  head: number;
  placesHeld: number;
  underWay: number;
  isReady: boolean;
}

/** First come, first served within a host. */
export function createHostQueues({ limit, underWay }: HostQueueLimits): HostQueues {
  const queues = new Map<string, Queue>();
  const ready: string[] = [];
  let waiting = 0;
  let busyHosts = 0;

  const isBusy = (queue: Queue): boolean => queue.underWay > 0 || queue.head < queue.items.length;
  // Whoever stands at its share has something under way, and is looked at again when that is finished.
  const mayTake = (queue: Queue): boolean =>
    queue.head < queue.items.length && queue.placesHeld < limit && queue.underWay < Math.max(1, Math.floor(underWay / busyHosts));

  function offer(host: string, queue: Queue): void {
    if (queue.isReady || !mayTake(queue)) return;
    queue.isReady = true;
    ready.push(host);
  }

  function queueOf(host: string): Queue {
    const known = queues.get(host);
    if (known) return known;
    const made: Queue = { items: [], head: 0, placesHeld: 0, underWay: 0, isReady: false };
    queues.set(host, made);
    return made;
  }

  return {
    push(host, item) {
      const queue = queueOf(host);
      if (!isBusy(queue)) busyHosts++;
      queue.items.push(item);
      waiting++;
      offer(host, queue);
    },
    take() {
      for (let host = ready.shift(); host !== undefined; host = ready.shift()) {
        const queue = queueOf(host);
        queue.isReady = false;
        // More hosts have come since it was found ready, and the shares have become smaller.
        if (!mayTake(queue)) continue;
        const item = queue.items[queue.head++]!;
        queue.placesHeld++;
        queue.underWay++;
        waiting--;
        if (queue.head > keptBehind && queue.head * 2 > queue.items.length) {
          queue.items.splice(0, queue.head);
          queue.head = 0;
        }
        offer(host, queue);
        return item;
      }
      return null;
    },
    letGo(host) {
      const queue = queueOf(host);
      queue.placesHeld--;
      offer(host, queue);
    },
    finish(host, place) {
      const queue = queueOf(host);
      queue.underWay--;
      if (place === 'held') queue.placesHeld--;
      if (!isBusy(queue)) busyHosts--;
      offer(host, queue);
    },
    get waiting() {
      return waiting;
    },
  };
}

/** Taken items are cleared away only when there are many and they are the larger part, so that taking stays cheap. */
const keptBehind = 1024;
