import { type Browser, chromium, devices, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FamilyName } from '../../fixtures/city/plan.ts';
import { type City, startCity } from '../../fixtures/city/serve.ts';
import { findBrowser } from '../../src/crawl/find-browser.ts';
import { expectedOf, sampleUnit } from './sample-unit.ts';

// On a machine without a browser these tests are reported as skipped; scripted-templates.test.ts checks what is sent either way.
const { found } = await findBrowser(process.env);

const units = (['json-list', 'lazy', 'hash-routes', 'mobile'] as const).map(family => {
  const { plan, planted } = sampleUnit(family);
  return { plan: { ...plan, id: family }, planted };
});
const of = (family: FamilyName) => expectedOf(units.find(({ plan }) => plan.family === family)!);

describe.skipIf(found === null)('in a browser', () => {
  let city: City;
  let browser: Browser;
  beforeAll(async () => {
    city = await startCity({ units });
    const { port } = city.world.get('lazy.minghu.gov.cn')!;
    browser = await chromium.launch({
      executablePath: found!.path,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', `--host-resolver-rules=MAP * 127.0.0.1:${port}`],
    });
  });
  afterAll(async () => {
    await browser?.close();
    await city?.close();
  });

  /** Shows a page to a reader, and fails when a script of it does. */
  async function reading(address: string, look: (page: Page) => Promise<void>, device?: (typeof devices)[string]): Promise<void> {
    const context = await browser.newContext(device ?? {});
    const errors: string[] = [];
    context.on('weberror', error => errors.push(error.error().message));
    try {
      const page = await context.newPage();
      await page.goto(address);
      await look(page);
      expect(errors).toEqual([]);
    } finally {
      await context.close();
    }
  }

  test('json-list: the rows of a list appear, the pager turns pages, a row leads to its article', async () => {
    const { site, home } = of('json-list');
    const [news] = site.boxes;
    if (news?.kind !== 'list') throw new TypeError('the first box is a list');
    await reading(`${home}channels/${news.id}.html`, async page => {
      const rows = page.locator('#list a');
      await rows.nth(14).waitFor();
      expect(await rows.allTextContents()).toEqual(news.entries.slice(0, 15).map(({ title }) => title));
      await page.getByText('下一页').click();
      await page.getByText('第2/3页').waitFor();
      expect(await rows.allTextContents()).toEqual(news.entries.slice(15, 30).map(({ title }) => title));
      await rows.first().click();
      await page.locator('#zoom').waitFor();
      expect(await page.locator('h1').textContent()).toBe(news.entries[15]!.title);
    });
  });

  test('lazy: 加载更多 adds rows until there are no more', async () => {
    const { site, home } = of('lazy');
    const [news] = site.boxes;
    if (news?.kind !== 'list') throw new TypeError('the first box is a list');
    await reading(`${home}c${100_000 + news.id}/list.shtml`, async page => {
      const rows = page.locator('#rows li');
      expect(await rows.count()).toBe(12);
      for (let shown = 24; shown < news.entries.length; shown += 12) {
        await page.getByText('加载更多').click();
        await rows.nth(shown - 1).waitFor();
      }
      await page.getByText('加载更多').click();
      await page.getByText('没有更多了').waitFor();
      expect(await page.locator('#rows a').allTextContents()).toEqual(news.entries.map(({ title }) => title));
    });
  });

  test('lazy: the second tab of a box is filled when the pointer is over it', async () => {
    const { site, home } = of('lazy');
    const notices = site.boxes[1]!;
    if (notices.kind !== 'list') throw new TypeError('the second box is a list');
    await reading(home, async page => {
      const box = page.locator('.tabbox').first();
      expect(await box.locator('ul').nth(1).locator('li').count()).toBe(0);
      await box.getByText(notices.title, { exact: true }).hover();
      await box.locator('ul').nth(1).locator('li').nth(7).waitFor();
      expect(await box.locator('ul:visible a').allTextContents()).toEqual(notices.entries.slice(0, 8).map(({ title }) => title));
    });
  });

  test('hash-routes: a reader walks from home to an article without leaving the page, and back', async () => {
    const { site, home } = of('hash-routes');
    await reading(home, async page => {
      await page.getByRole('link', { name: site.disclosure.title }).first().click();
      await page.getByRole('heading', { name: site.disclosure.title }).waitFor();
      await page.locator('.main').getByText('政府信息公开年报').click();
      await page.locator('.rows a').first().click();
      await page.getByRole('heading', { name: /2025年政府信息公开工作年度报告/ }).waitFor();
      expect(page.url()).toMatch(/\/#\/detail\/\d+\/\d+$/);
      expect(await page.locator('.text table').count()).toBeGreaterThan(0);
      await page.goBack();
      await page.locator('.rows').waitFor();
      expect(page.url()).toMatch(/\/#\/column\/\d+$/);
    });
  });

  test('hash-routes: an address opened directly is drawn, one that does not exist says so', async () => {
    const { columns, entries, home } = of('hash-routes');
    const entry = entries.find(({ file }) => file !== null)!;
    await reading(entry.address, async page => {
      await page.getByRole('heading', { name: entry.title }).waitFor();
      expect(await page.locator('.file a').getAttribute('href')).toBe(new URL(entry.file!).pathname);
      await page.goto(`${columns[0]!.address}/2`);
      await page.locator('.pager .on', { hasText: '2' }).waitFor();
      await page.goto(`${home}#/column/99999`);
      await page.getByRole('heading', { name: '页面不存在' }).waitFor();
    });
  });

  test('mobile: a telephone is sent to the twin from every desktop page, a desk is not', async () => {
    const { landing, home } = of('mobile');
    await reading(landing, async page => expect(page.url()).toBe(landing));
    await reading(home, async page => expect(page.url()).toBe(home));
    await reading(landing, async page => page.waitForURL(`${home}m/index.html`), devices['Pixel 7']);
  });
});
