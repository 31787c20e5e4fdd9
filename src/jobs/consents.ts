import type { Consent } from '../crawl/pace.ts';
import type { Unit } from '../model/unit.ts';

/**
 * The consents that hold for whole hosts, by host name. A host counts as agreed only when every site of the roster that lies on it has agreed,
 * so that a section of a shared platform cannot speak for its neighbours; of several consents the narrowest holds.
 */
export function consentsOf(roster: readonly Unit[]): ReadonlyMap<string, Consent> {
  const hosts = new Map<string, Consent | null>();
  for (const { url, disclosureUrl, prefixes, consent } of roster.flatMap(({ sites }) => sites)) {
    const own = new URL(url).hostname;
    for (const address of [url, ...(disclosureUrl ? [disclosureUrl] : []), ...prefixes]) {
      const host = new URL(address).hostname;
      const given = consent && host === own ? momentsOf(consent) : null;
      const earlier = hosts.get(host);
      hosts.set(host, given && earlier !== null ? narrowest(given, earlier) : null);
    }
  }
  return new Map([...hosts].flatMap(([host, consent]) => (consent ? [[host, consent] as const] : [])));
}

/** Days as the calendar shows them where the units are; both count whole. */
const momentsOf = ({ inFlight, gapSeconds, on, until }: NonNullable<Unit['sites'][number]['consent']>): Consent => ({
  inFlight,
  gapSeconds,
  from: Date.parse(`${on}T00:00:00+08:00`),
  until: Date.parse(`${until}T00:00:00+08:00`) + dayMilliseconds,
});

const narrowest = (one: Consent, other: Consent = one): Consent => ({
  inFlight: Math.min(one.inFlight, other.inFlight),
  gapSeconds: Math.max(one.gapSeconds, other.gapSeconds),
  from: Math.max(one.from, other.from),
  until: Math.min(one.until, other.until),
});

const dayMilliseconds = 86_400_000;
