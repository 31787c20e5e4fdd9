import type { WantedBody } from './fetcher.ts';
import { isRedirect } from './redirects.ts';

/** Header values as they came: one character per byte, an array when the header was repeated. */
export type RawHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** The first value of a header that may have come several times. */
export const single = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value);

/** Decides from the head of an answer whether its body is read. The body of a redirect never is. */
export function wantsBody(wanted: WantedBody, head: { readonly status: number; readonly headers: RawHeaders }): boolean {
  const contentType = single(head.headers['content-type']);
  if (isRedirect(head.status) && single(head.headers.location)) return false;
  if (wanted === 'html') return mayBePage(contentType);
  return wanted === 'any';
}

// Old servers send pages without a type, with `text/xml`, or with something that is no type at all.
function mayBePage(contentType: string | undefined): boolean {
  const type = contentType?.split(/[;,]/)[0]?.trim().toLowerCase() ?? '';
  return pageTypes.has(type) || !/^[a-z0-9!#$&^_.+-]+\/[a-z0-9!#$&^_.+-]+$/.test(type);
}

const pageTypes = new Set(['text/html', 'application/xhtml+xml', 'text/xml', 'unknown/unknown', 'application/unknown']);
