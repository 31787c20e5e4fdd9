import type { CheerioAPI } from 'cheerio';
import { encodeQuery } from '../text/query-encoding.ts';
import { type DomElement, elementsNamed } from './dom.ts';
import { addressInScript } from './script-address.ts';

/**
 * The address against which links of a page count: that of its first `<base>` with an address, else its own (HTML standard §4.2.3).
 * One that could run code counts for nothing.
 */
export function baseOf($: CheerioAPI, url: string): string {
  const href = elementsNamed($, 'base').find(({ attribs }) => attribs.href !== undefined)?.attribs.href;
  const base = href === undefined ? null : URL.parse(href.trim(), url);
  return base && base.protocol !== 'data:' && base.protocol !== 'javascript:' ? base.href : url;
}

/**
 * Absolute web address of a link, without fragment (a `#/` route keeps it, because behind it lies another page).
 * Null for empty links, `#`, scripts without an address, and anything that is not http or https.
 * `encoding`: the page's (WHATWG label); a query is sent in it, a path always in UTF-8.
 */
export function resolve(href: string, base: string, encoding = 'utf-8'): string | null {
  const written = href.replace(/[\t\r\n]/g, '').trim();
  const address = /^javascript:/i.test(written) ? (addressInScript(written) ?? '') : written;
  if (address === '' || (address.startsWith('#') && !isRoute(address)) || /^#?undefined$/.test(address)) return null;
  const url = URL.parse(encodeQuery(address, encoding), base);
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  if (!isRoute(url.hash)) url.hash = '';
  return url.href;
}

/** What a click on the element opens: its `href`, else the address in its click handler, else one kept for a script beside it. */
export function hrefOf(element: DomElement): string {
  const { attribs } = element;
  const href = (attribs.href ?? attribs['xlink:href'] ?? '').trim();
  if (href !== '' && !/^(?:#+|javascript:.*)$/is.test(href)) return href;
  return addressInScript(attribs.onclick ?? '') ?? addressInScript(href) ?? keptAddress(element) ?? href;
}

/** An address in an attribute that HTML does not know, where scripts look for it: `data-url`, `url`; null when there is none. */
export function keptAddress({ attribs }: DomElement): string | null {
  for (const name of kept) {
    const address = attribs[name]?.trim();
    if (address && isAddress(address)) return address;
  }
  return null;
}

const kept = ['data-href', 'data-url', 'data-link', 'data-hrefs', 'data-jump', 'data-page', 'url', '_href', 'link', 'lay-href', 'to'];

/** Text that is hardly anything but the address of a page. */
const isAddress = (text: string): boolean =>
  !/[\s<>{}"'|^]/.test(text) &&
  !/\.(?:jpe?g|png|gif|webp|svg|ico|css|js|json|mp[34])(?:[?#]|$)/i.test(text) &&
  /^(?:https?:)?\/\/[^/]+|^\.{0,2}\/|^#!?\/|^[\w./-]+\/$|\.(?:s?html?|jspx?|aspx?|php|do|action)(?:[?#]|$)|^\?\w+=/i.test(text);

const isRoute = (fragment: string) => /^#!?\//.test(fragment);
