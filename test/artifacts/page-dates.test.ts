import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadDom } from '../../src/artifacts/dom.ts';
import { newestItemOn, pageDates, publishedOn } from '../../src/artifacts/page-dates.ts';

const url = 'http://www.minghu.gov.cn/zwgk/content/post_1.html';
const published = (html: string, address = url) => publishedOn(loadDom(html), address);
const body =
  '<p>根据有关规定，现将有关情况公布如下。2025年1月2日，市政府召开会议，研究部署有关工作，要求各单位认真落实，确保取得实效。</p>'.repeat(4);
const headline = '明湖市2026年部门预算公开通知';
const page = (byline: string, { head = '', before = '', after = '' } = {}) =>
  `<head><title>${headline}-通知公告-明湖市人民政府</title>${head}</head><body><div>首页 &gt; 通知公告</div>${before}<h2>${headline}</h2>${byline}<div class="content">${body}<p>2026年2月20日</p></div>${after}</body>`;

test.for([
  '<p>发布时间：2026-03-05</p>',
  '<p>发布时间：2026-03-05&nbsp;&nbsp;浏览次数：<span id="n"></span></p>',
  '<div><span>来源：市财政局</span><span>时间 : 2026-03-05 11:38:59</span></div>',
  '<div><em>日期：</em>2026-03-05</div>',
  '<div>【信息发布时间：2026-03-05阅读次数：3】【字号 大 中 小】</div>',
  '<div>来源：市财政局　2026年3月5日　字体：大 中 小</div>',
  '<p><span>2026-03-05 04:28</span></p>',
  '<ul><li>来源：新华社</li><li>作者：</li><li>2026-03-05 14:43</li></ul>',
  '<table><tr><td>索引号：</td><td>001-2026</td><td>发布日期：</td><td>2026年3月5日</td></tr></table>',
  '<table><tr><td>成文日期</td><td>2026-02-20</td></tr><tr><td>发布日期</td><td>2026-03-05</td></tr></table>',
  '<p>成文日期：二〇二六年二月二十日 发布日期：2026-03-05</p>',
  '<p>更新时间：2026-03-09 发布时间：2026-03-05</p>',
  '<p>施行日期：2026-05-01 发文日期：2026-03-05</p>',
  '<p>更新时间：2026-03-05</p>',
  '<p>生成日期：2026-03-05</p>',
  '<p>成文日期：二〇二六年三月五日</p>',
  '<p>签署时间：2026-03-05 00:32</p>',
  '<p>（2026年2月12日）</p><p>生成日期：2026-03-05</p>',
  '<p>（ 2026年3月5日）</p>',
  '<p>2026年3月5日</p><p>成文日期：2026-02-20</p>',
  '<script>var pubTime = "2026-03-05 10:00:00"; </script><p>发布时间：<script>document.write(pubTime.substring(0, 10))</script></p>',
  '<p>发布时间：<script>document.write("<b>2026-03-05</b>")</script></p>',
  '<p>发布时间：<b id="t"></b></p><script>var pubDate="2026-03-05"; $("#t").html(pubDate)</script>',
])('%s', byline => {
  expect(published(page(byline))).toBe('2026-03-05');
});

describe('what is on the page besides', () => {
  const byline = '<p>发布时间：2026-03-05</p>';

  test.for([
    ['today in the header', { before: '<div>今天是2026年4月1日 星期三</div>' }],
    [
      'today in the header, written by a script',
      { before: '<div><script>var d=new Date(); document.write(d.getFullYear()+"年")</script></div>' },
    ],
    [
      'other meta tags',
      { head: '<meta name="PubDate" content="2020-09-26 03:45:41"><meta name="others" content="页面生成时间 2026-04-02">' },
    ],
    ['a template’s old label', { before: '<div style="display:none">发布时间：2017-11-08</div><!-- 发布时间：2017-11-08 -->' }],
    [
      'related articles with labelled days',
      { after: '<ul><li><a href="1">公开指南</a>发布时间：2026-04-01</li><li><a href="2">公开制度</a>发布时间：2026-03-30</li></ul>' },
    ],
    [
      'related articles before it',
      { before: '<ul><li><a href="1">明湖市公开指南</a>2026-04-01</li><li><a href="2">明湖市公开制度</a>2026-03-30</li></ul>' },
    ],
    [
      'a list of the newest in the margin',
      { after: `<ul>${'<li><a href="1">明湖市公开指南</a><span>2026-04-01</span></li>'.repeat(12)}</ul>` },
    ],
    ['the day of the last change of the site', { after: '<div class="footer">最后更新：2026-04-01 发布时间：2026-04-01</div>' }],
    ['a deadline in the text', { after: '<p>报名截止时间：2026-04-20</p>' }],
  ] as const)('%s does not count', ([, besides]) => {
    expect(published(page(byline, besides))).toBe('2026-03-05');
  });
});

test('what is hidden under the headline does not count', () => {
  const hidden =
    '<p style="display: none">发布时间：2017-11-08</p><p hidden>发布时间：2017-11-09</p><p class="x ng-hide">发布时间：2017-11-10</p>';
  expect(published(page(`${hidden}<p>发布时间：2026-03-05</p>`))).toBe('2026-03-05');
});

test.for([
  ['no date at all', page('')],
  ['today only', page('', { before: '<div>2026年4月1日 星期三</div>' })],
  ['a deadline only', page('<p>申报截止日期：2026-04-20</p>')],
  ['a period only', page('<p>公示时间：2026-03-05至2026-03-11</p>')],
  ['a date in the text below', `<h1>${headline}</h1>${body}`],
  ['a signature far below', page('')],
  ['a placeholder', page('<p>发布时间：1970-01-01</p>')],
  [
    'a list',
    `<title>通知公告</title><h1>通知公告</h1><ul>${'<li><a href="1">明湖市公开指南</a><span>2026-04-01</span></li>'.repeat(6)}</ul>`,
  ],
  [
    'a list with labels',
    `<title>通知公告</title><h1>通知公告</h1>${'<div class="i"><h3><a href="1">明湖市公开指南</a></h3><p>发布时间：2026-04-01</p></div>'.repeat(6)}`,
  ],
  [
    'a list with meta tags',
    `<head><title>通知公告</title><meta name="pubdate" content="2026-01-01"></head><ul>${'<li><a href="1">明湖市公开指南</a>2026-04-01</li>'.repeat(6)}</ul>`,
  ],
  ['an empty page', ''],
] as const)('%s: no day of publication', ([, html]) => {
  expect(published(html)).toBeNull();
});

describe('meta tags and addresses', () => {
  test.for(['PubDate', 'publishdate', 'article:published_time'])('the meta tag %s speaks when nothing is visible', name => {
    expect(published(page('', { head: `<meta name="${name}" content="2026-03-05 17:09">` }))).toBe('2026-03-05');
  });

  test('they speak for an article with a list in its margin, too', () => {
    const after = `<ul>${'<li><a href="1">明湖市公开指南</a><span>2026-04-01</span></li>'.repeat(12)}</ul>`;
    expect(published(page('', { head: '<meta name="PubDate" content="2026-03-05">', after }))).toBe('2026-03-05');
  });

  test('the address alone is no evidence, but it bears witness for a bare day that has no headline', () => {
    const address = 'http://www.minghu.gov.cn/zwgk/202603/t20260305_1.html';
    expect(published('<div>公开指南</div>', address)).toBeNull();
    expect(published('<div>公开指南</div><div>2026-03-05</div>', address)).toBe('2026-03-05');
    expect(published('<div>公开指南</div><div>2026-03-04</div>', address)).toBeNull();
  });
});

test('a headline broken over lines is still the headline', () => {
  const html = `<title>明湖市召开政务公开工作会议 部署全年重点任务 明湖市人民政府</title><h3>明湖市召开政务公开工作会议<br>部署全年重点任务</h3><p>2026-03-05 来源：市政府办</p>${body}`;
  expect(published(html)).toBe('2026-03-05');
});

test('the newest of the proven days', () => {
  const row = (date: string | null) => ({ title: '公开指南', url: null, date });
  expect(newestItemOn([row(null), row('2025-12-31'), row('2026-03-05'), row('2026-01-01')])).toBe('2026-03-05');
  expect(newestItemOn([row(null)])).toBeNull();
});

test('never throws', () => {
  const piece = fc.constantFrom(
    ...[
      '<h1>',
      '</h1>',
      '<p>',
      '</p>',
      '<script>',
      '</script>',
      'document.write(',
      'var a="2026-03-05";',
      'a)',
      '发布时间：',
      '2026-03-05',
      '<table><tr><td>',
    ],
    ...['<meta name="pubdate" content="2026-03-05">', '<title>', '</title>', '公开指南', '<a href="1">', '</a>', '<div hidden>', '至'],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
      const date = published(pieces.join(''));
      expect(date === null || date === '2026-03-05').toBe(true);
    }),
    { numRuns: 500 },
  );
});

test.for([
  ['words before the links', '<div>您现在的位置：<a href="/">明湖市人民政府</a> → <a href="/tzgg/">通知公告</a></div>'],
  ['words of their own element', '<p><span>当前位置：</span><a href="/">明湖市人民政府</a>&gt;<a href="/tzgg/">通知公告</a></p>'],
] as const)('the way to the page is no list, though two days stand beside it: %s', ([, trail]) => {
  const card = '<table><tr><th>索引号：</th><td>001</td><th>发文日期：</th><td>2026-03-05</td></tr></table>';
  const article = `<p>现将有关事项通知如下，请各单位认真落实。</p><p>市财政局</p><p>2026年2月20日</p>`;
  expect(
    published(`<title>${headline}</title><table><tr><td>${trail}<div>${headline}</div>${card}<div>${article}</div></td></tr></table>`),
  ).toBe('2026-03-05');
});

test.for([
  ['short', '<p>现将有关事项通知如下，请各单位认真落实，并于每月二十五日前报送进展情况。</p>'.repeat(9)],
  ['long', body.repeat(3)],
] as const)('the links of the menu beside an article are no titles of its days: %s', ([, text]) => {
  const menu = '<td><a href="/fd/">法定主动公开内容</a><a href="/cz/">部门财政信息</a></td>';
  const card = '<table><tr><th>索引号：</th><td>001</td><th>发文日期：</th><td>2026-03-05</td></tr></table>';
  const html = `<title>${headline}</title><table><tr>${menu}<td><div>${headline}</div>${card}<div>${text}<p>2026年2月20日</p></div></td></tr></table>`;
  expect(published(html)).toBe('2026-03-05');
});

describe('witnesses', () => {
  const dates = (html: string, { address = url, today }: { address?: string; today?: string } = {}) =>
    pageDates(loadDom(html), address, today === undefined ? {} : { today });
  const filed = 'http://www.minghu.gov.cn/zwgk/202603/t20260305_1.html';

  test('each is kept with its kind and name, and agreement counts the sources', () => {
    const head = '<meta name="PubDate" content="2026-03-05 10:20"><script>var pubTime = "2026-03-05 10:20:00"</script>';
    const { chosen, witnesses, agreeing, contradicting } = dates(page('<p>发布时间：2026-03-05</p>', { head }), { address: filed });
    expect(chosen).toEqual({ kind: 'labelled', label: '发布时间', iso: '2026-03-05', role: 'published' });
    expect(witnesses.map(({ kind, label }) => [kind, label])).toEqual([
      ['labelled', '发布时间'],
      ['signature', null],
      ['script', 'pubTime'],
      ['meta', 'pubdate'],
      ['address', null],
    ]);
    expect([agreeing, contradicting]).toEqual([4, []]);
  });

  test('tags years apart from what is seen contradict, with the days between', () => {
    const head = '<meta name="PubDate" content="2028-03-05">';
    const { chosen, agreeing, contradicting } = dates(page('<p>2026-03-05 来源：市财政局</p>', { head }));
    expect([chosen?.kind, chosen?.iso, agreeing]).toEqual(['bare', '2026-03-05', 1]);
    expect(contradicting).toEqual([{ kind: 'meta', label: 'pubdate', iso: '2028-03-05', role: 'published', daysApart: 731 }]);
  });

  test.for([
    ['成文日期', '2026-03-01', '2026-03-01', 0],
    ['签发日期', '2026-03-01', '2026-03-01', 0],
    ['发文日期', '2026-03-01', '2026-03-01', 0],
    ['生成日期', '2026-03-01', '2026-03-01', 0],
    ['成文日期', '2026-03-09', '2026-03-09', 1],
  ] as const)(
    '%s %s is told apart from the day of publication, and contradicts it only when later',
    ([label, day, writtenOn, contradictions]) => {
      const { chosen, writtenOn: written, contradicting } = dates(page(`<p>${label}：${day} 发布日期：2026-03-05</p>`));
      expect([chosen?.iso, written, contradicting.length]).toEqual(['2026-03-05', writtenOn, contradictions]);
    },
  );

  test('the better label says when it was written', () => {
    expect(dates(page('<p>发文日期：2026-03-04 成文日期：2026-03-01 发布日期：2026-03-05</p>')).writtenOn).toBe('2026-03-01');
    expect(dates(page('<p>发布日期：2026-03-05</p>')).writtenOn).toBe('2026-02-20');
    expect(dates(`<h1>${headline}</h1><p>发布日期：2026-03-05</p>`).writtenOn).toBeNull();
  });

  test.for([
    ['更新时间：2026-03-09 发布时间：2026-03-05', '2026-03-05', '2026-03-09', 0],
    ['更新时间：2026-03-01 发布时间：2026-03-05', '2026-03-05', '2026-03-01', 1],
    ['更新时间：2026-03-09', '2026-03-09', '2026-03-09', 0],
    ['提交时间：2026-03-01 回复时间：2026-03-05', '2026-03-05', null, 0],
  ] as const)('%s: published %s, updated %s', ([line, published, updated, contradictions]) => {
    const { chosen, updatedOn, contradicting } = dates(page(`<p>${line}</p>`));
    expect([chosen?.iso, updatedOn, contradicting.length]).toEqual([published, updated, contradictions]);
  });

  test('a card above the headline with 发布日期 is believed before a bare day under it', () => {
    const before = '<table><tr><td>生成日期：</td><td>2026-03-01</td><td>发布日期：</td><td>2026-03-05</td></tr></table>';
    expect(dates(page('<p>2026-03-01 来源：市财政局</p>', { before })).chosen?.iso).toBe('2026-03-05');
    const several = `${before}<div>发布日期：2025-01-01</div>`;
    expect(dates(page('<p>2026-03-01 来源：市财政局</p>', { before: several })).chosen?.iso).toBe('2026-03-01');
  });

  test('days after the look are no witnesses', () => {
    const html = page('<p>发布时间：2026-03-05</p>', { head: '<meta name="PubDate" content="2026-03-04">' });
    expect(dates(html, { today: '2026-03-04' }).chosen).toMatchObject({ kind: 'meta', iso: '2026-03-04' });
    expect(dates(html, { today: '2026-03-05' }).chosen).toMatchObject({ kind: 'labelled', iso: '2026-03-05' });
  });

  test.for([
    '<script type="application/ld+json">{"@type":"Article","pubDate":"2026-03-05T10:20:30"}</script>',
    '<script>var publishDate = "20260305102030"</script>',
    '<script>var config = {releaseTime: "Mar 5, 2026 10:20:30 AM"}</script>',
    '<meta name="firstpublishedtime" content="2026-03-05-10:20">',
    '<meta itemprop="datePublished" content="2026-03-04T16:00:00Z">',
    '<meta property="article:published_time" content="Thu Mar 05 10:23:00 CST 2026">',
    '<meta name="publish_date" content="1772676000000">',
  ])('%s speaks when nothing is seen', head => {
    expect(dates(page('', { head })).chosen?.iso).toBe('2026-03-05');
  });

  test.for([
    ['records of a list', '<script>var list=[{"pubDate":"2026-03-05"},{"pubDate":"2026-03-04"}]</script>'],
    ['another constant', '<script>var endDate = "2026-03-05", deadline = "2026-03-05"</script>'],
    ['a placeholder', '<meta name="PubDate" content="1970-01-01"><script>var pubDate = "0001-01-01 00:00:00"</script>'],
    ['the last change', '<meta name="lastmodifiedtime" content="2026-03-05">'],
  ] as const)('%s in the head is no day of publication', ([, head]) => {
    expect(dates(page('', { head })).chosen).toBeNull();
  });

  test('a list has no day of its own, though its tags have one', () => {
    const html = `<head><meta name="PubDate" content="2026-03-05"></head><ul>${'<li><a href="1">明湖市公开指南</a>2026-04-01</li>'.repeat(6)}</ul>`;
    expect(dates(html)).toMatchObject({ chosen: null, writtenOn: null, agreeing: 0, contradicting: [] });
  });
});
