import { request } from 'undici';
import type { City } from '../../fixtures/city/serve.ts';

/** What a browser on a desk says of itself. */
const desktop = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

/** Asks the city for an address of one of its hosts, as a client would that knows its world; as a browser on a desk when no other is named. */
export async function get(
  city: City,
  address: string,
  { userAgent = desktop }: { readonly userAgent?: string } = {},
): Promise<{ status: number; type: string; location: string; body: Buffer }> {
  const url = new URL(address);
  const at = city.world.get(url.host);
  if (at === undefined) throw new RangeError(`${url.host} is not in the world`);
  const answer = await request(`http://${at.address}:${at.port}${url.pathname}${url.search}`, {
    headers: { host: url.host, 'user-agent': userAgent },
  });
  const { 'content-type': type = '', location = '' } = answer.headers;
  return { status: answer.statusCode, type: String(type), location: String(location), body: Buffer.from(await answer.body.arrayBuffer()) };
}

/** Text of a body in the encoding it really has. */
export function textOf(body: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return new TextDecoder('gb18030', { fatal: true }).decode(body);
  }
}

/** Absolute addresses to which a page links, from plain links, areas, frames and menus written by script. */
export function linksOf(html: string, base: string): string[] {
  const pattern = /(?:\shref|<i?frame src)\s*=\s*(?:"([^"]*)"|([^\s>"']+))|WebFXTreeItem\('[^']*','([^']*)'\)/g;
  return [...html.matchAll(pattern)]
    .map(match => (match[1] ?? match[2] ?? match[3] ?? '').replaceAll('&amp;', '&'))
    .filter(href => href !== '' && !/^(javascript:|#)/.test(href))
    .map(href => new URL(href, base).href);
}
