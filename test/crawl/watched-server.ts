import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HostAddress } from '../../src/crawl/fetcher.ts';
import { startServer } from '../support/http-server.ts';

/** What a server saw of one host, or of all that it plays. */
export interface Seen {
  /** When each request came; milliseconds. */
  readonly times: readonly number[];
  readonly mostAtOnce: number;
}

/** A server that plays hosts on one public address and knows when they were asked, and how often at once. */
export interface WatchedServer {
  /** Its hosts, as a fetcher's world. */
  readonly hosts: ReadonlyMap<string, HostAddress>;
  /** Of one host, or of the whole address. */
  seen(host?: string): Seen;
}

export async function watchedServer(
  hosts: readonly string[],
  playing: string,
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<WatchedServer> {
  const seen = new Map<string | undefined, { times: number[]; atOnce: number; mostAtOnce: number }>();
  const of = (host: string | undefined) => {
    const known = seen.get(host) ?? { times: [], atOnce: 0, mostAtOnce: 0 };
    seen.set(host, known);
    return known;
  };
  const { port } = await startServer((request, response) => {
    for (const one of [of(request.headers.host), of(undefined)]) {
      one.times.push(performance.now());
      one.mostAtOnce = Math.max(one.mostAtOnce, ++one.atOnce);
      response.on('close', () => one.atOnce--);
    }
    answer(request, response);
  });
  return { hosts: new Map(hosts.map(host => [host, { address: '127.0.0.1', port, playing }])), seen: of };
}
