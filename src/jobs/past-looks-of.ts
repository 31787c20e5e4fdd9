import { noPastLooks, type PastLooks, pastLooks } from '../crawl/past-looks.ts';
import type { Finding } from '../model/finding.ts';
import type { Services } from './services.ts';

/** What is known of a unit from the last run that saw its site. Nothing where the program told the servers another name of itself then. */
export async function pastLooksOf(
  { store, settings, bodies, now }: Pick<Services, 'store' | 'settings' | 'bodies' | 'now'>,
  unitId: string,
): Promise<PastLooks> {
  const judged = settings.crawl.fullAfterDays === 0 ? null : await store.latestSeen(unitId);
  const snapshot = judged && (await store.snapshot(judged.snapshotId));
  if (!snapshot || snapshot.userAgent !== settings.userAgent) return noPastLooks;
  const against = judged.findings.filter(isAgainst).flatMap(({ evidence }) => evidence);
  return pastLooks({
    looks: snapshot.looks,
    readInFull: new Set(against.flatMap(({ url, finalUrl }) => [url, finalUrl])),
    fullAfterDays: settings.crawl.fullAfterDays,
    now: now(),
    bodyOf: sha256 => bodies.get(sha256),
  });
}

const isAgainst = ({ outcome }: Finding): boolean => outcome !== 'pass' && outcome !== 'not-applicable';
