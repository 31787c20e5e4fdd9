import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { createFetchIfChanged } from '../../src/crawl/fetch-if-changed.ts';
import type { WantedBody } from '../../src/crawl/fetcher.ts';
import type { Look } from '../../src/model/snapshot.ts';
import { look as sampleLook } from '../store/samples.ts';
import { startServer } from '../support/http-server.ts';
import { testFetcher } from '../support/test-fetcher.ts';

const page = '<html><title>公开指南</title></html>';
const html = { 'content-type': 'text/html; charset=utf-8' };
const whole = (response: ServerResponse, headers: Readonly<Record<string, string>> = {}) =>
  response.writeHead(200, { ...html, ...headers }).end(page);

/** Asks a server for what was seen before under `etag`, and tells what came of it and how it was asked. */
async function askAgain(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  {
    body = 'html',
    times = 1,
    earlier = {},
    kept = async () => new TextEncoder().encode(page),
  }: { body?: WantedBody; times?: number; earlier?: Partial<Look>; kept?: () => Promise<Uint8Array> } = {},
) {
  const asked: string[] = [];
  const { origin } = await startServer((request, response) => {
    asked.push([request.method, request.url, request.headers['if-none-match'] ?? ''].join(' ').trim());
    answer(request, response);
  });
  const url = `${origin}/gkzn.html`;
  const headers = { ...html, etag: '"a"', server: 'old' };
  const look = sampleLook(url, { finalUrl: url, hops: [], headers, fetchedAt: '2026-11-19T17:00:00.000Z', ...earlier });
  const fetchIfChanged = createFetchIfChanged(testFetcher({ attempts: 2 }));
  let fetched = await fetchIfChanged({ url, body }, { look, bodyOf: kept });
  for (let time = 1; time < times; time++) fetched = await fetchIfChanged({ url, body }, { look, bodyOf: kept });
  const { outcome, unchangedSince, requests } = fetched;
  const text = outcome.kind === 'response' ? new TextDecoder().decode(outcome.body) : '';
  return { status: outcome.kind === 'response' ? outcome.status : null, outcome, text, unchangedSince, requests, asked };
}

describe('a page', () => {
  test('that has not changed is whole again, with the night on which it was received', async () => {
    const { status, text, outcome, unchangedSince, asked } = await askAgain((_, response) =>
      response.writeHead(304, { server: 'new' }).end(),
    );
    expect({ status, text, unchangedSince }).toEqual({ status: 200, text: page, unchangedSince: '2026-11-19T17:00:00.000Z' });
    expect(outcome).toMatchObject({ headers: { ...html, server: 'new', etag: '"a"' }, truncated: false });
    expect(asked).toEqual(['GET /gkzn.html "a"']);
  });

  test('that was confirmed before keeps the night on which it was received', async () => {
    const { unchangedSince } = await askAgain((_, response) => response.writeHead(304).end(), {
      earlier: { unchangedSince: '2026-11-17T17:00:00.000Z' },
    });
    expect(unchangedSince).toBe('2026-11-17T17:00:00.000Z');
  });

  test('that has changed comes with the first answer', async () => {
    const { text, unchangedSince, requests } = await askAgain((_, response) => whole(response));
    expect({ text, unchangedSince, requests }).toEqual({ text: page, unchangedSince: null, requests: 1 });
  });

  const isConditional = ({ headers }: IncomingMessage) => headers['if-none-match'] !== undefined;
  test.for([
    ['a 304 for another version', (response: ServerResponse) => response.writeHead(304, { etag: '"b"' }).end()],
    ['412', (response: ServerResponse) => response.writeHead(412).end()],
    ['a wall that does not like conditions', (response: ServerResponse) => response.writeHead(403).end('no')],
  ] as const)('is asked for in full after %s', async ([, refuse]) => {
    const { status, unchangedSince, requests, asked } = await askAgain((request, response) =>
      isConditional(request) ? refuse(response) : whole(response),
    );
    expect({ status, unchangedSince, requests }).toEqual({ status: 200, unchangedSince: null, requests: 2 });
    expect(asked).toEqual(['GET /gkzn.html "a"', 'GET /gkzn.html']);
  });

  test('whose body is gone from the disk is fetched again', async () => {
    const { text, unchangedSince } = await askAgain(
      (request, response) => (isConditional(request) ? response.writeHead(304).end() : whole(response)),
      { kept: () => Promise.reject(new Error('gone')) },
    );
    expect({ text, unchangedSince }).toEqual({ text: page, unchangedSince: null });
  });

  test('of a server that says 304 to everybody is no page', async () => {
    const { status, unchangedSince } = await askAgain((_, response) => response.writeHead(304, { etag: '"b"' }).end());
    expect({ status, unchangedSince }).toEqual({ status: 304, unchangedSince: null });
  });

  test('that vanished is gone: a 404 is no matter of conditions', async () => {
    const { status, requests } = await askAgain((_, response) => response.writeHead(404).end());
    expect({ status, requests }).toEqual({ status: 404, requests: 1 });
  });

  test('that now leads elsewhere is not asked there whether it has changed', async () => {
    const { status, asked, unchangedSince } = await askAgain((request, response) =>
      request.url === '/gkzn.html' ? response.writeHead(302, { location: '/new.html' }).end() : whole(response),
    );
    expect({ status, unchangedSince }).toEqual({ status: 200, unchangedSince: null });
    expect(asked).toEqual(['GET /gkzn.html "a"', 'GET /new.html']);
  });
});

describe('a link', () => {
  const tried = { body: 'none', earlier: { purpose: 'link', bodySha256: null } } as const;

  test('that answered before is asked for its head alone', async () => {
    const { status, unchangedSince, asked } = await askAgain((_, response) => whole(response), tried);
    expect({ status, unchangedSince }).toEqual({ status: 200, unchangedSince: '2026-11-19T17:00:00.000Z' });
    expect(asked).toEqual(['HEAD /gkzn.html']);
  });

  test.for([403, 404, 405, 500, 501] as const)('is not blamed for saying %i to HEAD', async refusal => {
    const { status, unchangedSince, asked } = await askAgain(
      ({ method }, response) => (method === 'HEAD' ? response.writeHead(refusal).end() : whole(response)),
      tried,
    );
    expect({ status, unchangedSince }).toEqual({ status: 200, unchangedSince: null });
    expect(asked).toEqual(['HEAD /gkzn.html', 'GET /gkzn.html']);
  });

  test('whose server closes the connection on HEAD is asked by GET', async () => {
    const { status } = await askAgain(({ method, socket }, response) => (method === 'HEAD' ? socket.destroy() : whole(response)), tried);
    expect(status).toBe(200);
  });

  test('of a host that knows no HEAD is soon asked by GET at once', async () => {
    const { asked } = await askAgain(({ method }, response) => (method === 'HEAD' ? response.writeHead(405).end() : whole(response)), {
      ...tried,
      times: 4,
    });
    expect(asked.filter(line => line.startsWith('HEAD'))).toHaveLength(2);
    expect(asked.filter(line => line.startsWith('GET'))).toHaveLength(4);
    expect(asked.slice(-2)).toEqual(['GET /gkzn.html "a"', 'GET /gkzn.html "a"']);
  });

  test('of a host that knows no HEAD is confirmed by a GET that asks whether it has changed', async () => {
    const { status, text, unchangedSince } = await askAgain(
      ({ method, headers }, response) =>
        method === 'HEAD' ? response.writeHead(405).end() : headers['if-none-match'] ? response.writeHead(304).end() : whole(response),
      { ...tried, times: 3 },
    );
    expect({ status, text, unchangedSince }).toEqual({ status: 200, text: '', unchangedSince: '2026-11-19T17:00:00.000Z' });
  });

  test.for([429, 503] as const)('of a host that was busy (%i) is asked by HEAD again', async busy => {
    const { asked } = await askAgain(({ method }, response) => (method === 'HEAD' ? response.writeHead(busy).end() : whole(response)), {
      ...tried,
      times: 4,
    });
    expect(asked.filter(line => line.startsWith('HEAD'))).toHaveLength(4);
  });

  test('is dead only by GET', async () => {
    const { status, asked } = await askAgain((_, response) => response.writeHead(404).end(), tried);
    expect(status).toBe(404);
    expect(asked).toEqual(['HEAD /gkzn.html', 'GET /gkzn.html']);
  });

  test('that shows another kind of thing is looked at', async () => {
    const { outcome, asked } = await askAgain((_, response) => response.writeHead(200, { 'content-type': 'application/pdf' }).end(), tried);
    expect(outcome).toMatchObject({ headers: { 'content-type': 'application/pdf' } });
    expect(asked).toHaveLength(2);
  });

  test('leaves its connection to the next one', async () => {
    const ports = new Set<number | undefined>();
    await askAgain(
      (request, response) => {
        ports.add(request.socket.remotePort);
        whole(response);
      },
      { ...tried, times: 12 },
    );
    // The pool may open a second one; undici's own way would be a new one for every HEAD.
    expect(ports.size).toBeLessThan(4);
  });
});
