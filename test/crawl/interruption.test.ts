import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startServer } from '../support/http-server.ts';
import { testFetcher } from '../support/test-fetcher.ts';

test('a caller can stop a request that hangs', async () => {
  const stop = new AbortController();
  const server = await startServer(() => stop.abort());
  const outcome = await testFetcher().fetch({ url: `${server.origin}/`, body: 'any', signal: stop.signal });
  expect(outcome).toMatchObject({ kind: 'failure', cause: 'interrupted' });
});

test('a signal that has already fired means that nothing is asked', async () => {
  let asked = 0;
  const server = await startServer((_request, response) => {
    asked++;
    response.end();
  });
  const fetcher = testFetcher();
  const outcome = await fetcher.fetch({ url: `${server.origin}/`, body: 'any', signal: AbortSignal.abort() });
  expect(outcome).toMatchObject({ kind: 'failure', cause: 'interrupted' });
  await fetcher.fetch({ url: `${server.origin}/`, body: 'any' });
  expect(asked).toBe(1);
});

test('a caller can stop a body half way', async () => {
  const stop = new AbortController();
  const server = await startServer((_request, response) => {
    response.write('half');
    setImmediate().then(() => stop.abort());
  });
  const outcome = await testFetcher().fetch({ url: `${server.origin}/`, body: 'any', signal: stop.signal });
  expect(outcome).toMatchObject({ kind: 'failure', cause: 'interrupted' });
});

test('a caller can stop the wait before a repetition', async () => {
  const stop = new AbortController();
  const server = await startServer((_request, response) => {
    response.writeHead(503, { 'retry-after': '50' });
    response.end('', () => setImmediate().then(() => stop.abort()));
  });
  const outcome = await testFetcher().fetch({ url: `${server.origin}/`, body: 'any', signal: stop.signal });
  expect(outcome).toMatchObject({ kind: 'failure', cause: 'interrupted' });
});

test('closing ends requests under way, those that wait for their turn, and later ones', async () => {
  const hanging = Promise.withResolvers<void>();
  const server = await startServer(() => hanging.resolve());
  const fetcher = testFetcher({ pace: { inFlight: 1, gapSeconds: 0.5 } });
  const running = [1, 2, 3].map(number => fetcher.fetch({ url: `${server.origin}/${number}`, body: 'any' }));
  await hanging.promise;
  await fetcher.close();
  for (const outcome of await Promise.all(running)) expect(outcome).toMatchObject({ kind: 'failure', cause: 'interrupted' });
  expect(await fetcher.fetch({ url: `${server.origin}/`, body: 'any' })).toMatchObject({ kind: 'failure', cause: 'interrupted' });
  await fetcher.close();
});

test('one signal may serve many requests and is left without listeners', async () => {
  const stop = new AbortController();
  const server = await startServer((_request, response) => response.end('ok'));
  const fetcher = testFetcher();
  const warnings: string[] = [];
  const onWarning = (warning: Error): number => warnings.push(warning.name);
  process.on('warning', onWarning);
  const requests = Array.from({ length: 40 }, (_, index) =>
    fetcher.fetch({ url: `${server.origin}/${index}`, body: 'any', signal: stop.signal }),
  );
  for (const outcome of await Promise.all(requests)) expect(outcome.kind).toBe('response');
  await setImmediate();
  process.off('warning', onWarning);
  expect(warnings).toEqual([]);
});
