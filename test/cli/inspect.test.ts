import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { startServer } from '../support/http-server.ts';
import { temporaryFolders } from '../temporary-folders.ts';
import { runProgram } from './run-program.ts';

const newFolder = temporaryFolders();
const html = `<html><head><title>公开指南_明湖市林业局</title></head><body>
  <div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; 公开指南</div>
  <ul><li><a href="nb/">信息公开年报</a></li><li><a href="javascript:;">依申请公开</a></li></ul>
  <div class="footer">主办：明湖市林业局 网站标识码：3499990001</div></body></html>`;

/** 明湖市林业局 in GBK, as many old sites still are. */
const gbk = Buffer.concat([
  Buffer.from('<html><head><meta charset="gbk"><title>', 'latin1'),
  Buffer.from([0xc3, 0xf7, 0xba, 0xfe, 0xca, 0xd0, 0xc1, 0xd6, 0xd2, 0xb5, 0xbe, 0xd6]),
  Buffer.from('</title></head><body></body></html>', 'latin1'),
]);

function file(content: string | Uint8Array): { folder: string; path: string } {
  const folder = newFolder();
  const path = join(folder, 'page.html');
  writeFileSync(path, content);
  return { folder, path };
}

test('--json prints the agreed keys and nothing else', async () => {
  const { folder, path } = file(html);
  const { code, stdout, stderr } = await runProgram(folder, ['inspect', path, '--base', 'http://lyj.minghu.gov.cn/zwgk/gkzn/', '--json']);
  expect([code, stderr]).toEqual([0, '']);
  expect(JSON.parse(stdout)).toEqual({
    url: 'http://lyj.minghu.gov.cn/zwgk/gkzn/',
    title: '公开指南_明湖市林业局',
    encoding: 'utf-8',
    kind: 'guide',
    items: {
      guide: [{ text: '公开指南', href: '', where: 'self' }],
      annual_report: [{ text: '信息公开年报', href: 'nb/', where: 'link' }],
      request_channel: [{ text: '依申请公开', href: 'javascript:;', where: 'link' }],
    },
    publishedOn: null,
    newestItemOn: null,
    identity: { icp: null, police: null, siteCode: '3499990001', organiser: '明湖市林业局' },
    needsBrowser: null,
    challenge: null,
  });
});

test('says in Chinese what it saw, with absolute addresses', async () => {
  const { folder, path } = file(html);
  const { code, stdout } = await runProgram(folder, ['inspect', path, '--base', 'http://lyj.minghu.gov.cn/zwgk/gkzn/']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/类型：公开指南/);
  expect(stdout).toMatch(/公开年报（annual_report）\n {2}链接 {2}信息公开年报 {2}http:\/\/lyj\.minghu\.gov\.cn\/zwgk\/gkzn\/nb\//);
  expect(stdout).toMatch(/入口：政务公开/);
});

test('--all shows every link with its place, the whole text, and what is hidden', async () => {
  const { folder, path } = file(
    html.replace(
      '</ul>',
      '</ul><div style="position:absolute;left:-9999px"><a href="/spam/">特价商品</a></div><p><a href="/a/gkzn.pdf">指南全文</a></p>',
    ),
  );
  const { stdout } = await runProgram(folder, ['inspect', path, '--base', 'http://lyj.minghu.gov.cn/zwgk/gkzn/', '--all']);
  expect(stdout).toMatch(/链接（\d+个：.*；其中1个看不见，不算）/);
  expect(stdout).toMatch(/（看不见）特价商品/);
  expect(stdout).toMatch(/文件（1个）\n {2}指南全文 {2}http:\/\/lyj\.minghu\.gov\.cn\/a\/gkzn\.pdf/);
  const everything = JSON.parse((await runProgram(folder, ['inspect', path, '--json', '--all'])).stdout);
  expect(Object.keys(everything)).toEqual(expect.arrayContaining(['anchors', 'rows', 'dates', 'umbrellas', 'concealed', 'text']));
});

test('days are shown with who says so and who says otherwise', async () => {
  const { folder, path } = file(
    '<meta name="PubDate" content="2024-01-20"><title>通知_明湖市林业局</title><h1>通知</h1><p>发布时间：2026-03-05　成文日期：2026-03-01</p><p>正文。</p>',
  );
  const { stdout } = await runProgram(folder, ['inspect', path]);
  expect(stdout).toMatch(
    /发布日期：2026-03-05（页面标注“发布时间”）\n成文日期：2026-03-01\n日期有出入：2024-01-20（网页标签“pubdate”，差\d+天）/,
  );
});

test('a document: what it calls itself, its text and its tables', async () => {
  const folder = newFolder();
  const path = join(folder, '预算.csv');
  writeFileSync(path, '明湖市林业局2026年部门预算\n项目,金额\n收入合计,1280.50\n支出合计,1280.50\n');
  const { code, stdout } = await runProgram(folder, ['inspect', path]);
  expect(code).toBe(0);
  expect(stdout).toContain('收入合计');
});

test('a scan says why there is nothing to see', async () => {
  const { folder, path } = file(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'));
  const { code, stdout } = await runProgram(folder, ['inspect', path, '--json']);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ format: 'image', text: '', unread: expect.stringMatching(/图片|扫描/) });
});

test('reads a file in GBK, without --base', async () => {
  const { folder, path } = file(gbk);
  const { stdout } = await runProgram(folder, ['inspect', path, '--json']);
  expect(JSON.parse(stdout)).toMatchObject({ title: '明湖市林业局', encoding: 'gb18030', url: expect.stringMatching(/^file:/) });
});

test('nothing on a page can steer the terminal', async () => {
  const { folder, path } = file('<title>\u001b[31m红\u0007</title><a href="gkzn/">公开指南\u202e</a>');
  const { stdout } = await runProgram(folder, ['inspect', path]);
  expect([...stdout].filter(character => character < ' ' && character !== '\n')).toEqual([]);
});

describe('an address', () => {
  test('is fetched, and redirects count', async () => {
    const { origin } = await startServer((request, response) => {
      if (request.url === '/robots.txt') return void response.writeHead(404).end();
      if (request.url === '/old') return void response.writeHead(302, { location: '/zwgk/gkzn/' }).end();
      response.setHeader('content-type', 'text/html; charset=utf-8').end(html);
    });
    const { code, stdout } = await runProgram(newFolder(), ['inspect', `${origin}/old`, '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ url: `${origin}/zwgk/gkzn/`, kind: 'guide' });
  });

  test('that robots.txt closes is not looked at', async () => {
    const asked: string[] = [];
    const { origin } = await startServer((request, response) => {
      asked.push(request.url!);
      response.setHeader('content-type', 'text/plain').end('User-agent: *\nDisallow: /\n');
    });
    const { code, stdout, stderr } = await runProgram(newFolder(), ['inspect', `${origin}/zwgk/`, '--json']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/robots\.txt不允许/);
    expect(asked).toEqual(['/robots.txt']);
  });

  test('that does not answer ends with 2 and a reason', async () => {
    const { origin, close } = await startServer(() => {});
    await close();
    const { code, stdout, stderr } = await runProgram(newFolder(), ['inspect', `${origin}/`]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/打不开：服务器拒绝连接/);
  });
});

test.for<[args: string[], message: RegExp]>([
  [['inspect', 'missing.html'], /无法读取文件 missing\.html/],
  [['inspect', 'missing.html', '--base', 'lyj'], /“lyj”不是完整的网址/],
  [['inspect'], /缺少参数/],
])('%j is refused', async ([args, message]) => {
  const { code, stdout, stderr } = await runProgram(newFolder(), args);
  expect([code, stdout]).toEqual([64, '']);
  expect(stderr).toMatch(message);
});

test('a heading that repeats a link is not shown twice, and a link without words says so', async () => {
  const { folder, path } = file(
    '<body><div><a href="/zxft/"></a><p>本网站由明湖市林业局主办，由明湖市信息中心承办和维护。</p></div><h3>信息公开年报</h3><ul><li><a href="nb/">信息公开年报</a></li></ul><h3>依申请公开</h3></body>',
  );
  const { stdout } = await runProgram(folder, ['inspect', path, '--base', 'http://lyj.minghu.gov.cn/']);
  expect(stdout.split('\n').filter(line => /^ {2}链接/.test(line))).toEqual([
    '  链接  信息公开年报  http://lyj.minghu.gov.cn/nb/',
    '  链接  依申请公开',
    '  链接  （没有文字）  http://lyj.minghu.gov.cn/zxft/',
  ]);
});
