import net from 'node:net';

/** What a hostile server does on a connection once it has read one request. */
export type Misdeed = (socket: net.Socket, request: HostileRequest) => void;

export interface HostileRequest {
  /** With its query. */
  readonly path: string;
  /** As sent, without the empty line. */
  readonly head: string;
  /** Of the server that was asked. */
  readonly origin: string;
}

export interface HostileServer {
  /** Such as `http://127.0.0.1:40123`, without a slash at the end. */
  readonly origin: string;
  readonly port: number;
  /** Paths asked for since the last call, in order. */
  takeAsked(): readonly string[];
  close(): Promise<void>;
}

/**
 * Serves each request as `misdeedFor` its path says, on bare sockets of a free port of 127.0.0.1; 404 where it says nothing.
 * `onConnect` acts before any request has come.
 */
export async function startHostileServer(
  misdeedFor: (path: string) => Misdeed | undefined,
  onConnect: (socket: net.Socket) => void = () => {},
): Promise<HostileServer> {
  const sockets = new Set<net.Socket>();
  let asked: string[] = [];
  let origin = '';
  const server = net.createServer(socket => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    onConnect(socket);
    let received = '';
    socket.on('data', chunk => {
      received += chunk.toString('latin1');
      for (let end = received.indexOf('\r\n\r\n'); end >= 0; end = received.indexOf('\r\n\r\n')) {
        const head = received.slice(0, end);
        received = received.slice(end + 4);
        const path = /^\S+ (\S+)/.exec(head)?.[1] ?? '';
        asked.push(path);
        (misdeedFor(path) ?? says('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n', { keep: 'open' }))(socket, { path, head, origin });
      }
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as net.AddressInfo;
  origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    port,
    takeAsked: () => asked.splice(0),
    close: () =>
      new Promise(resolve => {
        asked = [];
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** Sends exactly these bytes (text is sent as UTF-8). The connection is closed afterwards unless it is to be kept. */
export function says(bytes: string | Uint8Array, { keep = 'closed' }: { readonly keep?: 'open' | 'closed' } = {}): Misdeed {
  return socket => void (keep === 'open' ? socket.write(bytes) : socket.end(bytes));
}

/** Sends a first piece, then the second one for ever, as fast as it is taken. */
export function pours(first: string | Uint8Array, then: Uint8Array): Misdeed {
  return socket => {
    const pour = (): void => {
      while (!socket.destroyed && socket.write(then));
      if (!socket.destroyed) socket.once('drain', pour);
    };
    socket.write(first);
    pour();
  };
}

/** Sends a first piece, then the second one every few milliseconds until the other side gives up. */
export function trickles(first: string, then: string): Misdeed {
  return socket => {
    socket.write(first);
    const timer = setInterval(() => socket.write(then), 20);
    socket.on('close', () => clearInterval(timer));
  };
}

/** Sends these bytes and kills the connection with a TCP reset. */
export function resetsAfter(bytes: string): Misdeed {
  return socket => {
    if (bytes === '') socket.resetAndDestroy();
    // The reset throws away what has not been sent yet, so it waits until the bytes are on their way.
    else socket.write(bytes, () => setImmediate(() => socket.resetAndDestroy()));
  };
}

/** A well-formed answer: status line, header lines, length, body. */
export function answers(status: string, headers: readonly string[], body: string | Uint8Array = ''): Misdeed {
  return says(reply(status, headers, body), { keep: 'open' });
}

/** The bytes of a well-formed answer. */
export function reply(status: string, headers: readonly string[], body: string | Uint8Array = ''): Buffer {
  const bytes = Buffer.from(body);
  const lines = [`HTTP/1.1 ${status}`, ...headers, `Content-Length: ${bytes.length}`];
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), bytes]);
}

/** The head of an answer without a length. */
export const head = (...headers: readonly string[]): string => `${['HTTP/1.1 200 OK', ...headers].join('\r\n')}\r\n\r\n`;

export const html = 'Content-Type: text/html; charset=utf-8';
