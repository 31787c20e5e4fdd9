import ipaddr from 'ipaddr.js';

/**
 * Hosts that a URL on the command line opens up: this machine's own, for trying things out. Every other private address must be
 * named by the roster (DESIGN §10), so that a pasted link cannot lead into the office network.
 */
export function hostsNamedBy(url: string): readonly string[] {
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '');
  const isLoopback = host === 'localhost' || (ipaddr.isValid(host) && ipaddr.process(host).range() === 'loopback');
  return isLoopback ? [host] : [];
}
