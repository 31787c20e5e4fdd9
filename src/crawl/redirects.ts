/** What an answer asks for next. */
export type NextStep =
  | { readonly kind: 'stay' }
  | { readonly kind: 'go'; readonly url: URL; readonly location: string }
  | { readonly kind: 'bad'; readonly location: string; readonly detail: string };

/**
 * Reads a redirect (301 302 303 307 308). `location` is the header as received, one character per byte.
 * Raw bytes above 127 (UTF-8 or GBK alike) are percent-encoded as they are: that is what browsers send back and what the server expects.
 */
export function nextStep(status: number, location: string | undefined, from: URL): NextStep {
  if (!isRedirect(status)) return { kind: 'stay' };
  const asked = location?.trim() ?? '';
  if (asked === '') return { kind: 'bad', location: '', detail: `status ${status} without Location` };
  const written = encodeBytes(asked);
  const url = URL.parse(written, from.href);
  if (!url || url.hostname === '') return { kind: 'bad', location: written, detail: 'Location is not an address' };
  if (!isWebAddress(url)) return { kind: 'bad', location: written, detail: `Location leads to ${url.protocol}` };
  return { kind: 'go', url: withoutExtras(url), location: written };
}

/** True for the statuses whose Location is followed. */
export const isRedirect = (status: number): boolean => redirectStatuses.has(status);

/** True for http and https. */
export const isWebAddress = (url: URL): boolean => url.protocol === 'http:' || url.protocol === 'https:';

/** Without the fragment, which is never sent, and without credentials: the crawler never logs in anywhere. */
export function withoutExtras(url: URL): URL {
  const clean = new URL(url.href);
  clean.hash = '';
  clean.username = '';
  clean.password = '';
  return clean;
}

const redirectStatuses = new Set([301, 302, 303, 307, 308]);

const encodeBytes = (text: string): string =>
  text.replace(/[^\x20-\x7e]/g, character => `%${(character.charCodeAt(0) & 0xff).toString(16).toUpperCase().padStart(2, '0')}`);
