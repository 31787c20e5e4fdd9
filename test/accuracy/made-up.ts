import { type CityUnit, readCityUnit } from '../../fixtures/city/unit-file.ts';
import type { JudgedCheck } from '../../scripts/accuracy/compare.ts';
import type { AuditedNight } from '../../scripts/accuracy/result.ts';
import type { Evidence, Outcome } from '../../src/model/check.ts';
import type { Finding } from '../../src/model/finding.ts';

/** A unit of the department type without the power of procurement; `planted` is YAML below `planted:`. */
export const unitWith = (id: string, planted: string): CityUnit =>
  readCityUnit(
    id,
    `id: ${id}
name: 明湖市${id}局
type: department
group: 一类部门
powers: [budget]
parent: minghu
host: ${id}.minghu.gov.cn
family: trs
address: 沧澜省明湖市望湖大道9号
exchange: '8999'
duties: [管事]
topics: [甲事, 乙事]
leaders: [谢秋棠]
planted:${planted === '' ? ' []' : `\n${planted}`}
`,
  );

const check = (id: string, item: JudgedCheck['item'], powers: JudgedCheck['appliesTo']['powers'] = []): JudgedCheck => ({
  id,
  title: `已公开${id}`,
  item,
  kind: 'required-item',
  appliesTo: { types: ['department'], powers: [...powers] },
});

/** Six that bind a department, one of them by a power, and one for townships only. */
export const checks: readonly JudgedCheck[] = [
  check('guide', 'guide'),
  check('leaders', 'leaders'),
  check('budget', 'budget', ['budget']),
  check('procurement', 'procurement', ['procurement']),
  check('statistics', 'statistics'),
  { ...check('links', undefined), kind: 'link-health' },
  { ...check('township', undefined), appliesTo: { types: ['township'], powers: [] } },
];

const evidence: Evidence = {
  url: 'http://a.minghu.gov.cn/x',
  finalUrl: 'http://a.minghu.gov.cn/y',
  foundOn: 'http://a.minghu.gov.cn/',
  anchorText: '公开指南',
  quote: '一段|原文',
  rejectedBecause: null,
  fetchedAt: '2026-11-19T17:00:00.000Z',
  bodySha256: null,
  screenshot: null,
};

export const findingOf = (id: string, outcome: Outcome, cause: string | null = null): Finding => ({
  check: id,
  item: null,
  title: `已公开${id}`,
  outcome,
  standing: outcome === 'fail' || outcome === 'partial' ? 'provisional' : 'settled',
  message: `关于${id}的话。`,
  cause,
  measured: {},
  evidence: [evidence],
  severity: 'deduction',
  basis: '《条例》第十二条',
  remedy: '',
});

/** A night on which the program said these outcomes of these units, by check id. */
export const nightOf = (night: number, said: Readonly<Record<string, Readonly<Record<string, Outcome>>>>): AuditedNight => ({
  night,
  asOf: `2026-11-${String(night).padStart(2, '0')}`,
  seconds: 1.4,
  units: Object.entries(said).map(([id, outcomes]) => ({
    tool: { name: 'gongkai', version: '0', catalogue: 'c' },
    unit: { id, name: `明湖市${id}局`, type: 'department', group: null, sites: [] },
    snapshot: {
      id: `s-${id}-${night}`,
      startedAt: '2026-11-19T17:00:00.000Z',
      finishedAt: '2026-11-19T17:00:02.500Z',
      vantage: 'v',
      pages: 10,
      bytes: 1_500_000,
      requests: 40,
      stoppedBecause: 'complete',
      notes: [],
    },
    asOf: '2026-11-20',
    score: { scheme: 'none', value: null, grade: null, judged: 0, asked: 0, categories: [] },
    findings: Object.entries(outcomes).map(([check, outcome]) => findingOf(check, outcome)),
  })),
});
