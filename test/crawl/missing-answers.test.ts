import { describe, expect, test } from 'vitest';
import { mostProbes } from '../../src/crawl/missing-answers.ts';
import { startServer } from '../support/http-server.ts';
import { anchors, answer, check, page, type Reply, told } from './link-site.ts';

const probes = (asked: readonly string[]) => asked.filter(path => path.includes('/gongkai-')).map(path => path.replace(/gongkai-\w+/, '*'));
const shell = (body: string, title = '明湖市教育局') =>
  `<html><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`;
const notice = shell('<p>请从首页重新进入本网站各栏目，祝您浏览愉快</p>');
const article = shell('<p>办公楼明日停电，请各科室做好准备工作</p>');
const html = (text: string): Reply => text;
const pagesOf = (known: Readonly<Record<string, Reply>>, others: (path: string) => Reply | undefined) => (path: string) =>
  known[path] ?? others(path);
const like = '与该网站对不存在地址的应答相同，疑似错误页';

describe('a part of a site that never says 404', () => {
  test('is found by asking once for an address of the same kind that cannot exist', async () => {
    const links = ['/art/1.html', '/art/2.html', '/art/3.html', '/list/1.html', '/list/2.html'];
    const found = await check(
      pagesOf({ '/': page(anchors(...links)), '/art/1.html': article, '/list/1.html': article }, path =>
        path.startsWith('/art/') ? notice : undefined,
      ),
    );
    expect(told(found, found.suspect)).toEqual([`/art/2.html ${like}`, `/art/3.html ${like}`]);
    expect(told(found, found.broken)).toEqual(['/list/2.html 返回404（页面不存在）']);
    expect(probes(found.asked).sort()).toEqual(['/art/*.html', '/list/*.html']);
  });

  test('each kind of address may be answered by another program', async () => {
    const links = ['/a/show.jsp?id=1', '/a/1.html'];
    const found = await check(
      pagesOf({ '/': page(anchors(...links)), '/a/1.html': article }, path => (/\.jsp/.test(path) ? notice : undefined)),
    );
    expect(told(found, found.suspect)).toEqual([`/a/show.jsp?id=1 ${like}`]);
    expect(probes(found.asked).sort()).toEqual(['/a/*.html', '/a/*.jsp']);
  });

  test('sends everybody to one place', async () => {
    const found = await check(
      pagesOf({ '/': page(anchors('/a/1.html', '/a/2.html')), '/notice': article, '/a/2.html': page('') }, path =>
        path.startsWith('/a/') ? { to: '/notice' } : undefined,
      ),
    );
    expect(told(found, found.suspect)).toEqual([`/a/1.html ${like}`]);
  });

  test('shows its home page for everything', async () => {
    const news = Array.from(
      { length: 20 },
      (_, i) => `<a href="/n/${i}.html">明湖市教育局召开第${'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉'[i]}次重点工作推进会</a>`,
    );
    const home = page(`${news.join('')}<a href="/old/">旧版</a>`);
    const found = await check(
      pagesOf({ '/n/0.html': page('<h1>第一篇</h1>', '第一篇') }, () => html(home)),
      { maxPages: 3 },
    );
    expect(found.suspect).toHaveLength(20);
    expect(new Set(found.suspect.map(({ reason }) => reason))).toEqual(new Set(['显示的是首页，该网站对不存在的地址都显示首页']));
    expect(probes(found.asked).length).toBeLessThanOrEqual(mostProbes);
  });
});

describe('politeness', () => {
  test('full pages need no question, and a site of many parts is asked a few at most', async () => {
    const parts = Array.from({ length: 12 }, (_, i) => `/part${i}/1.html`);
    const full = await check(path =>
      path === '/' ? page(anchors(...parts)) : parts.includes(path) ? page(`<p>${path}</p>`, path) : undefined,
    );
    expect(probes(full.asked)).toEqual([]);
    const lean = await check(path => (path === '/' ? page(anchors(...parts)) : parts.includes(path) ? article : undefined));
    expect(probes(lean.asked)).toHaveLength(mostProbes);
    expect(lean.suspect).toEqual([]);
  });

  test('what robots.txt forbids is not asked for', async () => {
    const found = await check({
      '/robots.txt': (_, response) => response.writeHead(200, { 'content-type': 'text/plain' }).end('User-agent: *\nDisallow: /a/gongkai'),
      '/': page(anchors('/a/1.html')),
      '/a/1.html': article,
    });
    expect(probes(found.asked)).toEqual([]);
    expect(found).toMatchObject({ stoppedBecause: 'complete', suspect: [] });
  });
});

describe('another host', () => {
  async function checkWith(reply: (path: string) => Reply) {
    const asked: string[] = [];
    const other = await startServer((request, response) => {
      asked.push(request.url!);
      answer(request.url === '/robots.txt' ? 404 : reply(request.url!), request, response);
    });
    const found = await check({ '/': page(anchors(`${other.origin}/a/1.html`)) });
    return { found: told({ ...found, origin: other.origin }, found.suspect), asked: probes(asked) };
  }

  test('may rightly say the same to everybody', async () => expect(await checkWith(() => article)).toEqual({ found: [], asked: [] }));
  test('that sends everybody to one place is asked once', async () =>
    expect(await checkWith(path => (path.startsWith('/a/') ? { to: '/notice' } : article))).toEqual({
      found: [`/a/1.html ${like}`],
      asked: ['/a/*.html'],
    }));
  test('that says that the page is gone is believed', async () =>
    expect(await checkWith(() => shell('<p>抱歉，您访问的页面不存在</p>'))).toEqual({
      found: ['/a/1.html 显示“抱歉，您访问的页面不存在”，疑似错误页'],
      asked: [],
    }));
});
