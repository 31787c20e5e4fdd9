import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type City, cityUnits, startCity } from '../../fixtures/city/serve.ts';
import { get, linksOf, textOf } from './support.ts';

let city: City;
beforeAll(async () => {
  city = await startCity();
});
afterAll(() => city.close());

const homeOf = (id: string) => city.roster.find(unit => unit.id === id)!.sites[0]!.url;
const open = cityUnits.filter(({ quirks }) => quirks?.wall === undefined);
const plain = open.filter(({ family }) => family !== 'spa' && family !== 'frames');

describe('home pages', () => {
  test.for(open.map(({ id }) => id))('%s serves its home page under its own name', async id => {
    const { status, body } = await get(city, homeOf(id));
    expect(status).toBe(200);
    expect(textOf(body)).toContain(city.roster.find(unit => unit.id === id)!.name);
  });

  test.for(plain.map(({ id }) => id))('%s has at least forty links on it', async id => {
    const home = homeOf(id);
    expect(linksOf(textOf((await get(city, home)).body), home).length).toBeGreaterThanOrEqual(40);
  });

  test.for([
    ['wjw', 412],
    ['gaj', 521],
    ['jtj', 200],
    ['gsgs', 403],
  ] as const)('%s shows a wall with status %i and nothing of its own', async ([id, wall]) => {
    const { status, body } = await get(city, homeOf(id));
    expect(status).toBe(wall);
    expect(textOf(body)).not.toContain('明湖市');
  });
});

describe('faults of hosts', () => {
  test('an address that does not exist: 404, an error page with status 200, or a redirect home', async () => {
    expect((await get(city, 'http://www.minghu.gov.cn/no/such/page.html')).status).toBe(404);
    const soft = await get(city, 'http://www.shiji.minghu.gov.cn/no/such/page.html');
    expect(soft.status).toBe(200);
    expect(textOf(soft.body)).toContain('页面不存在');
    expect(await get(city, 'http://zjj.minghu.gov.cn/no/such/page.html')).toMatchObject({ status: 302, location: '/' });
  });

  test('a flaky list answers 503 once, then 200', async () => {
    const list = 'http://www.yunting.minghu.gov.cn/col/col54118/index.html';
    expect((await get(city, list)).status).toBe(503);
    expect((await get(city, list)).status).toBe(200);
  });

  test('the calendar never ends', async () => {
    let address = 'http://www.minghu.gov.cn/rili/?month=2026-11';
    for (let step = 0; step < 14; step++) {
      const links = linksOf(textOf((await get(city, address)).body), address);
      address = links.filter(link => !link.includes('day=')).find(link => link.includes('month='))!;
    }
    expect(address).toContain('month=2025-09');
  });

  test('session numbers change with every address', async () => {
    const start = 'http://www.yunting.minghu.gov.cn/col/col54127/index.html';
    const first = linksOf(textOf((await get(city, start)).body), start).filter(link => link.includes('sid='));
    const next = linksOf(textOf((await get(city, first[0]!)).body), start).filter(link => link.includes('sid='));
    expect(first.length).toBeGreaterThan(2);
    expect(next[0]!.split('sid=')[1]).not.toBe(first[0]!.split('sid=')[1]);
  });

  test('requests are counted per host', async () => {
    const before = city.requests('tyj.minghu.gov.cn');
    await get(city, 'http://tyj.minghu.gov.cn/index.htm');
    expect(city.requests('tyj.minghu.gov.cn')).toBe(before + 1);
    expect(city.requests('nobody.minghu.gov.cn')).toBe(0);
  });
});

test('the same day gives the same bytes, another day others', async () => {
  const [again, later] = await Promise.all([startCity(), startCity({ asOf: '2026-11-24' })]);
  for (const { id } of cityUnits) {
    const home = homeOf(id);
    const [a, b] = await Promise.all([get(city, home), get(again, home)]);
    expect(a.body.equals(b.body), id).toBe(true);
  }
  const [now, then] = await Promise.all([get(city, 'http://www.minghu.gov.cn/'), get(later, 'http://www.minghu.gov.cn/')]);
  expect(now.body.equals(then.body)).toBe(false);
  await Promise.all([again.close(), later.close()]);
});
