import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FamilyName } from '../../fixtures/city/plan.ts';
import { type City, startCity } from '../../fixtures/city/serve.ts';
import { expectedOf, sampleUnit } from './sample-unit.ts';
import { get } from './support.ts';

/** A running city of one unit, and its pages as documents. */
function siteOf(family: FamilyName) {
  const unit = sampleUnit(family);
  const expected = expectedOf(unit);
  let city: City;
  beforeAll(async () => {
    city = await startCity({ units: [unit] });
  });
  afterAll(() => city.close());
  const fetched = (address: string) => get(city, new URL(address, expected.home).href);
  const page = async (address: string) => load((await fetched(address)).body.toString('utf8'));
  const column = (title: string) => expected.columns.find(each => each.title === title)!.address;
  return { ...expected, unit, fetched, page, column };
}

describe('the platform of the province', () => {
  const { home, page, column, unit } = siteOf('province');

  test('has the marks of the province, whichever unit is shown', async () => {
    const $ = await page(home);
    const foot = $('.gk-foot').text();
    expect(foot).toContain('主办：沧澜省人民政府办公厅');
    expect(foot).not.toContain(unit.plan.name);
  });

  test('indexes documents, and lists news with the day in <dd>', async () => {
    const documents = await page(column('规范性文件'));
    expect(
      documents('.gk-index th')
        .map((_, cell) => documents(cell).text())
        .get(),
    ).toEqual(['索引号', '名称', '文号', '发文日期']);
    const news = await page(column('通知公告'));
    expect(news('.gk-main dl dt').length).toBe(14);
    expect(news('.gk-main dl dd').first().text()).toBe('2026-11-15');
  });

  test('has a first page that belongs to no unit', async () => {
    const $ = await page('/');
    expect($(`a[href="${unit.plan.base}/index.shtml"]`).text()).toBe(unit.plan.name);
    expect($('dl').length).toBe(0);
  });
});

describe('the web-forms site', () => {
  const { home, fetched, page, column } = siteOf('asp-query');

  test('does not tell capital from small letters', async () => {
    for (const address of ['/List.aspx?NodeId=119&Page=2', '/About.aspx?NodeId=101', '/Show.aspx?ArticleId=119900', '/Default.aspx']) {
      const [capital, small] = [await fetched(address), await fetched(address.toLowerCase())];
      expect(small.status).toBe(200);
      expect(small.body.equals(capital.body), address).toBe(true);
    }
    expect((await fetched('/list.aspx?nodeid=999')).status).toBe(404);
  });

  test('hides its sub-menus and its state', async () => {
    const $ = await page(home);
    const hidden = $('li[onmouseover] > div.subMenu');
    expect(hidden.attr('style')).toBe('display:none');
    expect(hidden.find('a').length).toBeGreaterThan(8);
    expect($('input[name=__VIEWSTATE]').attr('value')).toMatch(/^\/wEPDwUK.{100,}/);
  });

  test('turns pages by link and by script', async () => {
    const $ = await page(column('工作动态'));
    const hrefs = $('.paginator a[href]')
      .map((_, link) => $(link).attr('href'))
      .get();
    expect(hrefs).toContain('/List.aspx?NodeId=118&Page=2');
    expect(hrefs).toContain("javascript:__doPostBack('ctl00$Main$AspNetPager1','2')");
  });

  test('keeps the form of an application outside its own', async () => {
    const $ = await page(column('依申请公开'));
    expect($('form').length).toBe(2);
    expect($('form').last().find('textarea[name=content]').length).toBe(1);
  });
});

describe('the catalogue of 2008', () => {
  const { home, page, column } = siteOf('catalog-table');

  test('has a tree whose leaves open on a click, and links for who has no script', async () => {
    const $ = await page(column('部门预算'));
    const leaf = $('table.shu li').filter((_, item) => $(item).text() === '部门预算');
    expect(leaf.attr('onclick')).toBe(`location.href='${new URL(column('部门预算')).pathname}'`);
    expect($('table.shu li a').length).toBe(0);
    const { pathname } = new URL(column('部门预算'));
    expect($('noscript').text()).toContain(pathname);
  });

  test('prints year and day apart at home, together in the index', async () => {
    const $ = await page(home);
    expect($('.rq b').first().text()).toBe('11-19');
    expect($('.rq i').first().text()).toBe('2026');
    const index = await page(column('规范性文件'));
    expect(
      index('.suoyin th')
        .map((_, cell) => index(cell).text())
        .get(),
    ).toEqual(['索引号', '名称', '发布机构', '生成日期', '文号']);
    expect(index('.suoyin tr').eq(1).text()).toMatch(/MH8099-0107-2026-0013.*2026-11-14市样本局文〔2026〕\d+号/);
  });
});

describe('the site of pictures', () => {
  const { home, landing, fetched, page, site } = siteOf('pictures');

  test('has no words in its menus, and pictures of them', async () => {
    const $ = await page(home);
    expect($('img[alt], area[alt]').length).toBe(0);
    expect($('area[title]').length).toBeLessThan($('area').length);
    const buttons = $('#zuo a:has(img)');
    expect(buttons.length).toBeGreaterThan(15);
    expect(buttons.text().trim()).toBe('');
    const { status, type, body } = await fetched($('#zuo img').first().attr('src')!);
    expect([status, type]).toEqual([200, 'image/svg+xml']);
    expect(body.toString('utf8')).toContain(site.disclosure.title);
  });

  test('says on the page where the reader is', async () => {
    const $ = await page(landing);
    expect($('.place').text()).toContain('当前位置：主页 > 政府信息公开');
    expect($('.biaoti').text()).toBe('政府信息公开');
    expect($('#you').text()).not.toContain('政府信息公开指南');
  });
});
