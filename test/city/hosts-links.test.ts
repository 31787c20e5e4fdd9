import { request } from 'undici';
import { describe, expect, test } from 'vitest';
import { download } from '../../fixtures/city/hosts/download.ts';
import { linkEnds } from '../../fixtures/city/plan.ts';
import type { City } from '../../fixtures/city/serve.ts';
import { type Answer, ask, cityOf, clientOf, failureOf, smallUnit } from './hosts-support.ts';
import { linksOf } from './support.ts';

const home = 'http://shiyan.minghu.gov.cn/';
const title = (end: string) => `专题<${end}>`;
const unit = smallUnit('shiyan', `homeLinks:\n${linkEnds.map(end => `  - { text: '${title(end)}', end: ${end} }`).join('\n')}`);
const open = () => cityOf(unit);

/** The address to which the home page links for this end. */
async function addressOf(city: City, end: (typeof linkEnds)[number]): Promise<string> {
  const { text } = await ask(clientOf(city), home);
  const link = new RegExp(`<a [^>]*href="([^"]*)"[^>]*>专题&lt;${end}&gt;</a>`).exec(text)!;
  return new URL(link[1]!, home).href;
}

describe('what stands at the end of a planted link', () => {
  test.for([
    ['gone-404', 404],
    ['gone-410', 410],
    ['error-500', 500],
    ['forbidden-403', 403],
    ['busy-429', 429],
  ] as const)('%s: status %i whenever it is asked for', async ([end, status]) => {
    const city = await open();
    const address = await addressOf(city, end);
    for (let number = 0; number < 2; number++) expect(await ask(clientOf(city), address)).toMatchObject({ status });
  });

  test('busy-429 asks for a second', async () => {
    const city = await open();
    expect((await ask(clientOf(city), await addressOf(city, 'busy-429'))).headers['retry-after']).toBe('1');
  });

  test('refused, no-such-host and expired-certificate are other hosts, as bad as they are called', async () => {
    const city = await open();
    const [refused, missing, expired] = [
      await addressOf(city, 'refused'),
      await addressOf(city, 'no-such-host'),
      await addressOf(city, 'expired-certificate'),
    ];
    expect(city.world.has(new URL(refused).host)).toBe(true);
    expect(await failureOf(clientOf(city), refused)).toBe('ECONNREFUSED');
    expect(city.world.has(new URL(missing).host)).toBe(false);
    expect(await failureOf(clientOf(city), expired)).toBe('CERT_HAS_EXPIRED');
    expect(await ask(clientOf(city), expired.replace('https', 'http'))).toMatchObject({ status: 301, headers: { location: expired } });
  });

  test('flaky-once fails once, and again on another night', async () => {
    const city = await open();
    const address = await addressOf(city, 'flaky-once');
    const look = () => ask(clientOf(city), address);
    expect(await look()).toMatchObject({ status: 503 });
    expectGoodPage(await look(), 'flaky-once');
    city.show(21);
    expect(await look()).toMatchObject({ status: 503 });
  });

  test('head-forbidden answers GET', async () => {
    const city = await open();
    const address = await addressOf(city, 'head-forbidden');
    expect(await ask(clientOf(city), address, { method: 'HEAD' })).toMatchObject({ status: 403 });
    expectGoodPage(await ask(clientOf(city), address), 'head-forbidden');
  });

  test('slow answers, after more than a second', async () => {
    const city = await open();
    const address = await addressOf(city, 'slow');
    const begun = performance.now();
    expectGoodPage(await ask(clientOf(city), address), 'slow');
    const taken = performance.now() - begun;
    expect(taken).toBeGreaterThan(1190);
  });

  test('redirect-loop never ends, redirect-home does', async () => {
    const city = await open();
    const client = clientOf(city);
    const start = await addressOf(city, 'redirect-loop');
    const addresses = [start];
    for (let step = 0; step < 4; step++) {
      const { status, headers } = await ask(client, addresses.at(-1)!);
      expect(status).toBe(302);
      addresses.push(new URL(String(headers.location), home).href);
    }
    expect(new Set(addresses).size).toBe(2);
    expect(await ask(client, await addressOf(city, 'redirect-home'))).toMatchObject({ status: 302, headers: { location: '/' } });
  });

  test('soft-404 and empty-200 say 200', async () => {
    const city = await open();
    const soft = await ask(clientOf(city), await addressOf(city, 'soft-404'));
    expect(soft.status).toBe(200);
    expect(soft.text).toContain('您访问的页面不存在或已被删除');
    expect(linksOf(soft.text, home).length).toBeGreaterThan(5);
    expect(await ask(clientOf(city), await addressOf(city, 'empty-200'))).toMatchObject({ status: 200, text: '' });
  });

  test('deep-page is good and 100,000 elements deep', async () => {
    const city = await open();
    const page = await ask(clientOf(city), await addressOf(city, 'deep-page'));
    expectGoodPage(page, 'deep-page');
    expect(page.text.match(/<div>/g)).toHaveLength(100_000);
    expect(page.text.match(/<\/div>/g)!.length).toBe(page.text.match(/<div/g)!.length);
  });

  test('silent takes the request and says nothing until the city closes', async () => {
    const city = await open();
    const address = await addressOf(city, 'silent');
    const client = clientOf(city);
    const before = city.requests('shiyan.minghu.gov.cn');
    const failure = failureOf(client, address);
    while (city.requests('shiyan.minghu.gov.cn') === before) await ask(client, 'http://www.yanbo.gov.cn/');
    await city.close();
    expect(await failure).toBe('UND_ERR_SOCKET');
  });

  test('huge-body announces 200 MB and stops when the client has enough', async () => {
    const city = await open();
    const address = await addressOf(city, 'huge-body');
    const client = clientOf(city);
    const { headers, body } = await request(address, { dispatcher: client });
    expect(headers).toMatchObject({ 'content-length': '209715200', 'content-type': 'application/zip' });
    let bytes = 0;
    for await (const chunk of body as AsyncIterable<Buffer>) {
      if (bytes === 0) expect(chunk.subarray(0, 4).toString('hex')).toBe('504b0304');
      bytes += chunk.length;
      if (bytes > 1_000_000) break;
    }
    expect(await ask(client, address, { method: 'HEAD' })).toMatchObject({ status: 200, headers: { 'content-length': '209715200' } });
  });

  test('huge-body is as long as it says', async () => {
    if (download.does !== 'stream') throw new TypeError('no stream');
    let bytes = 0;
    for await (const chunk of download.open() as AsyncIterable<Buffer>) bytes += chunk.length;
    expect(String(bytes)).toBe(download.headers['content-length']);
  });
});

test('an address of this kind to which nothing links is not there', async () => {
  expect(await ask(clientOf(await open()), `${home}zt/deep-page/901.html`)).toMatchObject({ status: 404 });
});

test('links of the disclosure section lead to such ends as well, inside the section of a platform', async () => {
  const link = 'disclosureLinks: [{ text: 专题网页, end: head-forbidden }]';
  const city = await cityOf(smallUnit('shiyan', `family: platform\nbase: /openness/shiyan\n${link}`));
  const client = clientOf(city);
  const seen = new Set([city.roster[0]!.sites[0]!.url]);
  for (const address of seen) {
    const { text } = await ask(client, address);
    const found = linksOf(text, address).find(each => each.includes('/zt/'));
    if (found !== undefined) {
      expect(found).toContain(`${home}openness/shiyan/zt/head-forbidden/`);
      expect((await ask(client, found)).text).toContain('<h1>专题网页</h1>');
      return;
    }
    if (seen.size < 60) for (const each of linksOf(text, address)) if (each.startsWith(home)) seen.add(each);
  }
  expect.unreachable('no link to the planted end was found');
});

function expectGoodPage({ status, text }: Answer, end: string): void {
  expect(status).toBe(200);
  expect(text).toContain(`<h1>专题&lt;${end}&gt;</h1>`);
  expect(text).toContain('明湖市shiyan局');
  expect(linksOf(text, home)).toContain(home);
}
