import { type LookupAddress, lookup as systemLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { forbiddenAddressCode } from './failures.ts';
import type { HostAddress } from './fetcher.ts';
import { comparableHost, isPublicAddress, literalAddress, plainAddress } from './guard.ts';

/** Where a host lies: the addresses that may be connected to, never empty. */
export interface Place {
  readonly addresses: readonly LookupAddress[];
  /** The addresses as one text each, however they are written; those of which each is paced. */
  readonly backends: readonly string[];
  /** True when every address is inside a private or loopback network. */
  readonly local: boolean;
}

/** Asks for all addresses of a name; rejects with the resolver's error. */
export type Lookup = (hostname: string) => Promise<readonly LookupAddress[]>;

/** Resolves and judges host names. What it hands to a connection is exactly what it judged, so a second DNS answer cannot slip by. */
export interface Resolver {
  /** Rejects with the resolver's error, or with code `GONGKAI_FORBIDDEN_ADDRESS`. */
  resolve(hostname: string): Promise<Place>;
  /** For `connect.lookup` of undici. */
  readonly lookup: LookupFunction;
}

export interface ResolverOptions {
  readonly namedHosts: readonly string[];
  readonly world?: ReadonlyMap<string, HostAddress> | undefined;
  readonly lookup?: Lookup | undefined;
}

/** Answers are kept for a minute; a name that does not exist is asked for again only after that, too. */
export function createResolver(options: ResolverOptions): Resolver {
  const named = new Set(options.namedHosts.map(comparableHost));
  const known = new Map<string, { readonly place: Promise<Place>; readonly until: number }>();

  function resolve(hostname: string): Promise<Place> {
    const kept = known.get(hostname);
    if (kept && kept.until > performance.now()) return kept.place;
    const place = locate(hostname);
    known.set(hostname, { place, until: performance.now() + keptMilliseconds });
    // A temporary failure is not remembered: the retry asks again. The handler also keeps a late rejection from going unhandled.
    place.catch((error: unknown) => {
      if (!isLasting(error)) known.delete(hostname);
    });
    return place;
  }

  async function locate(hostname: string): Promise<Place> {
    const host = comparableHost(hostname);
    if (options.world) return placeInWorld(options.world, host);
    const literal = literalAddress(hostname);
    const found = literal ? [addressEntry(literal)] : await (options.lookup ?? askSystem)(host);
    const allowed = named.has(host) ? found : found.filter(each => isPublicAddress(each.address));
    if (found.length === 0) throw codedError('ENODATA', `no address for ${host}`);
    if (allowed.length === 0) throw codedError(forbiddenAddressCode, `${host} is ${found.map(each => each.address).join(', ')}`);
    return placeAt(allowed);
  }

  const lookup: LookupFunction = (hostname, wanted, callback) => {
    resolve(hostname).then(
      place => {
        const first = place.addresses[0]!;
        if (wanted.all) return callback(null, [...place.addresses]);
        return callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, ''),
    );
  };

  return { resolve, lookup };
}

const keptMilliseconds = 60_000;

function placeInWorld(world: ReadonlyMap<string, HostAddress>, host: string): Place {
  const entry = world.get(host);
  if (!entry) throw codedError('ENOTFOUND', `${host} is not in this world`);
  const place = placeAt([addressEntry(entry.address)]);
  if (entry.playing === undefined) return place;
  // Playing a public address can only make a host be treated with more care, never with less.
  return { ...place, backends: [entry.playing], local: place.local && !isPublicAddress(entry.playing) };
}

function placeAt(addresses: readonly LookupAddress[]): Place {
  const backends = [...new Set(addresses.map(({ address }) => plainAddress(address)))];
  return { addresses, backends, local: addresses.every(({ address }) => !isPublicAddress(address)) };
}

const addressEntry = (address: string): LookupAddress => ({ address, family: address.includes(':') ? 6 : 4 });

const askSystem: Lookup = hostname =>
  new Promise((resolve, reject) => {
    systemLookup(hostname, { all: true }, (error, addresses) => (error ? reject(error) : resolve(addresses)));
  });

const codedError = (code: string, message: string): Error => Object.assign(new Error(message), { code });

function isLasting(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  return code === 'ENOTFOUND' || code === 'ENODATA' || code === forbiddenAddressCode;
}
