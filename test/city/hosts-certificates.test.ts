import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { connect as connectPlain } from 'node:net';
import { connect } from 'node:tls';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { selfSigned } from '../support/self-signed.ts';
import { testFetcher } from '../support/test-fetcher.ts';
import { ask, cityOf, clientOf, failureOf, smallUnit } from './hosts-support.ts';

const home = 'https://shiyan.minghu.gov.cn/';
const withCertificate = (kind: string) => smallUnit('shiyan', `quirks: { certificate: ${kind} }`);

describe('certificates', () => {
  test('a valid one: the site over https, and plain http leads there', async () => {
    const city = await cityOf(withCertificate('valid'));
    const client = clientOf(city);
    const { status, text } = await ask(client, home);
    expect(status).toBe(200);
    expect(text).toContain('明湖市shiyan局');
    const plain = await ask(client, 'http://shiyan.minghu.gov.cn/zfxxgk/gkzn/?a=1');
    expect(plain).toMatchObject({ status: 301, headers: { location: `${home}zfxxgk/gkzn/?a=1` } });
    expect(city.roster[0]!.sites[0]!.url).toBe(home);
  });

  test.for([
    ['expired', 'CERT_HAS_EXPIRED'],
    ['wrong-name', 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ] as const)('%s fails with %s and nothing else', async ([kind, code]) => {
    const city = await cityOf(withCertificate(kind));
    expect(await failureOf(clientOf(city), home)).toBe(code);
    const at = city.world.get('shiyan.minghu.gov.cn')!;
    const socket = connect({ port: at.port, host: at.address, servername: 'shiyan.minghu.gov.cn', rejectUnauthorized: false });
    await once(socket, 'secureConnect');
    socket.end('GET / HTTP/1.1\r\nHost: shiyan.minghu.gov.cn\r\nConnection: close\r\n\r\n');
    const [first] = await once(socket, 'data');
    expect(String(first)).toMatch(/^HTTP\/1\.1 200 /);
  });

  test.for(['expired', 'wrong-name'] as const)('%s is read past the warning, as an inspector reads it, and remembered', async kind => {
    const city = await cityOf(withCertificate(kind));
    const fetcher = testFetcher({ world: city.world, authority: city.authority });
    for (const url of [home, 'http://shiyan.minghu.gov.cn/']) {
      const outcome = await fetcher.fetch({ url, body: 'any' });
      expect(outcome).toMatchObject({ kind: 'response', status: 200, finalUrl: home, security: { rung: 'unverified', finding: kind } });
    }
  });

  test('nobody else vouches for the city', async () => {
    const city = await cityOf(withCertificate('valid'));
    expect(await failureOf(clientOf(city, { ca: selfSigned.cert }), home)).toBe('UNABLE_TO_VERIFY_LEAF_SIGNATURE');
  });

  test('a host without a certificate does not speak TLS, beside one that does', async () => {
    const city = await cityOf(withCertificate('valid'), smallUnit('qita'));
    const client = clientOf(city);
    expect(await failureOf(client, 'https://qita.minghu.gov.cn/')).toMatch(/ECONNRESET|ERR_SSL|UND_ERR_SOCKET/);
    expect(await ask(client, 'http://qita.minghu.gov.cn/')).toMatchObject({ status: 200 });
  });

  test('changes with the night', async () => {
    const late = "planted: [{ fault: x, what: x, unjudged: x, nights: '10-', set: { quirks: { certificate: expired } } }]";
    const city = await cityOf(smallUnit('shiyan', `quirks: { certificate: valid }\n${late}`));
    expect(await failureOf(clientOf(city), home)).toBe('CERT_HAS_EXPIRED');
    city.show(9);
    const client = clientOf(city);
    expect(await ask(client, home)).toMatchObject({ status: 200 });
  });

  test('a session of a better night opens nothing', async () => {
    const late = "planted: [{ fault: x, what: x, unjudged: x, nights: '21', set: { quirks: { certificate: expired } } }]";
    const city = await cityOf(smallUnit('shiyan', `quirks: { certificate: valid }\n${late}`));
    const { port } = city.world.get('shiyan.minghu.gov.cn')!;
    const options = { port, host: '127.0.0.1', servername: 'shiyan.minghu.gov.cn', ca: city.authority };
    const first = connect(options);
    const [session] = await once(first, 'session');
    first.destroy();
    city.show(21);
    const second = connect({ ...options, session: session as Buffer });
    await expect(once(second, 'secureConnect')).rejects.toMatchObject({ code: 'CERT_HAS_EXPIRED' });
  });

  test('a name that the certificate does not cover is refused when the city is built', async () => {
    const far = smallUnit('shiyan', 'quirks: { certificate: valid, moved: { to: www.yuanfang.example, by: redirect } }');
    await expect(cityOf(far)).rejects.toThrow(/www\.yuanfang\.example.*make-certificates/);
  });

  test('the other quirks hold over https as well', async () => {
    const down = smallUnit('shiyan', 'quirks: { certificate: valid, down: { for: hour, as: refused } }');
    expect(await failureOf(clientOf(await cityOf(down)), home)).toMatch(/UND_ERR_SOCKET|ECONNRESET/);
    const moved = smallUnit('shiyan', 'quirks: { certificate: valid, moved: { to: xin.minghu.gov.cn, by: redirect } }');
    const client = clientOf(await cityOf(moved));
    expect(await ask(client, `${home}a`)).toMatchObject({ status: 301, headers: { location: 'https://xin.minghu.gov.cn/a' } });
    expect(await ask(client, 'https://xin.minghu.gov.cn/')).toMatchObject({ status: 200 });
  });
});

test('a connection that says nothing, or no HTTP, does not disturb the city', async () => {
  const city = await cityOf(withCertificate('valid'));
  const { port } = city.world.get('shiyan.minghu.gov.cn')!;
  const mute = connectPlain(port, '127.0.0.1');
  await once(mute, 'connect');
  const garbled = connectPlain(port, '127.0.0.1').resume();
  garbled.on('error', () => {}).write(Buffer.from([0x16, 1, 2, 3, 4, 5, 6, 7, 8, 9]));
  await once(garbled, 'close');
  expect(await ask(clientOf(city), home)).toMatchObject({ status: 200 });
  await Promise.all([once(mute.resume(), 'close'), city.close()]);
});

/** In a process of its own, which ends by itself only when nothing is left open. */
test('a closed city leaves nothing behind: silent, slow and streaming answers included', async () => {
  const script = `
    import { connect } from 'node:net';
    import { startCity } from './fixtures/city/serve.ts';
    import { readCityUnit } from './fixtures/city/unit-file.ts';
    const unit = readCityUnit('shiyan', process.argv[1]);
    const city = await startCity({ units: [unit] });
    const { port } = city.world.get('shiyan.minghu.gov.cn');
    const ask = path => new Promise(resolve => {
      const socket = connect(port, '127.0.0.1').on('error', () => {});
      socket.write('GET ' + path + ' HTTP/1.1\\r\\nHost: shiyan.minghu.gov.cn\\r\\n\\r\\n');
      socket.once('data', resolve).pause();
      socket.unref();
    });
    ask('/zt/silent/1.html');
    ask('/zt/slow/1.html');
    ask('/zt/huge-body/1.html');
    while (city.requests('shiyan.minghu.gov.cn') < 3) await new Promise(resolve => setImmediate(resolve));
    await city.close();
    console.log(process.getActiveResourcesInfo().filter(kind => kind === 'Timeout'));
  `;
  const yaml = JSON.stringify({ ...withCertificate('valid').plan, quirks: {}, homeLinks: [{ text: '专题', end: 'slow' }] });
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script, yaml], { timeout: 20_000 });
  expect(stdout).toBe('[]\n');
});
