import type { LinkVerdict } from '../model/link-cause.ts';
import type { Look } from '../model/snapshot.ts';
import { causeOf } from './link-verdict.ts';
import { siteHost } from './prefixes.ts';

/** Tells whether an address that failed is itself to blame. */
export interface Steadiness {
  /**
   * What a failure says of this one address; null when it may be the night, the site or our own network. Another site's refusal is only
   * suspect: it may refuse nobody but us, or plain http alone, where a reader's browser takes https.
   */
  faultOf(look: Look): LinkVerdict | null;
}

/** Errors of the server that say nothing about coming back later. 503 does; 52x are what content networks and walls invent. */
const serverErrors: ReadonlyMap<number, string> = new Map([
  [500, '服务器内部错误'],
  [501, '服务器不支持这一请求'],
  [502, '网关没有得到应答'],
  [504, '网关等待超时'],
  [505, '服务器不支持这一请求'],
]);
/** These are asked again until the attempts are used up; with a single attempt nothing was repeated, and nothing is proven. */
const repeated: ReadonlySet<number> = new Set([500, 502, 504]);

/**
 * Weighs server errors and refused connections against everything else that was asked in the same look. `isOwn`: the address is the
 * unit's own. An address of the unit is to blame when its host answered nearly everything else; one elsewhere when other sites beside the
 * unit's were reached, more of them than refused us.
 */
export function steadiness(looks: readonly Look[], isOwn: (url: string) => boolean): Steadiness {
  const hosts = new Map<string, { answered: number; failed: number }>();
  for (const look of looks) {
    const host = siteHost(look.finalUrl);
    const seen = hosts.get(host) ?? { answered: 0, failed: 0 };
    if (failureOf(look) !== null) seen.failed += 1;
    if (look.status !== null && look.status < 500) seen.answered += 1;
    hosts.set(host, seen);
  }
  const ownHosts = new Set(looks.flatMap(({ finalUrl }) => (isOwn(finalUrl) ? [siteHost(finalUrl)] : [])));
  const elsewhere = [...hosts].filter(([host]) => !ownHosts.has(host)).map(([, seen]) => seen);
  const reached = elsewhere.filter(({ answered }) => answered > 0).length;
  const lost = elsewhere.filter(({ answered, failed }) => answered === 0 && failed > 0).length;

  return {
    faultOf(look) {
      const failure = failureOf(look);
      if (failure === null) return null;
      const host = siteHost(look.finalUrl);
      const { answered, failed } = hosts.get(host)!;
      const isToBlame = ownHosts.has(host) ? answered >= failed * timesSteadier : answered > 0 || reached > lost;
      if (!isToBlame) return null;
      return { verdict: look.failure !== null && !ownHosts.has(host) ? 'suspect' : 'broken', cause: causeOf(look), reason: failure };
    },
  };
}

/** So many times as many answers as failures show that a host was not ailing that night. */
const timesSteadier = 5;

function failureOf({ status, failure, attempts }: Look): string | null {
  if (failure)
    return failure.cause === 'refused' && /ECONNREFUSED/.test(failure.detail) && attempts > 1
      ? `服务器拒绝连接（试了${attempts}次）`
      : null;
  const named = status === null ? undefined : serverErrors.get(status);
  if (named === undefined || (repeated.has(status!) && attempts < 2)) return null;
  return attempts > 1 ? `${named}（${status}，试了${attempts}次）` : `${named}（${status}）`;
}
