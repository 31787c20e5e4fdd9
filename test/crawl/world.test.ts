import { expect, test } from 'vitest';
import { createResolver } from '../../src/crawl/resolve.ts';
import { startServer } from '../support/http-server.ts';
import { testFetcher } from '../support/test-fetcher.ts';

const neverAsk = async (): Promise<never> => {
  throw new Error('the name server must not be asked');
};

test('a host of the world is reached at its place, whatever port the address names', async () => {
  const hosts: (string | undefined)[] = [];
  const server = await startServer((request, response) => {
    hosts.push(request.headers.host);
    response.end('ok');
  });
  const world = new Map([['www.minghu.gov.cn', { address: '127.0.0.1', port: server.port }]]);
  const fetcher = testFetcher({ world, namedHosts: [], lookup: neverAsk });
  for (const url of ['http://www.minghu.gov.cn/', 'http://WWW.minghu.gov.cn:8080/a', 'http://www.minghu.gov.cn./b']) {
    expect(await fetcher.fetch({ url, body: 'any' })).toMatchObject({ kind: 'response', status: 200, address: '127.0.0.1' });
  }
  expect(hosts).toEqual(['www.minghu.gov.cn', 'www.minghu.gov.cn:8080', 'www.minghu.gov.cn.']);
});

test.for(['http://other.gov.cn/', 'http://127.0.0.1/', 'http://localhost/', 'https://8.8.8.8/'])('%s is outside the world', async url => {
  const world = new Map([['www.minghu.gov.cn', { address: '127.0.0.1', port: 9 }]]);
  const fetcher = testFetcher({ world, namedHosts: ['127.0.0.1', 'localhost'], lookup: neverAsk });
  expect(await fetcher.fetch({ url, body: 'any' })).toMatchObject({ kind: 'failure', cause: 'dns', attempts: 1 });
});

test('a host that plays an address is treated with the care of it, never with less', async () => {
  const place = async (address: string, playing: string) =>
    createResolver({ namedHosts: [], world: new Map([['a.test', { address, port: 80, playing }]]) }).resolve('a.test');
  expect(await place('127.0.0.1', '8.8.8.8')).toMatchObject({ local: false, backends: ['8.8.8.8'], addresses: [{ address: '127.0.0.1' }] });
  expect(await place('127.0.0.1', '10.0.0.1')).toMatchObject({ local: true });
  expect(await place('8.8.4.4', '127.0.0.1')).toMatchObject({ local: false });
});

test('a world is not asked for through a proxy', async () => {
  const server = await startServer((request, response) => response.end(request.url));
  const world = new Map([['a.test', { address: '127.0.0.1', port: server.port }]]);
  const outcome = await testFetcher({ world, environment: { HTTP_PROXY: 'http://127.0.0.1:9' } }).fetch({
    url: 'http://a.test/x',
    body: 'any',
  });
  expect(outcome.kind === 'response' && Buffer.from(outcome.body).toString()).toBe('/x');
});
