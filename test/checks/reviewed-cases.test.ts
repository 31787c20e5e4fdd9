import { describe, expect, test } from 'vitest';
import { MiniSite } from '../../fixtures/mini-site.ts';
import { judgeSite, outcomeOf } from '../support/judge-site.ts';

// Verdicts that were once wrong, each as the site that showed it. What a careful inspector would sign stands behind the arrow.
const long = '明湖市教育局按照规定公布有关内容，包括依据、范围、程序和结果，供公民、法人和其他组织查阅。'.repeat(6);
const guideText = `<h1>政府信息公开指南</h1><p>${long}信息分类和编排体系见公开目录。受理机构：本局办公室；办公地址：学府路1号；办公时间：周一至周五；联系电话：0531-5550101；传真：0531-5550102；电子邮箱：jyj@minghu.example；主动公开、依申请公开的获取方式。</p>`;
const dated = (rows: readonly (readonly [string, string])[]) =>
  `<ul>${rows.map(([title, day], index) => `<li><a href="/row/${index}.html">${title}</a><span>${day}</span></li>`).join('')}</ul>`;
const report = (year: number, day: string) => `<h1>明湖市教育局${year}年政府信息公开工作年度报告</h1><p>发布时间：${day}</p><p>${long}</p>`;

const cases: readonly { readonly name: string; readonly check: string; readonly site: object; readonly outcome: string }[] = [
  {
    name: 'an item page that is a scan cannot be called empty',
    check: 'agency-functions',
    site: { home: '<a href="/a.html">机构职能</a>', pages: { '/a.html': { title: '机构职能', body: '<img src="/scan/jgzn.jpg">' } } },
    outcome: 'unsure',
  },
  {
    name: 'a maintenance page is no soft 404',
    check: 'disclosure-guide',
    site: {
      home: '<a href="/a.html">政府信息公开指南</a>',
      pages: { '/a.html': { title: '系统维护', body: '<h1>网站维护升级中</h1><p>网站正在维护升级，请稍后访问。</p>' } },
    },
    outcome: 'unsure',
  },
  {
    name: 'an empty comment widget in a frame does not empty the page',
    check: 'disclosure-guide',
    site: {
      home: '<a href="/a.html">政府信息公开指南</a>',
      pages: {
        '/a.html': { title: '政府信息公开指南', body: `${guideText}<iframe src="/pl.html"></iframe>` },
        '/pl.html': { title: '评论', body: '<p>暂无相关内容</p>' },
      },
    },
    outcome: 'pass',
  },
  {
    name: 'a guide that names the government’s office above it is its own',
    check: 'disclosure-guide',
    site: {
      home: '<a href="/a.html">政府信息公开指南</a>',
      pages: {
        '/a.html': {
          title: '政府信息公开指南',
          body: `${guideText.replaceAll('明湖市教育局', '市教育局')}<p>主管部门：明湖市民政局。</p>`,
        },
      },
    },
    outcome: 'pass',
  },
  {
    name: 'a guide that is another unit’s from head to foot is not',
    check: 'disclosure-guide',
    site: {
      home: '<a href="/a.html">政府信息公开指南</a>',
      pages: { '/a.html': { title: '政府信息公开指南', body: guideText.replaceAll('明湖市教育局', '明湖市民政局') } },
    },
    outcome: 'fail',
  },
  {
    name: 'a statement that there is nothing is what the law asks for',
    check: 'three-public',
    site: {
      home: '<a href="/a.html">三公经费</a>',
      pages: { '/a.html': { title: '三公经费', body: '<p>我局本年度无“三公”经费支出。</p>' } },
    },
    outcome: 'pass',
  },
  {
    name: 'with a sibling column undated no column is called stale',
    check: 'news-fresh',
    site: {
      home: '<a href="/gb/">干部动态</a><a href="/gz/">工作动态</a>',
      pages: {
        '/gb/': {
          title: '干部动态',
          body: `<h1>干部动态</h1>${dated([
            ['旧闻一则', '2025-03-01'],
            ['旧闻二则', '2025-02-01'],
            ['旧闻三则', '2025-01-01'],
          ])}`,
        },
        '/gz/': {
          title: '工作动态',
          body: `<h1>工作动态</h1>${dated([
            ['新闻一则', ''],
            ['新闻二则', ''],
            ['新闻三则', ''],
          ])}`,
        },
      },
    },
    outcome: 'unsure',
  },
  {
    name: 'a short note with the guide attached is not a guide without elements',
    check: 'disclosure-guide',
    site: {
      home: '<a href="/a.html">政府信息公开指南</a>',
      pages: {
        '/a.html': {
          title: '政府信息公开指南',
          body: '<h1>政府信息公开指南</h1><p>现公布本局政府信息公开指南。</p><a href="/zn.docx">附件：指南.docx</a>',
        },
      },
    },
    outcome: 'unsure',
  },
  {
    name: 'a report in time by its list is not late because its page was edited in summer',
    check: 'annual-report-of-department',
    site: {
      home: '<a href="/nb/">政府信息公开年报</a>',
      pages: {
        '/nb/': {
          title: '政府信息公开年报',
          body: '<h1>政府信息公开年报</h1><ul><li><a href="/nb/1.html">明湖市教育局2025年政府信息公开工作年度报告</a><span>2026-01-20</span></li><li><a href="/nb/2.html">明湖市教育局2024年政府信息公开工作年度报告</a><span>2025-01-20</span></li></ul>',
        },
        '/nb/1.html': { title: '明湖市教育局2025年政府信息公开工作年度报告', body: report(2025, '2026-06-30') },
      },
    },
    outcome: 'pass',
  },
  {
    name: 'a link that says 2025 with the report of 2024 behind it proves nothing',
    check: 'annual-report-of-department',
    site: {
      home: '<a href="/nb/1.html">明湖市教育局2025年政府信息公开工作年度报告</a>',
      pages: { '/nb/1.html': { title: '明湖市教育局2024年政府信息公开工作年度报告', body: report(2024, '2026-01-20') } },
    },
    outcome: 'unsure',
  },
  {
    name: 'final accounts cannot have been published before their year was over',
    check: 'final-accounts-of-year',
    site: {
      home: '<a href="/js.html">明湖市教育局2025年部门决算</a>',
      pages: {
        '/js.html': {
          title: '明湖市教育局2025年部门决算',
          body: `<h1>明湖市教育局2025年部门决算</h1><p>发布时间：2025-02-20</p><p>${long}</p>`,
        },
      },
    },
    outcome: 'unsure',
  },
  {
    name: 'the home page under another address is no column',
    check: 'leaders',
    site: {
      home: `<a href="/index.html">领导信息</a>${dated([
        ['领导调研学校', '2026-11-12'],
        ['领导慰问教师', '2026-11-10'],
        ['会议召开', '2026-11-09'],
      ])}`,
      pages: { '/index.html': { redirectTo: '/' } },
    },
    outcome: 'fail',
  },
  {
    name: 'a list of news whose headlines say 领导 is not the leaders’ column',
    check: 'leaders',
    site: {
      home: '<a href="/gz/">领导信息</a>',
      pages: {
        '/gz/': {
          title: '工作动态',
          body: `<h1>工作动态</h1>${dated([
            ['局领导调研秋季开学工作', '2026-11-12'],
            ['会议召开', '2026-11-10'],
            ['活动举行', '2026-11-09'],
          ])}`,
        },
      },
    },
    outcome: 'unsure',
  },
  {
    name: 'an entry of the column that names the year in other words may be the document',
    check: 'budget-of-year',
    site: {
      home: '<a href="/cz/">财政预算</a>',
      pages: {
        '/cz/': {
          title: '财政预算',
          body: `<h1>财政预算</h1>${dated([
            ['关于我局2026年收支预算编制的几点说明', '2026-03-01'],
            ['旧文一则', '2025-03-01'],
            ['旧文二则', '2024-03-01'],
          ])}`,
        },
      },
    },
    outcome: 'unsure',
  },
  {
    name: 'a budget that only points to its attachment does not lack 三公',
    check: 'three-public',
    site: {
      home: '<a href="/ys.html">明湖市教育局2026年部门预算</a>',
      pages: {
        '/ys.html': { title: '明湖市教育局2026年部门预算', body: `<h1>明湖市教育局2026年部门预算</h1><p>详请见附件。</p><p>${long}</p>` },
      },
    },
    outcome: 'unsure',
  },
  {
    name: 'marks that a script may write into the footer are not missing',
    check: 'icp-number',
    site: {
      homeHtml: `<title>明湖市教育局</title><h1>明湖市教育局</h1>${Array.from({ length: 20 }, (_, index) => `<a href="/c/${index}/">栏目第${index}号</a>`).join('')}<p>${long}</p><script src="/js/foot.js"></script>`,
    },
    outcome: 'unsure',
  },
  {
    name: 'a button that a script may write into the footer is not missing',
    check: 'find-errors',
    site: {
      homeHtml: `<title>明湖市教育局</title><h1>明湖市教育局</h1>${Array.from({ length: 20 }, (_, index) => `<a href="/c/${index}/">栏目第${index}号</a>`).join('')}<p>${long}</p><script src="/js/foot.js"></script>`,
    },
    outcome: 'unsure',
  },
  {
    name: 'a long list seen only to last summer may hold the budget on a later page',
    check: 'budget-of-year',
    site: {
      home: '<a href="/cz/">财政预算</a>',
      pages: {
        '/cz/': {
          title: '财政预算',
          body: `<h1>财政预算</h1>${dated(Array.from({ length: 12 }, (_, index) => [`财政工作简报第${index}期`, `2026-08-${10 + index}`] as const))}`,
        },
      },
    },
    outcome: 'unsure',
  },
  {
    name: 'a crawl that was refused half way shows nothing missing',
    check: 'disclosure-guide',
    site: { stoppedBecause: 'blocked', home: '<p>欢迎访问。</p>' },
    outcome: 'unsure',
  },
  ...(['来源：明湖市民政局', '明湖市民政局关于印发政府信息公开制度的通知'] as const).map(from => ({
    name: `rules of another office: ${from}`,
    check: 'disclosure-institution',
    site: {
      home: '<a href="/a.html">政府信息公开制度</a>',
      pages: {
        '/a.html': {
          title: '政府信息公开制度',
          body: `<h1>政府信息公开制度</h1><p>${from} 发布时间：2024-03-01</p><p>${'第一条 为规范信息公开工作，制定本办法。'.repeat(12)}</p>`,
        },
      },
    },
    outcome: 'pass',
  })),
];

describe('verdicts that were once wrong', () => {
  test.for(cases)('$name → $outcome', ({ check, site, outcome }) => {
    const findings = judgeSite(MiniSite.parse(site));
    const finding = findings.find(one => one.check === check)!;
    expect(outcomeOf(findings, check), finding.message).toBe(outcome);
  });
});
