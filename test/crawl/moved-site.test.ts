import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { derive } from '../../src/artifacts/derive.ts';
import { createGuide } from '../../src/artifacts/guide.ts';
import { createReader } from '../../src/artifacts/reader.ts';
import { crawlSite } from '../../src/crawl/crawl-site.ts';
import { createRobots } from '../../src/crawl/robots.ts';
import { Settings } from '../../src/model/settings.ts';
import { Unit } from '../../src/model/unit.ts';
import { startServer } from '../support/http-server.ts';
import { vocabulary } from '../support/judge-site.ts';
import { testFetcher } from '../support/test-fetcher.ts';

const unit = Unit.parse({
  id: 'jyj',
  name: '明湖市教育局',
  aliases: ['市教育局'],
  type: 'department',
  sites: [{ url: 'http://jyj.minghu.gov.cn/' }],
});
const civil = Unit.parse({ id: 'mzj', name: '明湖市民政局', type: 'department', sites: [{ url: 'http://mzj.minghu.gov.cn/' }] });
const roster = [unit, civil];

const article = '本栏目公布有关内容，包括依据、范围、程序和结果，供公民、法人和其他组织查阅。'.repeat(8);
const menu = Array.from({ length: 14 }, (_, index) => `<a href="/c/${index}/">栏目第${index}号</a>`).join('');
const page = (title: string, body: string, name = unit.name) =>
  `<html><head><meta charset="utf-8"><title>${title}_${name}</title></head><body>${body}<div class="footer">主办单位：${name}</div></body></html>`;
const siteOf = (name: string): Pages => ({
  '/': page(name, `<a href="/zn.html">政府信息公开指南</a>${menu}<p>${article}</p>`, name),
  '/zn.html': page('政府信息公开指南', `<h1>政府信息公开指南</h1><p>${name}${article}申请方式、办公地址、联系电话。</p>`, name),
  ...Object.fromEntries(Array.from({ length: 14 }, (_, index) => [`/c/${index}/`, page(`栏目第${index}号`, `<p>${article}</p>`, name)])),
});
const notice = (body: string) =>
  `<html><head><meta charset="utf-8"><title>网站迁移公告</title></head><body><h1>网站迁移公告</h1>${body}</body></html>`;
const noticeTo = (url: string) => notice(`<p>本网站已迁移至新域名 <a href="${url}">${url}</a> ，请更新收藏。</p>`);

/** Path → page; a string that is an address is a redirect; `*` answers everything else. */
type Pages = Readonly<Record<string, string>>;

/** Crawls the unit in a world of these hosts and derives from what was stored alone. */
async function look(hosts: Readonly<Record<string, Pages>>) {
  const asked: string[] = [];
  const server = await startServer((request, response) => {
    const pages = hosts[request.headers.host ?? ''] ?? {};
    const path = request.url ?? '/';
    asked.push(`${request.headers.host}${path}`);
    const found = pages[path] ?? (path === '/robots.txt' ? undefined : pages['*']);
    if (found === undefined) response.writeHead(404).end();
    else if (found.startsWith('http')) response.writeHead(301, { location: found.endsWith('*') ? found.slice(0, -2) + path : found }).end();
    else response.writeHead(200, { 'content-type': 'text/html' }).end(found);
  });
  const world = new Map(Object.keys(hosts).map(host => [host, { address: '127.0.0.1', port: server.port }]));
  const fetcher = testFetcher({ world, attempts: 1 });
  const reader = createReader(vocabulary, { today: '2026-11-20' });
  const bodies = new Map<string, Uint8Array>();
  const snapshot = await crawlSite({
    snapshotId: 's',
    unitId: unit.id,
    startUrls: ['http://jyj.minghu.gov.cn/'],
    guide: createGuide({
      unit,
      roster,
      reader,
      wants: [{ kind: 'item', item: 'guide', proof: 'page' }],
      homeUrls: new Set(['http://jyj.minghu.gov.cn/']),
    }),
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
  const { Candidates, Coverage, Links } = derive({
    snapshot,
    unit,
    roster,
    reader,
    bodyOf: sha256 => bodies.get(sha256) ?? null,
    documentOf: () => null,
  });
  const guide = Candidates.ok ? (Candidates.value.guide ?? []).filter(({ trouble }) => trouble === null).map(({ url }) => url) : [];
  return { guide, reason: Candidates.ok ? null : Candidates.reason, Coverage, Links, asked };
}

describe('a site that has moved is followed to its new place', () => {
  test.for([
    ['every address redirects to the same one on the new host', { 'jyj.minghu.gov.cn': { '*': 'http://edu.minghu.gov.cn/*' } }],
    ['the old host redirects to the new home page', { 'jyj.minghu.gov.cn': { '*': 'http://edu.minghu.gov.cn/' } }],
    ['a notice stands in place of every page', { 'jyj.minghu.gov.cn': { '*': noticeTo('http://edu.minghu.gov.cn/') } }],
    [
      'a page that only jumps on',
      { 'jyj.minghu.gov.cn': { '/': '<meta http-equiv="refresh" content="0;url=http://edu.minghu.gov.cn/">' } },
    ],
  ] as const)('%s', async ([, old]) => {
    const { guide, Coverage, Links } = await look({ ...old, 'edu.minghu.gov.cn': siteOf(unit.name) });
    expect(guide).toEqual(['http://edu.minghu.gov.cn/zn.html']);
    expect(Coverage).toMatchObject({ ok: true, value: { gap: null } });
    expect(Links.ok && Links.value.filter(({ verdict }) => verdict === 'ok').length).toBeGreaterThanOrEqual(14);
  });

  test('a jump inside the own site', async () => {
    const { '/': home, ...others } = siteOf(unit.name);
    const { guide } = await look({
      'jyj.minghu.gov.cn': { ...others, '/': '<meta http-equiv="refresh" content="0;url=/portal.html">', '/portal.html': home! },
    });
    expect(guide).toEqual(['http://jyj.minghu.gov.cn/zn.html']);
  });

  test('in a directory of a new host nothing is called missing: its other pages may lie beside it', async () => {
    const { '/': home } = siteOf(unit.name);
    const { Coverage } = await look({
      'jyj.minghu.gov.cn': { '*': 'http://xxgk.minghu.gov.cn/mh/jyj/' },
      'xxgk.minghu.gov.cn': { '/mh/jyj/': home! },
    });
    expect(Coverage).toMatchObject({ ok: true, value: { gap: expect.stringContaining('名单没有写明新网址的范围') } });
  });
});

describe('nothing that stands elsewhere is taken for the unit’s', () => {
  test.for([
    [
      'a redirect to another unit',
      { 'jyj.minghu.gov.cn': { '*': 'http://mzj.minghu.gov.cn/*' }, 'mzj.minghu.gov.cn': siteOf(civil.name) },
      '那里是明湖市民政局的网站',
    ],
    [
      'a redirect to a page without its name',
      { 'jyj.minghu.gov.cn': { '*': 'http://new.minghu.gov.cn/' }, 'new.minghu.gov.cn': siteOf('某某中心') },
      '没有标明本单位的名称',
    ],
    ['a hijack', { 'jyj.minghu.gov.cn': { '*': 'http://www.casino.example/' }, 'www.casino.example': siteOf(unit.name) }, '也不是政府网站'],
    [
      'a notice that links to a foreign domain',
      { 'jyj.minghu.gov.cn': { '*': noticeTo('http://www.casino.example/') }, 'www.casino.example': siteOf(unit.name) },
      '也不是政府网站',
    ],
    [
      'a notice without an address',
      { 'jyj.minghu.gov.cn': { '*': notice('<p>本网站已迁移至新域名，请更新收藏。</p>') } },
      '没有读到新网址',
    ],
    [
      'a notice whose new address is another unit’s',
      { 'jyj.minghu.gov.cn': { '*': noticeTo('http://mzj.minghu.gov.cn/') }, 'mzj.minghu.gov.cn': siteOf(civil.name) },
      '那里是明湖市民政局的网站',
    ],
    ['a notice whose new address is silent', { 'jyj.minghu.gov.cn': { '*': noticeTo('http://edu.minghu.gov.cn/') } }, '那里的页面没有打开'],
    [
      'two notices that point to each other',
      {
        'jyj.minghu.gov.cn': { '*': noticeTo('http://edu.minghu.gov.cn/') },
        'edu.minghu.gov.cn': { '*': noticeTo('http://jyj.minghu.gov.cn/') },
      },
      '没有标明本单位的名称',
    ],
  ] as const)('%s', async ([, hosts, reason]) => {
    const { guide, reason: said, asked } = await look(hosts as Readonly<Record<string, Pages>>);
    expect(guide).toEqual([]);
    expect(said).toContain(reason);
    // Where it does not belong the crawl does not stay.
    expect(asked.filter(address => /\/(?:zn\.html|c\/)/.test(address))).toEqual([]);
  });

  test('an inner page that leads away moves nothing', async () => {
    const { guide, Coverage } = await look({
      'jyj.minghu.gov.cn': { ...siteOf(unit.name), '/zn.html': 'http://edu.minghu.gov.cn/zn.html' },
      'edu.minghu.gov.cn': siteOf(civil.name),
    });
    expect(guide).toEqual([]);
    expect(Coverage.ok).toBe(true);
  });
});
