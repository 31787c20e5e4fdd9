import { createHash } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { expect, test } from 'vitest';
import { derive } from '../../src/artifacts/derive.ts';
import { createGuide } from '../../src/artifacts/guide.ts';
import { createReader } from '../../src/artifacts/reader.ts';
import { crawlSite } from '../../src/crawl/crawl-site.ts';
import { createRobots } from '../../src/crawl/robots.ts';
import { Settings } from '../../src/model/settings.ts';
import { Unit } from '../../src/model/unit.ts';
import { authorities, leaves } from '../support/certificates.ts';
import { startRawServer, startServer } from '../support/http-server.ts';
import { vocabulary } from '../support/judge-site.ts';
import { testFetcher } from '../support/test-fetcher.ts';
import { startTlsServer } from '../support/tls-server.ts';

const article = '本栏目公布有关内容，包括依据、范围、程序和结果，供公民、法人和其他组织查阅。'.repeat(8);
const menu = Array.from({ length: 14 }, (_, index) => `<a href="/c/${index}/">栏目第${index}号</a>`).join('');
const page = (title: string, body: string, name: string) =>
  `<html><head><meta charset="utf-8"><title>${title}_${name}</title></head><body>${body}<div class="footer">主办单位：${name}</div></body></html>`;

/** A small site of this unit, whatever host it is asked as. */
const siteOf =
  (name: string, links = ''): RequestListener =>
  (request, response) => {
    response.setHeader('content-type', 'text/html');
    if (request.url === '/') response.end(page(name, `<a href="/zn.html">政府信息公开指南</a>${menu}${links}<p>${article}</p>`, name));
    else if (request.url === '/zn.html')
      response.end(page('政府信息公开指南', `<h1>政府信息公开指南</h1><p>${name}${article}申请方式、办公地址、联系电话。</p>`, name));
    else if (request.url?.startsWith('/c/')) response.end(page('栏目', `<p>${article}</p>`, name));
    else response.writeHead(404).end();
  };

const certificate = { key: leaves['wrong-name'].key, cert: leaves['wrong-name'].cert + authorities.intermediate };

/** Crawls the unit of this start address in a world of these hosts, and derives from what was stored alone. */
async function look(startUrl: string, ports: Readonly<Record<string, number>>) {
  const unit = Unit.parse({ id: 'jyj', name: '明湖市教育局', aliases: ['市教育局'], type: 'department', sites: [{ url: startUrl }] });
  const world = new Map(Object.entries(ports).map(([host, port]) => [host, { address: '127.0.0.1', port }]));
  const fetcher = testFetcher({ world, authority: authorities.root, attempts: 2 });
  const reader = createReader(vocabulary, { today: '2026-11-20' });
  const bodies = new Map<string, Uint8Array>();
  const homeUrls = new Set([startUrl]);
  const snapshot = await crawlSite({
    snapshotId: 's',
    unitId: unit.id,
    startUrls: [startUrl],
    guide: createGuide({ unit, roster: [unit], reader, wants: [{ kind: 'item', item: 'guide', proof: 'page' }], homeUrls }),
    fetcher,
    robots: createRobots(fetcher, 'gongkai-test'),
    keepBody: async body => {
      const sha256 = createHash('sha256').update(body).digest('hex');
      bodies.set(sha256, body);
      return sha256;
    },
    settings: Settings.parse({}),
    now: () => Date.parse('2026-11-20T01:00:00Z'),
  });
  const bodyOf = (sha256: string) => bodies.get(sha256) ?? null;
  const { Candidates, Coverage, Links } = derive({ snapshot, unit, roster: [unit], reader, bodyOf, documentOf: () => null });
  const guide = Candidates.ok ? (Candidates.value.guide ?? []).filter(({ trouble }) => trouble === null).map(({ url }) => url) : null;
  return {
    guide,
    snapshot,
    reason: Candidates.ok ? null : Candidates.reason,
    gap: Coverage.ok ? Coverage.value.gap : null,
    linkTo: (url: string) => (Links.ok ? Links.value.find(link => link.url === url) : undefined),
    notes: Coverage.ok ? Coverage.value.notes : [],
  };
}

test('a site that speaks only https is found from the http address on the roster, and its certificate is no reason to stop', async () => {
  const { port } = await startTlsServer(certificate, siteOf('明湖市教育局'));
  const { guide, gap, notes, snapshot } = await look('http://jyj.minghu.gov.cn/', { 'jyj.minghu.gov.cn': port });
  expect(guide).toEqual(['https://jyj.minghu.gov.cn/zn.html']);
  expect(gap).toBeNull();
  expect(notes).toEqual([
    '起始网址 http://jyj.minghu.gov.cn/ 打不开（连接被重置），已改用 https://jyj.minghu.gov.cn/ 。',
    'https://jyj.minghu.gov.cn 安全证书与域名不符，浏览器会警告；越过警告后照常检查。',
  ]);
  expect(snapshot.stoppedBecause).toBe('complete');
  expect(snapshot.looks.filter(({ url }) => url.endsWith('/zn.html')).map(({ security }) => security?.finding)).toEqual(['wrong-name']);
});

test('a site that speaks only http is found from the https address on the roster', async () => {
  const { port } = await startServer(siteOf('明湖市教育局'));
  const { guide, gap, notes } = await look('https://jyj.minghu.gov.cn/', { 'jyj.minghu.gov.cn': port });
  expect(guide).toEqual(['http://jyj.minghu.gov.cn/zn.html']);
  expect(gap).toBeNull();
  expect(notes).toEqual(['起始网址 https://jyj.minghu.gov.cn/ 打不开（无法建立加密连接），已改用 http://jyj.minghu.gov.cn/ 。']);
});

test.for([
  ['http://jyj.minghu.gov.cn/', 'www.jyj.minghu.gov.cn'],
  ['http://www.jyj.minghu.gov.cn/', 'jyj.minghu.gov.cn'],
])('of %s only %s exists', async ([startUrl, host]) => {
  const { port } = await startServer(siteOf('明湖市教育局'));
  const { guide, gap, notes } = await look(startUrl!, { [host!]: port });
  expect(guide).toEqual([`http://${host}/zn.html`]);
  expect(gap).toBeNull();
  expect(notes).toEqual([`起始网址 ${startUrl} 打不开（域名无法解析），已改用 http://${host}/ 。`]);
});

test('a host with “www.” that shows another office proves nothing', async () => {
  const { port } = await startServer(siteOf('沧澜省政务服务平台'));
  const { guide, reason } = await look('http://jyj.minghu.gov.cn/', { 'www.jyj.minghu.gov.cn': port });
  expect(guide).toBeNull();
  expect(reason).toBe('首页用http://www.jyj.minghu.gov.cn/打开，那里没有标明本单位的名称，不能确认是本单位的网站');
});

test('where nothing answers at all, what the given address said is the reason', async () => {
  const { guide, reason, snapshot } = await look('http://jyj.minghu.gov.cn/', {});
  expect(guide).toBeNull();
  expect(reason).toBe('首页域名无法解析');
  expect(snapshot.entrances).toEqual([]);
  expect(snapshot.stoppedBecause).toBe('unreachable');
  expect(snapshot.looks.map(({ url }) => url)).toEqual([
    'http://jyj.minghu.gov.cn/',
    'https://jyj.minghu.gov.cn/',
    'http://www.jyj.minghu.gov.cn/',
    'https://www.jyj.minghu.gov.cn/',
  ]);
});

test('a site that answers, though badly, is not asked elsewhere', async () => {
  const { port } = await startServer((_request, response) => response.writeHead(503).end());
  const { snapshot } = await look('http://jyj.minghu.gov.cn/', { 'jyj.minghu.gov.cn': port });
  expect(new Set(snapshot.looks.map(({ url }) => new URL(url).origin))).toEqual(new Set(['http://jyj.minghu.gov.cn']));
});

const friends = '<a href="http://www.youlian.example/">友好网站</a><a href="http://www.guanbi.example/">另一个网站</a>';

test('a link of plain http to another site that answers only over https is suspect, and says so', async () => {
  const { port } = await startServer(siteOf('明湖市教育局', friends));
  const secure = await startTlsServer(certificate, (_request, response) => response.end('友好'));
  const { linkTo, snapshot } = await look('http://jyj.minghu.gov.cn/', { 'jyj.minghu.gov.cn': port, 'www.youlian.example': secure.port });
  expect(linkTo('http://www.youlian.example/')).toMatchObject({
    verdict: 'suspect',
    cause: 'only-https',
    reason: '用http打不开（连接被重置），用https能打开',
  });
  expect(linkTo('https://www.youlian.example/')).toBeUndefined();
  // A name that does not exist has no https form either.
  expect(linkTo('http://www.guanbi.example/')).toMatchObject({ verdict: 'broken', cause: 'dns' });
  expect(snapshot.looks.map(({ url }) => url)).not.toContain('https://www.guanbi.example/');
});

test('a link of plain http whose https form fails, too, stays what it was', async () => {
  const { port } = await startServer(siteOf('明湖市教育局', friends));
  const broken = await startRawServer(() => 'reset');
  const { linkTo } = await look('http://jyj.minghu.gov.cn/', { 'jyj.minghu.gov.cn': port, 'www.youlian.example': broken.port });
  expect(linkTo('http://www.youlian.example/')).toMatchObject({ verdict: 'unsure' });
});

test('the server of another site behind the https address proves nothing about the unit', async () => {
  const { port } = await startTlsServer(certificate, siteOf('沧澜省绿源建材有限公司'));
  const { guide, reason } = await look('http://jyj.minghu.gov.cn/', { 'jyj.minghu.gov.cn': port });
  expect(guide).toBeNull();
  expect(reason).toBe('首页用https://jyj.minghu.gov.cn/打开，那里没有标明本单位的名称，不能确认是本单位的网站');
});
