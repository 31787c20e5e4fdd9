import http from 'node:http';
import net from 'node:net';
import { onTestFinished } from 'vitest';

/** A server on a free port of 127.0.0.1. Closes itself, with all its connections, when the test that started it ends. */
export interface TestServer {
  /** Such as `http://127.0.0.1:40123`, without a slash at the end. */
  readonly origin: string;
  readonly port: number;
  close(): Promise<void>;
}

/** Starts a node:http server. Call it inside a test, or close it yourself when started in a hook. */
export function startServer(handler: http.RequestListener): Promise<TestServer & { readonly server: http.Server }> {
  const server = http.createServer(handler);
  return listening(server, () => server.closeAllConnections());
}

/** Bytes to send back; `end: false` keeps the connection open, `reset` kills it. */
export type RawReply = string | Uint8Array | { readonly bytes: string | Uint8Array; readonly end: boolean } | 'reset';

/**
 * Starts a server that answers each request head, however odd, with exactly these bytes (text is sent as latin1).
 * By default the connection is closed after the reply. `'reset'` ends it with a TCP reset.
 */
export function startRawServer(reply: (requestHead: string, connection: number) => RawReply): Promise<TestServer> {
  const sockets = new Set<net.Socket>();
  let connections = 0;
  const server = net.createServer(socket => {
    const connection = connections++;
    let received = '';
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.on('data', chunk => {
      received += chunk.toString('latin1');
      const end = received.indexOf('\r\n\r\n');
      if (end < 0) return;
      const head = received.slice(0, end);
      received = received.slice(end + 4);
      send(socket, reply(head, connection));
    });
  });
  return listening(server, () => {
    for (const socket of sockets) socket.destroy();
  });
}

function send(socket: net.Socket, reply: RawReply): void {
  if (reply === 'reset') {
    socket.resetAndDestroy();
    return;
  }
  const { bytes, end } = typeof reply === 'string' || reply instanceof Uint8Array ? { bytes: reply, end: true } : reply;
  const sent = typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes;
  if (end) socket.end(sent);
  else socket.write(sent);
}

async function listening<Kind extends net.Server>(
  server: Kind,
  dropConnections: () => void,
): Promise<TestServer & { readonly server: Kind }> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  let closing: Promise<void> | null = null;
  const close = (): Promise<void> => {
    closing ??= new Promise(resolve => {
      server.close(() => resolve());
      dropConnections();
    });
    return closing;
  };
  closeWithTest(close);
  return { origin: `http://127.0.0.1:${address.port}`, port: address.port, close, server };
}

// Outside a test (in beforeAll, in a script) there is no test to end with; the caller closes then.
function closeWithTest(close: () => Promise<void>): void {
  try {
    onTestFinished(close);
  } catch {
    return;
  }
}
