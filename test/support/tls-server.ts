import type { RequestListener } from 'node:http';
import { createServer, type ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** An encrypted server on a free port of 127.0.0.1, which ends with the test. */
export interface TlsServer {
  readonly origin: string;
  readonly port: number;
  /** Greetings so far: one for each connection that was tried, whatever came of it. */
  readonly greetings: () => number;
  /** Takes up new connections in another way from now on. */
  readonly change: (options: ServerOptions) => void;
}

/** Weak keys and old protocols are refused by the server side, too, unless it is told not to. */
export const oldManners: ServerOptions = { minVersion: 'TLSv1', ciphers: 'ALL:@SECLEVEL=0' };

export async function startTlsServer(options: ServerOptions, handler: RequestListener): Promise<TlsServer> {
  const server = createServer(options, handler);
  let greetings = 0;
  server.on('connection', () => greetings++);
  server.on('tlsClientError', (_error, socket) => socket.destroy());
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  return { origin: `https://127.0.0.1:${port}`, port, greetings: () => greetings, change: changed => server.setSecureContext(changed) };
}
