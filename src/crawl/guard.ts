import ipaddr from 'ipaddr.js';

/**
 * True when an IP address belongs to the public internet. Everything else is inside somebody's network:
 * private, loopback, link-local (with the cloud metadata address), carrier-grade NAT, multicast, reserved, unspecified,
 * and IPv6 forms that carry such an IPv4 address (mapped, NAT64). Text that is no IP address is not public.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed instanceof ipaddr.IPv4) return isPublicV4(parsed);
  const bytes = parsed.toByteArray();
  // NAT64 (RFC 6052): the last four bytes are the IPv4 address that is meant.
  if (parsed.match(nat64Prefix, 96)) return isPublicV4(new ipaddr.IPv4(bytes.slice(12)));
  // Only 2000::/3 is given out as global unicast (RFC 4291); this also refuses the deprecated ::a.b.c.d form.
  return parsed.range() === 'unicast' && (bytes[0]! & 0xe0) === 0x20;
}

/** One spelling for each IP address; an IPv4 address that is mapped into IPv6 comes out as IPv4. Text that is none stays as it is. */
export const plainAddress = (address: string): string => (ipaddr.isValid(address) ? ipaddr.process(address).toString() : address);

/** The IP address that a URL's host spells out, without brackets; null for a name. */
export function literalAddress(hostname: string): string | null {
  const bare = hostname.startsWith('[') ? hostname.slice(1, -1) : hostname;
  return ipaddr.isValid(bare) && (bare.includes(':') || ipaddr.IPv4.isValidFourPartDecimal(bare)) ? bare : null;
}

/**
 * True for names that can only mean this machine or this network (RFC 6761, RFC 6762, cloud metadata).
 * Needed where the name is resolved by somebody else, that is behind a proxy.
 */
export const isInsideName = (hostname: string): boolean => insideName.test(hostname.replace(/\.$/, ''));

/** True for names reserved for tests and examples: they never belong to a real site (RFC 6761). */
export const isReservedName = (hostname: string): boolean => /\.(?:test|example|invalid)\.?$/.test(hostname);

/** The form in which host names are compared: lower case, punycode, no port, no trailing dot. */
export function comparableHost(host: string): string {
  const text = /^[^[]*:[^:]*:/.test(host) ? `[${host}]` : host;
  const parsed = URL.parse(`http://${text}`);
  return (parsed?.hostname ?? host.toLowerCase()).replace(/\.$/, '');
}

const insideName = /(?:^|\.)(?:localhost|local|internal|lan|home\.arpa)$/;
const nat64Prefix = ipaddr.IPv6.parse('64:ff9b::');
const isPublicV4 = (address: ipaddr.IPv4): boolean => address.range() === 'unicast';
