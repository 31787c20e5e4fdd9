import { expect, test } from 'vitest';
import { readProxies } from '../../src/crawl/proxy.ts';
import { startForwardProxy } from '../support/forward-proxy.ts';
import { startRawServer, startServer } from '../support/http-server.ts';
import { selfSigned } from '../support/self-signed.ts';
import { testFetcher } from '../support/test-fetcher.ts';
import { startTlsServer } from '../support/tls-server.ts';

const both = { HTTP_PROXY: 'http://p1:1', HTTPS_PROXY: 'http://p2:2' };

test.for([
  { environment: {}, url: 'http://a.cn/', proxy: null },
  { environment: both, url: 'http://a.cn/', proxy: 'http://p1:1/' },
  { environment: both, url: 'https://a.cn/', proxy: 'http://p2:2/' },
  { environment: { HTTP_PROXY: 'http://p1:1' }, url: 'https://a.cn/', proxy: null },
  { environment: { http_proxy: 'http://low:1', HTTP_PROXY: 'http://high:1' }, url: 'http://a.cn/', proxy: 'http://low:1/' },
  { environment: { HTTP_PROXY: 'p1:3128' }, url: 'http://a.cn/', proxy: 'http://p1:3128/' },
  { environment: { HTTP_PROXY: ' ' }, url: 'http://a.cn/', proxy: null },
  { environment: { ...both, NO_PROXY: '*' }, url: 'http://a.cn/', proxy: null },
  { environment: { ...both, NO_PROXY: 'b.cn, a.cn' }, url: 'http://a.cn/', proxy: null },
  { environment: { ...both, NO_PROXY: 'A.CN' }, url: 'http://a.cn/', proxy: null },
  { environment: { ...both, no_proxy: 'a.cn' }, url: 'http://www.a.cn/', proxy: null },
  { environment: { ...both, NO_PROXY: '.a.cn' }, url: 'http://www.a.cn/', proxy: null },
  { environment: { ...both, NO_PROXY: '*.a.cn' }, url: 'http://www.a.cn/', proxy: null },
  { environment: { ...both, NO_PROXY: '*.a.cn' }, url: 'http://a.cn/', proxy: 'http://p1:1/' },
  { environment: { ...both, NO_PROXY: 'a.cn' }, url: 'http://nota.cn/', proxy: 'http://p1:1/' },
  { environment: { ...both, NO_PROXY: 'a.cn:8080' }, url: 'http://a.cn/', proxy: 'http://p1:1/' },
  { environment: { ...both, NO_PROXY: 'a.cn:80' }, url: 'http://a.cn/', proxy: null },
  { environment: { ...both, NO_PROXY: 'a.cn:443' }, url: 'https://a.cn/', proxy: null },
  { environment: { ...both, NO_PROXY: '127.0.0.1,::1' }, url: 'http://[::1]:9/', proxy: null },
  { environment: { ...both, NO_PROXY: '[::1]:9' }, url: 'http://[::1]:9/', proxy: null },
  { environment: { ...both, NO_PROXY: '[::1]:9' }, url: 'http://[::1]/', proxy: 'http://p1:1/' },
])('$environment: $url goes through $proxy', ({ environment, url, proxy }) => {
  expect(readProxies(environment)(new URL(url))?.href ?? null).toBe(proxy);
});

test.for(['ftp://p:1', 'http://', 'a b'])('the proxy "%s" is refused with one sentence', text => {
  expect(() => readProxies({ HTTP_PROXY: text })).toThrow(/HTTP_PROXY.*代理地址/);
});

test('plain http goes through a proxy with an absolute request line, and its address stays unknown', async () => {
  const target = await startServer((request, response) => response.end(`${request.headers.host} ${request.url}`));
  const proxy = await startForwardProxy(target);
  const fetcher = testFetcher({ environment: { HTTP_PROXY: proxy.origin }, namedHosts: [] });
  const outcome = await fetcher.fetch({ url: 'http://edu.minghu.test/xxgk?page=2', body: 'any' });
  expect(outcome).toMatchObject({ kind: 'response', status: 200, address: null, finalUrl: 'http://edu.minghu.test/xxgk?page=2' });
  expect(outcome.kind === 'response' && Buffer.from(outcome.body).toString()).toBe('edu.minghu.test /xxgk?page=2');
  expect(proxy.requestLines).toEqual(['GET http://edu.minghu.test/xxgk?page=2']);
});

test('redirects and cookies work through a proxy', async () => {
  const target = await startServer((request, response) => {
    if (request.headers.cookie === 'a=1') return response.end('in');
    return response.writeHead(302, { location: request.url ?? '/', 'set-cookie': 'a=1' }).end();
  });
  const proxy = await startForwardProxy(target);
  const fetcher = testFetcher({ environment: { HTTP_PROXY: proxy.origin } });
  expect(await fetcher.fetch({ url: 'http://a.test/', body: 'any' })).toMatchObject({
    kind: 'response',
    status: 200,
    hops: [{ status: 302 }],
  });
});

test('an answer of the proxy that it does not know the host is that address’s answer', async () => {
  const target = await startServer((_request, response) => response.end());
  const proxy = await startForwardProxy(target, () => false);
  const fetcher = testFetcher({ environment: { HTTP_PROXY: proxy.origin }, attempts: 1 });
  const outcome = await fetcher.fetch({ url: 'http://unknown.test/', body: 'any' });
  expect(outcome).toMatchObject({ kind: 'response', status: 502, headers: { 'x-replay': 'not-recorded' } });
});

test('https goes through a tunnel, is verified at its far end, and lower rungs go the same way', async () => {
  const secure = await startTlsServer(selfSigned, (_request, response) => response.end('page'));
  const proxy = await startForwardProxy({ origin: '', port: secure.port, close: async () => {} });
  const fetcher = testFetcher({ environment: { HTTPS_PROXY: proxy.origin } });
  expect(await fetcher.fetch({ url: 'https://minghu.test/', body: 'any' })).toMatchObject({
    kind: 'response',
    address: null,
    security: { rung: 'unverified', finding: 'self-signed' },
  });
  expect(proxy.requestLines).toEqual(['CONNECT minghu.test:443', 'CONNECT minghu.test:443']);
});

test('a tunnel that the proxy refuses is a proxy failure', async () => {
  const target = await startServer((_request, response) => response.end());
  const proxy = await startForwardProxy(target, () => false);
  const fetcher = testFetcher({ environment: { HTTPS_PROXY: proxy.origin } });
  expect(await fetcher.fetch({ url: 'https://unknown.test/', body: 'any' })).toMatchObject({ kind: 'failure', cause: 'proxy' });
});

test.for(['http', 'https'])('a proxy that cannot be reached is a proxy failure for %s', async protocol => {
  const gone = await startServer((_request, response) => response.end());
  await gone.close();
  const fetcher = testFetcher({ environment: { HTTP_PROXY: gone.origin, HTTPS_PROXY: gone.origin } });
  expect(await fetcher.fetch({ url: `${protocol}://a.test/`, body: 'any' })).toMatchObject({
    kind: 'failure',
    cause: 'proxy',
    address: null,
  });
});

test('a proxy that wants a password is a proxy failure', async () => {
  const proxy = await startRawServer(() => 'HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 3\r\n\r\nno!');
  const fetcher = testFetcher({ environment: { HTTP_PROXY: proxy.origin } });
  expect(await fetcher.fetch({ url: 'http://a.test/', body: 'any' })).toMatchObject({ kind: 'failure', cause: 'proxy' });
});

test('a proxy that hangs up in the middle gives a truncated answer', async () => {
  const proxy = await startRawServer(() => 'HTTP/1.1 200 OK\r\nContent-Length: 30\r\n\r\npart');
  const fetcher = testFetcher({ environment: { HTTP_PROXY: proxy.origin } });
  expect(await fetcher.fetch({ url: 'http://a.test/', body: 'any' })).toMatchObject({ kind: 'response', truncated: true });
});

test.for([
  'http://127.0.0.1/',
  'http://[::ffff:10.0.0.1]/',
  'http://169.254.169.254/',
  'http://localhost/',
  'http://metadata.google.internal/',
])('a proxy is not asked for %s', async url => {
  const target = await startServer((_request, response) => response.end());
  const proxy = await startForwardProxy(target);
  const fetcher = testFetcher({ environment: { HTTP_PROXY: proxy.origin }, namedHosts: [] });
  expect(await fetcher.fetch({ url, body: 'any' })).toMatchObject({ kind: 'failure', cause: 'forbidden-address' });
  expect(proxy.requestLines).toEqual([]);
});
