import { describe, expect, test } from 'vitest';
import { startServer } from '../support/http-server.ts';
import { anchors, answer, check, ok, page, type Reply, type Site, told } from './link-site.ts';

describe('a site whose faults are known', () => {
  const count = 400;
  const path = (i: number) => (i === 0 ? '/' : `/art/${i % 7}/art_${i}.html`);
  const links = (i: number) => [
    path(0),
    ...[2 * i + 1, 2 * i + 2].filter(child => child < count).map(path),
    path((i * 37) % count),
    '/logo.png',
    ...(i % 9 === 0 ? [`/missing/${i}.html`] : []),
    ...(i % 50 === 0 ? ['/gone.html', '/go.html'] : []),
  ];
  const site: Site = {
    ...Object.fromEntries(
      Array.from({ length: count }, (_, i) => [
        path(i),
        page(`<h1>第${'甲乙丙丁戊'[i % 5]}${i}页</h1>${anchors(...links(i))}${'内容'.repeat(i)}`),
      ]),
    ),
    '/gone.html': 410,
    '/go.html': { to: '/missing/moved.html' },
    '/logo.png': ok,
  };

  test('every broken link is found, with the pages that carry it, and nothing else', async () => {
    const found = await check(site);
    const missing = Array.from({ length: count }, (_, i) => i).filter(i => i % 9 === 0);
    const expected = [
      ...missing.map(i => `/missing/${i}.html 返回404（页面不存在）`),
      '/gone.html 返回410（页面已被永久删除）',
      '/go.html 返回404（页面不存在）',
    ];
    expect(told(found, found.broken).sort()).toEqual(expected.sort());
    expect(found).toMatchObject({ pages: count, stoppedBecause: 'complete', startTrouble: null, unsure: [], suspect: [] });
    expect(found.links).toBe(count + missing.length + 3);
    const gone = found.broken.find(({ url }) => url.endsWith('/gone.html'))!;
    expect(gone).toMatchObject({ status: 410, pages: 8 });
    expect([...gone.foundOn].sort()).toEqual(Array.from({ length: 8 }, (_, k) => found.origin + path(k * 50)).sort());
  });

  test('each address is asked for once, and never more at a time than allowed', async () => {
    // Answers that take a moment overlap, so that the limit can be seen from the server's side.
    const slowly =
      (path: string): Reply =>
      (request, response) =>
        void setTimeout(answer, 3, site[path] ?? 404, request, response);
    const { asked, mostAtOnce } = await check(slowly);
    expect(asked.length).toBeLessThanOrEqual(1.05 * new Set(asked).size);
    expect(mostAtOnce).toBe(4);
  });

  test('pages are read breadth first', async () => {
    const { asked } = await check(site, { concurrency: 1, fetcher: { pace: { inFlight: 1, gapSeconds: 0 } } });
    const depths = asked.filter(each => each.includes('/art_')).map(each => Math.floor(Math.log2(Number(/_(\d+)/.exec(each)![1]) + 1)));
    // A page that is also linked from elsewhere may come earlier, never later than its place in the tree.
    expect(asked.indexOf(path(1))).toBeLessThan(asked.indexOf(path(count - 1)));
    expect(depths.slice(0, 2)).toEqual([1, 1]);
  });
});

describe('scope', () => {
  test('what lies outside the directory is tried and not read', async () => {
    const found = await check(
      {
        '/zwgk/': page(anchors('/zwgk/a.html', '/jyj/', '/zwgkx/')),
        '/zwgk/a.html': page(''),
        '/jyj/': page(anchors('/jyj/dead.html')),
        '/zwgkx/': page(anchors('/zwgkx/dead.html')),
      },
      { start: '/zwgk/' },
    );
    expect(found).toMatchObject({ pages: 2, links: 3, broken: [] });
    expect(found.asked).not.toContain('/jyj/dead.html');
  });

  test('another host is tried once, and not read', async () => {
    const asked: string[] = [];
    const other = await startServer((request, response) => {
      asked.push(request.url!);
      answer(request.url === '/robots.txt' ? 404 : page(anchors('/dead.html')), request, response);
    });
    const found = await check({ '/': page(anchors(`${other.origin}/x`, '/b')), '/b': page(anchors(`${other.origin}/x#y`)) });
    expect(found).toMatchObject({ pages: 2, broken: [] });
    expect(asked.filter(path => path !== '/robots.txt')).toEqual(['/x']);
  });

  test('a redirect out of the directory is not read there', async () => {
    const found = await check(
      { '/zwgk/': page(anchors('/zwgk/go')), '/zwgk/go': { to: '/jyj/a.html' }, '/jyj/a.html': page(anchors('/dead')) },
      { start: '/zwgk/' },
    );
    expect(found).toMatchObject({ pages: 1, broken: [] });
  });

  test('a page reached by two ways is read once and not asked for again', async () => {
    const found = await check(
      { '/': page(anchors('/go')), '/go': { to: '/a.html' }, '/a.html': page(anchors('/a.html', '/go', '/dead')) },
      { concurrency: 1 },
    );
    expect(found.asked.filter(path => path === '/a.html')).toHaveLength(1);
    expect(found).toMatchObject({ pages: 2, links: 3 });
    expect(found.broken).toMatchObject([{ foundOn: [`${found.origin}/a.html`] }]);
  });

  test('a page of the site that is only met through a redirect from outside is read', async () => {
    const found = await check(
      { '/zwgk/': page(anchors('/old/a.html')), '/old/a.html': { to: '/zwgk/a.html' }, '/zwgk/a.html': page(anchors('/zwgk/dead')) },
      { start: '/zwgk/' },
    );
    expect(told(found, found.broken)).toEqual(['/zwgk/dead 返回404（页面不存在）']);
    expect(found).toMatchObject({ pages: 2, links: 2 });
  });

  test('session ids make no new pages', async () => {
    const found = await check(path =>
      path.startsWith('/a')
        ? page(anchors(`/a;jsessionid=${Math.random()}`, `/a?PHPSESSID=${Math.random()}`))
        : path === '/'
          ? page(anchors('/a'))
          : undefined,
    );
    expect(found).toMatchObject({ pages: 2, links: 1 });
  });
});

describe('robots.txt', () => {
  test('is obeyed, and what it forbids is unsure', async () => {
    const found = await check({
      '/robots.txt': (_, response) => response.writeHead(200, { 'content-type': 'text/plain' }).end('User-agent: *\nDisallow: /inner/'),
      '/': page(anchors('/inner/a.html', '/a.html')),
      '/a.html': page(''),
    });
    expect(told(found, found.unsure)).toEqual(['/inner/a.html 网站的robots.txt不允许访问']);
    expect(found.asked).not.toContain('/inner/a.html');
  });

  test('when it forbids the start page there is nothing to check', async () => {
    const found = await check({
      '/robots.txt': (_, response) => response.writeHead(200, { 'content-type': 'text/plain' }).end('User-agent: *\nDisallow: /'),
      '/': page(''),
    });
    expect(found).toMatchObject({ stoppedBecause: 'blocked', startTrouble: '网站的robots.txt不允许访问', pages: 0 });
    expect(found.asked).toEqual(['/robots.txt']);
  });
});

describe('the start page', () => {
  test.for([
    ['missing', 404, 'unreachable', '返回404（页面不存在）'],
    ['refused', 403, 'blocked', '服务器拒绝自动访问（403）'],
    ['failing', 500, 'unreachable', '服务器内部错误（500）'],
    ['no page', ok, 'unreachable', '不是网页'],
    ['empty', '', 'unreachable', '内容是空的'],
  ] as const)('%s', async ([, reply, stoppedBecause, startTrouble]) => {
    expect(await check({ '/': reply })).toMatchObject({ stoppedBecause, startTrouble, pages: 0, links: 0 });
  });
});

describe('budget and interruption', () => {
  test('beyond the pages allowed links are tried, not read, and the check says so', async () => {
    const found = await check(
      { '/': page(anchors('/a', '/b')), '/a': page(anchors('/dead1')), '/b': page(anchors('/dead2')) },
      { maxPages: 1 },
    );
    expect(found).toMatchObject({ pages: 1, links: 2, broken: [], stoppedBecause: 'page-budget' });
  });

  test('exactly as many pages as allowed is complete', async () => {
    expect(await check({ '/': page(anchors('/a')), '/a': page('') }, { maxPages: 2 })).toMatchObject({
      pages: 2,
      stoppedBecause: 'complete',
    });
  });

  test('an abort ends it with what was done', async () => {
    const stop = new AbortController();
    const found = await check(
      { '/': page(anchors('/dead', '/hang')), '/hang': () => {} },
      { signal: stop.signal, onProgress: ({ tried }) => tried === 1 && stop.abort() },
    );
    expect(found).toMatchObject({ stoppedBecause: 'interrupted', pages: 1, links: 1 });
    expect(told(found, found.broken)).toEqual(['/dead 返回404（页面不存在）']);
  });

  test('a site that turns us away again and again is left alone', async () => {
    const found = await check(path =>
      path === '/'
        ? page(anchors(...Array.from({ length: 300 }, (_, i) => `/p${'x'.repeat(i)}`)))
        : path.startsWith('/p')
          ? 403
          : undefined,
    );
    expect(found).toMatchObject({ stoppedBecause: 'blocked', broken: [] });
    expect(found.asked.length).toBeLessThan(60);
  });

  test('progress counts up to all links', async () => {
    const seen: number[] = [];
    await check({ '/': page(anchors('/a', '/b')) }, { onProgress: ({ tried, links }) => seen.push(tried, links) });
    expect(seen.slice(-2)).toEqual([2, 2]);
  });
});
