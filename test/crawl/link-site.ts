import type { IncomingMessage, ServerResponse } from 'node:http';
import { type CheckLinksOptions, checkLinks } from '../../src/crawl/check-links.ts';
import type { HttpFetcherOptions } from '../../src/crawl/fetch-http.ts';
import { createRobots } from '../../src/crawl/robots.ts';
import type { LinkCheck } from '../../src/model/link-check.ts';
import { startServer } from '../support/http-server.ts';
import { testFetcher } from '../support/test-fetcher.ts';

/** A page as HTML, a status, a place to go to, or a handler. */
export type Reply = string | number | { readonly to: string } | ((request: IncomingMessage, response: ServerResponse) => void);
export type Site = Readonly<Record<string, Reply>>;

interface Checked extends LinkCheck {
  readonly origin: string;
  /** Paths in the order in which they were asked for. */
  readonly asked: readonly string[];
  readonly mostAtOnce: number;
}

const words = '明湖市教育局公布的正文内容，足以说明这是一张真实的页面。'.repeat(20);
export const page = (body: string, title = '明湖市教育局') =>
  `<html><head><meta charset="utf-8"><title>${title}</title></head><body>${body}<p>${words}</p></body></html>`;
export const anchors = (...paths: readonly string[]) => paths.map(path => `<a href="${path}">x</a>`).join('');

interface Conditions extends Partial<Omit<CheckLinksOptions, 'fetcher' | 'robots'>> {
  readonly start?: string;
  readonly fetcher?: Partial<HttpFetcherOptions>;
}

/** Serves the site and checks it. Paths that are not in it answer 404. */
export async function check(
  site: Site | ((path: string) => Reply | undefined),
  { start = '/', fetcher: fetching = {}, ...options }: Conditions = {},
): Promise<Checked> {
  const asked: string[] = [];
  let atOnce = 0;
  let mostAtOnce = 0;
  const replyTo = typeof site === 'function' ? site : (path: string) => site[path];
  const server = await startServer((request, response) => {
    asked.push(request.url!);
    mostAtOnce = Math.max(mostAtOnce, ++atOnce);
    response.on('close', () => atOnce--);
    answer(replyTo(request.url!) ?? 404, request, response);
  });
  const fetcher = testFetcher({ pace: { inFlight: 4, gapSeconds: 0.5 }, ...fetching });
  const robots = createRobots(fetcher, 'gongkai-test');
  const conditions = { concurrency: 4, maxPages: 1000, secondLookAfterMilliseconds: 0, record: null };
  const found = await checkLinks({ startUrl: server.origin + start, fetcher, robots, ...conditions, ...options });
  return { ...found, origin: server.origin, asked, mostAtOnce };
}

export function answer(reply: Reply, request: IncomingMessage, response: ServerResponse): void {
  if (typeof reply === 'function') reply(request, response);
  else if (typeof reply === 'number') response.writeHead(reply, { 'content-type': 'text/html' }).end(`<h1>${reply}</h1>`);
  else if (typeof reply === 'object') response.writeHead(302, { location: reply.to }).end();
  else response.writeHead(200, { 'content-type': 'text/html' }).end(reply);
}

/** Path and reason of each link, for comparison. */
export const told = ({ origin }: Checked, links: LinkCheck['broken']) =>
  links.map(({ url, reason }) => `${url.replace(origin, '')} ${reason}`);
export const ok = (_: IncomingMessage, response: ServerResponse) => response.writeHead(200, { 'content-type': 'image/png' }).end('png');
