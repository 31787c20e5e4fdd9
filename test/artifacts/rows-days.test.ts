import { describe, expect, test } from 'vitest';
import { newestItemOn } from '../../src/artifacts/page-dates.ts';
import { days, expected, first, list, pairs, read, second } from './sample-rows.ts';

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

  test('a page of an article has no entries in its byline', () => {
    const button = '<a href="javascript:window.print()">打印</a>';
    for (const line of [
      '发布日期：2026-03-05　来源：市财政局',
      '<span>2026-03-05</span><span>【字体：大 中 小】</span>',
      '<span>2026-03-05</span><em>微信 微博 QQ空间</em>',
    ])
      expect(read(`<h1>${first}</h1><div>${line}${button}</div><p>正文。</p>`)).toEqual([]);
    const row = `<table><tr onclick="window.open('/1.html')"><td>${first}</td><td>2026-03-05</td></tr></table>`;
    expect(read(row)).toHaveLength(1);
  });

  test('a box called bottom with dated entries is no footer; a footer with the day of the last change is one', () => {
    const entries = list((title, day) => `<li><a href="#"><span>${title}</span><span>${day}</span></a></li>`);
    expect(pairs(`<div class="news"><div class="bottom">${entries}</div></div>`)).toEqual(expected);
    expect(read(`<footer>${entries}</footer>`)).toEqual([]);
    expect(read(`<div class="bottom"><a href="/about">${first}</a>最后更新：2026-03-05</div>`)).toEqual([]);
  });

  test('a card with the day in it is an entry, even alone', () => {
    expect(pairs('<ul><a href="1.html" class="box"><h3>职称评审(2026-03-05)</h3><p>职称评审</p></a></ul>')).toEqual([
      ['职称评审', '2026-03-05'],
    ]);
    expect(read('<div><a href="1.html"><span>2026年3月5日 星期四</span><span>明湖市政府</span></a></div>')).toEqual([]);
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

  test('an old entry pinned to the top proves nothing for the newer ones below it', () => {
    expect(dates(dated([['2024-06-01'], ['05-20'], ['05-18']]), '2026-06-01')).toEqual(['2024-06-01', null, null]);
    expect(dates(dated([['2024-06-01（置顶）'], ['05-20'], ['2026-05-18'], ['05-17'], ['2026-05-16']]), '2026-06-01')).toEqual([
      '2024-06-01',
      '2026-05-20',
      '2026-05-18',
      '2026-05-17',
      '2026-05-16',
    ]);
  });

  test('between days more than a year apart nothing is proven', () => {
    expect(dates(dated([['2026-05-20'], ['03-05'], ['2024-02-28']]))).toEqual(['2026-05-20', null, '2024-02-28']);
    expect(dates(dated([['2026-05-20'], ['03-05'], ['2025-12-28']]))).toEqual(['2026-05-20', '2026-03-05', '2025-12-28']);
  });

  describe('the heading of a year', () => {
    const under = (heading: string, day: string) =>
      `<div>${heading}<ul><li><a href="1">明湖市政府常务会议</a><span>${day}</span></li></ul></div>`;
    test.for([
      ['a heading', '<h3>2026年</h3>'],
      ['a month of it', '<h3><span><b>2026年3月</b></span></h3>'],
      ['a bare line', '<p>【2026】</p>'],
    ] as const)('%s proves the year of the entries under it', ([, heading]) => {
      expect(dates(under(heading, '03-05'))).toEqual(['2026-03-05']);
      expect(dates(under(heading, '03-05') + under('<h3>2025年</h3>', '11-20'))).toEqual(['2026-03-05', '2025-11-20']);
    });

    test.for([
      ['years to choose from', '<p><span>2026年</span><span>2025年</span></p>'],
      ['a year in words', '<h3>2026年工作会议</h3>'],
      ['a year in the banner', '<div><div><div><p>2026年</p><p>欢迎访问</p></div></div></div>'],
    ] as const)('%s proves none', ([, heading]) => {
      expect(dates(under(heading, '03-05'))).toEqual([null]);
    });

    test('a full date keeps its own year', () => {
      expect(dates(under('<h3>2026年</h3>', '2025-03-05'))).toEqual(['2025-03-05']);
    });

    test('the year at the end of an entry says nothing of the next one', () => {
      const html =
        '<ul><li><a href="1">明湖市政府常务会议</a><i>03-05</i><div><div>2025</div></div></li><li><a href="2">明湖市政府全体会议</a><i>03-04</i></li></ul>';
      expect(dates(html).at(1)).toBeNull();
    });
  });
});
