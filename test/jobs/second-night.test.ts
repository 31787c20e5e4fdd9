import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { dayOfNight } from '../../fixtures/city/nights.ts';
import { type City, startCity } from '../../fixtures/city/serve.ts';
import { readCityUnits } from '../../fixtures/city/unit-file.ts';
import { createReader } from '../../src/artifacts/reader.ts';
import { openServices } from '../../src/cli/services.ts';
import type { HostAddress } from '../../src/crawl/fetcher.ts';
import { auditRun } from '../../src/jobs/audit-run.ts';
import { judgeSnapshot } from '../../src/jobs/judge-snapshot.ts';
import type { Finding } from '../../src/model/finding.ts';
import { Settings } from '../../src/model/settings.ts';
import type { Look, Snapshot } from '../../src/model/snapshot.ts';
import { Unit } from '../../src/model/unit.ts';
import { startServer } from '../support/http-server.ts';
import { temporaryFolders } from '../temporary-folders.ts';

const newFolder = temporaryFolders();

interface Place {
  readonly world: ReadonlyMap<string, HostAddress>;
  readonly authority?: string;
  readonly roster: readonly Unit[];
  /** Of the checks; the shipped ones when absent. */
  readonly catalogueFolder?: string;
}

/** Opens the services at a folder, on one night of November 2026. */
async function servicesOn(night: number, { world, authority, roster, catalogueFolder }: Place, folder: string, fullAfterDays: number) {
  const opened = await openServices({
    city: { world, ...(authority ? { authority } : {}) },
    ...(catalogueFolder ? { catalogueFolder } : {}),
    override: () => Settings.parse({ dataFolder: folder, crawl: { fullAfterDays }, pace: { inFlight: 1 } }),
  });
  const offset = Date.parse(`${dayOfNight(night)}T01:00:00+08:00`) - Date.now();
  await opened.store.saveUnits(roster);
  return { ...opened, now: () => offset + Date.now() };
}

interface Night {
  readonly snapshots: readonly Snapshot[];
  readonly findings: readonly Finding[];
}

/** One night, audited in a program of its own, as a scheduler does. */
async function audit(
  night: number,
  place: Place,
  folder: string,
  { units = [] as readonly string[], fullAfterDays = 7 } = {},
): Promise<Night> {
  const services = await servicesOn(night, place, folder, fullAfterDays);
  try {
    const runId = `night-${night}`;
    const broken = await auditRun(services, {
      runId,
      asOf: dayOfNight(night),
      selection: { units, types: [], groups: [] },
      resume: 'begin',
    });
    expect(broken).toEqual([]);
    const heads = await services.store.snapshotsOfRun(runId);
    const snapshots = await Promise.all(heads.map(({ id }) => services.store.snapshot(id)));
    const findings = (await services.store.judgementsOf(runId)).flatMap(judgement => judgement.findings);
    return { snapshots: snapshots.map(snapshot => snapshot!), findings };
  } finally {
    await services.close();
  }
}

describe('two nights of the city', () => {
  const units = ['jyj', 'rqgs'];
  const wasConfirmed = ({ unchangedSince }: Look) => unchangedSince !== null;

  async function twoNights(fullAfterDays: number) {
    const city: City = await startCity({ night: 20, units: readCityUnits().filter(({ plan }) => units.includes(plan.id)) });
    const folder = newFolder();
    const night = async (number: number) => {
      city.show(number);
      const seen = await audit(number, city, folder, { units, fullAfterDays });
      return { ...seen, sent: city.sentBytes() };
    };
    try {
      return { folder, place: city, nights: [await night(20), await night(21)] as const };
    } finally {
      await city.close();
    }
  }

  test('the second says the same as if everything had been fetched again, for fewer bytes', async () => {
    const short = await twoNights(7);
    const long = await twoNights(0);
    const told = ({ findings }: Night) =>
      findings.map(({ evidence, ...finding }) => ({ ...finding, evidence: evidence.map(one => ({ ...one, fetchedAt: '' })) }));
    expect(told(short.nights[0])).toEqual(told(long.nights[0]));
    expect(told(short.nights[1])).toEqual(told(long.nights[1]));

    expect(short.nights[1].sent).toBeLessThan(short.nights[0].sent * 0.35);
    expect(long.nights[1].sent).toBeGreaterThan(long.nights[0].sent * 0.9);
    const looks = ({ snapshots }: Night) => snapshots.flatMap(snapshot => snapshot.looks);
    expect(looks(short.nights[0]).some(wasConfirmed)).toBe(false);
    expect(looks(long.nights[1]).some(wasConfirmed)).toBe(false);
    expect(looks(short.nights[1]).filter(wasConfirmed).length).toBeGreaterThan(looks(short.nights[1]).length / 2);

    // Judged again from what is on disk, without its readings and with nobody to ask, the second night says the same.
    rmSync(join(short.folder, 'readings'), { recursive: true });
    const services = await servicesOn(22, { ...short.place, world: new Map() }, short.folder, 7);
    onTestFinished(() => services.close());
    const { store, vocabulary } = services;
    const before = (await store.judgement('night-21', 'jyj'))!;
    const [snapshot, unit, roster] = await Promise.all([store.snapshot(before.snapshotId), store.unit('jyj'), store.units()]);
    const reader = createReader(vocabulary, { today: dayOfNight(21) });
    const earlier = await store.earlierLooks(before.snapshotId, 10);
    const again = await judgeSnapshot(services, { snapshot: snapshot!, unit: unit!, roster, reader, asOf: dayOfNight(21), earlier });
    expect(again.findings).toEqual(before.findings);
  }, 120_000);
});

const filler = '本栏目公布明湖市试验局的有关信息，内容较长，足以说明这是一张真实的页面，而不是空壳或者错误提示。'.repeat(4);
const pageOf = (title: string, body: string) =>
  `<html><head><meta charset="utf-8"><title>${title}_明湖市试验局</title></head><body><h1>${title}</h1>${body}<p>${filler}</p></body></html>`;
const guide = (telephone: string) =>
  pageOf(
    '政府信息公开指南',
    `<p>受理机构：明湖市试验局办公室</p><p>办公地址：明湖市试验路1号</p><p>办公时间：工作日9:00—17:00</p><p>联系电话：${telephone}</p><p>传真：0567-8200119　电子邮箱：xxgk@minghu.example　信息分类和编排体系见公开目录</p><p>公民、法人或者其他组织可以依申请获取政府信息，也可以从主动公开的栏目获取。</p>`,
  );

/** A site whose server says of every page, for ever, that it has not changed. */
async function lyingSite() {
  const catalogueFolder = newFolder();
  for (const check of ['disclosure/disclosure-guide', 'freshness/notices-fresh']) {
    mkdirSync(join(catalogueFolder, dirname(check)));
    copyFileSync(`checks/${check}.yaml`, join(catalogueFolder, `${check}.yaml`));
  }
  const rows = Array.from(
    { length: 12 },
    (_, index) => `<li><a href="/a/${index}.html">关于第${index}号事项的通知</a><span>2026-10-${21 - index}</span></li>`,
  );
  const menu = ['政务动态', '政策解读', '专题专栏', '互动交流', '便民服务', '数据开放', '机构概况', '在线访谈', '网上调查'];
  const pages = new Map<string, string>([
    [
      '/',
      pageOf(
        '首页',
        `<a href="/gkzn/">政府信息公开指南</a><a href="/tzgg/">通知公告</a>${menu.map((name, index) => `<a href="/c${index}/">${name}</a>`).join('')}`,
      ),
    ],
    ['/gkzn/', guide('0567-89900000')],
    ['/tzgg/', pageOf('通知公告', `<ul>${rows.join('')}</ul>`)],
    ...menu.map((name, index) => [`/c${index}/`, pageOf(name, '')] as const),
    ...rows.map((_, index) => [`/a/${index}.html`, pageOf(`关于第${index}号事项的通知`, '')] as const),
  ]);
  let asked: string[] = [];
  const { port } = await startServer((request, response) => {
    const path = request.url ?? '/';
    const page = pages.get(path);
    if (page === undefined) return void response.writeHead(404).end();
    const isConditional = request.headers['if-none-match'] !== undefined;
    asked.push(`${request.method}${isConditional ? '?' : ''} ${path}`);
    if (isConditional) return void response.writeHead(304, { etag: '"v1"' }).end();
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', etag: '"v1"' }).end(page);
  });
  const url = 'http://sy.test/';
  const unit = Unit.parse({ id: 'sy', name: '明湖市试验局', type: 'department', group: null, powers: [], parent: null, sites: [{ url }] });
  const place: Place = { world: new Map([['sy.test', { address: '127.0.0.1', port }]]), roster: [unit], catalogueFolder };
  const folder = newFolder();
  return {
    pages,
    folder,
    async night(number: number) {
      asked = [];
      const { snapshots, findings } = await audit(number, place, folder);
      const lookAt = (path: string) => snapshots[0]!.looks.find(look => new URL(look.url).pathname === path && look.purpose === 'page');
      return { lookAt, findings, asked: new Set(asked) };
    },
  };
}

describe('a server that says for ever that nothing has changed', () => {
  test('is not asked so about the home page and lists, and is not believed for longer than a week', async () => {
    const site = await lyingSite();
    const first = await site.night(1);
    expect(first.findings.map(({ outcome }) => outcome)).toEqual(['pass', 'pass']);
    expect([...first.asked].filter(line => line.includes('?'))).toEqual([]);

    site.pages.set('/gkzn/', guide('0567-89900099'));
    const second = await site.night(2);
    expect(second.asked).toContain('GET? /gkzn/');
    expect(second.lookAt('/gkzn/')).toMatchObject({ status: 200, bodySha256: first.lookAt('/gkzn/')!.bodySha256 });
    expect(second.lookAt('/gkzn/')!.unchangedSince).toBe(first.lookAt('/gkzn/')!.fetchedAt);
    expect([...second.asked].filter(line => ['GET /', 'GET /tzgg/'].includes(line))).toHaveLength(2);

    const later = await site.night(8);
    expect(later.lookAt('/gkzn/')).toMatchObject({ unchangedSince: null });
    expect(later.lookAt('/gkzn/')!.bodySha256).not.toBe(first.lookAt('/gkzn/')!.bodySha256);
  });

  test('cannot keep a fault alive: what counts against a unit is read in full on the next night', async () => {
    const site = await lyingSite();
    site.pages.set('/gkzn/', pageOf('政府信息公开指南', ''));
    const outcomeOf = ({ findings }: { findings: readonly Finding[] }) => findings.find(({ item }) => item === 'guide')!.outcome;
    const faulty = await site.night(1);
    expect(outcomeOf(faulty)).toBe('partial');

    site.pages.set('/gkzn/', guide('0567-89900000'));
    const mended = await site.night(2);
    expect(mended.asked).toContain('GET /gkzn/');
    expect(outcomeOf(mended)).toBe('pass');
  });

  test('is asked again for what is no longer on disk', async () => {
    const site = await lyingSite();
    const first = await site.night(1);
    rmSync(join(site.folder, 'bodies'), { recursive: true });
    const second = await site.night(2);
    expect(second.asked).toContain('GET? /gkzn/');
    expect(second.lookAt('/gkzn/')).toMatchObject({ unchangedSince: null, bodySha256: first.lookAt('/gkzn/')!.bodySha256 });
  });
});
