import { getDomain } from 'tldts';

/**
 * The other forms under which a site may answer that cannot be reached at this address, the likeliest first: the other scheme, then “www.”
 * added or taken away. Never another registrable domain. Of an address with a port of its own only the name can be changed, of an IP
 * address only the scheme. Empty for what is no web address.
 */
export function otherFormsOf(address: string): readonly string[] {
  const url = URL.parse(address);
  const otherScheme = url && schemes.get(url.protocol);
  if (!url || otherScheme === undefined) return [];
  const withScheme = url.port === '' ? [`${otherScheme}//${url.host}`] : [];
  const name = otherName(url.hostname);
  const place = url.port === '' ? '' : `:${url.port}`;
  const withName =
    name === null ? [] : [url.protocol, ...(url.port === '' ? [otherScheme] : [])].map(scheme => `${scheme}//${name}${place}`);
  return [...withScheme, ...withName].map(origin => `${origin}${url.pathname}${url.search}`);
}

/** The same address with https; null where it has that already, has a port of its own, or is no web address. */
export function overHttps(address: string): string | null {
  const url = URL.parse(address);
  if (url?.protocol !== 'http:' || url.port !== '') return null;
  url.protocol = 'https:';
  return url.href;
}

const schemes: ReadonlyMap<string, string> = new Map([
  ['http:', 'https:'],
  ['https:', 'http:'],
]);

/** `a.gov.cn` ↔ `www.a.gov.cn`; null where that would be another site, or is no name. */
function otherName(hostname: string): string | null {
  const domain = getDomain(hostname, { allowPrivateDomains: true });
  if (domain === null) return null;
  const other = hostname.startsWith('www.') ? hostname.slice('www.'.length) : `www.${hostname}`;
  return getDomain(other, { allowPrivateDomains: true }) === domain ? other : null;
}
