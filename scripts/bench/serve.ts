import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the server saw of one tool: the tool's own word counts for nothing here. */
export interface Seen {
  /** Requests that arrived, and the different addresses they asked for (path with query). */
  readonly requests: number;
  readonly addresses: ReadonlySet<string>;
  readonly mostInFlight: number;
}

export interface BenchServer {
  readonly origin: string;
  readonly seen: Seen;
  /** Ends every connection, also those that wait for an answer. */
  close(): void;
}

/** Serves on a free port of the loopback address. */
export async function serve(answer: http.RequestListener): Promise<BenchServer> {
  const addresses = new Set<string>();
  const seen = { requests: 0, addresses, mostInFlight: 0 };
  let inFlight = 0;
  const server = http.createServer((request, response) => {
    seen.requests++;
    addresses.add(request.url ?? '/');
    seen.mostInFlight = Math.max(seen.mostInFlight, ++inFlight);
    response.on('close', () => inFlight--);
    // That tool sends at most ten requests per second unless the server agrees to more.
    if (request.headers['user-agent']?.includes('LinkChecker')) response.setHeader('LinkChecker', '1');
    answer(request, response);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { origin: `http://127.0.0.1:${port}`, seen, close };
}
