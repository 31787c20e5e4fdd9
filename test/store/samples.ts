import type { Finding } from '../../src/model/finding.ts';
import type { Judgement } from '../../src/model/judgement.ts';
import type { Look, Snapshot } from '../../src/model/snapshot.ts';
import type { Unit } from '../../src/model/unit.ts';
import type { NewRun } from '../../src/store/store.ts';

export const unit = (id: string, changes: Partial<Unit> = {}): Unit => ({
  id,
  name: '明湖市财政局',
  aliases: ['市财政局'],
  type: 'department',
  group: '一类部门',
  powers: ['permits', 'budget'],
  parent: 'minghu',
  sites: [{ url: 'https://www.minghu.example/cz/', disclosureUrl: null, prefixes: ['https://www.minghu.example/cz/'] }],
  ...changes,
});

/** The day of November 2026 on which it began. */
export const run = (id: string, day = 20): NewRun => ({
  id,
  startedAt: `2026-11-${day}T18:00:00.000Z`,
  asOf: `2026-11-${day}`,
  catalogue: 'c1',
  selection: { units: [], types: ['department'], groups: ['一类部门'] },
});

export const look = (url: string, changes: Partial<Look> = {}): Look => ({
  url,
  finalUrl: `${url}index.html`,
  hops: [{ url, status: 302, location: 'index.html' }],
  purpose: 'page',
  via: 'http',
  foundOn: 'https://www.minghu.example/',
  anchorText: '公开指南 »',
  fetchedAt: '2026-11-20T18:00:01.500Z',
  unchangedSince: null,
  elapsedMs: 12.25,
  attempts: 1,
  address: '127.0.0.1',
  security: null,
  status: 200,
  failure: null,
  headers: { 'content-type': 'text/html; charset=GBK' },
  truncated: false,
  bytes: 4321,
  bodySha256: 'a'.repeat(64),
  ...changes,
});

export const snapshot = (id: string, unitId: string, day = 20, changes: Partial<Snapshot> = {}): Snapshot => ({
  id,
  unitId,
  startedAt: `2026-11-${day}T18:00:00.000Z`,
  finishedAt: `2026-11-${day}T18:05:00.000Z`,
  vantage: '政务外网',
  userAgent: 'gongkai/0.1',
  startUrls: ['https://www.minghu.example/cz/'],
  delays: [{ host: 'www.minghu.example', askedSeconds: 300, keptSeconds: 30 }],
  entrances: [
    {
      url: 'https://www.minghu.example/cz/',
      openedAs: 'http://www.minghu.example/cz/',
      failure: { cause: 'refused', detail: 'ECONNREFUSED' },
      security: null,
    },
  ],
  looks: [
    look('https://www.minghu.example/cz/'),
    look('https://www.minghu.example/cz/down/', {
      purpose: 'link',
      via: 'browser',
      foundOn: null,
      anchorText: null,
      unchangedSince: '2026-11-17T18:00:01.500Z',
      address: null,
      security: { origin: 'https://www.minghu.example', rung: 'unverified', finding: 'expired', detail: 'CERT_HAS_EXPIRED' },
      status: null,
      failure: { cause: 'timeout', detail: 'no answer in 15 s' },
      truncated: true,
      bodySha256: null,
    }),
  ],
  unvisited: [
    {
      url: 'https://www.minghu.example/cz/x/',
      foundOn: 'https://www.minghu.example/cz/',
      anchorText: '更多',
      reason: 'budget',
      trap: null,
      interest: 37.5,
    },
    {
      url: 'https://www.minghu.example/rili/2050-1',
      foundOn: 'https://www.minghu.example/cz/',
      anchorText: '下一年',
      reason: 'trap',
      trap: { rule: 'calendar', detail: '2050年' },
      interest: 0,
    },
  ],
  requests: 2,
  bytes: 3_000_000_000,
  stoppedBecause: 'page-budget',
  ...changes,
});

export const finding = (check: string, changes: Partial<Finding> = {}): Finding => ({
  check,
  item: 'guide',
  title: '已发布政府信息公开指南',
  outcome: 'fail',
  standing: 'provisional',
  message: '已查看12个页面，未找到公开指南。',
  cause: 'absent',
  measured: { looked: 12, ratio: 0.1, missing: null, 词: '公开指南' },
  evidence: [
    {
      url: 'https://www.minghu.example/cz/',
      finalUrl: 'https://www.minghu.example/cz/index.html',
      foundOn: null,
      anchorText: '公开指南',
      quote: '正在建设中',
      rejectedBecause: null,
      fetchedAt: '2026-11-20T18:00:01.500Z',
      bodySha256: 'a'.repeat(64),
      screenshot: null,
    },
  ],
  severity: 'deduction',
  basis: '《中华人民共和国政府信息公开条例》第十二条',
  remedy: '设置“政府信息公开指南”。',
  ...changes,
});

export const judgement = (runId: string, unitId: string, snapshotId: string, changes: Partial<Judgement> = {}): Judgement => ({
  runId,
  unitId,
  snapshotId,
  catalogue: 'c1',
  judgedAt: '2026-11-20T18:06:00.000Z',
  findings: [
    finding('disclosure-guide'),
    finding('annual-report-of-year', { item: null, outcome: 'pass', standing: 'settled', cause: null }),
  ],
  score: {
    scheme: 'default-online',
    value: 66.7,
    grade: '合格',
    judged: 2,
    asked: 3,
    categories: [{ id: 'guide', title: '指南', points: 12, score: null, judged: 0, asked: 1 }],
  },
  ...changes,
});
