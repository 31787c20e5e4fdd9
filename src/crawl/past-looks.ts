import { createHash } from 'node:crypto';
import type { Look, LookPurpose } from '../model/snapshot.ts';

/** What is known of a unit from the night before, and may be used tonight. */
export interface PastLooks {
  /** The earlier look that tonight's answer need only confirm; null when the address is to be fetched as if never seen. */
  toConfirm(url: string, purpose: LookPurpose): Look | null;
  /** The address kept silent through every attempt. It is asked once tonight: after one more silence the verdict is the same. */
  wasSilent(url: string): boolean;
  /** The same of what was only tried as a link. */
  wasSilentLink(url: string): boolean;
  /** A kept body by its SHA-256; rejects when it is gone or damaged. */
  bodyOf(sha256: string): Promise<Uint8Array>;
}

export interface PastLooksInput {
  /** Of the night before. */
  readonly looks: readonly Look[];
  /** Addresses on which something rests that counts against the unit: tonight's verdict needs tonight's bytes (law 2). */
  readonly readInFull: ReadonlySet<string>;
  /** A page is fetched in full again after so many days at the latest, whatever its server says; 0: always. */
  readonly fullAfterDays: number;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly bodyOf: PastLooks['bodyOf'];
}

/** Nothing is known: everything is fetched in full. */
export const noPastLooks: PastLooks = {
  toConfirm: () => null,
  wasSilent: () => false,
  wasSilentLink: () => false,
  bodyOf: async () => Promise.reject(new RangeError('nothing is kept')),
};

/** Decides by an earlier night what need not be sent again; see docs/adr/0011. */
export function pastLooks({ looks, readInFull, fullAfterDays, now, bodyOf }: PastLooksInput): PastLooks {
  const byUrl = new Map<string, Look>();
  for (const look of looks)
    if (look.purpose !== 'baseline' && (look.bodySha256 !== null || !byUrl.has(look.url))) byUrl.set(look.url, look);
  const isDue = (look: Look) => {
    const age = (now - Date.parse(look.unchangedSince ?? look.fetchedAt)) / millisecondsOfDay;
    return !(age >= 0 && age < fullAfterDays * shareOf(look.url));
  };
  return {
    toConfirm(url, purpose) {
      const look = byUrl.get(url);
      if (!look || purpose === 'baseline' || look.status !== 200 || look.truncated || isDue(look)) return null;
      // Without a kept body there is only a head to confirm, and a head that says the same is as good as the first.
      if (purpose === 'link' || look.bodySha256 === null) return look;
      return readInFull.has(url) || readInFull.has(look.finalUrl) ? null : look;
    },
    wasSilent: url => isSilent(byUrl.get(url)),
    wasSilentLink: url => byUrl.get(url)?.purpose === 'link' && isSilent(byUrl.get(url)),
    bodyOf,
  };
}

const isSilent = (look: Look | undefined): boolean => look?.failure?.cause === 'timeout';

const millisecondsOfDay = 86_400_000;

/** Between a half and one, the same for an address on every night: else what was fetched on one night would all be due on one night. */
const shareOf = (url: string): number => 0.5 + createHash('sha256').update(url).digest().readUInt8() / 512;
