import type { PageReading } from '../model/page-reading.ts';
import type { Look } from '../model/snapshot.ts';

/** How a host answered an address that cannot exist. A host that says 404 or 410 needs no baseline. */
export interface Baseline {
  readonly finalUrl: string;
  readonly bodySha256: string | null;
  readonly title: string;
  readonly text: string;
}

/**
 * Null when the host honestly reports a missing page, did not answer at all, or answered with a wall or an empty shell:
 * a shell is the same for every address, so likeness to it proves nothing.
 */
export function baselineOf(look: Look, reading: PageReading | null): Baseline | null {
  if (look.status === null || look.status >= 300 || !reading) return null;
  if (reading.challenge !== null || reading.needsBrowser !== null) return null;
  return { finalUrl: look.finalUrl, bodySha256: look.bodySha256, title: reading.title, text: reading.text };
}

/**
 * The page is the host's answer for a missing page. Same bytes, or the same short text under the same title;
 * a long common text proves nothing, because some hosts answer a missing address with a whole column.
 */
export function looksLikeBaseline(look: Look, reading: PageReading, baseline: Baseline): boolean {
  if (look.url === baseline.finalUrl) return false;
  if (look.bodySha256 !== null && look.bodySha256 === baseline.bodySha256) return true;
  if (look.url !== look.finalUrl && look.finalUrl === baseline.finalUrl) return true;
  return reading.title === baseline.title && reading.text === baseline.text && reading.text.length < 400;
}
