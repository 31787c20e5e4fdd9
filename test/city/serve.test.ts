import { describe, expect, test } from 'vitest';
import { ask, cityOf, clientOf, smallUnit } from './hosts-support.ts';
import { get, linksOf, textOf } from './support.ts';

const home = 'http://shiyan.minghu.gov.cn/';
const withQuirks = (quirks: string, more = '') => smallUnit('shiyan', `quirks: ${quirks}\n${more}`);

describe('walls', () => {
  test.for([
    ['challenge-412', 412],
    ['cookie-521', 521],
    ['script-200', 200],
    ['forbidden-403', 403],
  ] as const)('%s: status %i at every address and not a word of the unit', async ([wall, status]) => {
    const client = clientOf(await cityOf(withQuirks(`{ wall: ${wall} }`)));
    for (const path of ['', 'zfxxgk/gkzn/', 'robots.txt', 'no/such/page']) {
      const answer = await ask(client, home + path);
      expect(answer.status).toBe(status);
      expect(answer.text).not.toContain('明湖市');
    }
  });
});

describe('addresses that do not exist', () => {
  test.for([
    ["'404'", { status: 404 }],
    ['soft', { status: 200, text: expect.stringContaining('页面不存在') }],
    ['home', { status: 302, headers: { location: '/' } }],
  ] as const)('missing: %s', async ([missing, wanted]) => {
    expect(await ask(clientOf(await cityOf(withQuirks(`{ missing: ${missing} }`))), `${home}no/such/page.html`)).toMatchObject(wanted);
  });

  test('hosts: one of the city, one outside, one of nobody', async () => {
    const city = await cityOf(smallUnit('shiyan'));
    expect([...city.world.keys()]).toEqual(expect.arrayContaining(['shiyan.minghu.gov.cn', 'www.canglan.gov.cn']));
    expect(city.world.has('nobody.minghu.gov.cn')).toBe(false);
    expect((await ask(clientOf(city), 'http://www.canglan.gov.cn/any')).text).toContain('沧澜省人民政府');
  });
});

test('lists: flaky ones answer 503 once a night, slow ones take their time', async () => {
  const city = await cityOf(withQuirks('{ flakyLists: true, slowLists: 40 }'));
  const client = clientOf(city);
  const list = linksOf((await ask(client, home)).text, home).find(link => link.endsWith('/gzdt/'))!;
  const look = async () => (await ask(client, list)).status;
  expect([await look(), await look()]).toEqual([503, 200]);
  const begun = performance.now();
  expect(await look()).toBe(200);
  expect(performance.now() - begun).toBeGreaterThan(38);
  city.show(21);
  expect([await look(), await look()]).toEqual([503, 200]);
});

test('robots.txt is the plan’s, or not there', async () => {
  const rules = 'User-agent: *\\nDisallow: /admin/\\n';
  const robots = `${home}robots.txt`;
  expect(await ask(clientOf(await cityOf(withQuirks(`{ robots: "${rules}" }`))), robots)).toMatchObject({
    status: 200,
    text: 'User-agent: *\nDisallow: /admin/\n',
  });
  expect(await ask(clientOf(await cityOf(withQuirks('{ missing: soft }'))), robots)).toMatchObject({ status: 404 });
});

describe('the endless calendar', () => {
  test('is linked from the home page at the month shown, and never ends in either direction', async () => {
    const client = clientOf(await cityOf(withQuirks('{ calendar: true }')));
    const start = linksOf((await ask(client, home)).text, home).filter(link => link.includes('/rili/'));
    expect(start).toEqual([`${home}rili/?month=2026-11`]);
    for (const [direction, last] of [
      [0, '2025-09'],
      [1, '2028-01'],
    ] as const) {
      let address = start[0]!;
      for (let step = 0; step < 14; step++) {
        const { status, text } = await ask(client, address);
        expect(status).toBe(200);
        address = linksOf(text, address).filter(link => link.includes('month=') && !link.includes('day='))[direction]!;
      }
      expect(address).toBe(`${home}rili/?month=${last}`);
    }
  });

  test('is linked once where the plan links to it by itself, and not there without the quirk', async () => {
    const links = "homeLinks: [{ text: 政务日历, href: '/rili/?month={month}' }]";
    const client = clientOf(await cityOf(withQuirks('{ calendar: true }', links)));
    expect(linksOf((await ask(client, home)).text, home).filter(link => link.includes('/rili/'))).toHaveLength(1);
    expect(await ask(clientOf(await cityOf(smallUnit('shiyan'))), `${home}rili/?month=2026-11`)).toMatchObject({ status: 404 });
  });
});

describe('session numbers in the links of the interaction section', () => {
  test.for(['trs', 'asp-table'])('%s: every page has new ones, and the pages stay what they are', async family => {
    const quirky = await cityOf(withQuirks('{ sessions: true }', `family: ${family}`));
    const plain = await cityOf(smallUnit('shiyan', `family: ${family}`));
    const pages = linksOf(textOf((await get(plain, home)).body), home).filter(link => link.startsWith(home));
    const textAt = async (city: typeof plain, link: string) => textOf((await get(city, link)).body);
    let address = '';
    for (const page of new Set(pages)) if (address === '' && /[?;]sid=[0-9a-f]{8}/.test(await textAt(quirky, page))) address = page;
    const words = (html: string) => html.replaceAll(/<[^>]*>/g, '');
    expect(words(await textAt(quirky, address))).toBe(words(await textAt(plain, address)));
    const seen = new Set<string>();
    for (let step = 0; step < 30; step++) {
      const { status, body } = await get(quirky, address);
      expect(status).toBe(200);
      expect(textOf(body)).toContain('明湖市shiyan局');
      const next = linksOf(textOf(body), address).filter(link => /[?&]sid=[0-9a-f]{8}$/.test(link));
      expect(next.length).toBeGreaterThan(2);
      seen.add(address);
      address = next[step % next.length]!;
    }
    expect(seen.size).toBe(30);
  });
});

test('requests are counted per host and night', async () => {
  const city = await cityOf(smallUnit('shiyan'), smallUnit('qita'));
  const client = clientOf(city);
  await ask(client, home);
  await ask(client, `${home}no/such/page`);
  expect([city.requests('shiyan.minghu.gov.cn'), city.requests('qita.minghu.gov.cn')]).toEqual([2, 0]);
  city.show(city.night + 1);
  expect(city.requests('shiyan.minghu.gov.cn')).toBe(0);
});

test('the same night gives the same bytes, another night others, and the first again the first', async () => {
  const unit = smallUnit('shiyan', 'today: true');
  const [one, other] = [await cityOf(unit), await cityOf(unit)];
  const look = async (city: typeof one) => (await get(city, home)).body;
  const usual = await look(one);
  expect((await look(other)).equals(usual)).toBe(true);
  one.show(24);
  expect(one.asOf).toBe('2026-11-24');
  expect((await look(one)).equals(usual)).toBe(false);
  one.show(20);
  expect((await look(one)).equals(usual)).toBe(true);
});

test('a night that is none changes nothing', async () => {
  const city = await cityOf(smallUnit('shiyan'));
  expect(() => city.show(31)).toThrow(RangeError);
  expect(city.night).toBe(20);
  expect(await ask(clientOf(city), home)).toMatchObject({ status: 200 });
});
