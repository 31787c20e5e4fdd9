import { securityFindingOf } from '../artifacts/certificate-trouble.ts';
import type { Security } from '../model/security.ts';
import type { Exchange, NoAnswer } from './exchange.ts';
import { rungAfter, strictWay, type TlsWay, tlsTroubleOf } from './tls-rungs.ts';

/** An exchange with what a browser would have warned of; null when nothing. */
export interface Warned {
  readonly exchange: Exchange;
  readonly security: Security | null;
}

/** What one climb needs of the fetcher. */
export interface Climb {
  readonly origin: string;
  /** Asks once, connecting in this way; never rejects for what a server does. */
  readonly askOver: (way: TlsWay) => Promise<Exchange>;
  /** The certificates (PEM) that the server should have sent with its own; empty when they could not be had. */
  readonly missingIssuers: () => Promise<readonly string[]>;
}

/** How the connections to each origin are made: strictly, until that fails. What worked is remembered, so a site costs the climb once. */
export interface TlsLadder {
  ask(climb: Climb): Promise<Warned>;
}

export function createTlsLadder(): TlsLadder {
  const found = new Map<string, Promise<Learnt>>();

  async function ask(climb: Climb): Promise<Warned> {
    const { origin, askOver } = climb;
    const before = found.get(origin);
    const known = await before;
    if (known && known !== 'nothing') {
      const exchange = await askOver(known.way);
      if (!tlsTroubleOf(exchange)) return { exchange, security: known.security };
      // Another machine behind the same name, or a certificate that was replaced: from the top again.
      if (found.get(origin) === before) found.delete(origin);
    }
    const exchange = await askOver(strictWay);
    const strict = tlsTroubleOf(exchange);
    if (!strict || known === null) return { exchange, security: null };
    const climbing = found.get(origin);
    if (!climbing) return climbDown(climb, strict);
    const foothold = await climbing;
    if (foothold === 'nothing') return climbDown(climb, strict);
    return foothold ? { exchange: await askOver(foothold.way), security: foothold.security } : { exchange: strict, security: null };
  }

  async function climbDown(climb: Climb, strict: NoAnswer): Promise<Warned> {
    const { promise, resolve } = Promise.withResolvers<Learnt>();
    found.set(climb.origin, promise);
    try {
      const { exchange, foothold, isCertain } = await tryRungs(climb, strict);
      if (!isCertain) found.delete(climb.origin);
      resolve(isCertain ? foothold : 'nothing');
      return { exchange, security: foothold?.security ?? null };
    } catch (error) {
      found.delete(climb.origin);
      resolve('nothing');
      throw error;
    }
  }

  return { ask };
}

/** A way that worked, and what it says about the server. */
interface Foothold {
  readonly way: TlsWay;
  readonly security: Security;
}

/** Null: no rung carries. `nothing`: the climb ended for a reason of its own (stopped, cut off), and whoever waited for it climbs himself. */
type Learnt = Foothold | null | 'nothing';

interface Reached {
  readonly exchange: Exchange;
  readonly foothold: Foothold | null;
  /** Worth remembering: not the fault of the moment. */
  readonly isCertain: boolean;
}

/** Rung by rung until the connection is made. When none can be, what the strict one said stands. */
async function tryRungs(climb: Climb, strict: NoAnswer): Promise<Reached> {
  let failed = strict;
  const details = [strict.detail];
  for (let rung = rungAfter('strict', strict); rung !== null; rung = rungAfter(rung, failed)) {
    const issuers = rung === 'completed' ? await climb.missingIssuers() : [];
    if (rung === 'completed' && issuers.length === 0) continue;
    const way = { rung, issuers };
    const exchange = await climb.askOver(way);
    const trouble = tlsTroubleOf(exchange);
    if (trouble) {
      failed = trouble;
      details.push(trouble.detail);
      continue;
    }
    if (exchange.kind === 'none' && exchange.address === null) return { exchange, foothold: null, isCertain: false };
    const finding = rung === 'completed' ? 'chain-incomplete' : securityFindingOf(failed.detail);
    const security = { origin: climb.origin, rung, finding, detail: [...new Set(details)].join('; ') } as const;
    return { exchange, foothold: { way, security }, isCertain: true };
  }
  return { exchange: strict, foothold: null, isCertain: strict.cause === 'tls' };
}
