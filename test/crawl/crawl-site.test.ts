import { afterEach, describe, expect, test } from 'vitest';
import { createGuide } from '../../src/artifacts/guide.ts';
import { createReader } from '../../src/artifacts/reader.ts';
import { crawlSite } from '../../src/crawl/crawl-site.ts';
import { createFetcher } from '../../src/crawl/fetch-http.ts';
import { noPastLooks, type PastLooks } from '../../src/crawl/past-looks.ts';
import { createRobots } from '../../src/crawl/robots.ts';
import { Settings } from '../../src/model/settings.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { Unit } from '../../src/model/unit.ts';
import type { Want } from '../../src/model/want.ts';
import { startServer } from '../support/http-server.ts';
import { vocabulary } from '../support/judge-site.ts';

type Pages = Readonly<Record<string, string | number>>;
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map(close => close()));
});

const article = '本栏目公布明湖市教育局的有关信息，内容较长，足以说明这是一张真实的页面，而不是空壳或者错误提示。'.repeat(3);
const page = (title: string, body: string) =>
  `<html><head><meta charset="utf-8"><title>${title}_明湖市教育局</title></head><body><h1>${title}</h1>${body}<p>${article}</p></body></html>`;

/** Serves pages by path (a number is a status without content) and crawls them from `/`. */
async function crawl(
  pages: Pages,
  {
    wants,
    settings = {},
    signal,
    hosts = [],
    past = noPastLooks,
  }: { wants: readonly Want[]; settings?: object; signal?: AbortSignal; hosts?: readonly string[]; past?: PastLooks },
): Promise<{ snapshot: Snapshot; asked: string[] }> {
  const asked: string[] = [];
  const server = await startServer((request, response) => {
    const path = request.url ?? '/';
    asked.push(path);
    const found = pages[path];
    if (typeof found !== 'string') response.writeHead(found ?? 404).end();
    else response.writeHead(200, { 'content-type': path.endsWith('.txt') ? 'text/plain' : 'text/html' }).end(found);
  });
  closing.push(() => server.close());
  const parsed = Settings.parse(settings);
  const unit = Unit.parse({ id: 'jyj', name: '明湖市教育局', type: 'department', sites: [{ url: `${server.origin}/` }] });
  const fetcher = createFetcher({
    userAgent: 'gongkai-test',
    timeoutSeconds: 5,
    attempts: 1,
    maxRedirects: 5,
    maxBodyBytes: 1e6,
    pace: parsed.pace,
    namedHosts: ['127.0.0.1', ...hosts],
    environment: {},
  });
  closing.push(() => fetcher.close());
  const reader = createReader(vocabulary, { today: '2026-11-20' });
  const snapshot = await crawlSite({
    snapshotId: 's',
    unitId: 'jyj',
    startUrls: [`${server.origin}/`],
    guide: createGuide({ unit, roster: [unit], reader, wants, homeUrls: new Set([`${server.origin}/`]) }),
    fetcher,
    robots: createRobots(fetcher, 'gongkai-test'),
    keepBody: async () => 'hash',
    past,
    settings: parsed,
    now: () => Date.parse('2026-11-20T01:00:00Z'),
    ...(signal ? { signal } : {}),
  });
  return { snapshot, asked };
}

const guide: Want = { kind: 'item', item: 'guide', proof: 'page' };
const articles = Array.from(
  { length: 40 },
  (_, index) => `<li><a href="/a/${index}.html">教育新闻第${index}条</a> 2026-11-0${1 + (index % 9)}</li>`,
).join('');

describe('crawlSite', () => {
  test('what is wanted is visited first, two clicks away, before any article', async () => {
    const { snapshot } = await crawl(
      {
        '/': page('首页', `<ul>${articles}</ul><a href="/zwgk/">政府信息公开</a>`),
        '/zwgk/': page('政府信息公开', '<a href="/gkzn.html">政府信息公开指南</a>'),
        '/gkzn.html': page('政府信息公开指南', '<p>申请</p>'),
      },
      { wants: [guide] },
    );
    const visited = snapshot.looks.filter(({ purpose }) => purpose === 'page').map(({ url }) => new URL(url).pathname);
    expect(visited).toEqual(['/', '/zwgk/', '/gkzn.html']);
    expect(snapshot.stoppedBecause).toBe('complete');
  });

  test('a page that only sends its reader on is followed, with what its link promised', async () => {
    const { snapshot } = await crawl(
      {
        '/': page('首页', '<a href="/gkzn/">政府信息公开指南</a>'),
        '/gkzn/': '<html><head><meta http-equiv="refresh" content="0;url=one.html"></head><body></body></html>',
        '/gkzn/one.html': page('政府信息公开指南', '<p>申请</p>'),
      },
      { wants: [guide] },
    );
    expect(snapshot.looks.flatMap(({ url, purpose }) => (purpose === 'page' ? [new URL(url).pathname] : []))).toEqual([
      '/',
      '/gkzn/',
      '/gkzn/one.html',
    ]);
  });

  const budget: Want = { kind: 'document', item: 'budget', year: 2026 };
  const visitedIn = ({ looks }: Snapshot) => looks.filter(({ purpose }) => purpose === 'page').map(({ url }) => new URL(url).pathname);

  test('the files of the page that answers are opened, also without an ending in their address; those of other pages are not', async () => {
    const { snapshot } = await crawl(
      {
        '/': page('首页', '<a href="/2026.html">部门预算：2026年部门预算</a><a href="/about.html">本局简介</a>'),
        '/2026.html': page('2026年部门预算', '<a href="/a.pdf">附件1</a><a href="/down?id=2">附件2.xls</a><a href="/down?id=3">打印</a>'),
        '/a.pdf': '%PDF-1.4',
        '/down?id=2': 'table',
        '/about.html': page('本局简介', '<a href="/zzjg.doc">组织机构图</a>'),
        '/zzjg.doc': 'doc',
      },
      { wants: [budget] },
    );
    expect(visitedIn(snapshot)).toEqual(expect.arrayContaining(['/2026.html', '/a.pdf', '/down']));
    expect(visitedIn(snapshot)).not.toContain('/zzjg.doc');
    expect(snapshot.looks.find(({ url }) => url.endsWith('id=3'))?.purpose).not.toBe('page');
    expect(snapshot.looks.find(({ url }) => url.endsWith('/down?id=2'))?.bodySha256).toBe('hash');
  });

  test('every entry that claims to be the document of the year is opened, not only the first', async () => {
    const entries = [1, 2, 3].map(n => `<li><a href="/${n}.html">2026年部门预算（${n}）</a></li>`).join('');
    const { snapshot } = await crawl(
      {
        '/': page('首页', `<ul>${entries}<li><a href="/0.html">2025年部门预算</a></li></ul>`),
        '/1.html': page('2026年部门预算', ''),
        '/2.html': page('2026年部门预算', ''),
        '/3.html': 404,
      },
      { wants: [budget] },
    );
    expect(visitedIn(snapshot)).toEqual(['/', '/1.html', '/2.html', '/3.html']);
  });

  test('a part of it (三公) is not the document that is wanted: the search goes on', async () => {
    const part = { words: '三公[^,、和及与]{0,12}', whole: '预算' };
    const { snapshot } = await crawl(
      {
        '/': page('首页', '<a href="/sg.html">2026年“三公”经费预算表</a><a href="/cz/">部门预算</a>'),
        '/sg.html': page('2026年“三公”经费预算表', ''),
        '/cz/': page('部门预算', '<a href="/2026.html">2026年部门预算</a>'),
        '/2026.html': page('2026年部门预算', ''),
      },
      { wants: [{ ...budget, part }] },
    );
    expect(visitedIn(snapshot)).toContain('/2026.html');
  });

  test('every place that claims to be a wanted thing is opened, up to three; articles about it are not', async () => {
    const claims = [1, 2, 3, 4].map(n => `<a href="/g${n}.html">政府信息公开指南</a>`).join('<br>');
    const rows = `<ul>${[1, 2, 3].map(n => `<li><a href="/news${n}.html">政府信息公开指南第${n}次修订</a><span>2026-11-0${n}</span></li>`).join('')}</ul>`;
    const all = Object.fromEntries([1, 2, 3, 4].map(n => [`/g${n}.html`, page('政府信息公开指南', '<p>申请</p>')]));
    const { snapshot } = await crawl({ '/': page('首页', `${claims}${rows}`), ...all }, { wants: [guide] });
    expect(visitedIn(snapshot).filter(path => path.startsWith('/g'))).toEqual(['/g1.html', '/g2.html', '/g3.html']);
    expect(visitedIn(snapshot).filter(path => path.startsWith('/news'))).toEqual([]);
  });

  test('of many files and many entries only the first are due', async () => {
    const files = Array.from({ length: 9 }, (_, n) => `<a href="/${n}.xls">附表${n}</a>`).join('');
    const entries = Array.from({ length: 9 }, (_, n) => `<li><a href="/${n}.html">2026年部门预算第${n}部分</a></li>`).join('');
    const parts = Object.fromEntries(
      Array.from({ length: 9 }, (_, n) => [`/${n}.html`, page(`2026年部门预算第${n}部分`, n === 0 ? files : '')]),
    );
    const { snapshot } = await crawl({ '/': page('首页', `<ul>${entries}</ul>`), ...parts }, { wants: [budget] });
    const visited = visitedIn(snapshot);
    expect(visited.filter(path => path.endsWith('.html'))).toHaveLength(6);
    expect(visited.filter(path => path.endsWith('.xls'))).toHaveLength(4);
  });

  test('how the host answers an address that cannot exist is learnt once', async () => {
    const { snapshot } = await crawl({ '/': page('首页', '<a href="/x.html">政府信息公开指南</a>'), '/x.html': 404 }, { wants: [guide] });
    expect(snapshot.looks.filter(({ purpose }) => purpose === 'baseline')).toHaveLength(1);
  });

  test('robots.txt is obeyed, and what it forbids stays known', async () => {
    const { snapshot, asked } = await crawl(
      {
        '/robots.txt': 'User-agent: *\nDisallow: /gkzn.html',
        '/': page('首页', '<a href="/gkzn.html">政府信息公开指南</a>'),
        '/gkzn.html': page('指南', ''),
      },
      { wants: [guide] },
    );
    expect(asked).not.toContain('/gkzn.html');
    expect(snapshot.unvisited).toContainEqual(expect.objectContaining({ reason: 'robots', anchorText: '政府信息公开指南' }));
  });

  test('an address that looks endless is not opened, and stays known once, with the rule', async () => {
    const calendar = '<a href="/zwgk/2050-1/">政府信息公开指南</a>';
    const { snapshot, asked } = await crawl(
      { '/': page('首页', `${calendar}<a href="/zwgk/">政府信息公开</a>`), '/zwgk/': page('政府信息公开', calendar) },
      { wants: [guide] },
    );
    expect(asked).not.toContain('/zwgk/2050-1/');
    expect(snapshot.unvisited.filter(({ reason }) => reason === 'trap')).toMatchObject([
      { anchorText: '政府信息公开指南', trap: { rule: 'calendar', detail: '2050年' } },
    ]);
  });

  test('a linked host that does not answer keeps no other link waiting', async () => {
    // It answers only when the last other link has been tried.
    const held: (() => void)[] = [];
    let isTried = false;
    const silent = await startServer((request, response) => {
      if (isTried || request.url === '/robots.txt') response.end();
      else held.push(() => response.end());
    });
    const links = [
      ...Array.from({ length: 10 }, (_, i) => `http://localhost:${silent.port}/${i}`),
      ...Array.from({ length: 10 }, (_, i) => `/f/${i}.pdf`),
    ];
    const last = new Proxy({ '/': page('首页', links.map(url => `<a href="${url}">文件</a>`).join('')) } as Pages, {
      get: (own, path: string) => {
        if (path === '/f/9.pdf') isTried = true;
        if (isTried) for (const answer of held.splice(0)) answer();
        return own[path];
      },
    });
    const { snapshot } = await crawl(last, { wants: [], hosts: ['localhost'] });
    const tried = snapshot.looks.filter(({ purpose }) => purpose === 'link');
    expect(tried.map(({ failure }) => failure)).toEqual(Array.from({ length: 20 }, () => null));
  });

  test('a link that kept silent last night is tried while pages are still read, and once', async () => {
    const pages = {
      '/': page('首页', '<a href="/zwgk/">政府信息公开</a><a href="/old.zip">资料</a>'),
      '/zwgk/': page('政府信息公开', '<a href="/gkzn.html">政府信息公开指南</a>'),
      '/gkzn.html': page('政府信息公开指南', '<p>申请</p>'),
      '/old.zip': 'PK',
    };
    const slow = { pace: { inFlight: 1 } };
    const wasSilentLink = (url: string) => url.endsWith('/old.zip');
    const { asked } = await crawl(pages, { wants: [guide], settings: slow, past: { ...noPastLooks, wasSilentLink } });
    expect(asked.indexOf('/old.zip')).toBeLessThan(asked.indexOf('/gkzn.html'));
    expect(asked.filter(path => path === '/old.zip')).toHaveLength(1);
    const { asked: usual } = await crawl(pages, { wants: [guide], settings: slow });
    expect(usual.indexOf('/old.zip')).toBeGreaterThan(usual.indexOf('/gkzn.html'));
  });

  test('the page budget holds, and what it left unvisited stays known with its interest', async () => {
    const columns = Array.from({ length: 9 }, (_, index) => `<a href="/zwgk/${index}/">政府信息公开</a>`).join('');
    const pages = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`/zwgk/${index}/`, page('政府信息公开', '')]));
    const { snapshot } = await crawl({ '/': page('首页', columns), ...pages }, { wants: [guide], settings: { crawl: { maxPages: 5 } } });
    expect(snapshot.stoppedBecause).toBe('page-budget');
    expect(snapshot.unvisited.filter(({ reason, interest }) => reason === 'budget' && interest >= 40).length).toBeGreaterThanOrEqual(4);
  });

  test('links of the home page are tried without reading them; each once', async () => {
    const { snapshot, asked } = await crawl({ '/': page('首页', `<ul>${articles}</ul>`), '/a/3.html': 410 }, { wants: [] });
    const tried = snapshot.looks.filter(({ purpose }) => purpose === 'link');
    expect(tried).toHaveLength(40);
    expect(tried.every(({ bodySha256 }) => bodySha256 === null)).toBe(true);
    expect(new Set(asked).size).toBe(asked.length);
  });

  test('a link that fails is tried again when all the others were, and both tries are one look', async () => {
    const home = page('首页', '<a href="/ill.html">工作动态甲</a><a href="/b.html">工作动态乙</a><a href="/gone.html">工作动态丙</a>');
    const { snapshot, asked } = await crawl({ '/': home, '/ill.html': 500, '/b.html': page('乙', '') }, { wants: [] });
    const looks = snapshot.looks.filter(({ url }) => /ill|gone/.test(url));
    expect(looks.map(({ url, status, attempts }) => [new URL(url).pathname, status, attempts]).sort()).toEqual([
      ['/gone.html', 404, 1],
      ['/ill.html', 500, 2],
    ]);
    expect(asked.at(-1)).toBe('/ill.html');
  });

  test('a new session id in every link makes no new page: each is visited once, and what it links to as well', async () => {
    let session = 0x10a0b0c0;
    const rooms = ['/zmhd.htm', '/zmhd/xx.htm', '/zmhd/yj.htm', '/zmhd/ft.htm'];
    const next = () => (++session).toString(16);
    const room = () =>
      page('政民互动', `${rooms.map(path => `<a href="${path}?sid=${next()}">互动栏目</a>`).join('')}<a href="/tsjb.htm">投诉举报</a>`);
    const plain: Pages = { '/': page('首页', '<a href="/zmhd.htm">政民互动</a>'), '/tsjb.htm': page('投诉举报', '') };
    // A room is drawn anew, with new sessions, whenever it is asked for.
    const pages = new Proxy(plain, { get: (own, path: string) => (rooms.includes(path.split('?')[0]!) ? room() : own[path]) });
    const { snapshot, asked } = await crawl(pages, {
      wants: [
        { kind: 'item', item: 'interaction', proof: 'page' },
        { kind: 'item', item: 'leaders', proof: 'page' },
      ],
    });
    const visits = asked.map(path => path.split('?')[0]).filter(path => path === '/tsjb.htm' || rooms.includes(path!));
    expect([...visits].sort()).toEqual([...rooms, '/tsjb.htm'].sort());
    expect(snapshot.stoppedBecause).toBe('complete');
  });

  test('a link to another site is tried where the disclosure section shows it among its own, not where friends are listed', async () => {
    const nobody = 'http://127.0.0.1:1';
    const { snapshot } = await crawl(
      {
        '/': page('首页', '<a href="/zwgk/">政府信息公开</a>'),
        '/zwgk/': page(
          '政府信息公开',
          `<p><a href="/gkzn.html">政府信息公开指南</a></p><p><a href="${nobody}/yuyue/">服务预约</a></p><div class="friend-links"><a href="${nobody}/friend/">沧澜日报</a></div>`,
        ),
        '/gkzn.html': page('政府信息公开指南', '<p>申请</p>'),
      },
      { wants: [guide] },
    );
    const tried = snapshot.looks.filter(({ purpose }) => purpose === 'link').map(({ url }) => url);
    expect(tried).toContain(`${nobody}/yuyue/`);
    expect(tried).not.toContain(`${nobody}/friend/`);
  });

  test('a site that cannot be reached ends the crawl at once', async () => {
    const { snapshot } = await crawl({ '/': 503 }, { wants: [guide] });
    expect(snapshot.looks).toHaveLength(1);
    expect(['blocked', 'unreachable']).toContain(snapshot.stoppedBecause);
  });

  test('an interrupted crawl keeps what was done and says so', async () => {
    const stopped = new AbortController();
    stopped.abort();
    const { snapshot } = await crawl(
      { '/': page('首页', '<a href="/zwgk/">政府信息公开</a>') },
      { wants: [guide], signal: stopped.signal },
    );
    expect(snapshot.stoppedBecause).toBe('interrupted');
  });
});
