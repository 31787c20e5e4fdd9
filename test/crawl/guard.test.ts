import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comparableHost, isInsideName, isPublicAddress } from '../../src/crawl/guard.ts';
import { createResolver, type Lookup } from '../../src/crawl/resolve.ts';
import { startServer } from '../support/http-server.ts';
import { testFetcher } from '../support/test-fetcher.ts';

test.for([
  '8.8.8.8',
  '1.1.1.1',
  '172.15.255.255',
  '172.32.0.1',
  '192.167.0.1',
  '100.63.255.255',
  '2400:3200::1',
  '2606:4700::1111',
  '::ffff:8.8.8.8',
  '64:ff9b::808:808',
])('%s is public', address => {
  expect(isPublicAddress(address)).toBe(true);
});

const inside = [
  '127.0.0.1',
  '127.255.255.254',
  '0.0.0.0',
  '0.1.2.3',
  '10.0.0.1',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '100.100.100.200',
  '192.0.0.192',
  '198.18.0.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::127.0.0.1',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
  '::ffff:0:127.0.0.1',
  '64:ff9b::7f00:1',
  '64:ff9b::a9fe:a9fe',
  '64:ff9b:1::808:808',
  '2002:7f00:1::',
  '2001:0:7f00:1::',
  '2001:db8::1',
  'fe80::1',
  'fe80::1%eth0',
  'fc00::1',
  'fd00:ec2::254',
  'fec0::1',
  'ff02::1',
  '100::1',
  '4000::1',
];

test.for(inside)('%s is not public', address => {
  expect(isPublicAddress(address)).toBe(false);
});

test('an IPv4 address is judged the same when it is written as a mapped IPv6 address; rubbish is never public', () => {
  fc.assert(fc.property(fc.ipV4(), address => isPublicAddress(address) === isPublicAddress(`::ffff:${address}`)));
  fc.assert(fc.property(fc.string(), text => !isPublicAddress(`x${text}`)));
});

test.for([
  ['localhost', true],
  ['a.localhost', true],
  ['localhost.', true],
  ['metadata.google.internal', true],
  ['nas.local', true],
  ['www.minghu.gov.cn', false],
  ['local.gov.cn', false],
  ['notlocalhost', false],
] as const)('%s means a place inside: %s', ([name, expected]) => {
  expect(isInsideName(name)).toBe(expected);
});

test.for([
  ['WWW.Minghu.GOV.cn.', 'www.minghu.gov.cn'],
  ['明湖.政务', 'xn--2hv57p.xn--zfr164b'],
  ['127.0.0.1:8800', '127.0.0.1'],
  ['2130706433', '127.0.0.1'],
  ['[::1]', '[::1]'],
  ['::1', '[::1]'],
] as const)('%s is compared as %s', ([host, comparable]) => {
  expect(comparableHost(host)).toBe(comparable);
});

const written = [
  'http://127.0.0.1/',
  'http://2130706433/',
  'http://0x7f000001/',
  'http://0177.0.0.1/',
  'http://127.1/',
  'http://127.0.0.1./',
  'http://0/',
  'http://[::1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'http://[::127.0.0.1]/',
  'http://169.254.169.254/latest/meta-data/',
  'http://10.1.2.3/',
  'http://１２７.０.０.１/',
  'http://user@127.0.0.1/',
  'https://192.168.0.1/',
  'http://localhost/',
];

test.for(written)('%s is not visited when nobody named it', async url => {
  const lookup: Lookup = async () => [{ address: '127.0.0.1', family: 4 }];
  const outcome = await testFetcher({ namedHosts: [], lookup }).fetch({ url, body: 'any' });
  expect(outcome).toMatchObject({ kind: 'failure', cause: 'forbidden-address', attempts: 1, address: null });
});

test('a public-looking name that resolves to the inside is not visited; a named one is', async () => {
  const requests: (string | undefined)[] = [];
  const server = await startServer((request, response) => {
    requests.push(request.headers.host);
    response.end('ok');
  });
  const lookup: Lookup = async () => [{ address: '127.0.0.1', family: 4 }];
  const fetcher = testFetcher({ namedHosts: ['Intranet.Minghu.gov.cn'], lookup });
  const rebound = await fetcher.fetch({ url: `http://www.evil.cn:${server.port}/`, body: 'any' });
  expect(rebound).toMatchObject({ kind: 'failure', cause: 'forbidden-address' });
  expect(requests).toEqual([]);
  const named = await fetcher.fetch({ url: `http://intranet.minghu.gov.cn:${server.port}/`, body: 'any' });
  expect(named).toMatchObject({ kind: 'response', status: 200, address: '127.0.0.1' });
  expect(requests).toEqual([`intranet.minghu.gov.cn:${server.port}`]);
});

test('a connection gets the addresses that were judged, not a second answer of the name server', async () => {
  let asked = 0;
  const lookup: Lookup = async () => [{ address: asked++ === 0 ? '8.8.8.8' : '127.0.0.1', family: 4 }];
  const resolver = createResolver({ namedHosts: [], lookup });
  await resolver.resolve('rebind.test');
  const connected = await new Promise((resolve, reject) => {
    resolver.lookup('rebind.test', { all: true }, (error, addresses) => (error ? reject(error) : resolve(addresses)));
  });
  expect(connected).toEqual([{ address: '8.8.8.8', family: 4 }]);
  expect(asked).toBe(1);
});

test('a host of many addresses, however they are written, is paced at each of them once', async () => {
  const lookup: Lookup = async () => [
    { address: '::ffff:8.8.8.8', family: 6 },
    { address: '8.8.8.8', family: 4 },
    { address: '2001:4860:0::8', family: 6 },
  ];
  const place = await createResolver({ namedHosts: [], lookup }).resolve('many.test');
  expect(place.backends).toEqual(['8.8.8.8', '2001:4860::8']);
});

test('private addresses are taken out of an answer that mixes them with public ones', async () => {
  const lookup: Lookup = async () => ['10.0.0.1', '8.8.8.8', '127.0.0.1'].map(address => ({ address, family: 4 }));
  expect(await createResolver({ namedHosts: [], lookup }).resolve('mixed.test')).toEqual({
    addresses: [{ address: '8.8.8.8', family: 4 }],
    backends: ['8.8.8.8'],
    local: false,
  });
});

test.for(['http://[::ffff:127.0.0.1]', 'http://127.0.0.2', 'http://secret.test', 'http://2130706434'])(
  'a redirect from a named host to %s is not followed into the inside',
  async target => {
    const paths: (string | undefined)[] = [];
    const server = await startServer((request, response) => {
      paths.push(request.url);
      response.writeHead(302, { location: `${target}:${server.port}/secret` });
      response.end();
    });
    const lookup: Lookup = async () => [{ address: '127.0.0.1', family: 4 }];
    const outcome = await testFetcher({ namedHosts: ['127.0.0.1'], lookup }).fetch({ url: `${server.origin}/start`, body: 'any' });
    expect(outcome).toMatchObject({ kind: 'failure', cause: 'forbidden-address' });
    expect(outcome.hops).toHaveLength(1);
    expect(paths).toEqual(['/start']);
  },
);
