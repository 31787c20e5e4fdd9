import http from 'node:http';
import net from 'node:net';
import { onTestFinished } from 'vitest';
import { startServer, type TestServer } from './http-server.ts';

/** What a forward proxy was asked: the request line as it came. */
export interface ForwardProxy extends TestServer {
  readonly requestLines: readonly string[];
  /** When each request came; milliseconds of performance.now(). */
  readonly times: readonly number[];
}

/**
 * A small forward proxy: absolute request lines go to `target` whatever host they name, CONNECT opens a tunnel to it.
 * A host that `knows` refuses answers 502 with `x-replay: not-recorded`.
 */
export async function startForwardProxy(target: TestServer, knows: (host: string) => boolean = () => true): Promise<ForwardProxy> {
  const requestLines: string[] = [];
  const times: number[] = [];
  const tunnels = new Set<net.Socket>();
  const proxy = await startServer((request, response) => {
    requestLines.push(`${request.method} ${request.url}`);
    times.push(performance.now());
    const asked = URL.parse(request.url ?? '');
    if (!asked || !knows(asked.hostname)) {
      response.writeHead(502, { 'x-replay': 'not-recorded' }).end('not recorded');
      return;
    }
    http
      .get({ port: target.port, host: '127.0.0.1', path: asked.pathname + asked.search, headers: request.headers }, answer => {
        response.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(response);
      })
      .on('error', () => response.destroy());
  });
  proxy.server.on('connect', (request: http.IncomingMessage, socket: net.Socket) => {
    requestLines.push(`CONNECT ${request.url}`);
    socket.on('error', () => socket.destroy());
    if (!knows(request.url?.split(':')[0] ?? '')) {
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
      return;
    }
    const onward = net.connect(target.port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      onward.pipe(socket).pipe(onward);
    });
    onward.on('error', () => socket.destroy());
    tunnels.add(socket).add(onward);
  });
  onTestFinished(() => {
    for (const socket of tunnels) socket.destroy();
  });
  return { ...proxy, requestLines, times };
}
