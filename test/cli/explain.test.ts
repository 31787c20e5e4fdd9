import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../support/http-server.ts';
import { temporaryFolders } from '../temporary-folders.ts';
import { runProgram } from './run-program.ts';

const temporaryFolder = temporaryFolders();
const menu = Array.from({ length: 14 }, (_, index) => `<li><a href="/m/${index}/">渔业服务${index}</a></li>`).join('');

let server: TestServer;
let folder: string;
beforeAll(async () => {
  server = await startServer((request, response) => {
    const home = `<title>明湖市渔业局</title><h1>明湖市渔业局</h1><ul>${menu}</ul><a href="/gkzn.html">政府信息公开指南</a>`;
    const found = request.url === '/' || /^\/m\//.test(request.url ?? '');
    response.writeHead(found ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' }).end(found ? home : '<title>404</title>');
  });
  folder = temporaryFolder();
  const units = [
    `  - { id: yyj, name: 明湖市渔业局, type: department, sites: [{ url: '${server.origin}/' }] }`,
    `  - { id: new, name: 明湖市新设局, type: department, sites: [{ url: '${server.origin}/new/' }] }`,
  ];
  writeFileSync(join(folder, 'roster.yaml'), `units:\n${units.join('\n')}\n`);
  await runProgram(folder, ['units', 'import', 'roster.yaml']);
  await runProgram(folder, ['audit', '--unit', 'yyj', '--as-of', '2026-11-20']);
}, 60_000);
afterAll(() => server.close());

const explain = (...args: readonly string[]) => runProgram(folder, ['checks', 'explain', ...args]);

test('tells the story of a verdict from the stored look, with the standing it has', async () => {
  const { code, stdout } = await explain('yyj', 'disclosure-guide');
  expect(code).toBe(0);
  expect(stdout).toContain('结论：不符合（待复核），2026-11-20的检查');
  expect(stdout).toContain(`链接“政府信息公开指南” ${server.origin}/gkzn.html`);
  expect(stdout).toContain('原因：返回404（页面不存在）');
});

test('--json prints one value', async () => {
  const story = JSON.parse((await explain('yyj', 'disclosure-guide', '--json')).stdout);
  expect(story).toMatchObject({
    unit: { id: 'yyj' },
    asOf: '2026-11-20',
    finding: { check: 'disclosure-guide', outcome: 'fail', standing: 'provisional' },
    clues: [{ accepted: false, url: `${server.origin}/gkzn.html`, reason: '返回404（页面不存在）' }],
  });
});

test.for([
  [['nobody', 'disclosure-guide'], /名单中没有编码为“nobody”的单位/],
  [['yyj', 'no-such-check'], /没有编号为“no-such-check”的检查项/],
  [['new', 'disclosure-guide'], /还没有检查过“明湖市新设局”/],
  [['yyj', 'disclosure-guide', '--run', 'no-such-run'], /运行“no-such-run”/],
] as const)('%s: one sentence and 64', async ([args, sentence]) => {
  const { code, stderr, stdout } = await explain(...args);
  expect(code).toBe(64);
  expect(stdout).toBe('');
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stderr).toMatch(sentence);
});

test('a check alone is explained as before', async () => {
  const { code, stdout } = await explain('disclosure-guide');
  expect(code).toBe(0);
  expect(stdout).toContain('依据：《中华人民共和国政府信息公开条例》');
});
