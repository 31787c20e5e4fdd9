import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cityHost, rewriteAddresses } from '../../fixtures/city/guide/rewrite.ts';
import { type Guide, serveGuide } from '../../fixtures/city/guide/serve-guide.ts';
import { type City, startCity } from '../../fixtures/city/serve.ts';
import { readCityUnit } from '../../fixtures/city/unit-file.ts';
import { loadCatalogue } from '../../src/config/load-catalogue.ts';
import { shipped } from '../../src/package.ts';

const unit = (id: string, family: string, planted: string) =>
  readCityUnit(
    id,
    `{ id: ${id}, name: 明湖市${id}局, type: department, group: 一类部门, powers: [budget], parent: null, host: ${id}.minghu.gov.cn, family: ${family},
  address: 明湖市湖滨路1号, exchange: '801', duties: [管理], topics: [甲项, 乙项], leaders: [沈望舒], planted: ${planted} }`,
  );

let city: City;
let guide: Guide;
beforeAll(async () => {
  const fault =
    "[{ fault: missing-item, what: 没有领导信息, nights: '3-5', set: { items: { leaders: { state: { is: absent } } } }, truth: { leaders: { fail: 找不到领导 } } }]";
  city = await startCity({ units: [unit('one', 'trs', fault), unit('two', 'asp-table', '[]')] });
  guide = await serveGuide(
    city,
    loadCatalogue(shipped('checks')).checks.map(({ spec }) => spec),
    0,
  );
});
afterAll(async () => {
  await guide.close();
  await city.close();
});

async function ask(path: string, { host, ...options }: { host?: string; method?: 'POST'; body?: string } = {}) {
  const { port } = new URL(guide.url);
  const answer = await request(`http://127.0.0.1:${port}${path}`, {
    ...options,
    headers: host ? { host: `${host}.localhost:${port}` } : { host: `localhost:${port}` },
  });
  return { status: answer.statusCode, body: Buffer.from(await answer.body.arrayBuffer()), headers: answer.headers };
}

describe('the guide', () => {
  test('lists the units with what stands there on the night', async () => {
    const before = (await ask('/')).body.toString();
    expect(before).toContain('明湖市one局');
    expect(before).not.toContain('缺少栏目或内容');
    expect((await ask('/night', { method: 'POST', body: 'night=4' })).status).toBe(303);
    expect((await ask('/')).body.toString()).toContain('缺少栏目或内容');
    expect((await ask('/units/one')).body.toString()).toMatch(/leaders<\/small><\/td><td>不符合<\/td><td>找不到领导/);
    await ask('/night', { method: 'POST', body: 'night=20' });
    expect((await ask('/units/one')).body.toString()).not.toContain('找不到领导');
  });

  test('refuses nights that do not exist and pages it does not have', async () => {
    await ask('/night', { method: 'POST', body: 'night=31' });
    expect(city.night).toBe(20);
    expect((await ask('/units/nobody')).status).toBe(404);
  });

  test('shows a site under its own name on this machine, links to other sites of the city included', async () => {
    const { port } = new URL(guide.url);
    const { status, body } = await ask('/', { host: 'one.minghu.gov.cn' });
    expect(status).toBe(200);
    expect(body.toString()).toContain(`http://www.canglan.gov.cn.localhost:${port}/`);
    expect(body.toString()).not.toContain('http://www.canglan.gov.cn/');
  });

  test('leaves the bytes of a GBK page alone', async () => {
    const { body } = await ask('/', { host: 'two.minghu.gov.cn' });
    expect(new TextDecoder('gb18030', { fatal: true }).decode(body)).toContain('明湖市two局');
  });

  test('says which host does not exist', async () => {
    const { status, body } = await ask('/', { host: 'nobody.minghu.gov.cn' });
    expect(status).toBe(502);
    expect(body.toString()).toContain('nobody.minghu.gov.cn');
  });

  test('a taken port is refused', async () => {
    await expect(serveGuide(city, [], Number(new URL(guide.url).port))).rejects.toThrow('EADDRINUSE');
  });
});

test.for([
  ['www.minghu.gov.cn.localhost:8700', 'www.minghu.gov.cn'],
  ['WWW.MINGHU.GOV.CN.localhost', 'www.minghu.gov.cn'],
  ['localhost:8700', null],
  ['127.0.0.1:8700', null],
] as const)('the host that “%s” means', ([header, host]) => {
  expect(cityHost(header)).toBe(host);
});

test('addresses of the city are rewritten, others and longer names are not', () => {
  const hosts = new Set(['a.gov.cn']);
  expect(rewriteAddresses('"http://a.gov.cn/x" https://A.gov.cn http://aa.gov.cn/ http://a.gov.cn.evil.example/', hosts, 80)).toBe(
    '"http://a.gov.cn.localhost:80/x" http://a.gov.cn.localhost:80 http://aa.gov.cn/ http://a.gov.cn.evil.example/',
  );
});
