import { describe, expect, test } from 'vitest';
import { MiniSite } from '../../fixtures/mini-site.ts';
import { judgeSite, outcomeOf } from '../support/judge-site.ts';

// What stands in a file decides, not the words of the link to it.
const budget = (year: number, { unit = '明湖市教育局', also = '' } = {}) =>
  `${unit}\n${year}年部门预算\n目录\n第一部分 部门概况\n第二部分 收支总表 收入合计 1280.50 支出合计 1280.50\n${also}\n${'说明：收支按照批复的预算编列，单位万元。'.repeat(10)}`;

const scan = { unread: '是扫描件，没有可读取的文字' };
const entry = '<ul><li><a href="/ys/2026.html">明湖市教育局2026年部门预算</a><span>2026-02-11</span></li></ul>';
const pageWith = (body: string) => ({
  title: '明湖市教育局2026年部门预算',
  body: `<h1>明湖市教育局2026年部门预算</h1><p>发布时间：2026-02-11</p>${body}`,
});
const handedOut = (files: Readonly<Record<string, object>>, text = '<p>详见附件。</p>'): object => ({
  home: '<a href="/ys/">部门预算</a>',
  pages: {
    '/ys/': { title: '部门预算', body: `<h1>部门预算</h1>${entry}` },
    '/ys/2026.html': pageWith(
      `${text}${Object.keys(files)
        .map(path => `<p><a href="${path}">附件${path.slice(1)}</a></p>`)
        .join('')}`,
    ),
    ...files,
  },
});
const table = '<table><tr><th>项目</th><th>金额（万元）</th></tr><tr><td>收入合计</td><td>1280.50</td></tr></table>';
const explained = `<p>${'明湖市教育局2026年部门预算收入1280.50万元，支出1280.50万元，比上年增加12.30万元。'.repeat(8)}</p>${table}`;

describe('the files of a page', () => {
  test.for([
    ['the year’s budget', { '/a.pdf': { document: { text: budget(2026) } } }, 'pass'],
    ['last year’s', { '/a.pdf': { document: { text: budget(2025) } } }, 'fail'],
    [
      'last year’s cover over this year’s numbers',
      { '/a.pdf': { document: { text: budget(2025, { also: '2026年收入合计 1300.00' }) } } },
      'pass',
    ],
    ['another unit’s', { '/a.doc': { document: { text: budget(2026, { unit: '明湖市民政局' }) } } }, 'fail'],
    ['a scan', { '/a.pdf': { document: scan } }, 'unsure'],
    ['nothing but a blank sheet, or one drawing', { '/a.xls': { document: {} } }, 'unsure'],
    ['gone', { '/a.pdf': { status: 404, type: 'application/pdf' } }, 'fail'],
    ['refused', { '/a.pdf': { status: 403, type: 'application/pdf' } }, 'unsure'],
    [
      'one good and one that is gone',
      { '/a.pdf': { document: { text: budget(2026) } }, '/b.pdf': { status: 404, type: 'application/pdf' } },
      'pass',
    ],
    ['one scanned and one of last year', { '/a.pdf': { document: scan }, '/b.pdf': { document: { text: budget(2025) } } }, 'unsure'],
  ] as const)('%s', ([, files, outcome]) => {
    expect(outcomeOf(judgeSite(MiniSite.parse(handedOut(files))), 'budget-of-year')).toBe(outcome);
  });

  test.for([
    ['a scan', scan],
    ['last year’s', { text: budget(2025) }],
    ['another unit’s', { text: budget(2026, { unit: '明湖市民政局' }) }],
  ] as const)('%s beside a page that says it all does not matter', ([, document]) => {
    const site = MiniSite.parse(handedOut({ '/a.pdf': { document } }, explained));
    expect(outcomeOf(judgeSite(site), 'budget-of-year')).toBe('pass');
  });

  test('what was opened is evidence, what was rejected says why', () => {
    const files = { '/a.pdf': { document: { text: budget(2026) } }, '/b.pdf': { status: 404, type: 'application/pdf' } };
    const finding = judgeSite(MiniSite.parse(handedOut(files))).find(({ check }) => check === 'budget-of-year')!;
    expect(finding.evidence.map(({ url, rejectedBecause }) => [new URL(url).pathname, rejectedBecause])).toEqual([
      ['/ys/2026.html', null],
      ['/a.pdf', null],
      ['/b.pdf', '返回404（页面不存在）'],
    ]);
    expect(finding.evidence[1]!.quote).toContain('2026年部门预算');
  });
});

describe('a link straight to a file', () => {
  const site = (document: object, text = '明湖市教育局2026年部门预算') => ({
    home: '<a href="/ys/">部门预算</a>',
    pages: {
      '/ys/': { title: '部门预算', body: `<h1>部门预算</h1><ul><li><a href="/a.pdf">${text}</a><span>2026-02-11</span></li></ul>` },
      '/a.pdf': { document },
    },
  });

  test.for([
    ['the year’s budget', { text: budget(2026) }, 'pass'],
    ['last year’s', { text: budget(2025) }, 'fail'],
    ['another unit’s', { text: budget(2026, { unit: '明湖市民政局' }) }, 'fail'],
    ['a scan', scan, 'unsure'],
  ] as const)('%s', ([, document, outcome]) => {
    expect(outcomeOf(judgeSite(MiniSite.parse(site(document))), 'budget-of-year')).toBe(outcome);
  });

  test('without a year in its words is dated by its own head', () => {
    expect(outcomeOf(judgeSite(MiniSite.parse(site({ text: budget(2026) }, '部门预算'))), 'budget-of-year')).toBe('pass');
  });
});

describe('an item inside the files of other items', () => {
  test.for([
    ['there', { text: budget(2026, { also: '“三公”经费支出表 合计 3.20' }) }, 'pass'],
    ['not there', { text: budget(2026) }, 'fail'],
    ['in a scan', scan, 'unsure'],
  ] as const)('%s', ([, document, outcome]) => {
    expect(outcomeOf(judgeSite(MiniSite.parse(handedOut({ '/a.pdf': { document } }))), 'three-public')).toBe(outcome);
  });
});
