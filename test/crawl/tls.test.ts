import { X509Certificate } from 'node:crypto';
import type { ServerOptions } from 'node:https';
import { createServer as createSocketServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { FetchOutcome } from '../../src/model/fetch-outcome.ts';
import type { LowerRung, SecurityFinding } from '../../src/model/security.ts';
import { authorities, leaves } from '../support/certificates.ts';
import { startServer } from '../support/http-server.ts';
import { selfSigned } from '../support/self-signed.ts';
import { testFetcher } from '../support/test-fetcher.ts';
import { oldManners, startTlsServer } from '../support/tls-server.ts';

const { root, intermediate } = authorities;
const whole = (name: keyof typeof leaves): ServerOptions => ({ key: leaves[name].key, cert: leaves[name].cert + intermediate });
const page = 'Content of the page';
const bodyOf = (outcome: FetchOutcome): string => (outcome.kind === 'response' ? Buffer.from(outcome.body).toString() : outcome.detail);

interface Fault {
  readonly name: string;
  readonly server: ServerOptions;
  readonly rung: LowerRung;
  readonly finding: SecurityFinding;
  readonly detail: RegExp;
  /** Connections until the first page has come. */
  readonly greetings: number;
}

const old = (version: 'TLSv1' | 'TLSv1.1'): ServerOptions => ({ ...oldManners, maxVersion: version });

const faults: readonly Fault[] = [
  { name: 'expired', server: whole('expired'), rung: 'unverified', finding: 'expired', detail: /CERT_HAS_EXPIRED/, greetings: 2 },
  {
    name: 'not yet valid',
    server: whole('not-yet-valid'),
    rung: 'unverified',
    finding: 'not-yet-valid',
    detail: /CERT_NOT_YET_VALID/,
    greetings: 2,
  },
  { name: 'for another name', server: whole('wrong-name'), rung: 'unverified', finding: 'wrong-name', detail: /ALTNAME/, greetings: 2 },
  { name: 'self-signed', server: selfSigned, rung: 'unverified', finding: 'self-signed', detail: /DEPTH_ZERO_SELF_SIGNED/, greetings: 2 },
  {
    name: 'of an authority that nobody trusts, sent with its root',
    server: { key: leaves.untrusted.key, cert: leaves.untrusted.cert + authorities.stranger + authorities['stranger-root'] },
    rung: 'unverified',
    finding: 'untrusted',
    detail: /SELF_SIGNED_CERT_IN_CHAIN/,
    greetings: 2,
  },
  {
    name: 'signed with SHA-1',
    server: { ...oldManners, ...whole('weak-signature') },
    rung: 'legacy',
    finding: 'weak-signature',
    detail: /too weak/,
    greetings: 2,
  },
  {
    name: 'with a key of 1024 bits',
    server: { ...oldManners, ...whole('weak-key') },
    rung: 'legacy',
    finding: 'weak-signature',
    detail: /key too weak/,
    greetings: 2,
  },
  {
    name: 'good, over TLS 1.0',
    server: { ...whole('good'), ...old('TLSv1') },
    rung: 'legacy',
    finding: 'old-protocol',
    detail: /PROTOCOL/,
    greetings: 2,
  },
  {
    name: 'good, over TLS 1.1',
    server: { ...whole('good'), ...old('TLSv1.1') },
    rung: 'legacy',
    finding: 'old-protocol',
    detail: /PROTOCOL/,
    greetings: 2,
  },
  {
    name: 'expired, over TLS 1.0',
    server: { ...whole('expired'), ...old('TLSv1') },
    rung: 'unverified',
    finding: 'expired',
    detail: /PROTOCOL.*CERT_HAS_EXPIRED/,
    greetings: 3,
  },
  {
    name: 'without its intermediate, which cannot be fetched',
    server: leaves.good,
    rung: 'unverified',
    finding: 'issuer-missing',
    detail: /UNABLE_TO_VERIFY_LEAF_SIGNATURE/,
    greetings: 3,
  },
];

test.for(faults)('a certificate $name: the page is read, and the fault is known', async ({ server: options, greetings, ...fault }) => {
  const server = await startTlsServer(options, (_request, response) => response.end(page));
  const fetcher = testFetcher({ authority: root });
  const first = await fetcher.fetch({ url: `${server.origin}/1`, body: 'any' });
  expect(first).toMatchObject({ kind: 'response', status: 200, attempts: 1 });
  expect(bodyOf(first)).toBe(page);
  const { origin } = server;
  expect(first.security).toEqual({ origin, rung: fault.rung, finding: fault.finding, detail: expect.stringMatching(fault.detail) });
  expect(server.greetings()).toBe(greetings);

  const second = await fetcher.fetch({ url: `${server.origin}/2`, body: 'any' });
  expect(second.security).toEqual(first.security);
  // The pool may not have noticed yet that its connection is free; a second climb would take at least two.
  expect(server.greetings()).toBeLessThanOrEqual(greetings + 1);
});

test('a good certificate leaves no finding', async () => {
  const server = await startTlsServer(whole('good'), (_request, response) => response.end(page));
  const outcome = await testFetcher({ authority: root }).fetch({ url: server.origin, body: 'any' });
  expect(outcome).toMatchObject({ kind: 'response', status: 200, security: null });
});

test('many requests at once climb once', async () => {
  const server = await startTlsServer(whole('expired'), (_request, response) => response.end(page));
  const fetcher = testFetcher({ authority: root });
  const outcomes = await Promise.all(['/1', '/2', '/3', '/4'].map(path => fetcher.fetch({ url: server.origin + path, body: 'any' })));
  expect(outcomes.map(({ security }) => security?.finding)).toEqual(Array.from({ length: 4 }, () => 'expired'));
  // Four strict ones that had set out together, and at most four that brought the pages.
  expect(server.greetings()).toBeLessThanOrEqual(8);
  await fetcher.fetch({ url: `${server.origin}/5`, body: 'any' });
  expect(server.greetings()).toBeLessThanOrEqual(8);
});

/** A world in which minghu.test speaks TLS and issuer.minghu.test hands out certificates. */
async function worldWith(server: ServerOptions, issuer: keyof typeof authorities) {
  const secure = await startTlsServer(server, (_request, response) => response.end(page));
  const asked: (string | undefined)[] = [];
  const issuers = await startServer((request, response) => {
    asked.push(request.url);
    response.end(new X509Certificate(authorities[issuer]).raw);
  });
  const world = new Map([
    ['minghu.test', { address: '127.0.0.1', port: secure.port }],
    ['issuer.minghu.test', { address: '127.0.0.1', port: issuers.port }],
  ]);
  return { secure, asked, world };
}

test('an intermediate that was not sent is fetched from where the certificate says, once, and the chain is verified with it', async () => {
  const { asked, world, secure } = await worldWith(leaves.good, 'intermediate');
  const fetcher = testFetcher({ world, authority: root });
  const outcome = await fetcher.fetch({ url: 'https://minghu.test/', body: 'any' });
  expect(bodyOf(outcome)).toBe(page);
  expect(outcome.security).toMatchObject({ rung: 'completed', finding: 'chain-incomplete' });
  expect(await fetcher.fetch({ url: 'https://minghu.test/2', body: 'any' })).toMatchObject({ kind: 'response' });
  expect(asked).toEqual(['/intermediate.cer']);
  expect(secure.greetings()).toBeLessThanOrEqual(4);
});

test.for([
  { name: 'that did not sign it', leaf: 'good', issuer: 'stranger' },
  { name: 'of an authority that nobody trusts', leaf: 'untrusted', issuer: 'stranger' },
  { name: 'that is a root nobody trusts', leaf: 'untrusted', issuer: 'stranger-root' },
] as const)('a fetched issuer $name verifies nothing', async ({ leaf, issuer }) => {
  const { asked, world } = await worldWith(leaves[leaf], issuer);
  const outcome = await testFetcher({ world, authority: root }).fetch({ url: 'https://minghu.test/', body: 'any' });
  expect(asked.length).toBeGreaterThan(0);
  expect(outcome.security).toMatchObject({ rung: 'unverified', finding: 'issuer-missing' });
});

test('an issuer inside a private network is not fetched', async () => {
  const server = await startTlsServer(leaves.good, (_request, response) => response.end(page));
  const looked: string[] = [];
  const lookup = async (hostname: string) => {
    looked.push(hostname);
    return [{ address: '127.0.0.1', family: 4 }];
  };
  const fetcher = testFetcher({ authority: root, lookup });
  const outcome = await fetcher.fetch({ url: server.origin, body: 'any' });
  expect(looked).toEqual(['issuer.minghu.test']);
  expect(outcome.security).toMatchObject({ finding: 'issuer-missing' });
});

test('an answer that is not quite HTTP is read on every rung', async () => {
  const server = await startTlsServer(whole('expired'), request =>
    request.socket.end(`HTTP/1.1 200 OK\nContent-Type: text/html\n\n${page}`),
  );
  const outcome = await testFetcher({ authority: root }).fetch({ url: server.origin, body: 'any' });
  expect(bodyOf(outcome)).toBe(page);
  expect(outcome.security).toMatchObject({ finding: 'expired' });
});

test('a redirect from an unverified host begins strictly elsewhere, and the warning on the way is kept', async () => {
  const good = await startTlsServer(whole('good'), (_request, response) => response.end(page));
  const bad = await startTlsServer(whole('expired'), (_request, response) =>
    response.writeHead(302, { location: good.origin, 'set-cookie': 'a=1; Domain=127.0.0.1' }).end(),
  );
  const fetcher = testFetcher({ authority: root });
  const outcome = await fetcher.fetch({ url: bad.origin, body: 'any' });
  expect(outcome).toMatchObject({ kind: 'response', finalUrl: `${good.origin}/`, security: { origin: bad.origin, finding: 'expired' } });
  expect(good.greetings()).toBe(1);
  expect(await fetcher.fetch({ url: good.origin, body: 'any' })).toMatchObject({ security: null });
});

test('a certificate that is renewed in the middle is believed again as soon as the lower rung fails', async () => {
  const server = await startTlsServer({ ...whole('good'), ...old('TLSv1') }, (_request, response) =>
    response.writeHead(200, { connection: 'close' }).end(page),
  );
  const fetcher = testFetcher({ authority: root });
  expect(await fetcher.fetch({ url: server.origin, body: 'any' })).toMatchObject({ security: { rung: 'legacy' } });
  server.change({ ...whole('expired'), minVersion: 'TLSv1.2' });
  expect(await fetcher.fetch({ url: server.origin, body: 'any' })).toMatchObject({ kind: 'response', security: { finding: 'expired' } });
});

test('NODE_TLS_REJECT_UNAUTHORIZED cannot hide what is wrong', async () => {
  const before = process.env.NODE_TLS_REJECT_UNAUTHORIZED;
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
  onTestFinished(() => {
    if (before === undefined) delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
    else process.env.NODE_TLS_REJECT_UNAUTHORIZED = before;
  });
  const server = await startTlsServer(selfSigned, (_request, response) => response.end(page));
  expect(await testFetcher().fetch({ url: server.origin, body: 'any' })).toMatchObject({ security: { finding: 'self-signed' } });
});

test('plain HTTP where TLS is expected is a tls failure, and nobody climbs for it', async () => {
  let connections = 0;
  const { server, port } = await startServer((_request, response) => response.end());
  server.on('connection', () => connections++);
  const outcome = await testFetcher({ attempts: 1 }).fetch({ url: `https://127.0.0.1:${port}/`, body: 'any' });
  expect(outcome).toMatchObject({ kind: 'failure', cause: 'tls', security: null });
  expect(connections).toBe(1);
});

test('a connection that is closed at every greeting is no exception, and each attempt tries the old greeting, too', async () => {
  let connections = 0;
  const server = createSocketServer(socket => {
    connections++;
    socket.on('error', () => {}).once('data', () => socket.destroy());
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const outcome = await testFetcher({ attempts: 2 }).fetch({ url: `https://127.0.0.1:${port}/`, body: 'any' });
  expect(outcome.kind === 'failure' && ['reset', 'tls']).toContain(outcome.kind === 'failure' && outcome.cause);
  expect(connections).toBe(4);
});

test('who waited for a climb that was stopped climbs by itself', async () => {
  const stop = new AbortController();
  const server = await startTlsServer(whole('expired'), (request, response) => {
    if (request.url === '/stop') stop.abort();
    else response.end(page);
  });
  const fetcher = testFetcher({ authority: root, pace: { inFlight: 2, gapSeconds: 0 } });
  const stopped = fetcher.fetch({ url: `${server.origin}/stop`, body: 'any', signal: stop.signal });
  const waited = fetcher.fetch({ url: `${server.origin}/waited`, body: 'any' });
  expect(await stopped).toMatchObject({ cause: 'interrupted' });
  expect(await waited).toMatchObject({ kind: 'response', security: { finding: 'expired' } });
});

test('who is stopped in the middle of the climb teaches nothing about the host', async () => {
  const stop = new AbortController();
  const server = await startTlsServer(whole('expired'), (request, response) => {
    if (request.url === '/stop') stop.abort();
    else response.end(page);
  });
  const fetcher = testFetcher({ authority: root });
  expect(await fetcher.fetch({ url: `${server.origin}/stop`, body: 'any', signal: stop.signal })).toMatchObject({ cause: 'interrupted' });
  expect(await fetcher.fetch({ url: server.origin, body: 'any' })).toMatchObject({ kind: 'response', security: { finding: 'expired' } });
});
