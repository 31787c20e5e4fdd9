import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shipped } from '../../src/package.ts';
import { startServer, type TestServer } from '../support/http-server.ts';
import { temporaryFolders } from '../temporary-folders.ts';
import { runProgram } from './run-program.ts';

const temporaryFolder = temporaryFolders();
const text =
  '为方便公民、法人和其他组织获取明湖市档案局的政府信息，编制本指南，信息分类和编排体系见公开目录。受理机构：办公室；办公地址：明湖市渔光路1号；办公时间：周一至周五；联系电话：0567-8612016；传真：0567-8612019；电子邮箱：xxgk@minghu.example。主动公开、依申请公开的获取方式如下。';
const links = Array.from(
  { length: 15 },
  (_, index) => `<li><a href="/n/${index}.html">档案工作第${index}期</a><span>2026-11-0${1 + (index % 9)}</span></li>`,
).join('');
const pages: Readonly<Record<string, string>> = {
  '/': `<title>明湖市档案局</title><h1>明湖市档案局</h1><ul>${links}</ul><a href="/gkzn.html">政府信息公开指南</a>`,
  '/gkzn.html': `<title>政府信息公开指南_明湖市档案局</title><h1>政府信息公开指南</h1><p>${text}</p>`,
};

let server: TestServer;
beforeAll(async () => {
  server = await startServer((request, response) => {
    const body = pages[request.url ?? '/'] ?? (/^\/n\//.test(request.url ?? '') ? `<title>档案工作</title><p>${text}</p>` : undefined);
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' }).end(body);
  });
});
afterAll(() => server.close());

const roster = (url: string) =>
  `units:\n  - { id: daj, name: 明湖市档案局, type: department, group: 二类部门, sites: [{ url: '${url}' }] }\n`;
const importRoster = async (folder: string, url = `${server.origin}/`) => {
  writeFileSync(join(folder, 'roster.yaml'), roster(url));
  return runProgram(folder, ['units', 'import', 'roster.yaml']);
};

describe('check', () => {
  test('a URL: the contract of DESIGN §6, and 1 because something fails', async () => {
    const { code, stdout } = await runProgram(temporaryFolder(), [
      'check',
      `${server.origin}/`,
      '--json',
      '--as-of',
      '2026-11-20',
      '--no-browser',
    ]);
    const report = JSON.parse(stdout);
    expect(Object.keys(report)).toEqual(expect.arrayContaining(['tool', 'unit', 'snapshot', 'score', 'findings']));
    expect(report.score).toMatchObject({ value: expect.any(Number), judged: expect.any(Number), asked: expect.any(Number) });
    const guide = report.findings.find(({ check }: { check: string }) => check === 'disclosure-guide');
    expect(guide).toMatchObject({
      item: 'guide',
      outcome: 'pass',
      evidence: [{ finalUrl: `${server.origin}/gkzn.html`, bodySha256: expect.any(String) }],
    });
    expect(code).toBe(1);
  });

  test('a site that cannot be reached: 2, and nothing is failed', async () => {
    const gone = await startServer(() => {});
    await gone.close();
    const { code, stdout } = await runProgram(temporaryFolder(), ['check', `${gone.origin}/`, '--json'], { GONGKAI_TIMEOUT_SECONDS: '2' });
    expect(code).toBe(2);
    expect(JSON.parse(stdout).findings.map(({ outcome }: { outcome: string }) => outcome)).not.toContain('fail');
  });

  test('a budget that is spent: 2', async () => {
    const { code, stdout } = await runProgram(temporaryFolder(), ['check', `${server.origin}/`, '--json', '--max-pages', '1']);
    expect(JSON.parse(stdout).snapshot.stoppedBecause).toBe('page-budget');
    expect(code).toBe(2);
  });

  test.for([
    ['an unknown unit', ['check', 'nobody'], '名单中没有编码为“nobody”的单位'],
    ['a day that does not exist', ['check', 'http://127.0.0.1/', '--as-of', '2026-02-30'], '应为日期'],
    ['a power that does not exist', ['check', 'http://127.0.0.1/', '--power', 'magic'], '没有“magic”这项职权'],
  ] as const)('%s: one Chinese sentence and 64', async ([, args, sentence]) => {
    const { code, stderr, stdout } = await runProgram(temporaryFolder(), args);
    expect(stderr).toContain(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
  });
});

describe('audit, report, rejudge', () => {
  test('a night, then its report, then the same snapshots judged again', async () => {
    const folder = temporaryFolder();
    expect((await importRoster(folder)).code).toBe(0);
    const night = await runProgram(folder, ['audit', '--as-of', '2026-11-20', '--json']);
    expect(night.code).toBe(1);
    const [unit] = JSON.parse(night.stdout).units;

    const report = await runProgram(folder, ['report', '--format', 'json', '--unit', 'daj']);
    expect(JSON.parse(report.stdout).units[0]).toEqual(unit);
    const csv = await runProgram(folder, ['report', '--format', 'csv']);
    expect(csv.stdout.split('\r\n').length).toBe(unit.findings.length + 2);

    const again = await runProgram(folder, ['rejudge', '--compare', '--json']);
    expect(JSON.parse(again.stdout)).toMatchObject({ judged: 1, changes: [] });
  });

  test('a catalogue of one’s own changes what is judged, without a visit', async () => {
    const folder = temporaryFolder();
    await importRoster(folder);
    await runProgram(folder, ['audit', '--as-of', '2026-11-20']);
    const own = temporaryFolder();
    const yaml = `id: own-check
rules: []
title: 指南写明监督电话
item: guide
basis: { source: 本市方案, confidence: practice }
effective: { from: 2019-05-15 }
appliesTo: { types: [department] }
severity: deduction
points: 5
kind: required-item
options: { elements: [{ name: 监督电话, pattern: 监督电话 }] }
messages: { pass: 有。, partial: '缺少{missing}。', fail: '{reason}。' }
remedy: 写明监督电话。
examples: [{ page: guide/good, expect: pass }, { page: shared/nothing, expect: fail }]
`;
    writeFileSync(join(own, 'own-check.yaml'), yaml);
    const { stdout } = await runProgram(folder, ['rejudge', '--catalogue', own, '--compare', '--json']);
    expect(JSON.parse(stdout).changes).toEqual([
      expect.objectContaining({ unit: 'daj', check: 'own-check', after: '部分符合', message: '缺少监督电话。' }),
    ]);
  });

  test('a unit that has been released from a duty is not asked, with reason, approver and dates', async () => {
    const folder = temporaryFolder();
    await importRoster(folder);
    const night = await runProgram(folder, ['audit', '--as-of', '2026-11-20', '--json']);
    const before = JSON.parse(night.stdout).units[0];
    expect((await runProgram(folder, ['exemptions', 'template', join(folder, 'a.csv')])).code).toBe(0);
    const table = readFileSync(join(folder, 'a.csv'), 'utf8').replace('minghu-jyj,administrative-penalty', 'daj,request-channel');
    writeFileSync(join(folder, 'a.csv'), table);
    expect(await runProgram(folder, ['exemptions', 'import', join(folder, 'a.csv')])).toMatchObject({ code: 0 });
    expect((await runProgram(folder, ['exemptions', 'list'])).stdout).toContain('daj\trequest-channel\t');

    await runProgram(folder, ['rejudge']);
    const report = await runProgram(folder, ['report', '--format', 'json', '--unit', 'daj']);
    const after = JSON.parse(report.stdout).units[0];
    const finding = after.findings.find(({ check }: { check: string }) => check === 'request-channel');
    expect(finding).toMatchObject({ outcome: 'not-applicable', cause: 'exempt' });
    expect(finding.message).toMatch(/^经批准不适用：.*明湖市政务公开办于2026-01-12批准，2026-01-01至2026-12-31有效/);
    expect(after.score.asked).toBe(before.score.asked - 1);

    writeFileSync(join(folder, 'a.csv'), table.replace('request-channel', 'no-such-check'));
    const refused = await runProgram(folder, ['exemptions', 'import', join(folder, 'a.csv')]);
    expect(refused).toMatchObject({ code: 64, stderr: expect.stringContaining('no-such-check') });
    expect((await runProgram(folder, ['exemptions', 'list'])).stdout).toContain('共 1 项');
  });

  test('a check whose rule nobody has confirmed runs only when the scheme turns it on', async () => {
    const folder = temporaryFolder();
    await importRoster(folder);
    await runProgram(folder, ['audit', '--as-of', '2026-11-20']);
    const own = temporaryFolder();
    const guide = readFileSync(shipped('checks/disclosure/disclosure-guide.yaml'), 'utf8');
    writeFileSync(join(own, 'disclosure-guide.yaml'), guide.replace('confidence: confirmed', 'confidence: unconfirmed'));
    const scheme = join(temporaryFolder(), 'default-online.yaml');
    const text = readFileSync(shipped('data/schemes/default-online.yaml'), 'utf8');
    writeFileSync(scheme, text.replace('unconfirmed: off', 'unconfirmed: on'));

    const judged = async (env: Record<string, string>) => {
      expect((await runProgram(folder, ['rejudge', '--catalogue', own, '--json'], env)).code).toBe(0);
      const report = await runProgram(folder, ['report', '--format', 'json', '--unit', 'daj']);
      return JSON.parse(report.stdout).units[0].findings.map(({ check }: { check: string }) => check);
    };
    expect(await judged({})).toEqual([]);
    expect(await judged({ GONGKAI_SCHEME: scheme })).toEqual(['disclosure-guide']);
    const missing = await runProgram(folder, ['report'], { GONGKAI_SCHEME: join(own, 'none.yaml') });
    expect(missing).toMatchObject({ code: 64, stderr: expect.stringContaining('none.yaml') });
  });

  test('a run killed in the middle goes on with --resume', async () => {
    const folder = temporaryFolder();
    const asked = Promise.withResolvers<void>();
    const slow = await startServer(() => asked.resolve());
    await importRoster(folder, `${slow.origin}/`);
    const entrance = join(import.meta.dirname, '../../scripts/gongkai.mjs');
    const env = { PATH: process.env.PATH ?? '', GONGKAI_DATA: join(folder, 'data') };
    const child = spawn(process.execPath, [entrance, 'audit', '--as-of', '2026-11-20'], { cwd: folder, env, stdio: 'ignore' });
    const ended = once(child, 'exit');
    await asked.promise;
    child.kill('SIGKILL');
    await ended;
    await slow.close();

    const again = await runProgram(folder, ['audit', '--resume', '--json'], { GONGKAI_TIMEOUT_SECONDS: '2' });
    expect(again.stderr).toBe('');
    expect(JSON.parse(again.stdout)).toMatchObject({ asOf: '2026-11-20', units: [{ unit: { id: 'daj' } }] });
  });

  test('an empty roster, an unknown unit, no run yet: one sentence and 64', async () => {
    const folder = temporaryFolder();
    expect(await runProgram(folder, ['audit'])).toMatchObject({ code: 64, stderr: expect.stringContaining('units list') });
    expect(await runProgram(folder, ['report'])).toMatchObject({ code: 64, stderr: expect.stringContaining('gongkai audit') });
    await importRoster(folder);
    expect(await runProgram(folder, ['audit', '--unit', 'zzz'])).toMatchObject({ code: 64, stderr: expect.stringContaining('zzz') });
    expect(await runProgram(folder, ['audit', '--resume'])).toMatchObject({ code: 64, stderr: expect.stringContaining('没有中断的检查') });
  });
});
