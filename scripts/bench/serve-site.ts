import type http from 'node:http';
import type { BenchSite } from './site.ts';

/** How the made-up site answers over HTTP, each answer held back for so many milliseconds. */
export function answerFrom(site: BenchSite, delayMilliseconds: number): http.RequestListener {
  const send: http.RequestListener = (request, response) => {
    const { status, type, body, location } = site.replyTo(request.url ?? '/') ?? unknown;
    const headers = { 'content-type': type, 'content-length': body.length, ...(location ? { location } : {}) };
    response.writeHead(status, headers).end(body);
  };
  if (delayMilliseconds === 0) return send;
  return (request, response) => {
    setTimeout(send, delayMilliseconds, request, response);
  };
}

const unknown = { status: 404, type: 'text/html', body: Buffer.alloc(0), location: undefined };
