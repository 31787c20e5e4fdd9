import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import type { PGlite } from '@electric-sql/pglite';

export interface PostgresServer {
  readonly url: string;
  close(): Promise<void>;
}

/** PostgreSQL's own protocol on a port of loopback, spoken by a PostgreSQL in this process, to one client after the other. */
export async function servePostgres(pglite: PGlite): Promise<PostgresServer> {
  let last: Promise<unknown> = Promise.resolve();
  const server = createServer(socket => {
    let received = Buffer.alloc(0);
    let started = false;
    socket.on('error', () => {});
    socket.on('data', chunk => {
      received = Buffer.concat([received, chunk]);
      const end = endOfWhole(received, started);
      if (end === 0) return;
      const messages = received.subarray(0, end);
      received = received.subarray(end);
      started = true;
      last = last.then(async () => socket.write(await pglite.execProtocolRaw(messages))).catch(error => socket.destroy(error));
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `postgres://postgres@127.0.0.1:${(server.address() as AddressInfo).port}/postgres`,
    close: () => new Promise(resolve => server.close(() => resolve())),
  };
}

/** Where the last message ends that has arrived as a whole. Each has a letter, then its length; only the very first has no letter. */
function endOfWhole(bytes: Buffer, started: boolean): number {
  let end = 0;
  for (let letter = started ? 1 : 0; end + letter + 4 <= bytes.length; letter = 1) {
    const next = end + letter + bytes.readInt32BE(end + letter);
    if (next > bytes.length) break;
    end = next;
  }
  return end;
}
