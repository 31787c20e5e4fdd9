import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newestItemOn } from '../../src/artifacts/page-dates.ts';
import { days, expected, first, list, pairs, read, second, third } from './sample-rows.ts';

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

test.for([
  ['the list in the box of the trail', '<div>您现在的位置：<a href="/">明湖市人民政府</a>LIST</div>'],
  ['the trail beside the list', '<div><p>当前位置：<a href="/">明湖市人民政府</a> &gt; <a href="/tzgg/">通知公告</a></p>LIST</div>'],
  ['a column about places', '<div><span>位置图集</span>LIST</div>'],
] as const)('the way to the page hides no list: %s', ([, html]) => {
  expect(
    pairs(
      html.replace(
        'LIST',
        list((title, day) => `<li><a href="1.html">${title}</a><span>${day}</span></li>`),
      ),
    ),
  ).toEqual(expected);
});

test('a long summary that stands with the day is part of the entry', () => {
  const summary = '市政府召开会议，研究部署有关工作，要求各单位认真落实，确保取得实效。'.repeat(6);
  const html = list(
    (title, day) => `<div class="item"><a href="1.html">${title}</a><div><p>${summary}</p><i>${day}</i></div></div>`,
    ['<div>', '</div>'],
  );
  expect(pairs(html)).toEqual(expected);
});
