import type { AuditReport } from '../../src/model/audit-report.ts';
import type { Evidence } from '../../src/model/check.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { ItemKey } from '../../src/model/item.ts';
import type { RunReport } from '../../src/model/run-report.ts';

/** Units of the simulated city of 明湖市 with results as an audit gives them: usual, perfect, unreachable, empty and hostile. */

const regulation = (article: string) => `《中华人民共和国政府信息公开条例》（国务院令第711号）${article}`;
const sha = (seed: string) => Buffer.from(seed.padEnd(32, '·')).toString('hex').slice(0, 64);

const tool = { name: 'gongkai', version: '0.1.0', catalogue: '2026.11-3f9c2a71' } as const;
const asOf = '2026-11-20';

/** Evidence with usual values for what is not given. */
export const evidence = (given: Partial<Evidence> & { readonly url: string }): Evidence => ({
  finalUrl: given.url,
  foundOn: null,
  anchorText: null,
  quote: null,
  rejectedBecause: null,
  fetchedAt: '2026-11-19T17:12:08.412Z',
  bodySha256: sha(given.url),
  screenshot: null,
  ...given,
});

/** A finding with usual values for what is not given. */
export const finding = (given: Partial<Finding> & Pick<Finding, 'check' | 'title' | 'outcome'>): Finding => ({
  item: null,
  standing: given.outcome === 'fail' ? 'confirmed' : 'settled',
  message: given.outcome === 'pass' ? `已发布，见“${given.title}”。` : `${given.title}：未达到要求。`,
  cause: given.outcome === 'pass' ? null : 'not-found',
  measured: {},
  evidence: [],
  severity: 'deduction',
  basis: regulation('第二十条'),
  remedy: given.outcome === 'pass' ? '' : '请在“政府信息公开”栏目补充该内容，并在首页设置可以直接到达的链接。',
  ...given,
});

const host = 'https://czj.minghu.example';

const faults: readonly Finding[] = [
  finding({
    check: 'annual-report-current',
    item: 'annual_report',
    title: '已按时发布上一年度政府信息公开工作年度报告',
    outcome: 'fail',
    message: '已查看“政府信息公开年报”栏目及其 3 个页面，最新一份是 2024 年度报告，未找到 2025 年度报告（应于 2026 年 1 月 31 日前公布）。',
    basis: regulation('第五十条'),
    remedy: '在“政府信息公开年报”栏目发布 2025 年度报告，并核对报告所列数据与实际办理情况一致。',
    measured: { looked: 3, newestYear: 2024, wantedYear: 2025 },
    evidence: [
      evidence({
        url: `${host}/zwgk/zfxxgknb/`,
        foundOn: `${host}/zwgk/`,
        anchorText: '政府信息公开年报',
        quote: '明湖市财政局2024年政府信息公开工作年度报告　2025-01-22',
        rejectedBecause: '是2024年的',
        screenshot: 'screenshots/mh-czj-annual-report.png',
      }),
      evidence({ url: `${host}/zwgk/zfxxgknb/202501/t20250122_4471.html`, foundOn: `${host}/zwgk/zfxxgknb/` }),
    ],
  }),
  finding({
    check: 'links-home',
    title: '首页链接可以打开',
    outcome: 'fail',
    standing: 'provisional',
    cause: 'broken-links',
    message:
      '首页 148 个链接中有 3 个打不开：“明湖市惠企政策汇编（2023版）.pdf”（HTTP 404）、“重点领域信息公开”（HTTP 404）、“网上办事大厅”（域名无法解析）。',
    basis: '《政府网站与政务新媒体检查指标》（国办秘函〔2019〕19号）“链接不可用”',
    remedy: '逐个修复或删除打不开的链接；附件移动位置后，请同步修改引用它的页面。',
    evidence: [
      evidence({
        url: `${host}/u/cms/www/2023/08/14103215ok3v/明湖市惠企政策汇编（2023版）.pdf`,
        foundOn: `${host}/`,
        anchorText: '明湖市惠企政策汇编（2023版）.pdf',
        bodySha256: null,
      }),
      evidence({
        url: `${host}/ztzl/zdly/2022/`,
        foundOn: `${host}/`,
        anchorText: '重点领域信息公开',
        bodySha256: null,
      }),
      evidence({
        url: 'http://bsdt.minghu.example/',
        foundOn: `${host}/`,
        anchorText: '网上办事大厅',
        bodySha256: null,
      }),
    ],
  }),
  finding({
    check: 'disclosure-guide',
    item: 'guide',
    title: '已发布政府信息公开指南',
    outcome: 'partial',
    cause: 'incomplete',
    message: '页面存在，但缺少：办公时间、传真号码、互联网联系方式。',
    basis: regulation('第十二条'),
    remedy: '在指南中补齐机构名称、办公地址、办公时间、联系电话、传真号码和互联网联系方式。',
    evidence: [
      evidence({
        url: `${host}/zwgk/zfxxgkzn/`,
        finalUrl: `${host}/zwgk/zfxxgkzn/index_2.html`,
        foundOn: `${host}/zwgk/`,
        anchorText: '政府信息公开指南',
        quote: '受理机构：明湖市财政局办公室。办公地址：明湖市云溪区行政中心2号楼407室。联系电话：0000-1234567。',
      }),
    ],
  }),
];

const unclear: readonly Finding[] = [
  finding({
    check: 'request-channel',
    item: 'request_channel',
    title: '依申请公开渠道畅通',
    outcome: 'unsure',
    cause: 'challenge',
    message: '“依申请公开”页面返回了人机验证，没有看到申请说明和申请表。',
    basis: regulation('第二十九条'),
    remedy: '在“依申请公开”栏目公布受理机构、申请方式、申请表和办理时限，并保证网上申请页面可以打开。',
    evidence: [evidence({ url: `${host}/ysqgk/`, foundOn: `${host}/zwgk/`, anchorText: '依申请公开', quote: '请完成安全验证后继续访问' })],
  }),
  finding({
    check: 'final-accounts',
    item: 'final_accounts',
    title: '已公开 2025 年度部门决算',
    outcome: 'unsure',
    cause: 'scanned-document',
    message: '找到“2025年度部门决算公开”，但附件是扫描图片，无法读出表格。',
    basis: '《中华人民共和国预算法》第十四条',
    remedy: '发布部门决算全文和表格，附件用可以复制文字的 PDF 或表格文件。',
    evidence: [
      evidence({ url: `${host}/zwgk/czyjs/202609/P020260904.pdf`, foundOn: `${host}/zwgk/czyjs/`, anchorText: '2025年度部门决算公开' }),
    ],
  }),
];

const met: readonly (readonly [check: string, title: string, item: ItemKey | null])[] = [
  ['disclosure-catalog', '已发布法定主动公开内容目录', 'catalog'],
  ['disclosure-institution', '已发布政府信息公开制度', 'institution'],
  ['budget-current', '已公开 2026 年度部门预算', 'budget'],
  ['three-public', '已公开“三公”经费预算', 'three_public'],
  ['normative-docs', '已公开现行有效的规范性文件', 'normative_docs'],
  ['agency-functions', '已公开机构职能、办公地址和联系方式', 'agency_functions'],
  ['leaders', '已公开负责人姓名和分工', 'leaders'],
  ['personnel', '已公开人事任免和招考信息', 'personnel'],
  ['procurement', '已公开政府采购实施情况', 'procurement'],
  ['statistics', '已公开财政统计信息', 'statistics'],
  ['supervision', '已公布监督举报方式', 'supervision'],
  ['interaction', '互动交流栏目有近一年的答复', 'interaction'],
  ['site-map', '设有网站地图', 'site_map'],
  ['find-errors', '首页设有“我为政府网站找错”入口', 'find_errors'],
  ['accessibility', '提供无障碍和适老化浏览', 'accessibility'],
  ['identity-icp', '页脚标明 ICP 备案号', null],
  ['identity-police', '页脚标明公安备案号', null],
  ['identity-site-code', '页脚标明网站标识码', null],
  ['identity-organiser', '页脚标明主办单位', null],
  ['fresh-home', '首页两周内有更新', null],
  ['fresh-news', '动态类栏目两周内有更新', null],
  ['fresh-notices', '通知公告栏目六个月内有更新', null],
  ['no-empty-column', '没有空白栏目', null],
  ['home-available', '首页可以访问', null],
  ['encoding', '页面文字没有乱码', null],
  ['https', '全站支持加密访问', null],
];

const passes = met.map(([check, title, item], index) =>
  finding({
    check,
    title,
    item,
    outcome: 'pass',
    evidence: [evidence({ url: `${host}/zwgk/${index + 1}/`, foundOn: `${host}/zwgk/`, anchorText: title })],
  }),
);

const bindless = [
  finding({
    check: 'admin-penalty',
    item: 'admin_penalty',
    title: '已公开行政处罚决定',
    outcome: 'not-applicable',
    cause: 'no-power',
    message: '单位名单中没有登记行政处罚职责。',
    remedy: '',
  }),
];

/** A department with something of everything. */
export const finance: AuditReport = {
  tool,
  unit: {
    id: 'mh-czj',
    name: '明湖市财政局',
    type: 'department',
    group: '一类部门',
    sites: [{ url: `${host}/`, disclosureUrl: `${host}/zwgk/`, prefixes: [] }],
  },
  snapshot: {
    id: '01JD3W9Z6K-mh-czj',
    startedAt: '2026-11-19T17:11:40.000Z',
    finishedAt: '2026-11-19T17:24:02.000Z',
    vantage: '明湖市政务外网',
    pages: 163,
    bytes: 41_830_112,
    requests: 312,
    stoppedBecause: 'complete',
    notes: [],
  },
  asOf,
  score: {
    scheme: 'online-core',
    value: 86.5,
    grade: '良好',
    judged: 29,
    asked: 31,
    categories: [
      { id: 'disclosure', title: '主动公开', points: 45, score: 81.3, judged: 13, asked: 14 },
      { id: 'request', title: '依申请公开', points: 10, score: null, judged: 0, asked: 1 },
      { id: 'fresh', title: '内容更新', points: 20, score: 100, judged: 6, asked: 6 },
      { id: 'usable', title: '链接与可用性', points: 15, score: 75, judged: 6, asked: 6 },
      { id: 'identity', title: '网站标识', points: 10, score: 100, judged: 4, asked: 4 },
    ],
  },
  findings: [...faults, ...unclear, ...passes, ...bindless],
};

const vary = (id: string, name: string, change: Partial<AuditReport>): AuditReport => ({
  ...finance,
  unit: { ...finance.unit, id, name, sites: [{ url: `https://${id}.minghu.example/`, disclosureUrl: null, prefixes: [] }] },
  ...change,
  snapshot: { ...finance.snapshot, id: `01JD3W9Z6K-${id}`, ...change.snapshot },
});

/** Everything met. */
export const education = vary('mh-jyj', '明湖市教育局', {
  score: {
    ...finance.score,
    value: 100,
    grade: '优秀',
    judged: 26,
    asked: 26,
    categories: finance.score.categories.map(part => ({ ...part, score: 100, judged: part.asked })),
  },
  findings: passes,
});

/** Nothing could be seen: all unsure, no score. */
export const unreachable = vary('mh-sthjj', '明湖市生态环境局', {
  snapshot: { ...finance.snapshot, id: '01JD3W9Z6K-mh-sthjj', pages: 0, bytes: 0, requests: 3, stoppedBecause: 'unreachable' },
  score: {
    ...finance.score,
    value: null,
    grade: null,
    judged: 0,
    asked: 31,
    categories: finance.score.categories.map(part => ({ ...part, score: null, judged: 0 })),
  },
  findings: [...faults, ...unclear, ...passes].map(({ check, title, item, basis }) =>
    finding({
      check,
      title,
      item,
      basis,
      outcome: 'unsure',
      cause: 'unreachable',
      message: '首页三次都超时未响应，没有看到任何页面。',
      evidence: [evidence({ url: 'https://mh-sthjj.minghu.example/', bodySha256: null })],
    }),
  ),
});

/** A report without findings. */
const silent = vary('mh-yxjd', '云溪区临湖街道办事处', {
  score: { scheme: 'online-core', value: null, grade: null, judged: 0, asked: 0, categories: [] },
  findings: [],
});
export const empty: AuditReport = { ...silent, unit: { ...silent.unit, type: 'township', group: null } };

export const script = '<script>document.title="stolen"</script>';
export const formula = "=cmd|'/c calc'!A0";
const override = '\u202egpj.exe\u202c';
const escapeSequence = '\u001b[2J\u001b]0;owned\u0007\u009b31m';
export const longAnchor = '公开'.repeat(1_500);

/** A unit whose site tries everything on its reader, in every field that a site can fill. */
export const hostile = vary('mh-hack', `明湖市网信服务中心${override}${escapeSequence}`, {
  snapshot: { ...finance.snapshot, id: '01JD3W9Z6K-mh-hack', vantage: escapeSequence, stoppedBecause: 'page-budget' },
  score: { ...finance.score, value: 41.2, grade: null, judged: 12, asked: 31 },
  findings: [
    finding({
      check: 'hostile-message',
      title: '已发布政府信息公开指南',
      outcome: 'fail',
      message: `已发布，见“${script}${override}${escapeSequence}”。`,
      evidence: [
        evidence({ url: 'javascript:alert(1)', foundOn: 'data:text/html,<script>alert(2)</script>', anchorText: formula, quote: script }),
        evidence({
          url: 'http://mh-hack.minghu.example/"onmouseover="alert(3)',
          anchorText: longAnchor,
          quote: `${override}${escapeSequence}"><img src=x onerror=alert(4)>`,
          rejectedBecause: `${override}<img src=x onerror=alert(5)>`,
        }),
        evidence({
          url: 'https://www.minghu.example@evil.example/',
          foundOn: ' java\nscript:alert(5)',
          anchorText: '\r\n+1+1',
          screenshot: '"><script>',
        }),
        evidence({ url: `https://mh-hack.minghu.example/${'a'.repeat(2_000)}`, quote: '</style></title></textarea>&lt;script&gt;' }),
      ],
    }),
    finding({
      check: 'hostile-formula',
      title: formula,
      outcome: 'partial',
      message: '@SUM(1+1)*cmd|/c calc!A0',
      cause: '-2+3',
      basis: script,
      remedy: '+1\t"quoted", and\r\nnew line',
      evidence: [evidence({ url: '=HYPERLINK("http://evil.example")', fetchedAt: 'not a time', bodySha256: '<b>' })],
    }),
    finding({ check: 'hostile-pass', title: script, outcome: 'pass', message: `见“${script}”。` }),
    finding({ check: 'hostile-bindless', title: `${script}${escapeSequence}`, outcome: 'not-applicable', message: script, remedy: '' }),
  ],
});

/** More units of the usual kind, so that a ranking has places to give. */
const counties = [91.25, 73.4, 73.4, 58]
  .map((value, index) =>
    vary(`mh-county-${index + 1}`, `明湖市${['云溪区', '临湖区', '石桥县', '青浦岭县'][index]}人民政府`, {
      score: { ...finance.score, value, grade: value > 90 ? '优秀' : value > 60 ? '合格' : '不合格' },
      findings: [...faults.slice(0, index), ...unclear.slice(0, index % 3), ...passes],
    }),
  )
  .map(report => ({ ...report, unit: { ...report.unit, type: 'county' as const, group: '区县' } }));

/** The units as one run of usual results. */
export const cityRun: RunReport = {
  tool,
  title: '明湖市政务公开网站检查',
  asOf,
  startedAt: '2026-11-19T17:00:00.000Z',
  finishedAt: '2026-11-19T19:42:31.000Z',
  units: [finance, education, unreachable, empty, ...counties],
};

/** The same with the hostile unit among them. */
export const hostileRun: RunReport = { ...cityRun, title: `检查${script}${escapeSequence}`, units: [hostile, ...cityRun.units] };
