import { type QuickLook, quickLook } from '../artifacts/quick-look.ts';
import type { FetchOutcome, FetchResponse } from '../model/fetch-outcome.ts';
import { binaryName } from '../text/binary-name.ts';
import { decodeHtml } from '../text/decode.ts';
import { directoryOf, originOf } from '../text/urls.ts';

/** The page in an answer; null when there is none, or when the status says all: the page around a plain 404 is not read. */
export function pageIn(outcome: FetchOutcome): QuickLook | null {
  if (outcome.kind === 'failure' || outcome.body.length === 0 || !isHtml(outcome)) return null;
  if (outcome.status >= 300 && !wallStatuses.has(outcome.status)) return null;
  const { text, encoding } = decodeHtml(outcome.body, outcome.headers['content-type']);
  return quickLook(text, outcome.finalUrl, encoding, outcome);
}

/**
 * The prefixes that count as the site: the directory of the start address, and that to which its redirect leads.
 * A missing slash that the server adds (`/zwgk` → `/zwgk/`) narrows the scope to what was meant.
 */
export function scopeOf(startUrl: string, finalUrl: string): readonly string[] {
  if (finalUrl === `${startUrl}/`) return [finalUrl];
  const [asked, led] = [directoryOf(startUrl), directoryOf(finalUrl)];
  const widens = originOf(led) === originOf(asked) && new URL(led).pathname === '/';
  return asked === led || widens ? [asked] : [asked, led];
}

/** Statuses with which walls send their challenge. */
const wallStatuses = new Set([403, 412, 429, 503, 521]);

function isHtml({ headers, body }: FetchResponse): boolean {
  const type = headers['content-type'] ?? '';
  if (/^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(type)) return binaryName(body) === null;
  // Old servers leave the type out, or call every page XML.
  if (/^\s*[\w.+-]+\/[\w.+-]+/.test(type) && !/^\s*(?:text\/xml|(?:application|unknown)\/unknown)\b/i.test(type)) return false;
  return /<(?:!doctype\s+html|html|head|body|title|meta|frameset|a\s)/i.test(Buffer.from(body.subarray(0, 2048)).toString('latin1'));
}
