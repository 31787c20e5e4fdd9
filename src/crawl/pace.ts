import { Lane } from './lane.ts';

/** The lanes that one request uses. */
export interface Route {
  readonly host: string;
  /** Backend address; null when unknown (behind a proxy). */
  readonly address: string | null;
  /** Private or loopback: no gap unless the host asked for one. */
  readonly local: boolean;
}

/** Lets requests start so that no host and no backend address is pressed. Hosts never wait for each other's delays. */
export interface Pacer {
  /** Runs `task` when its turn has come. Rejects when `signal` aborts first, or as the task does. */
  run<Result>(route: Route, signal: AbortSignal, task: () => Promise<Result>): Promise<Result>;
  /** Seconds between starts at this host from now on, at most 30; a shorter delay than the present one changes nothing. */
  slowDown(host: string, seconds: number): void;
  /** No request to this host starts before so many seconds have passed, at most 60; an earlier, longer pause stays. */
  pause(host: string, seconds: number): void;
  /** The host is overloaded and did not say for how long: a pause of 1 s, doubled each time until `relieve`. */
  rest(host: string): void;
  /** The host answered properly: the next rest starts at 1 s again. Gaps stay as long as they are. */
  relieve(host: string): void;
}

/**
 * Public hosts and addresses: at most 4 in flight and at least 0.2 s between starts, whatever was asked for (law 6 of the design).
 * Local hosts: the given number in flight, per host only, because one machine plays many of them.
 */
export function createPacer(pace: { readonly inFlight: number; readonly gapSeconds: number }): Pacer {
  const hosts = new Map<string, Lane>();
  const addresses = new Map<string, Lane>();
  const publicGap = Math.max(shortestPublicGapSeconds, pace.gapSeconds);
  const publicInFlight = Math.min(mostPublicInFlight, pace.inFlight);

  function run<Result>(route: Route, signal: AbortSignal, task: () => Promise<Result>): Promise<Result> {
    const host = laneOf(hosts, route.host);
    if (route.local) return host.run(signal, null, task);
    host.tighten(publicInFlight, publicGap);
    const address = route.address === null ? null : laneOf(addresses, route.address);
    address?.tighten(publicInFlight, publicGap);
    return host.run(signal, address, task);
  }

  function laneOf(lanes: Map<string, Lane>, key: string): Lane {
    const known = lanes.get(key);
    if (known) return known;
    const lane = new Lane(pace.inFlight);
    lanes.set(key, lane);
    return lane;
  }

  return {
    run,
    slowDown: (host, seconds) => laneOf(hosts, host).tighten(Number.POSITIVE_INFINITY, Math.min(longestGapSeconds, seconds)),
    pause: (host, seconds) => laneOf(hosts, host).pause(Math.min(longestPauseSeconds, seconds)),
    rest: host => laneOf(hosts, host).rest(longestPauseSeconds),
    relieve: host => laneOf(hosts, host).relieve(),
  };
}

const shortestPublicGapSeconds = 0.2;
const mostPublicInFlight = 4;
const longestGapSeconds = 30;
const longestPauseSeconds = 60;
