import { createServer, type Server } from 'node:https';
import { createServer as createSocketServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { startServer } from '../support/http-server.ts';
import { selfSigned } from '../support/self-signed.ts';
import { testFetcher } from '../support/test-fetcher.ts';

test('a certificate that nobody vouches for is a tls failure with the reason', async () => {
  const port = await startTls(createServer(selfSigned, (_request, response) => response.end('secret')));
  const outcome = await testFetcher().fetch({ url: `https://127.0.0.1:${port}/`, body: 'any' });
  expect(outcome).toMatchObject({ kind: 'failure', cause: 'tls', attempts: 1 });
  expect(outcome.kind === 'failure' && outcome.detail).toContain('DEPTH_ZERO_SELF_SIGNED_CERT');
});

test('NODE_TLS_REJECT_UNAUTHORIZED cannot switch verification off', async () => {
  const before = process.env.NODE_TLS_REJECT_UNAUTHORIZED;
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
  onTestFinished(() => {
    if (before === undefined) delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
    else process.env.NODE_TLS_REJECT_UNAUTHORIZED = before;
  });
  const port = await startTls(createServer(selfSigned, (_request, response) => response.end('secret')));
  expect(await testFetcher().fetch({ url: `https://127.0.0.1:${port}/`, body: 'any' })).toMatchObject({ cause: 'tls' });
});

test('TLS 1.1 at most is a tls failure', async () => {
  const server = createServer({ ...selfSigned, minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' });
  const port = await startTls(server);
  expect(await testFetcher().fetch({ url: `https://127.0.0.1:${port}/`, body: 'any' })).toMatchObject({ kind: 'failure', cause: 'tls' });
});

test('plain HTTP where TLS is expected is a tls failure', async () => {
  const server = await startServer((_request, response) => response.end());
  const outcome = await testFetcher({ attempts: 1 }).fetch({ url: `https://127.0.0.1:${server.port}/`, body: 'any' });
  expect(outcome).toMatchObject({ kind: 'failure', cause: 'tls' });
});

test('a connection that is closed during the handshake is no exception', async () => {
  const server = createSocketServer(socket => socket.on('error', () => {}).once('data', () => socket.destroy()));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const outcome = await testFetcher({ attempts: 1 }).fetch({ url: `https://127.0.0.1:${port}/`, body: 'any' });
  expect(outcome.kind === 'failure' && ['reset', 'tls']).toContain(outcome.kind === 'failure' && outcome.cause);
});

async function startTls(server: Server): Promise<number> {
  server.on('tlsClientError', () => {});
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}
