import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type City, startCity } from '../../fixtures/city/serve.ts';
import { get, linksOf, textOf } from './support.ts';

let city: City;
beforeAll(async () => {
  city = await startCity();
});
afterAll(() => city.close());

const page = async (address: string) => textOf((await get(city, address)).body);
const plainText = (html: string) => html.replace(/<[^>]+>/g, '').replace(/\s+/g, '');

describe('pages of 2005', () => {
  test.for([
    'http://lyj.minghu.gov.cn/',
    'http://tjj.minghu.gov.cn/list.asp?classid=119&page=2',
    'http://tjj.minghu.gov.cn/show.asp?id=119020',
  ])('%s is GBK and says nothing about it', async address => {
    const { type, body } = await get(city, address);
    expect(type).toBe('text/html');
    expect(body.toString('latin1')).not.toMatch(/charset|encoding/i);
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(body)).toThrow();
    expect(new TextDecoder('gbk', { fatal: true }).decode(body)).toMatch(/明湖市(林业|统计)局/);
  });
});

describe('what the pages hold', () => {
  test('a guide has its elements, unless the plan takes them away', async () => {
    const good = await page('http://www.minghu.gov.cn/zfxxgk/gkzn/');
    for (const element of ['办公地址：', '办公时间：', '联系电话：', '传真号码：', '电子邮箱：']) expect(good).toContain(element);
    const thin = await page('http://jyj.minghu.gov.cn/col/col54101/index.html');
    expect(thin).toContain('传真号码：');
    expect(thin).not.toMatch(/办公地址：|联系电话：/);
  });

  test('an annual report has six parts and tables, and articles have more than 300 characters', async () => {
    const list = 'http://www.minghu.gov.cn/zfxxgk/gknb/';
    const newest = linksOf(await page(list), list).find(link => /t20260318_\d+\.html$/.test(link))!;
    const report = await page(newest);
    for (const part of [
      '一、总体情况',
      '二、主动公开',
      '三、收到和处理',
      '四、政府信息公开行政复议',
      '五、存在的主要问题',
      '六、其他需要报告',
    ]) {
      expect(report).toContain(part);
    }
    expect(report.match(/<table/g)!.length).toBeGreaterThanOrEqual(3);
    const news = 'http://www.minghu.gov.cn/gzdt/';
    const article = linksOf(await page(news), news).find(link => /t202611\d\d_\d+\.html$/.test(link))!;
    expect(plainText(/<div class="TRS_Editor">([\s\S]*?)<\/div>/.exec(await page(article))![1]!).length).toBeGreaterThan(300);
  });

  test('the script shell is empty, its noscript links are real, and its data are there', async () => {
    const shell = await page('http://shj.minghu.gov.cn/');
    expect(plainText(shell)).not.toContain('依申请公开');
    const links = linksOf(/<noscript>([\s\S]*?)<\/noscript>/.exec(shell)![1]!, 'http://shj.minghu.gov.cn/');
    expect(await page(links[0]!)).toContain('办公地址：');
    const source = /data-source="([^"]+)"/.exec(shell)![1]!;
    const data = JSON.parse(await page(`http://shj.minghu.gov.cn${source}`)) as { main: { links: { text: string; href: string }[] } };
    expect(data.main.links.map(({ text }) => text)).toContain('依申请公开');
  });

  test('the menu of one family exists in script only', async () => {
    const landing = await page('http://rsj.minghu.gov.cn/zfxxgk.htm');
    expect(landing).toContain("new WebFXTreeItem('政府信息公开指南','/zfxxgk/gkzn.htm')");
    expect(landing).not.toContain('>政府信息公开指南</a>');
  });

  test('the finance bureau keeps the accounts of another bureau under that name', async () => {
    expect(await page('http://czj.minghu.gov.cn/yjspt/yjj.html')).toContain('明湖市应急管理局2026年部门预算公开');
  });
});
