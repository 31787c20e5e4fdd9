import { expect, test } from 'vitest';
import { waitBeforeRetry } from '../../src/crawl/retry.ts';
import { startRawServer, startServer } from '../support/http-server.ts';
import { testFetcher } from '../support/test-fetcher.ts';

test('waits double, obey the server, and never exceed a minute', () => {
  expect([1, 2, 3].map(attempt => waitBeforeRetry(attempt, null, 1000))).toEqual([1000, 2000, 4000]);
  expect(waitBeforeRetry(30, null, 1000)).toBe(60_000);
  expect(waitBeforeRetry(1, 5, 1000)).toBe(5000);
  expect(waitBeforeRetry(1, 0, 1000)).toBe(0);
  expect(waitBeforeRetry(1, 61, 1000)).toBeNull();
});

test.for([408, 429, 500, 502, 503, 504])('%i once, then the page', async status => {
  const server = await flaky(1, status, {});
  expect(await testFetcher().fetch({ url: `${server.origin}/`, body: 'any' })).toMatchObject({
    kind: 'response',
    status: 200,
    attempts: 2,
  });
});

test.for([400, 401, 403, 404, 410, 412, 501, 505, 521])('%i is not asked for again', async status => {
  const server = await flaky(9, status, {});
  expect(await testFetcher().fetch({ url: `${server.origin}/`, body: 'any' })).toMatchObject({ status, attempts: 1 });
});

test('an answer that stays 503 is given back after the last attempt', async () => {
  const server = await flaky(9, 503, {});
  expect(await testFetcher().fetch({ url: `${server.origin}/`, body: 'any' })).toMatchObject({
    kind: 'response',
    status: 503,
    attempts: 3,
  });
});

test('429 with Retry-After: 0 is asked again at once, however long the back-off', async () => {
  const server = await flaky(1, 429, { 'retry-after': '0' });
  const fetcher = testFetcher({ backoffMilliseconds: 3_600_000 });
  expect(await fetcher.fetch({ url: `${server.origin}/`, body: 'any' })).toMatchObject({ status: 200, attempts: 2 });
});

test('a server that wants more than a minute gets its answer taken as it is', async () => {
  const server = await flaky(1, 503, { 'retry-after': '3600' });
  expect(await testFetcher().fetch({ url: `${server.origin}/`, body: 'any' })).toMatchObject({ status: 503, attempts: 1 });
});

test('one reset is survived', async () => {
  let asked = 0;
  const server = await startRawServer(() => (asked++ === 0 ? 'reset' : 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok'));
  expect(await testFetcher().fetch({ url: `${server.origin}/`, body: 'any' })).toMatchObject({
    kind: 'response',
    status: 200,
    attempts: 2,
  });
});

test('a closed port is refused after all attempts', async () => {
  const server = await startServer((_request, response) => response.end());
  await server.close();
  const outcome = await testFetcher().fetch({ url: `${server.origin}/`, body: 'any' });
  expect(outcome).toMatchObject({ kind: 'failure', cause: 'refused', attempts: 3, address: null });
});

test('a temporary failure of the name server is asked again, a name that does not exist is not', async () => {
  let asked = 0;
  const lookup = async (name: string) => {
    asked++;
    throw Object.assign(new Error(name), { code: name === 'moment.test' ? 'EAI_AGAIN' : 'ENOTFOUND' });
  };
  const fetcher = testFetcher({ lookup });
  expect(await fetcher.fetch({ url: 'http://moment.test/', body: 'any' })).toMatchObject({ cause: 'dns', attempts: 3 });
  expect(asked).toBe(3);
  expect(await fetcher.fetch({ url: 'http://never.test/', body: 'any' })).toMatchObject({ cause: 'dns', attempts: 1 });
  await fetcher.fetch({ url: 'http://never.test/other', body: 'any' });
  expect(asked).toBe(4);
});

test('a name server that never answers is a dns failure in time', async () => {
  const fetcher = testFetcher({ lookup: () => new Promise(() => {}), timeoutSeconds: 0.1, attempts: 1 });
  expect(await fetcher.fetch({ url: 'http://silent.test/', body: 'any' })).toMatchObject({ cause: 'dns', attempts: 1 });
});

test('hops of one chain share the attempts', async () => {
  const counts = new Map<string, number>();
  const server = await startServer((request, response) => {
    const path = request.url ?? '';
    const count = (counts.get(path) ?? 0) + 1;
    counts.set(path, count);
    if (count <= 2) response.writeHead(503);
    else if (path === '/a') response.writeHead(302, { location: '/b' });
    response.end();
  });
  const outcome = await testFetcher().fetch({ url: `${server.origin}/a`, body: 'any' });
  expect(outcome).toMatchObject({ status: 503, attempts: 3, finalUrl: `${server.origin}/b` });
});

/** Answers so many times with the status, then with 200. */
function flaky(times: number, status: number, headers: Record<string, string>) {
  let asked = 0;
  return startServer((_request, response) => {
    response.writeHead(asked++ < times ? status : 200, headers);
    response.end('text');
  });
}
