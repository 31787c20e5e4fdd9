import { describe, expect, test } from 'vitest';
import { MiniSite } from '../../fixtures/mini-site.ts';
import { judgeSite, outcomeOf } from '../support/judge-site.ts';

// What counts as the content of an item's page, each case as a small site. What a careful inspector would sign stands behind the arrow.
const long = '明湖市教育局按照规定公布有关内容，包括依据、范围、程序和结果，供公民、法人和其他组织查阅。'.repeat(3);
const filled = Object.fromEntries(
  ['明湖概况', '教育园地', '校园风采', '专题专栏', '视频中心', '图片集锦'].map((title, index) => [
    `/menu/${index}/`,
    { title, body: `<h1>${title}</h1><p>第${index}栏。${long}</p>` },
  ]),
);
const said = (statement: string) => `<p>按照有关要求，现将有关情况说明如下：</p><p>${statement}</p><p>明湖市教育局</p><p>2026年2月11日</p>`;
const column = (title: string, body: string) => ({ title, body: `<h1>${title}</h1>${body}` });
const siteWith = (title: string, body: string, pages: object = {}) => ({
  home: `<a href="/x/">${title}</a>`,
  pages: { ...filled, '/x/': column(title, body), ...pages },
});

const everywhere = (side: string) =>
  Object.fromEntries(Object.entries(filled).map(([path, page]) => [path, { ...page, body: `${side}${page.body}` }]));
const subColumns = '<ul class="nav"><li><a href="/x/1/">通知</a></li><li><a href="/x/2/">公告</a></li></ul>';
const tree =
  '<div class="tree"><ul><li><a href="/c/1/">机构职能</a></li><li><a href="/c/2/">规范性文件</a></li><li><a href="/c/3/">部门预算</a></li></ul></div>';
const referral = '<p>本单位有关信息请登录<a href="http://www.minghu.gov.cn/zwgk/">明湖市人民政府网站</a>政府信息公开专栏查看。</p>';

const cases: readonly { readonly name: string; readonly check: string; readonly site: object; readonly outcome: string }[] = [
  { name: 'heading, menus and footer only', check: 'emergency', site: siteWith('应急管理', ''), outcome: 'fail' },
  {
    name: 'the same on a site of one page',
    check: 'emergency',
    site: { home: '<a href="/x/">应急管理</a>', pages: { '/x/': column('应急管理', '') } },
    outcome: 'fail',
  },
  {
    name: 'a list filled by script',
    check: 'emergency',
    site: siteWith('应急管理', '<ul id="list"></ul><script src="/js/list.js"></script>'),
    outcome: 'unsure',
  },
  { name: 'a picture of the plan', check: 'emergency', site: siteWith('应急管理', '<img src="/upload/yjya.png">'), outcome: 'unsure' },
  ...(
    [
      ['one attachment', { text: '明湖市教育系统突发事件应急预案 第一章 总则' }, 'pass'],
      ['one attachment that is a scan', { unread: '是扫描件，没有可读取的文字' }, 'unsure'],
      ['one attachment without a word in it', {}, 'unsure'],
      ['one attachment of another unit', { text: '明湖市民政局突发事件应急预案 第一章 总则' }, 'fail'],
    ] as const
  ).map(([name, document, outcome]) => ({
    name,
    check: 'emergency',
    site: siteWith('应急管理', '<a href="/yjya.pdf">应急预案.pdf</a>', { '/yjya.pdf': { document } }),
    outcome,
  })),
  {
    name: 'one attachment that nobody opened',
    check: 'emergency',
    site: siteWith('应急管理', '<a href="/yjya.pdf">应急预案.pdf</a>'),
    outcome: 'unsure',
  },
  {
    name: 'one attachment that is gone',
    check: 'emergency',
    site: siteWith('应急管理', '<a href="/yjya.pdf">应急预案.pdf</a>', { '/yjya.pdf': { status: 404, type: 'application/pdf' } }),
    outcome: 'fail',
  },
  {
    name: 'a promise',
    check: 'normative-documents',
    site: siteWith('规范性文件', said('有关文件正在整理，整理完成后公布。')),
    outcome: 'fail',
  },

  {
    name: 'a way to a column with a list',
    check: 'budget-column',
    site: siteWith('部门预算', '<a href="/y/">部门预算信息</a>', {
      '/y/': column('部门预算信息', '<ul><li><a href="/1.html">明湖市教育局2026年部门预算</a><span>2026-02-11</span></li></ul>'),
    }),
    outcome: 'pass',
  },
  {
    name: 'a way to a column without anything',
    check: 'budget-column',
    site: siteWith('部门预算', '<a href="/y/">部门预算信息</a>', { '/y/': column('部门预算信息', '<p>暂无信息</p>') }),
    outcome: 'fail',
  },
  {
    name: 'a way to another unit’s column',
    check: 'budget-column',
    site: siteWith('部门预算', '<a href="/y/">部门预算信息</a>', {
      '/y/': { title: '明湖市民政局部门预算信息', body: `<h1>明湖市民政局部门预算信息</h1><p>${long}</p>` },
    }),
    outcome: 'fail',
  },
  { name: 'a way that nobody went', check: 'budget-column', site: siteWith('部门预算', '<a href="/y/">部门预算信息</a>'), outcome: 'pass' },
  {
    name: 'two ways, one of them empty',
    check: 'budget-column',
    site: siteWith('部门预算', '<a href="/y/">部门预算信息</a><a href="/z/">历年部门预算</a>', {
      '/y/': column('部门预算信息', '<p>暂无信息</p>'),
      '/z/': column('历年部门预算', `<p>2024年部门预算收入一千二百万元。${long}</p>`),
    }),
    outcome: 'pass',
  },
  {
    name: 'a way beside text',
    check: 'budget-column',
    site: siteWith('部门预算', `<p>${long}</p><a href="/y/">部门预算信息</a>`, { '/y/': column('部门预算信息', '<p>暂无信息</p>') }),
    outcome: 'pass',
  },
  {
    name: 'the way of the other item is empty',
    check: 'budget-column',
    site: siteWith('财政预决算', '<a href="/y/">部门预算</a><a href="/z/">部门决算</a>', {
      '/y/': column('部门预算', `<p>2026年部门预算收入一千二百万元。${long}</p>`),
      '/z/': column('部门决算', '<p>暂无信息</p>'),
    }),
    outcome: 'pass',
  },
  {
    name: 'the way of this item is empty',
    check: 'final-accounts-column',
    site: siteWith('财政预决算', '<a href="/y/">部门预算</a><a href="/z/">部门决算</a>', {
      '/y/': column('部门预算', `<p>2026年部门预算收入一千二百万元。${long}</p>`),
      '/z/': column('部门决算', '<p>暂无信息</p>'),
    }),
    outcome: 'fail',
  },
  {
    name: 'a circle of ways',
    check: 'budget-column',
    site: siteWith('部门预算', '<a href="/y/">部门预算信息</a>', { '/y/': column('部门预算信息', '<a href="/x/">部门预算</a>') }),
    outcome: 'pass',
  },

  {
    name: 'no penalties this year',
    check: 'administrative-penalty',
    site: siteWith('行政处罚', said('2026年度明湖市教育局未作出行政处罚决定。')),
    outcome: 'pass',
  },
  {
    name: 'no penalties, and other sentences',
    check: 'administrative-penalty',
    site: siteWith('行政处罚', said('本局未作出行政处罚决定。各学校的处理决定由学校公布。')),
    outcome: 'pass',
  },
  {
    name: 'none three years ago',
    check: 'administrative-penalty',
    site: siteWith('行政处罚', said('2023年度，明湖市教育局没有作出行政处罚决定。')),
    outcome: 'fail',
  },
  {
    name: 'none since years ago',
    check: 'administrative-penalty',
    site: siteWith('行政处罚', said('自2019年以来，明湖市教育局没有作出行政处罚决定。')),
    outcome: 'pass',
  },
  {
    name: 'another unit had none',
    check: 'administrative-penalty',
    site: siteWith('行政处罚', said('明湖市民政局本年度没有作出行政处罚决定。')),
    outcome: 'fail',
  },
  {
    name: 'no report compiled',
    check: 'annual-report-column',
    site: siteWith('政府信息公开年报', said('本局2025年度未收到政府信息公开申请，不编制年度报告。')),
    outcome: 'fail',
  },
  {
    name: 'no report compiled, older ones below',
    check: 'annual-report-column',
    site: siteWith(
      '政府信息公开年报',
      `${said('本局2025年度未收到政府信息公开申请，不编制年度报告。')}<a href="/nb2024.html">明湖市教育局2024年政府信息公开工作年度报告</a>`,
    ),
    outcome: 'pass',
  },
  {
    name: 'nothing to apply for',
    check: 'request-channel',
    site: siteWith('依申请公开', said('本年度没有依申请公开的政府信息。')),
    outcome: 'fail',
  },
  {
    name: 'no applications, and how to apply',
    check: 'request-channel',
    site: siteWith('依申请公开', '<p>本年度没有收到申请。</p><p>申请人可以到学府路1号当面提交，也可以邮寄申请表。</p>'),
    outcome: 'pass',
  },
  {
    name: 'no applications, and a form',
    check: 'request-channel',
    site: siteWith('依申请公开', '<p>本年度没有收到申请。</p><form><input name="xm"><textarea name="nr"></textarea></form>'),
    outcome: 'pass',
  },
  {
    name: 'only a link to the system for applications',
    check: 'request-channel',
    site: siteWith('依申请公开', '<a href="https://ysq.minghu.gov.cn/">在线申请</a>'),
    outcome: 'pass',
  },
  {
    name: 'published by the finance bureau, it says',
    check: 'budget-column',
    site: siteWith('部门预算', said('本局没有单独的预算，由市财政局统一公开。')),
    outcome: 'unsure',
  },

  {
    name: 'an entry whose page is not finished',
    check: 'supervision',
    site: siteWith('监督举报', '<p>栏目正在建设中，敬请期待！</p>'),
    outcome: 'fail',
  },
  { name: 'an entry nobody opened', check: 'supervision', site: { home: '<a href="/x/">监督举报</a>', pages: filled }, outcome: 'pass' },
  {
    name: 'what may lead there was only tried, not read',
    check: 'supervision',
    site: { home: '<a href="/jdbz/">监督保障</a>', pages: filled, links: { '/jdbz/': 200 } },
    outcome: 'unsure',
  },
  {
    name: 'what may lead there was read',
    check: 'supervision',
    site: { home: '<a href="/jdbz/">监督保障</a>', pages: { ...filled, '/jdbz/': column('监督保障', `<p>${long}</p>`) } },
    outcome: 'fail',
  },
  {
    name: 'duties that concern what is not there',
    check: 'agency-functions',
    site: siteWith('机构职能', '<p>承担辖区市容管理，查处无照经营，受市政府委托开展综合执法工作。</p>'),
    outcome: 'pass',
  },
  {
    name: 'a statement in place of duties',
    check: 'agency-functions',
    site: siteWith('机构职能', '<p>本单位没有独立的职能。</p>'),
    outcome: 'fail',
  },
  {
    name: 'no accounts of its own',
    check: 'budget-column',
    site: siteWith('部门预算', '<p>我单位为非独立核算单位，没有部门预算。</p>'),
    outcome: 'unsure',
  },
  { name: 'no budget, and no reason', check: 'budget-column', site: siteWith('部门预算', '<p>我单位没有部门预算。</p>'), outcome: 'fail' },
  {
    name: 'since the reform of a year',
    check: 'administrative-penalty',
    site: siteWith('行政处罚', '<p>2019年机构改革后，我局没有行政处罚事项。</p>'),
    outcome: 'pass',
  },
  {
    name: 'a viewer opened by script',
    check: 'emergency',
    site: siteWith('应急管理', '<div id="pdf"></div><script>PDFObject.embed("/upload/yjya.pdf", "#pdf");</script>'),
    outcome: 'unsure',
  },
  {
    name: 'a picture loaded when seen',
    check: 'emergency',
    site: siteWith('应急管理', '<img class="lazy" data-original="/upload/yjya.png">'),
    outcome: 'unsure',
  },
  { name: 'names in place of a heading only', check: 'leaders', site: siteWith('领导信息', '<p>局长 王明</p>'), outcome: 'pass' },
  {
    name: 'a button that opens the form',
    check: 'request-channel',
    site: siteWith('依申请公开', '<button onclick="apply()">我要申请</button>'),
    outcome: 'pass',
  },
  {
    name: 'a button that prints',
    check: 'request-channel',
    site: siteWith('依申请公开', '<button onclick="print()">打印</button>'),
    outcome: 'fail',
  },
  {
    name: 'a form not ready, and an address to write to',
    check: 'request-channel',
    site: siteWith('依申请公开', '<p>在线申请系统正在建设中，请邮寄至明湖市学府路1号市教育局办公室。</p>'),
    outcome: 'unsure',
  },
  {
    name: 'the same referral on many pages',
    check: 'emergency',
    site: siteWith(
      '应急管理',
      referral,
      Object.fromEntries(['一', '二', '三', '四'].map(part => [`/${part}/`, column(`第${part}栏`, referral)])),
    ),
    outcome: 'unsure',
  },
  {
    name: 'a catalogue that is the menu of its section',
    check: 'disclosure-catalog',
    site: { ...siteWith('政府信息公开目录', tree), pages: { ...everywhere(tree), '/x/': column('政府信息公开目录', tree) } },
    outcome: 'unsure',
  },
  {
    name: 'a column whose parts stand in the menu',
    check: 'notices-fresh',
    site: { home: `<a href="/x/">通知公告</a>${subColumns}`, pages: { ...everywhere(subColumns), '/x/': column('通知公告', subColumns) } },
    outcome: 'unsure',
  },
];

describe('what counts as content', () => {
  test.for(cases)('$check: $name → $outcome', ({ check, site, outcome }) => {
    const findings = judgeSite(MiniSite.parse(site));
    expect(outcomeOf(findings, check), findings.find(one => one.check === check)!.message).toBe(outcome);
  });
});
