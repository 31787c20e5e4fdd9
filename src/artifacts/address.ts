import type { CheerioAPI } from 'cheerio';
import { type DomElement, elementsNamed } from './dom.ts';

/** The address against which links of a page count: `<base href>` where the page has one, else its own. */
export function baseOf($: CheerioAPI, url: string): string {
  const href = elementsNamed($, 'base')
    .find(({ attribs }) => attribs.href)
    ?.attribs.href?.trim();
  return (href && parsed(href, url)?.href) || url;
}

/**
 * Absolute web address of a link, without fragment (a `#/` route keeps it, because behind it lies another page).
 * Null for empty links, `#`, scripts without an address, and anything that is not http or https.
 */
export function resolve(href: string, base: string): string | null {
  const written = href.replace(/[\t\r\n]/g, '').trim();
  const address = /^javascript:/i.test(written) ? (addressInScript(written) ?? '') : written;
  if (address === '' || (address.startsWith('#') && !isRoute(address)) || /^#?undefined$/.test(address)) return null;
  const url = parsed(address, base);
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  if (!isRoute(url.hash)) url.hash = '';
  return url.href;
}

/** What a click on the element opens: its `href`, else the address in its click handler. */
export function hrefOf({ attribs }: DomElement): string {
  const href = (attribs.href ?? '').trim();
  if (href !== '' && !/^(?:#+|javascript:.*)$/is.test(href)) return href;
  return addressInScript(attribs.onclick ?? '') ?? addressInScript(href) ?? attribs['data-href'] ?? attribs['data-url'] ?? href;
}

/** The address in `location.href='…'` or `window.open('…')`; null when the script names none. */
export function addressInScript(script: string): string | null {
  const [, address] = opens.exec(script) ?? [];
  return address === undefined || /^(?:about:|javascript:|#?$)/i.test(address) ? null : address;
}

const opens =
  /(?:location(?:\.href)?\s*=|location\.(?:assign|replace)\(|\bopen\(|(?:jump|go|link|open|to)\w*(?:url|page|link|to)\w*\()\s*(?:['"]|&quot;)([^'"<>\s]+)['"&]/i;
const isRoute = (fragment: string) => /^#!?\//.test(fragment);

function parsed(address: string, base: string): URL | null {
  return URL.parse(address, base);
}
