import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { startServer } from '../support/http-server.ts';
import { temporaryFolders } from '../temporary-folders.ts';
import { runProgram } from './run-program.ts';

const newFolder = temporaryFolders();
const links = (...args: readonly string[]) => runProgram(newFolder(), ['links', ...args]);

const site: Readonly<Record<string, string>> = {
  '/': '<meta charset=utf-8><a href="/a.html">甲</a><a href="/dead.html">乙</a><a href="/closed.html">丙</a><script>1</script>',
  '/a.html': '<meta charset=utf-8><h1>公开指南</h1><a href="/dead.html">乙</a><a href="/old.html">丁</a><script>1</script>',
};
const start = () =>
  startServer((request, response) => {
    const html = site[request.url!];
    if (request.url === '/old.html') response.writeHead(302, { location: '/' }).end();
    else if (html) response.writeHead(200, { 'content-type': 'text/html' }).end(html);
    else response.writeHead(request.url === '/closed.html' ? 403 : 404).end();
  });

describe('links', () => {
  test('--json prints one value with every link that is not well, and nothing else', async () => {
    const { origin } = await start();
    const { code, stdout, stderr } = await links(`${origin}/`, '--json');
    const remedy = expect.stringMatching(/。$/);
    const common = { hops: [], attempts: 1, onPages: 1, remedy };
    expect(JSON.parse(stdout)).toEqual({
      pages: 2,
      links: 4,
      broken: [
        {
          ...common,
          url: `${origin}/dead.html`,
          cause: 'not-found',
          reason: '返回404（页面不存在）',
          status: 404,
          foundOn: [`${origin}/`, `${origin}/a.html`],
          onPages: 2,
          since: expect.stringMatching(/Z$/),
          times: 1,
        },
      ],
      unsure: [
        {
          ...common,
          url: `${origin}/closed.html`,
          cause: 'blocked',
          reason: '服务器拒绝自动访问（403）',
          status: 403,
          foundOn: [`${origin}/`],
        },
      ],
      suspect: [
        {
          ...common,
          url: `${origin}/old.html`,
          cause: 'home',
          reason: '跳转到首页',
          status: 200,
          foundOn: [`${origin}/a.html`],
          hops: [{ url: `${origin}/old.html`, status: 302, location: '/' }],
        },
      ],
      stoppedBecause: 'complete',
      notes: [],
    });
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  });

  test('for people: what is broken, why, and where', async () => {
    const { origin } = await start();
    const { code, stdout } = await links(`${origin}/`);
    expect(stdout).toContain(
      `打不开的链接（1个）\n    1  ${origin}/dead.html\n       原因：返回404（页面不存在）\n       见于：${origin}/等2个页面\n       处理：恢复这个页面，或者把链接改到现在的地址；内容确已取消的，删去链接。\n`,
    );
    expect(stdout).toContain('读取页面 2 个，检查链接 4 个：打不开 1 个，无法判定 1 个，可疑 1 个。\n');
    expect(code).toBe(1);
  });

  test('a redirect is told step by step', async () => {
    const { origin } = await start();
    expect((await links(`${origin}/`)).stdout).toContain(`${origin}/old.html\n       原因：跳转到首页\n       跳转：302 /\n`);
  });

  test('every check is written down, and the next one says since when a link has led nowhere', async () => {
    const { origin } = await start();
    const folder = newFolder();
    await runProgram(folder, ['links', `${origin}/`]);
    const { stdout } = await runProgram(folder, ['links', `${origin}/`]);
    expect(stdout).toMatch(/dead\.html\n +原因：返回404（页面不存在）\n +已连续2次检查打不开，最早是\d{4}-\d\d-\d\d\n/);
  });

  test('0 when nothing is broken', async () => {
    const { origin } = await startServer((_, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end('<a href="/b">甲</a>'),
    );
    const { code, stdout } = await links(`${origin}/`, '--json');
    expect(JSON.parse(stdout)).toMatchObject({ broken: [] });
    expect(code).toBe(0);
  });

  test('Ctrl-C ends it cleanly with what was done', async () => {
    const hanging = Promise.withResolvers<void>();
    const { origin } = await startServer((request, response) => {
      if (request.url === '/hang') hanging.resolve();
      else if (request.url === '/')
        response.writeHead(200, { 'content-type': 'text/html' }).end('<a href="/dead">甲</a><a href="/hang">乙</a>');
      else response.writeHead(404).end();
    });
    const entrance = join(import.meta.dirname, '../../scripts/gongkai.mjs');
    const child = spawn(process.execPath, [entrance, 'links', `${origin}/`, '--json', '--concurrency', '1'], { cwd: newFolder() });
    const ended = new Promise(resolve => child.on('exit', resolve));
    await hanging.promise;
    child.kill('SIGINT');
    expect(JSON.parse(await text(child.stdout))).toMatchObject({ pages: 1, links: 1, broken: [{ url: `${origin}/dead` }] });
    expect(await ended).toBe(2);
  });

  test('2 when the budget is spent', async () => {
    const { origin } = await start();
    const { code, stdout } = await links(`${origin}/`, '--max-pages', '1');
    expect(stdout).toContain('没有检查完：达到页面数上限。');
    expect(code).toBe(2);
  });

  test('2 when the start page cannot be read', async () => {
    const { origin, close } = await start();
    const missing = await links(`${origin}/none/`, '--json');
    expect(missing).toMatchObject({ code: 2, stderr: '起始网址无法检查：返回404（页面不存在）。\n' });
    await close();
    expect(await links(`${origin}/`, '--json')).toMatchObject({ code: 2, stderr: '起始网址无法检查：服务器拒绝连接。\n' });
  });

  test.for([
    ['www.minghu.test'],
    ['ftp://www.minghu.test/'],
    [],
    ['http://a.test/', '--max-pages', '0'],
    ['http://a.test/', '--concurrency', 'x'],
  ])('64 for %j', async args => {
    const { code, stdout, stderr } = await links(...args);
    expect(code).toBe(64);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^[^\n]*[\u4e00-\u9fff][^\n]*\n$/);
  });
});
