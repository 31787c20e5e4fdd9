import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { type CheckLinksOptions, checkLinks, type LinkCheck } from '../../src/crawl/check-links.ts';
import type { HttpFetcherOptions } from '../../src/crawl/fetch-http.ts';
import { createRobots } from '../../src/crawl/robots.ts';
import { startServer } from '../support/http-server.ts';
import { testFetcher } from '../support/test-fetcher.ts';

/** A page as HTML, a status, a place to go to, or a handler. */
type Reply = string | number | { readonly to: string } | ((request: IncomingMessage, response: ServerResponse) => void);
type Site = Readonly<Record<string, Reply>>;

interface Checked extends LinkCheck {
  readonly origin: string;
  /** Paths in the order in which they were asked for. */
  readonly asked: readonly string[];
  readonly mostAtOnce: number;
}

const words = '明湖市教育局公布的正文内容，足以说明这是一张真实的页面。'.repeat(20);
const page = (body: string, title = '明湖市教育局') =>
  `<html><head><meta charset="utf-8"><title>${title}</title></head><body>${body}<p>${words}</p></body></html>`;
const anchors = (...paths: readonly string[]) => paths.map(path => `<a href="${path}">x</a>`).join('');

interface Conditions extends Partial<Omit<CheckLinksOptions, 'fetcher' | 'robots'>> {
  readonly start?: string;
  readonly fetcher?: Partial<HttpFetcherOptions>;
}

/** Serves the site and checks it. Paths that are not in it answer 404. */
async function check(
  site: Site | ((path: string) => Reply | undefined),
  { start = '/', fetcher: fetching = {}, ...options }: Conditions = {},
): Promise<Checked> {
  const asked: string[] = [];
  let atOnce = 0;
  let mostAtOnce = 0;
  const replyTo = typeof site === 'function' ? site : (path: string) => site[path];
  const server = await startServer((request, response) => {
    asked.push(request.url!);
    mostAtOnce = Math.max(mostAtOnce, ++atOnce);
    response.on('close', () => atOnce--);
    answer(replyTo(request.url!) ?? 404, request, response);
  });
  const fetcher = testFetcher({ pace: { inFlight: 4, gapSeconds: 0.5 }, ...fetching });
  const robots = createRobots(fetcher, 'gongkai-test');
  const found = await checkLinks({ startUrl: server.origin + start, fetcher, robots, concurrency: 4, maxPages: 1000, ...options });
  return { ...found, origin: server.origin, asked, mostAtOnce };
}

function answer(reply: Reply, request: IncomingMessage, response: ServerResponse): void {
  if (typeof reply === 'function') reply(request, response);
  else if (typeof reply === 'number') response.writeHead(reply, { 'content-type': 'text/html' }).end(`<h1>${reply}</h1>`);
  else if (typeof reply === 'object') response.writeHead(302, { location: reply.to }).end();
  else response.writeHead(200, { 'content-type': 'text/html' }).end(reply);
}

/** Path and reason of each link, for comparison. */
const told = ({ origin }: Checked, links: LinkCheck['broken']) => links.map(({ url, reason }) => `${url.replace(origin, '')} ${reason}`);
const ok = (_: IncomingMessage, response: ServerResponse) => response.writeHead(200, { 'content-type': 'image/png' }).end('png');

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
    const depths = asked.filter(each => each.startsWith('/art/')).map(each => Math.floor(Math.log2(Number(/_(\d+)/.exec(each)![1]) + 1)));
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

describe('verdicts that need the site', () => {
  test('a missing page that answers 200 is told by an address that cannot exist', async () => {
    const shell = `<html><title>明湖市教育局</title><body>换一个地方看看吧</body></html>`;
    const found = await check(path =>
      path === '/' ? page(anchors('/gone1.html', '/good.html')) : path === '/good.html' ? page('') : path === '/robots.txt' ? 404 : shell,
    );
    expect(told(found, found.suspect)).toEqual(['/gone1.html 与该网站对不存在地址的应答相同，疑似错误页']);
  });

  test('an echo of the address does not hide it', async () => {
    const found = await check(path =>
      path === '/' ? page(anchors('/gone.html')) : path === '/robots.txt' ? 404 : `<title>明湖市教育局</title>换一个地方看看吧：${path}`,
    );
    expect(found.suspect).toHaveLength(1);
  });

  test('a site that is one shell is not called an error page', async () => {
    const shell = `<html><title>明湖市教育局</title><body><div id=app></div><script src="/app.js"></script><a href="/a">x</a></body></html>`;
    const found = await check(path => (path === '/robots.txt' ? 404 : path === '/app.js' ? ok : shell));
    expect(found).toMatchObject({ suspect: [], broken: [], pages: 2 });
  });

  test('redirects to the home page are suspect, faults that pass are not', async () => {
    let tries = 0;
    const flaky: Reply = (request, response) => answer(++tries === 1 ? 503 : page(''), request, response);
    const found = await check({ '/': page(anchors('/old.html', '/flaky')), '/old.html': { to: '/' }, '/flaky': flaky });
    expect(told(found, found.suspect)).toEqual(['/old.html 跳转到首页']);
    expect(found).toMatchObject({ broken: [], unsure: [] });
  });

  test('a connection cut off every time is broken on a steady host, unsure on another', async () => {
    const cut: Reply = request => request.socket.destroy();
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`/p${i}`, page('内容'.repeat(i))]));
    const steady = await check({ ...many, '/': page(anchors('/cut', ...Object.keys(many))), '/cut': cut });
    expect(told(steady, steady.broken)).toEqual(['/cut 连接被重置（试了3次，同一网站的其他地址正常）']);
    const shaky = await check({ '/': page(anchors('/cut1', '/cut2')), '/cut1': cut, '/cut2': cut });
    expect(told(shaky, shaky.unsure)).toEqual(['/cut1 连接被重置', '/cut2 连接被重置']);
    expect(shaky.broken).toEqual([]);
  });

  test('a guess that fails is only suspect, until a real link says the same', async () => {
    const guess = `<script>location.href='/dead.html'</script>`;
    const found = await check({ '/': page(guess) });
    expect(told(found, found.suspect)).toEqual(['/dead.html 返回404（页面不存在）；地址取自脚本或菜单，请人工核对']);
    const certain = await check({ '/': page(guess + anchors('/dead.html')) });
    expect(told(certain, certain.broken)).toEqual(['/dead.html 返回404（页面不存在）']);
  });

  test('places inside pages', async () => {
    const target = page('<h2 id="there">x</h2><a name="named">x</a><h2 id="政策">x</h2>');
    const found = await check({
      '/': page(
        anchors('/t#there', '/t#named', '/t#政策', '/t#top', '/t#:~:text=x', '/t#lost', '/t#/route', '/s#made-by-script', '#nowhere'),
      ),
      '/t': target,
      '/s': page('<script>make()</script>'),
    });
    expect(told(found, found.broken).sort()).toEqual([
      '/#nowhere 页面能打开，但其中没有“nowhere”这个位置',
      '/t#lost 页面能打开，但其中没有“lost”这个位置',
    ]);
    expect(told(found, found.suspect)).toEqual(['/t#/route 页面能打开，但没有处理“#/”地址的脚本']);
  });
});

describe('traps end by themselves and are reported', () => {
  const random = () => Math.floor(Math.random() * 1e6);
  const inside = (path: string) => path.startsWith('/trap');
  const calendar = (path: string) => {
    const [, year, month] = /(\d+)-(\d+)/.exec(path) ?? ['', '2024', '1'];
    const next = Number(month) === 12 ? `${Number(year) + 1}-1` : `${year}-${Number(month) + 1}`;
    return `${anchors(`/trap/${next}`, `/trap/${Number(year) - 1}-${month}`)}${year}年${month}月`;
  };
  test.for([
    ['a calendar', calendar],
    ['a path that grows', (path: string) => anchors(`${path.replace(/\/$/, '')}/list/`, './sub/')],
    ['session ids', () => anchors(`/trap/a;jsessionid=${random()}`, `/trap/b?PHPSESSID=${random()}`)],
    ['random parameters', () => anchors(...['order', 'dir', 'page'].map(name => `/trap/?${name}=${random()}`))],
  ] as const)('%s', async ([name, links]) => {
    const found = await check(path => (inside(path) ? page(links(path)) : undefined), { start: '/trap/' });
    expect(found.asked.length).toBeLessThan(200);
    expect(found).toMatchObject({ broken: [], stoppedBecause: 'complete' });
    if (name !== 'session ids') expect(found.suspect.some(({ reason }) => reason.includes('疑似无穷尽'))).toBe(true);
  });

  test('an address that looks endless is tried, not read', async () => {
    const [fine, dead] = ['/a/list/list/list/x.html', '/b/list/list/list/x.html'];
    const found = await check({ '/': page(anchors(fine, dead)), [fine]: page(anchors('/unread')) });
    expect(told(found, found.suspect)).toEqual([`${fine} 疑似无穷尽的地址（地址中“list”一再重复），其中的链接不再展开`]);
    expect(told(found, found.broken)).toEqual([`${dead} 返回404（页面不存在）`]);
    expect(found).toMatchObject({ pages: 1, links: 2 });
  });

  test('pages that differ in nothing but a number are no trap', async () => {
    const next = (path: string) => Number(/\d+/.exec(path)?.[0] ?? 0) + 1;
    const found = await check(path =>
      path === '/robots.txt' || next(path) > 120 ? undefined : page(`第${next(path)}页<a href="/p/${next(path)}.html">x</a>`),
    );
    expect(found).toMatchObject({ pages: 120, suspect: [] });
  });

  test('a chain of forty pages without a word of their own is followed to its end', async () => {
    const pages = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`/p/${i}.html`, page(anchors(`/p/${i + 1}.html`))]));
    const found = await check({ ...pages, '/': page(anchors('/p/0.html')) });
    expect(told(found, found.broken)).toEqual(['/p/40.html 返回404（页面不存在）']);
  });

  test('a column of many pages that differ is no trap', async () => {
    const pages = Object.fromEntries(
      Array.from({ length: 100 }, (_, i) => [
        `/list_${i}.html`,
        page(`<a href="/list_${i + 1}.html">x</a>${'甲乙丙丁'[i % 4]!.repeat(i)}`),
      ]),
    );
    const found = await check({ ...pages, '/': page(anchors('/list_0.html')) });
    expect(found).toMatchObject({ pages: 101, suspect: [] });
    expect(told(found, found.broken)).toEqual(['/list_100.html 返回404（页面不存在）']);
  });
});

test('pages in GBK lead to the right addresses', async () => {
  // 公开 and 中 in GBK.
  const gbk = Buffer.concat([
    Buffer.from('<meta charset=gb2312><a href="/'),
    Buffer.from([0xb9, 0xab, 0xbf, 0xaa]),
    Buffer.from('">x</a><a href="/s?q='),
    Buffer.from([0xd6, 0xd0]),
    Buffer.from('">x</a>'),
  ]);
  const found = await check({
    '/': (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(gbk),
    '/%E5%85%AC%E5%BC%80': page(''),
    '/s?q=%D6%D0': page(''),
  });
  expect(found).toMatchObject({ links: 2, broken: [] });
});

test('a page that is cut off or wrongly labelled is suspect, and its links are followed', async () => {
  const html = page(anchors('/dead'));
  const found = await check({
    '/': page(anchors('/cut', '/label')),
    '/cut': (_, response) => {
      response
        .writeHead(200, { 'content-type': 'text/html', 'content-length': 90_000 })
        .write(page(anchors('/dead1')), () => response.destroy());
    },
    '/label': (_, response) =>
      response
        .writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip', 'content-length': Buffer.byteLength(html) })
        .end(html),
  });
  expect(told(found, found.suspect)).toEqual(['/cut 内容没有传完就断开了', '/label 声明的压缩格式与内容不符']);
  expect(told(found, found.broken).sort()).toEqual(['/dead 返回404（页面不存在）', '/dead1 返回404（页面不存在）']);
});

test('pages without a type are read, plain text is not', async () => {
  const found = await check({
    '/': page(anchors('/untyped', '/plain')),
    '/untyped': (_, response) => response.end('<!DOCTYPE html><a href="/dead1">x</a>'),
    '/plain': (_, response) => response.writeHead(200, { 'content-type': 'text/plain' }).end('<a href="/dead2">x</a>'),
  });
  expect(told(found, found.broken)).toEqual(['/dead1 返回404（页面不存在）']);
});
