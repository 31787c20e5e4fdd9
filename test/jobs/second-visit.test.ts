import type { IncomingMessage, ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { openServices } from '../../src/cli/services.ts';
import { auditRun } from '../../src/jobs/audit-run.ts';
import { Unit } from '../../src/model/unit.ts';
import { startServer } from '../support/http-server.ts';
import { temporaryFolders } from '../temporary-folders.ts';

const newFolder = temporaryFolders();

const unitAt = (id: string) =>
  Unit.parse({
    id,
    name: `明湖市${id}`,
    type: 'department',
    group: null,
    powers: [],
    parent: null,
    sites: [{ url: `http://${id}.test/`, prefixes: [`http://${id}.test/`] }],
  });

/** Audits two units one after the other; the first one's site is answered by `first`, which is told whether the second was visited. */
async function auditTwo(first: (response: ServerResponse, secondWasSeen: boolean, path: string) => void) {
  let secondWasSeen = false;
  const requests: string[] = [];
  const { port } = await startServer((request: IncomingMessage, response) => {
    requests.push(`${request.headers.host}${request.url}`);
    if (request.headers.host === 'second.test') {
      secondWasSeen = true;
      page(response);
      return;
    }
    first(response, secondWasSeen, request.url ?? '/');
  });
  const place = { address: '127.0.0.1', port };
  const services = await openServices({
    city: {
      world: new Map([
        ['first.test', place],
        ['second.test', place],
      ]),
    },
    override: settings => ({ ...settings, dataFolder: newFolder(), parallelUnits: 1, crawl: { ...settings.crawl, attempts: 1 } }),
  });
  await services.store.saveUnits([unitAt('first'), unitAt('second')]);
  const told: string[] = [];
  await auditRun(services, {
    runId: 'night',
    asOf: '2026-11-20',
    selection: { units: [], types: [], groups: [] },
    resume: 'begin',
    onUnit: ({ unit, snapshot }, done, of) => told.push(`${unit.id} ${snapshot.stoppedBecause} ${done}/${of}`),
  });
  const outcomes = await services.store.countByOutcome('night');
  await services.close();
  return { told, outcomes, homeVisits: requests.filter(address => address === 'first.test/').length };
}

const page = (response: ServerResponse): void => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<title>明湖市</title><p>欢迎访问</p>'.repeat(20));
};

test('a site that was down when its turn came is visited again at the end, and that look counts', async () => {
  const { told, homeVisits } = await auditTwo((response, secondWasSeen) => (secondWasSeen ? page(response) : response.destroy()));
  expect(told).toEqual(['first unreachable 1/2', 'second complete 2/2', 'first complete 2/2']);
  expect(homeVisits).toBe(2);
});

test('a site that stays down is visited twice and not for ever', async () => {
  const { told, homeVisits } = await auditTwo(response => response.destroy());
  expect(told).toEqual(['first unreachable 1/2', 'second complete 2/2', 'first unreachable 2/2']);
  expect(homeVisits).toBe(2);
});

test('a site that was seen is not visited again', async () => {
  const { told } = await auditTwo(page);
  expect(told).toEqual(['first complete 1/2', 'second complete 2/2']);
});

test('a site that turned us away after its first pages keeps what was seen there', async () => {
  const items = ['政府信息公开指南', '政府信息公开目录', '政府信息公开年报', '依申请公开', '机构职能', '领导信息', '部门预算', '部门决算'];
  const links = [...items, '规范性文件', '人事信息', '行政许可', '行政处罚', '政府采购'].map(
    (text, index) => `<a href="/c${index}/">${text}</a>`,
  );
  const { told, homeVisits } = await auditTwo((response, _, path) => {
    const type = { 'content-type': 'text/html; charset=utf-8' };
    if (path === '/') response.writeHead(200, type).end(`<title>明湖市first</title>${links.join('')}`);
    else response.writeHead(403, type).end('<h1>403 Forbidden</h1>');
  });
  expect(told).toEqual(['first blocked 1/2', 'second complete 2/2']);
  expect(homeVisits).toBe(1);
});
