import { describe, expect, test } from 'vitest';
import { anchors, answer, check, ok, page, type Reply, told } from './link-site.ts';

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

  test('an address that no browser can open is broken, and one that a script still fills in is suspect', async () => {
    const links = anchors('http:// www.minghu.gov.cn', 'http://<%=host%>/x', '/{{url}}', 'tel:12345', 'javascript:;', 'x y.html');
    const found = await check({ '/': page(links), '/x%20y.html': page('') });
    expect(found.broken).toMatchObject([
      { url: 'http:// www.minghu.gov.cn', reason: '地址写错了，浏览器打不开', status: null, attempts: 0, pages: 1 },
    ]);
    expect(found.suspect.map(({ cause }) => cause)).toEqual(['not-found', 'malformed']);
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
    ['a calendar', '日历没有尽头', calendar],
    ['a path that grows', '目录名一再重复', (path: string) => anchors(`${path.replace(/\/$/, '')}/list/`, './sub/')],
    ['session ids', '地址中带有会话编号', () => anchors(`/trap/a;jsessionid=${random()}`, `/trap/b?PHPSESSID=${random()}`)],
    ['random parameters', '同类地址的内容相同', () => anchors(...['order', 'dir', 'page'].map(name => `/trap/?${name}=${random()}`))],
  ] as const)('%s', async ([, title, links]) => {
    const found = await check(path => (inside(path) ? page(links(path)) : undefined), { start: '/trap/' });
    expect(found.asked.length).toBeLessThan(200);
    expect(found).toMatchObject({ broken: [], stoppedBecause: 'complete' });
    expect(found.suspect.some(({ reason }) => reason.startsWith(`疑似无穷尽的地址（${title}`))).toBe(true);
  });

  test('an address that looks endless is tried, not read', async () => {
    const [fine, dead] = ['/a/list/list/list/x.html', '/b/list/list/list/x.html'];
    const found = await check({ '/': page(anchors(fine, dead)), [fine]: page(anchors('/unread')) });
    expect(told(found, found.suspect)).toEqual([`${fine} 疑似无穷尽的地址（目录名一再重复：“list”），其中的链接不再展开`]);
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
