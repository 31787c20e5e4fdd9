import { isBusyStatus, longestWaitSeconds } from '../text/retry-after.ts';
import { Lane, type Limits } from './lane.ts';
import { type PaceClock, systemClock, TurnQueue } from './turn-queue.ts';

/** The lanes that one request uses. */
export interface Route {
  readonly host: string;
  /** Every backend address that the connection may go to; empty when unknown (behind a proxy). */
  readonly addresses: readonly string[];
  /** Private or loopback: no gap unless the host asked for one. */
  readonly local: boolean;
}

/** What came of one request, as far as it concerns how soon the next may follow. */
export interface Heard {
  /** Null when there was no answer. */
  readonly status: number | null;
  /** In the connection. */
  readonly milliseconds: number;
  /** What Retry-After asks for; null when it does not. */
  readonly askedSeconds: number | null;
}

/** However long a delay a site asks for, this is what is kept. */
export const longestGapSeconds = 30;

/** Lets requests start so that no host and no backend address is pressed. Nobody waits for the delay of a host that is not its own. */
export interface Pacer {
  /** Runs `task` when its turn has come. Rejects when `signal` aborts first, or as the task does. */
  run<Result>(route: Route, signal: AbortSignal, task: () => Promise<Result>): Promise<Result>;
  /** How many requests to this host may be under way today. */
  placesAt(host: string): number;
  /** Seconds between starts at this host from now on, at most 30; a shorter delay than the present one changes nothing. */
  slowDown(host: string, seconds: number): void;
  /** Lengthens what has to be lengthened after this answer. Only a good answer shortens a delay again, never below the agreed gap. */
  heed(route: Route, heard: Heard): void;
}

/** A site's own consent to be visited faster than others. Moments in milliseconds since 1970; the end is not included. */
export interface Consent extends Limits {
  readonly from: number;
  readonly until: number;
}

export interface PaceOptions extends Limits {
  /** By host. Widens the host's own limits within `mostConsented`, and those of its address while no other host was seen there. */
  readonly consents?: ReadonlyMap<string, Consent> | undefined;
}

/**
 * Public hosts and addresses: at most 4 in flight and at least 0.2 s between starts, whatever was asked for (law 6 of the design);
 * only a site's consent widens that. Local hosts: the given number in flight, per host only, because one machine plays many of them.
 */
export function createPacer({ inFlight, gapSeconds, consents }: PaceOptions, clock: PaceClock = systemClock): Pacer {
  const usual: Limits = { inFlight: Math.min(strictest.inFlight, inFlight), gapSeconds: Math.max(strictest.gapSeconds, gapSeconds) };
  const hosts = new Map<string, Lane>();
  const backends = new Map<string, Backend>();
  const queue = new TurnQueue(clock);

  function run<Result>(route: Route, signal: AbortSignal, task: () => Promise<Result>): Promise<Result> {
    const host = hostLane(route.host);
    if (route.local) {
      host.tighten({ inFlight, gapSeconds: 0 });
      return queue.run({ host: route.host, lanes: [host], mayTake: always }, signal, task);
    }
    const limits = limitsOf(route.host);
    host.tighten(limits);
    const shared = route.addresses.map(address => backendAt(address, route.host, limits));
    const mayTake = () => shared.every(backend => leavesPlace(backend, host, route.host));
    return queue.run({ host: route.host, lanes: [host, ...shared.map(({ lane }) => lane)], mayTake }, signal, task);
  }

  function limitsOf(host: string): Limits {
    const consent = consents?.get(host);
    const today = clock.date();
    if (!consent || today < consent.from || today >= consent.until) return usual;
    return {
      inFlight: Math.min(mostConsented.inFlight, Math.max(usual.inFlight, consent.inFlight)),
      gapSeconds: Math.max(mostConsented.gapSeconds, Math.min(usual.gapSeconds, consent.gapSeconds)),
    };
  }

  function hostLane(host: string): Lane {
    const known = hosts.get(host);
    if (known) return known;
    const lane = new Lane();
    hosts.set(host, lane);
    return lane;
  }

  function backendAt(address: string, host: string, limits: Limits): Backend {
    const backend = backends.get(address) ?? { lane: new Lane(), owner: host, latest: host, latestAt: never, othersAt: never };
    backends.set(address, backend);
    // A consent speaks for one host. Once another one is met at its address, that address is treated like any other.
    backend.lane.tighten(backend.owner === host ? limits : usual);
    if (backend.latest !== host) backend.othersAt = backend.latestAt;
    backend.latest = host;
    backend.latestAt = clock.now();
    return backend;
  }

  /** A host that already has requests under way leaves the last place at a shared address to the others, so that it cannot block them. */
  function leavesPlace({ lane, latest, latestAt, othersAt }: Backend, own: Lane, host: string): boolean {
    if (lane.free > 1 || own.underWay === 0) return true;
    return clock.now() - (latest === host ? othersAt : latestAt) > sharedFor;
  }

  function heed(route: Route, { status, milliseconds, askedSeconds }: Heard): void {
    const lane = hostLane(route.host);
    const now = clock.now();
    const isBusy = status !== null && isBusyStatus(status);
    if (isBusy && askedSeconds !== null && (askedSeconds <= longestWaitSeconds || !route.local))
      lane.pauseUntil(now + Math.min(longestWaitSeconds, askedSeconds) * 1000);
    if (route.local) return;
    const isGood = status !== null && (status < 300 || status === 304);
    lane.ease(Math.min(longestEase, milliseconds), isGood ? 'good' : 'bad');
    if (isBusy && askedSeconds === null) lane.rest(now, longestWaitSeconds * 1000);
    if (isGood) lane.relieve();
  }

  function slowDown(host: string, seconds: number): void {
    hostLane(host).tighten({ inFlight: Number.POSITIVE_INFINITY, gapSeconds: Math.min(longestGapSeconds, seconds) });
  }

  return { run, placesAt: host => Math.max(inFlight, limitsOf(host).inFlight), slowDown, heed };
}

/** One address on the public internet, and whose requests go there. */
interface Backend {
  readonly lane: Lane;
  /** The host that was met there first. */
  readonly owner: string;
  /** The host whose request came last, when that was, and when another one's did. */
  latest: string;
  latestAt: number;
  othersAt: number;
}

const strictest: Limits = { inFlight: 4, gapSeconds: 0.2 };
/** As far as any consent goes. */
const mostConsented: Limits = { inFlight: 16, gapSeconds: 0.05 };
/** Milliseconds by which slow answers alone may lengthen a gap. */
const longestEase = 5000;
/** Milliseconds for which an address counts as shared after another host's request. */
const sharedFor = 30_000;
const never = Number.NEGATIVE_INFINITY;
const always = (): boolean => true;
