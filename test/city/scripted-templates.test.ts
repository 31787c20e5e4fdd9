import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FamilyName } from '../../fixtures/city/plan.ts';
import { type City, startCity } from '../../fixtures/city/serve.ts';
import { allColumns } from '../../fixtures/city/site.ts';
import { families } from '../../fixtures/city/templates/index.ts';
import type { CityUnit } from '../../fixtures/city/unit-file.ts';
import { expectedOf, sampleUnit } from './sample-unit.ts';
import { get, linksOf, textOf } from './support.ts';

// What these families send, without a browser; what a browser makes of it is in scripted-templates-browser.test.ts.

const unitOf = (family: FamilyName): CityUnit => {
  const { plan, planted } = sampleUnit(family);
  return { plan: { ...plan, id: family }, planted };
};
const units = (['json-list', 'lazy', 'hash-routes', 'mobile'] as const).map(unitOf);
const of = (family: FamilyName) => expectedOf(units.find(({ plan }) => plan.family === family)!);

let city: City;
beforeAll(async () => {
  city = await startCity({ units });
});
afterAll(() => city.close());

const page = async (address: string, userAgent?: string) =>
  textOf((await get(city, address, userAgent === undefined ? {} : { userAgent })).body);

/** Every page of the host that links reach from `start`, by address. */
async function walk(start: string, userAgent?: string): Promise<ReadonlyMap<string, string>> {
  const pages = new Map<string, string>();
  const waiting = new Set([start]);
  for (const address of waiting) {
    if (new URL(address).host !== new URL(start).host || pages.has(address)) continue;
    const { status, type, location, body } = await get(city, address, userAgent === undefined ? {} : { userAgent });
    expect([200, 302], address).toContain(status);
    if (status === 302) waiting.add(new URL(location, address).href);
    pages.set(address, /html/.test(type) ? textOf(body) : '');
    for (const link of linksOf(pages.get(address)!, address)) waiting.add(link);
  }
  return pages;
}

describe('json-list', () => {
  const { site, home, columns, entries } = of('json-list');
  const lists = allColumns(site).flatMap(column => (column.kind === 'list' ? [column] : []));

  test('has every column in its HTML, and articles only in the boxes of the home page', async () => {
    const pages = await walk(home);
    for (const { title, address } of columns) expect(pages.has(address), title).toBe(true);
    const boxed = new Set(linksOf(pages.get(home)!, home));
    expect(entries.filter(({ address }) => boxed.has(address)).length).toBe(4 * 7);
    for (const { address } of entries.filter(({ address: each }) => !boxed.has(each))) expect(pages.has(address), address).toBe(false);
  });

  test('says without script that script is needed', async () => {
    const list = columns.find(({ column }) => column === lists[0]!.id)!;
    const html = await page(list.address);
    expect(html).toMatch(/<noscript>请启用JavaScript[^<]*<\/noscript>/);
    expect(html).toContain(`data-url="/api/list?channelId=${list.column}&amp;page=1"`);
  });

  test('tells the rows of every list page by page, in order', async () => {
    for (const { id, entries: wanted } of lists) {
      const titles: string[] = [];
      let pages = 1;
      for (let number = 1; number <= pages; number++) {
        const { data } = JSON.parse(await page(`${home}api/list?channelId=${id}&page=${number}`));
        expect(data).toMatchObject({ channelId: id, page: number, total: wanted.length });
        expect(data.rows.length).toBeLessThanOrEqual(15);
        pages = data.pages;
        for (const { title, url } of data.rows) {
          titles.push(title);
          expect((await get(city, new URL(url, home).href)).status).toBe(200);
        }
      }
      expect(titles).toEqual(wanted.map(({ title }) => title));
    }
  });

  test.for(['channelId=99999&page=1', `channelId=${lists[0]!.id}&page=99`, 'page=1'])('knows nothing of %s', async query => {
    expect((await get(city, `${home}api/list?${query}`)).status).toBe(404);
  });
});

describe('lazy', () => {
  const { site, home, columns } = of('lazy');
  const lists = allColumns(site).flatMap(column => (column.kind === 'list' ? [column] : []));
  const titlesIn = (html: string) =>
    [...html.matchAll(/<li><span class="date">[^<]*<\/span><a [^>]*>([^<]*)</g)].map(([, title]) => title!.replaceAll('&amp;', '&'));

  test('has every column in its HTML, and links no fragment', async () => {
    const pages = await walk(home);
    for (const { title, address } of columns) expect(pages.has(address), title).toBe(true);
    expect([...pages.keys()].filter(address => /\/(more|tab)\//.test(address))).toEqual([]);
  });

  test('shows the first rows of a list and has the others in fragments', async () => {
    for (const column of lists) {
      const path = (number: number) => new URL(families.lazy.columnPath(site, column, number), home).href;
      const first = await page(path(1));
      const pages = Number(/data-pages="(\d+)"/.exec(first)?.[1] ?? 1);
      const rest = await Promise.all(Array.from({ length: pages - 1 }, (_, index) => page(path(index + 2))));
      expect(titlesIn(first).length).toBe(Math.min(12, column.entries.length));
      expect([first, ...rest].flatMap(titlesIn)).toEqual(column.entries.map(({ title }) => title));
      for (const fragment of rest) expect(fragment).not.toMatch(/<(html|body|ul|button)/);
      expect((await get(city, path(pages + 1))).status).toBe(404);
    }
  });

  test('leaves the second tab of a box empty and has its rows in a fragment', async () => {
    const html = await page(home);
    const [first, second] = site.boxes as readonly (typeof lists)[number][];
    expect(html).toContain(first!.entries[0]!.title);
    expect(html).not.toContain(new URL(families.lazy.entryPath(site, second!, second!.entries[0]!), home).pathname);
    expect(titlesIn(await page(`${home}tab/${second!.id}.html`))).toEqual(second!.entries.slice(0, 8).map(({ title }) => title));
  });
});

describe('hash-routes', () => {
  const { site, home, columns, entries, addresses } = of('hash-routes');
  const data = async (address: string) => JSON.parse(await page(address.replace('/#/', '/api/').concat('.json')));

  test('sends one page without a single link, whatever stands after #', async () => {
    const shell = await page(home);
    expect(linksOf(shell, home).filter(link => !link.endsWith('.css'))).toEqual([]);
    for (const address of addresses) expect(await page(address)).toBe(shell);
  });

  test('has data for every address that a reader sees', async () => {
    for (const { title, address } of columns) expect(await data(address)).toMatchObject({ title });
    for (const { title, date, file, address } of entries) {
      const drawn = await data(address);
      expect(drawn).toMatchObject({ title, date, file: file === null ? null : { href: new URL(file).pathname } });
      expect(drawn.html.length).toBeGreaterThan(20);
    }
    for (const address of addresses.filter(each => each !== home)) expect((await data(address)).crumbs.length).toBeGreaterThan(1);
  });

  test('links every column from the data of home, menus and footer', async () => {
    const [frame, front] = [JSON.parse(await page(`${home}api/site.json`)), JSON.parse(await page(`${home}api/home.json`))];
    const found = new Set<string>();
    const gather = (links: readonly { href: string }[]): void => {
      for (const { href } of links) found.add(new URL(href, home).href);
    };
    for (const links of [frame.nav, frame.footerLinks, front.services, front.friends, front.disclosure.links, front.boxes]) gather(links);
    for (const address of found) if (address.startsWith(`${home}#/column`)) gather((await data(address)).links ?? []);
    for (const { title, address } of columns) expect(found, title).toContain(address);
    for (const { text, href } of [...site.homeLinks, ...site.friends, ...site.disclosureLinks]) expect(found, text).toContain(href);
    expect((await page(`${home}api/site.json`)).includes(site.marks.icp!)).toBe(true);
  });

  test('keeps addresses without # for what a host answers with 403, 404 and an error page in disguise', async () => {
    const unit = unitOf('hash-routes');
    const state = (is: 'dead' | 'forbidden' | 'soft-404' | 'redirect-home') => ({ state: { is } });
    const items = { leaders: state('dead'), personnel: state('forbidden'), procurement: state('soft-404'), guide: state('redirect-home') };
    const broken = await startCity({ units: [{ ...unit, plan: { ...unit.plan, items } }] });
    try {
      const statuses = ['ldxx', 'rsxx', 'zfcg', 'gkzn'].map(async slug => (await get(broken, `${home}old/${slug}.html`)).status);
      expect(await Promise.all(statuses)).toEqual([404, 403, 200, 302]);
      expect(textOf((await get(broken, `${home}old/zfcg.html`)).body)).toContain('页面不存在');
    } finally {
      await broken.close();
    }
  });
});

describe('mobile', () => {
  const { site, home } = of('mobile');
  const iPhone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Safari/604.1';

  test.for([
    [iPhone, 302],
    ['Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36', 302],
    ['Mozilla/5.0 (X11; Linux; Android 15) Mobile', 302],
    ['', 302],
    ['gongkai/0.1 (+http://www.minghu.gov.cn/)', 302],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0.0.0', 200],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605.1.15', 200],
    ['Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/140.0.0.0', 200],
  ] as const)('%s is answered %i', async ([userAgent, wanted]) => {
    const { status, location } = await get(city, home, { userAgent });
    expect({ status, location }).toEqual({ status: wanted, location: wanted === 302 ? '/m/index.html' : '' });
  });

  test('has a twin in which a telephone finds every column and every article', async () => {
    const pages = await walk(home, iPhone);
    expect([...pages.keys()].filter(address => address.startsWith(`${home}a/`))).toEqual([]);
    for (const column of allColumns(site)) {
      expect(pages.has(`${home}m/list-${column.id}-1.html`), column.title).toBe(true);
      for (const { id, title } of column.kind === 'list' ? column.entries : [])
        expect(pages.get(`${home}m/view-${id}.html`)).toContain(title.replaceAll('&', '&amp;'));
    }
    const front = pages.get(`${home}m/index.html`)!;
    const { icp, police, siteCode, organiser } = site.marks;
    for (const mark of [icp, police, siteCode, organiser, 'bszs.conac.cn', '无障碍浏览', 'zfwzgl.www.gov.cn'])
      expect(front).toContain(mark);
    for (const { href } of [...site.homeLinks, ...site.friends]) expect(linksOf(front, home)).toContain(href);
  });
});
