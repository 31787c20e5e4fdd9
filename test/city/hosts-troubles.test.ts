import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { requestsOfAnHour } from '../../fixtures/city/hosts/host-conduct.ts';
import { testFetcher } from '../support/test-fetcher.ts';
import { ask, cityOf, clientOf, failureOf, smallUnit } from './hosts-support.ts';

const home = 'http://shiyan.minghu.gov.cn/';
const withQuirks = (quirks: string) => smallUnit('shiyan', `quirks: ${quirks}`);

describe('a wall that opens for whoever comes back with its cookie', () => {
  test('the first request is sent to the same address with a cookie, with it the page comes', async () => {
    const client = clientOf(await cityOf(withQuirks('{ wall: cookie-once }')));
    const first = await ask(client, `${home}a/?b=1`);
    expect(first).toMatchObject({ status: 302, headers: { location: '/a/?b=1' } });
    const cookie = String(first.headers['set-cookie']).split(';')[0]!;
    expect(await ask(client, home, { cookie: `a=b; ${cookie}` })).toMatchObject({ status: 200 });
    expect(await ask(client, home, { cookie: `${cookie}0` })).toMatchObject({ status: 302 });
  });

  test('the crawler, which keeps cookies along a chain, comes in', async () => {
    const { world } = await cityOf(withQuirks('{ wall: cookie-once }'));
    expect(await testFetcher({ world }).fetch({ url: home, body: 'any' })).toMatchObject({ kind: 'response', status: 200, finalUrl: home });
  });
});

describe('too many requests', () => {
  test('every eighth request is sent away once and let in when it comes back', async () => {
    const city = await cityOf(withQuirks('{ rateLimit: gentle }'));
    const client = clientOf(city);
    const statuses: number[] = [];
    for (let number = 1; number <= 16; number++) statuses.push((await ask(client, `${home}?n=${Math.min(number, 8)}`)).status);
    expect(statuses).toEqual([...Array(7).fill(200), 429, ...Array(8).fill(200)]);
    city.show(city.night);
    for (let number = 1; number < 8; number++) await ask(client, home);
    expect(await ask(client, `${home}?n=8`)).toMatchObject({ status: 429, headers: { 'retry-after': '0' } });
  });

  test('always', async () => {
    const client = clientOf(await cityOf(withQuirks('{ rateLimit: always }')));
    for (let number = 0; number < 3; number++) {
      expect(await ask(client, home)).toMatchObject({ status: 429, headers: { 'retry-after': '1' } });
    }
  });
});

describe('a host that is down', () => {
  test.for([
    ['refused', 'UND_ERR_SOCKET|ECONNRESET'],
    ['503', '503'],
  ])('for an hour (%s) is back when the city was asked often enough, and down again the next night', async ([as, sign]) => {
    const city = await cityOf(withQuirks(`{ down: { for: hour, as: '${as}' } }`), smallUnit('qita'));
    const client = clientOf(city);
    const look = async () => (await ask(client, home).catch((error: { code: string }) => error)) as { status?: number; code?: string };
    const fails = async () => {
      const { status, code } = await look();
      expect(String(status ?? code)).toMatch(new RegExp(`^(${sign})$`));
    };
    await fails();
    // Two of the hour's requests are left when all the others have been asked elsewhere.
    while (city.requests('shiyan.minghu.gov.cn') + city.requests('qita.minghu.gov.cn') < requestsOfAnHour - 2) {
      await ask(client, 'http://qita.minghu.gov.cn/robots.txt');
    }
    await fails();
    await fails();
    expect(await look()).toMatchObject({ status: 200 });
    city.show(21);
    await fails();
  });

  test('all night, refused: nobody listens at its port, and somebody does on other nights', async () => {
    const quirks = 'set: { quirks: { down: { for: night, as: refused } } }';
    const unit = smallUnit('shiyan', `planted: [{ fault: x, what: x, unjudged: x, nights: '7', ${quirks} }]`);
    const city = await cityOf(unit, smallUnit('qita'));
    const client = clientOf(city);
    expect(await ask(client, home)).toMatchObject({ status: 200 });
    city.show(7);
    const another = clientOf(city);
    expect(await failureOf(another, home)).toBe('ECONNREFUSED');
    expect(await ask(another, 'http://qita.minghu.gov.cn/')).toMatchObject({ status: 200 });
    // A connection kept from a better night finds the host gone as well.
    expect(await failureOf(client, home)).toMatch(/UND_ERR_SOCKET|ECONNRE/);
    city.show(8);
    expect(await ask(clientOf(city), home)).toMatchObject({ status: 200 });
  });

  test('all night, silent: the request arrives and no byte comes until the city closes', async () => {
    const city = await cityOf(withQuirks('{ down: { for: night, as: silent } }'), smallUnit('qita'));
    const { port } = city.world.get('shiyan.minghu.gov.cn')!;
    const socket = connect(port, '127.0.0.1');
    let bytes = 0;
    socket.on('data', chunk => {
      bytes += chunk.length;
    });
    socket.write('GET / HTTP/1.1\r\nHost: shiyan.minghu.gov.cn\r\n\r\n');
    const client = clientOf(city);
    while (city.requests('shiyan.minghu.gov.cn') === 0) await ask(client, 'http://qita.minghu.gov.cn/');
    const closed = once(socket, 'close');
    await city.close();
    await closed;
    expect(bytes).toBe(0);
  });
});

describe('a site that has moved', () => {
  const to = 'xin.minghu.gov.cn';

  test('every path leads to the same path on the new host, which serves the whole site', async () => {
    const city = await cityOf(withQuirks(`{ moved: { to: ${to}, by: redirect }, missing: soft }`));
    const client = clientOf(city);
    expect(await ask(client, `${home}zfxxgk/gkzn/?a=1`)).toMatchObject({
      status: 301,
      headers: { location: `http://${to}/zfxxgk/gkzn/?a=1` },
    });
    expect((await ask(client, `http://${to}/zfxxgk/gkzn/`)).text).toContain('申请');
    expect((await ask(client, `http://${to}/no/such/page`)).text).toContain('页面不存在');
  });

  test('a notice stands at every address', async () => {
    const client = clientOf(await cityOf(withQuirks(`{ moved: { to: ${to}, by: notice } }`)));
    for (const path of ['', 'zfxxgk/gkzn/', 'no/such/page']) {
      const { status, text } = await ask(client, home + path);
      expect(status).toBe(200);
      expect(text).toContain('本网站已迁移至新域名');
      expect(text).toContain(`<a href="http://${to}/">`);
      expect(text).toContain(`<meta http-equiv="refresh" content="5;url=http://${to}/">`);
    }
    expect((await ask(client, `http://${to}/`)).text).not.toContain('已迁移');
  });

  test('the new host exists only on the nights after the move, and may not be taken', async () => {
    const move = `set: { quirks: { moved: { to: ${to}, by: redirect } } }`;
    const city = await cityOf(smallUnit('shiyan', `planted: [{ fault: x, what: x, unjudged: x, nights: '25-', ${move} }]`));
    expect(city.world.has(to)).toBe(false);
    city.show(25);
    expect(city.world.has(to)).toBe(true);
    await expect(cityOf(withQuirks('{ moved: { to: qita.minghu.gov.cn, by: notice } }'), smallUnit('qita'))).rejects.toThrow(RangeError);
  });
});

test('HEAD is forbidden, GET is not', async () => {
  const client = clientOf(await cityOf(withQuirks('{ head: forbidden }')));
  expect(await ask(client, home, { method: 'HEAD' })).toMatchObject({ status: 403 });
  expect(await ask(client, home)).toMatchObject({ status: 200 });
});
