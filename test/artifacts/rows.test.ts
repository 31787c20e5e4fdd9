import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadDom } from '../../src/artifacts/dom.ts';
import { newestItemOn } from '../../src/artifacts/page-dates.ts';
import { readRows } from '../../src/artifacts/rows.ts';

const url = 'http://www.minghu.gov.cn/zwgk/tzgg/index.html';
const read = (html: string, today?: string) => readRows(loadDom(html), url, today === undefined ? {} : { today });
const pairs = (html: string, today?: string) => read(html, today).map(({ title, date }) => [title, date]);

const first = '明湖市2026年部门预算公开通知';
const second = '关于开展安全生产检查的通知';
const third = '明湖市政府信息公开工作年度报告';
const expected = [
  [first, '2026-03-05'],
  [second, '2026-03-04'],
  [third, '2026-02-28'],
];
const days = ['2026-03-05', '2026-03-04', '2026-02-28'];
const list = (entry: (title: string, day: string, i: number) => string, [open, close] = ['<ul>', '</ul>']) =>
  `<div>${open}${[first, second, third].map((title, i) => entry(title, days[i]!, i)).join('\n')}${close}</div>`;

test.for([
  ['day behind the link', list((title, day) => `<li><a href="1.html">${title}</a><span>${day}</span></li>`)],
  ['day in front', list((title, day) => `<li><span class="fr">[${day}]</span><a href="1.html">${title}</a></li>`)],
  ['bare text behind', list((title, day) => `<li>· <a href="1.html">${title}</a> ${day}</li>`)],
  [
    'an empty link and a category beside the title',
    list((title, day) => `<li><span>${day}</span><a href="1.html"></a><a href="c/">[公告]</a><a href="1.html">${title}</a></li>`),
  ],
  ['inside the link, own element', list((title, day) => `<li><a href="1.html"><span>${day}</span><p>${title}</p></a></li>`)],
  [
    'inside the link, with a summary',
    list((title, day) => `<li><a href="1.html"><h4>${title}</h4><p>市政府召开会议研究。</p><i>${day}</i></a></li>`),
  ],
  ['in the words of the link', list((title, day) => `<li><a href="1.html">${title} ${day}</a></li>`)],
  ['in the words of the link, bracketed, in front', list((title, day) => `<li><a href="1.html">[${day}] ${title}</a></li>`)],
  [
    'in the tooltip',
    list((title, day) => `<li><a href="1.html" title="标题：${title}&#10;点击数：5&#10;发布时间：${day}">${title}</a></li>`),
  ],
  [
    'a table',
    list(
      (title, day) => `<tr><td>1</td><td><a href="1.html">${title}</a></td><td>市财政局</td><td>${day}</td></tr>`,
      ['<table>', '</table>'],
    ),
  ],
  [
    'two tables of layout',
    list(
      (title, day) => `<tr><td><table><tr><td><a href="1.html">${title}</a></td></tr></table></td><td>(${day})</td></tr>`,
      ['<table>', '</table>'],
    ),
  ],
  ['one row for all', list((title, day) => `<td><a href="1.html">${title}</a></td><td>${day}</td>`, ['<table><tr>', '</tr></table>'])],
  ['dt and dd', list((title, day) => `<dt><a href="1.html">${title}</a></dt><dd>${day}</dd>`, ['<dl>', '</dl>'])],
  ['dd with both', list((title, day) => `<dd><a href="1.html">${title}</a><em>${day}</em></dd>`, ['<dl><dt>通知公告</dt>', '</dl>'])],
  [
    'flat, day behind',
    list(
      (title, day) => `<i></i><span><a href="1.html">${title}</a></span><span>${day}</span><div class="clear"></div>`,
      ['<div>', '</div>'],
    ),
  ],
  ['flat, day in front', list((title, day) => `<span>${day}</span><a href="1.html">${title}</a>`, ['<div>', '</div>'])],
  ['lines with breaks, day behind', list((title, day) => `<a href="1.html">${title}</a>（${day}）<br>`, ['<p>', '</p>'])],
  ['lines with breaks, day in front', list((title, day) => `${day} <a href="1.html">${title}</a><br>`, ['<p>', '</p>'])],
  [
    'titles left, days right',
    `<div><ul>${[first, second, third].map(title => `<a href="1.html">${title}</a>`).join('')}</ul><ul>${days.map(day => `<b>${day}</b>`).join('')}</ul></div>`,
  ],
  [
    'floats',
    list(
      (title, day) => `<div class="item"><div class="l"><a href="1.html">${title}</a></div><div class="r">${day}</div></div>`,
      ['<div>', '</div>'],
    ),
  ],
  [
    'a heading with links in the same box',
    list(
      (title, day) => `<a href="1.html">${title}</a><span>${day}</span>`,
      ['<h3><a href="/tzgg/">通知公告</a><a href="/tzgg/">更多&gt;&gt;</a></h3>', ''],
    ),
  ],
  [
    'a “more” link behind',
    list((title, day) => `<a href="1.html">${title}</a><span>${day}</span>`, ['<div>', '<a href="/tzgg/">更多</a></div>']),
  ],
  ['labelled', list((title, day) => `<li><a href="1.html">${title}</a><p>来源：市政府办 发布时间：${day} 浏览：3</p></li>`)],
  ['label and day apart', list((title, day) => `<li><a href="1.html">${title}</a><em>发布日期：</em><em>${day}</em></li>`)],
  ['with the time', list((title, day) => `<li><a href="1.html">${title}</a><span>${day} 08:30:00</span></li>`)],
  ['slashes', list((title, day) => `<li><a href="1.html">${title}</a><span>${day.replaceAll('-', '/')}</span></li>`)],
  [
    '年月日',
    list((title, day) => `<li><a href="1.html">${title}</a><span>${day.slice(0, 4)}年${day.slice(5, 7)}月${day.slice(8)}日</span></li>`),
  ],
  ['short years', list((title, day) => `<li><a href="1.html">${title}</a><span>${day.slice(2)}</span></li>`)],
  [
    'day over month',
    list((title, day) => `<li><div class="date"><b>${day.slice(8)}</b><i>${day.slice(0, 7)}</i></div><a href="1.html">${title}</a></li>`),
  ],
  [
    'day and month without a box',
    list((title, day) => `<li><b>${day.slice(8)}</b><i>${day.slice(0, 7)}</i><a href="1.html">${title}</a></li>`),
  ],
  [
    'year under month and day',
    list((title, day) => `<li><a href="1.html">${title}</a><p>${day.slice(5)}</p><p>${day.slice(0, 4)}</p></li>`),
  ],
  [
    'split by inline elements',
    list((title, day) => `<li><a href="1.html">${title}</a><span>${day.slice(0, 5)}<b>${day.slice(5, 7)}</b>${day.slice(7)}</span></li>`),
  ],
  [
    'split inside the link',
    list(
      (title, day) =>
        `<li><a href="1.html"><div><div>--${day.slice(0, 4)}--</div><p>${day.slice(5)}</p></div><div class="title">${title}</div></a></li>`,
    ),
  ],
  ['the day is a link too', list((title, day) => `<tr><td><a>${title}</a></td><td><a>${day}</a></td></tr>`, ['<table>', '</table>'])],
  [
    'a source that is a link',
    list(
      (title, day) =>
        `<div class="row"><a href="1.html">${title}</a><div class="info"><a href="/czj/">财政局</a><span>${day}</span></div></div>`,
      ['<div>', '</div>'],
    ),
  ],
  ['titles cut off', list((title, day) => `<li><a href="1.html" title="${title}">${title.slice(0, 9)}...</a><span>${day}</span></li>`)],
  [
    'opened by a click',
    list((title, day) => `<tr onclick="window.open('/1.html')"><td>${title}</td><td>${day}</td></tr>`, ['<table>', '</table>']),
  ],
  [
    'opened by 查看',
    list((title, day) => `<tr><td>${title}</td><td>${day}</td><td><a href="1.html">查看</a></td></tr>`, ['<table>', '</table>']),
  ],
  ['opened by a handler of the script', list((title, day) => `<li><p>${title}</p><span>${day}</span></li>`)],
] as const)('%s', ([, html]) => {
  expect(pairs(html)).toEqual(expected);
});

describe('which of several days', () => {
  test.for([
    ['成文日期', '发布日期', 1],
    ['发布日期', '成文日期', 0],
    ['发布日期', '施行日期', 0],
    ['发文日期', '公开日期', 1],
    ['开始时间', '发布时间', 1],
  ] as const)('under the headings %s and %s of a table', ([one, other, published]) => {
    const html = `<table><tr><th>标题</th><th>${one}</th><th>${other}</th></tr>${[first, second]
      .map(title => `<tr><td><a href="1.html">${title}</a></td><td>2026-03-05</td><td>2026-03-09</td></tr>`)
      .join('')}</table>`;
    expect(read(html).map(({ date }) => date)).toEqual([days[0], days[0]].map(day => (published === 0 ? day : '2026-03-09')));
  });

  test('a list of consultations with their periods and deadlines only has no days of its own', () => {
    expect(read(list((title, day) => `<li><a href="1.html">${title}</a><span>征集时间：${day} 至 2026-04-01</span></li>`))).toEqual([]);
    expect(read(list((title, day) => `<li><a href="1.html">${title}</a><span>报名截止时间：</span><span>${day}</span></li>`))).toEqual([]);
  });

  test('the day beside the title wins over the one in it', () => {
    expect(pairs('<ul><li><a href="1.html">[2025-01-01] 明湖市预算公开</a><span>2026-03-05</span></li></ul>')).toEqual([
      ['明湖市预算公开', '2026-03-05'],
    ]);
  });

  test('letters show when they came and when they were answered: the answer counts', () => {
    const html = list(
      (title, day) => `<li><a href="1.html">${title}</a><p>[提交时间：2026-01-01]<span>回复人：信访局</span>[回复时间：${day}]</p></li>`,
    );
    expect(pairs(html)).toEqual(expected);
  });
});

describe('what is no day of an entry', () => {
  test.for([
    ['a clock in the header', '<div class="top"><span>2026年3月5日 星期四</span><a href="/sy">明湖市人民政府</a></div>'],
    ['a labelled clock', '<div>今天是：2026年3月5日 <a href="/sy">欢迎访问明湖市人民政府</a></div>'],
    ['a bare day above the navigation', `<div><span>2026年3月5日</span>${'<a href="/x">政务公开栏目</a>'.repeat(9)}</div>`],
    ['a day beside the buttons of the header', '<div>2026-03-05 <a href="#">设为首页</a> <a href="#">加入收藏</a></div>'],
    ['the years of the footer', '<div class="footer">版权所有 2020-2026 最后更新：2026-03-05 <a href="/about">网站声明与帮助</a></div>'],
    ['a counter', '<div>您是第20260305位访客 <a href="/tj">访问统计分析报告</a></div>'],
    [
      'a calendar',
      `<table><caption>2026年3月</caption><tr>${[1, 2, 3].map(day => `<td title="2026-03-0${day}"><a href="/d/${day}" title="2026-03-0${day}">${day}</a></td>`).join('')}</tr></table>`,
    ],
    [
      'the pager of a carousel',
      '<div class="slide"><ul><li>1</li><li>2</li></ul><a href="1.html"><img src="20260305.jpg" alt="市长调研"></a></div>',
    ],
    [
      'a day in a title',
      '<ul><li><a href="1.html">关于2026年3月5日停水的通知</a></li><li><a href="2.html">讲话（2026年3月4日）</a></li><li><a href="3.html">专刊（2026．03．04）</a></li></ul>',
    ],
    [
      'a day in a sentence',
      '<ul><li><a href="1.html">市政府召开常务会议</a><p>2026年3月5日，市政府召开第五次常务会议，研究部署。</p></li></ul>',
    ],
    [
      'the byline of an article',
      '<h1>市政府召开常务会议</h1><div class="info">发布时间：2026-03-05 来源：<a href="/bgs">明湖市人民政府办公室</a> 浏览次数：3</div>',
    ],
    [
      'the breadcrumb above an article',
      `<div><div>位置：<a href="/">明湖市人民政府</a></div><div>日期：2026-03-05</div><p>${'根据有关规定，现将有关情况公布如下。'.repeat(20)}</p></div>`,
    ],
    ['a day in an entry without a link, under a link', '<div><a href="/x">明湖市政务服务大厅</a><ul><li>2026-03-05</li></ul></div>'],
    [
      'long boxes, alike, with a link and a day somewhere',
      `<div class="x"><a href="/">明湖市人民政府</a><p>${'现将有关情况公布如下。'.repeat(60)}</p><i>2026-03-05</i></div>`.repeat(2),
    ],
    ['two lines without addresses', `<ul>${'<li><p>明湖市公开指南</p><span>2026-03-05</span></li>'.repeat(2)}</ul>`],
    [
      'placeholders',
      list((title, _, i) => `<li><a href="1.html">${title}</a><span>${['1900-01-01', '1970-01-01', '0000-00-00'][i]}</span></li>`),
    ],
    [
      'a plain table of data',
      `<table><tr><th>姓名单位</th><th>出生年月</th></tr>${'<tr><td>明湖市某某有限公司</td><td>1990-05-06</td></tr>'.repeat(5)}</table>`,
    ],
    [
      'a number beside a month',
      `<table>${'<tr><td>12</td><td>2026-03</td><td><a href="1.html">明湖市统计月报数据</a></td></tr>'.repeat(3)}</table>`,
    ],
    [
      'the options of a search form',
      '<form><select><option>2026-03-05</option></select><input value="2026-03-05"><a href="/search">高级搜索说明</a></form>',
    ],
    ['a script', '<script>var a = "<li><a href=1>公开指南</a>2026-03-05</li>"</script><a href="/a">政府信息公开指南</a>'],
    ['a comment', '<ul><li><a href="1.html">政府信息公开指南</a><!-- 2026-03-05 --></li></ul>'],
  ] as const)('%s', ([, html]) => {
    expect(newestItemOn(read(html))).toBeNull();
  });

  test('days after today are not believed, the entry stays', () => {
    const html = list((title, day) => `<li><a href="1.html">${title}</a><span>${day}</span></li>`);
    expect(read(html, '2026-03-04').map(({ date }) => date)).toEqual([null, '2026-03-04', '2026-02-28']);
  });
});

describe('days without a year', () => {
  const dated = (entries: readonly (readonly [string, string?])[]) =>
    `<ul>${entries.map(([day, href = 'javascript:;']) => `<li><a href="${href}">明湖市政府常务会议</a><span>[${day}]</span></li>`).join('')}</ul>`;
  const dates = (html: string, today?: string) => read(html, today).map(({ date }) => date);

  test('alone prove nothing', () => {
    expect(dates(dated([['03-05'], ['03-04'], ['02-28']]))).toEqual([null, null, null]);
    expect(dates(dated([['03-05'], ['03-04'], ['02-28']]), '2026-03-06')).toEqual([null, null, null]);
  });

  test('the address of the entry proves the year, also over New Year and when it was filed later', () => {
    expect(
      dates(
        dated([
          ['03-05', '/202603/t20260305_1.html'],
          ['12-30', '/art/2026/1/4/art_1.html'],
          ['11-20', '/202511/a.html'],
          ['08-01', '/202511/t20251120_2.html'],
          ['07-01', '/content/post_20260701.html'],
        ]),
      ),
    ).toEqual(['2026-03-05', '2025-12-30', '2025-11-20', null, '2026-07-01']);
  });

  test('in a list that runs from new to old, a full date proves what stands below it', () => {
    expect(dates(dated([['2026-01-15'], ['01-10'], ['12-31'], ['12-01'], ['2025-11-30']]))).toEqual([
      '2026-01-15',
      '2026-01-10',
      '2025-12-31',
      '2025-12-01',
      '2025-11-30',
    ]);
  });

  test('what stands above a full date is proven only when another year would be in the future', () => {
    const html = dated([['02-10'], ['2025-12-30']]);
    expect(dates(html)).toEqual([null, '2025-12-30']);
    expect(dates(html, '2026-06-01')).toEqual(['2026-02-10', '2025-12-30']);
    expect(dates(html, '2028-06-01')).toEqual([null, '2025-12-30']);
  });

  test('a list that does not run from new to old proves nothing', () => {
    expect(dates(dated([['2025-01-01'], ['03-05'], ['2026-01-01']]))).toEqual(['2025-01-01', null, '2026-01-01']);
    expect(dates(dated([['2025-01-01'], ['2026-01-01'], ['03-05']]))).toEqual(['2025-01-01', '2026-01-01', null]);
  });

  test('another list proves nothing', () => {
    expect(dates(dated([['2026-03-05'], ['2026-03-04']]) + dated([['03-03'], ['03-02']]))).toEqual([
      '2026-03-05',
      '2026-03-04',
      null,
      null,
    ]);
  });
});

describe('addresses and titles', () => {
  test('addresses are absolute, without fragment; scripts that lead nowhere give none', () => {
    const html = `<base href="http://www.minghu.gov.cn/zwgk/"><ul>${[
      '1.html#top',
      '../2.html',
      'javascript:;',
      '#',
      "javascript:window.open('/3.html')",
    ]
      .map(href => `<li><a href="${href}">明湖市公开指南</a><span>2026-03-05</span></li>`)
      .join('')}</ul>`;
    expect(read(html).map(row => row.url)).toEqual([
      'http://www.minghu.gov.cn/zwgk/1.html',
      'http://www.minghu.gov.cn/2.html',
      null,
      null,
      'http://www.minghu.gov.cn/3.html',
    ]);
  });

  test('bullets and cuts are not part of the title', () => {
    expect(
      pairs(
        '<ul><li><a href="1.html">·明湖市公开指南</a>2026-03-05</li><li><a href="1.html" title="别的内容">明湖市公开制度…</a>2026-03-05</li></ul>',
      ),
    ).toEqual([
      ['明湖市公开指南', '2026-03-05'],
      ['明湖市公开制度…', '2026-03-05'],
    ]);
  });

  test('the newest entry is the newest day, not the first', () => {
    expect(newestItemOn(read(list((title, day) => `<li><a href="1.html">${title}</a>${day}</li>`)).toReversed())).toBe('2026-03-05');
    expect(newestItemOn([])).toBeNull();
  });
});

test('never throws, and every date exists', () => {
  const piece = fc.constantFrom(
    ...[
      '<ul>',
      '<li>',
      '</li>',
      '<a href="1.html">',
      '</a>',
      '<span>',
      '</span>',
      '<table><tr><td>',
      '</td>',
      '<br>',
      '<b>05</b>',
      '<i>2026-03</i>',
    ],
    ...[
      '2026-03-05',
      '[03-05]',
      '2026年3月5日',
      '公开指南',
      '发布时间：',
      '截止日期',
      '<p>',
      '</p>',
      '<div class="footer">',
      ' ',
      '至',
      '03-05',
    ],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), fc.option(fc.constant('2026-03-05'), { nil: undefined }), (pieces, today) => {
      for (const { date, title } of read(pieces.join(''), today)) {
        expect(title).not.toBe('');
        if (date !== null) expect(new Date(date).toISOString().slice(0, 10)).toBe(date);
        if (date !== null && today) expect(date <= today).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});
