import { describe, expect, test } from 'vitest';
import { days, expected, first, list, pairs, second, third } from './sample-rows.ts';

const titles = [first, second, third];

describe('layouts', () => {
  test.for([
    [
      'dt with the day, dd with the title',
      list((title, day) => `<dt>${day}</dt><dd><a href="1.html">${title}</a></dd>`, ['<dl>', '</dl>']),
    ],
    [
      'dt with the day in two parts, dd with title and summary',
      list(
        (title, day) =>
          `<dt><b>${day.slice(8)}</b><span>${day.slice(0, 7)}</span></dt><dd><a href="1.html">${title}</a><p>市政府召开会议，研究有关工作。</p></dd>`,
        ['<dl>', '</dl>'],
      ),
    ],
    [
      'one definition list each',
      list((title, day) => `<dl><dt><a href="1.html">${title}</a></dt><dd>来源：市政府办</dd><dd>${day}</dd></dl>`, ['<div>', '</div>']),
    ],
    ['float behind the title', list((title, day) => `<li><a href="1.html">${title}</a><span style="float:right">${day}</span></li>`)],
    ['float before the title', list((title, day) => `<li><span style="float:right">${day}</span><a href="1.html">${title}</a></li>`)],
    [
      'float before the title, without boxes for entries',
      list((title, day) => `<span style="float:right">${day}</span><a href="1.html">${title}</a><br/>`, ['<div>', '</div>']),
    ],
    ['two lines', list((title, day) => `<li><p><a href="1.html">${title}</a></p><p><span>市政府办</span><span>${day}</span></p></li>`)],
    [
      'two rows of a table for every entry',
      list((title, day) => `<tr><td><a href="1.html">${title}</a></td></tr><tr><td>${day}</td></tr>`, ['<table>', '</table>']),
    ],
    [
      'two rows of a table for every entry, the day above',
      list((title, day) => `<tr><td>${day}</td></tr><tr><td><a href="1.html">${title}</a></td></tr>`, ['<table>', '</table>']),
    ],
    [
      'days in a list of their own',
      `<div><ul>${titles.map(title => `<li><a href="1.html">${title}</a></li>`).join('')}</ul><ul>${days.map(day => `<li>${day}</li>`).join('')}</ul></div>`,
    ],
    [
      'days in a list of their own, on the left',
      `<div><ul>${days.map(day => `<li>${day}</li>`).join('')}</ul><ul>${titles.map(title => `<li><a href="1.html">${title}</a></li>`).join('')}</ul></div>`,
    ],
    [
      'days in a column of their own',
      `<table><tr><td>${titles.map(title => `<a href="1.html">${title}</a><br>`).join('')}</td><td>${days.map(day => `${day}<br>`).join('')}</td></tr></table>`,
    ],
    [
      'title, explanation and pictures',
      list(
        (title, day) =>
          `<li><a href="1.html">${title}</a><a href="2.html">[文字解读]</a><a href="3.html">[图解]</a><span>${day}</span></li>`,
      ),
    ],
    [
      'category in front, explanation behind',
      list((title, day) => `<li><a href="c/">[通知公告]</a><a href="1.html">${title}</a><span>${day}</span><a href="2.html">解读</a></li>`),
    ],
    [
      'rows of a table with file, explanation and download',
      list(
        (title, day) =>
          `<tr><td>1</td><td><a href="1.html">${title}</a></td><td>明政发〔2026〕3号</td><td>${day}</td><td><a href="2.html">解读</a></td><td><a href="3.doc">下载</a></td></tr>`,
        ['<table>', '</table>'],
      ),
    ],
    [
      'a thumbnail that is a link too',
      list(
        (title, day) =>
          `<li><a href="1.html"><img src="1.jpg"></a><div><h3><a href="1.html">${title}</a></h3><p>市政府召开会议，研究有关工作。<a href="1.html">[详细]</a></p><span>${day}</span></div></li>`,
      ),
    ],
    [
      'a thumbnail with the words of the title',
      list(
        (title, day) =>
          `<div class="it"><a href="1.html"><img src="1.jpg" alt="${title}"></a><a href="1.html">${title}</a><i>${day}</i></div>`,
        ['<div>', '</div>'],
      ),
    ],
    [
      'the day in the tooltip of its element',
      list((title, day) => `<li><a href="1.html">${title}</a><span title="${day} 09:05:00"></span></li>`),
    ],
    ['time elements', list((title, day) => `<li><a href="1.html">${title}</a><time datetime="${day}T09:05:00+08:00">3天前</time></li>`)],
    ['empty time elements', list((title, day) => `<li><a href="1.html">${title}</a><time datetime="${day}"></time></li>`)],
    [
      'milliseconds for a script',
      list(
        (title, day) =>
          `<li><a href="1.html">${title}</a><span class="time" data-time="${Date.parse(`${day}T00:00:00+08:00`)}"></span></li>`,
      ),
    ],
    [
      'month and day, the year in an attribute of the link',
      list((title, day) => `<li><a href="1.html" date-value="${day.replaceAll('-', '/')} 09:05:00">[${day.slice(5)}] ${title}</a></li>`),
    ],
    [
      'written by a script',
      list((title, day) => `<li><a href="1.html">${title}</a><span><script>document.write("${day}".substring(0,10))</script></span></li>`),
    ],
    [
      'day over year and month',
      list((title, day) => `<li><div><b>${day.slice(8)}日</b><i>${day.slice(0, 7)}</i></div><a href="1.html">${title}</a></li>`),
    ],
    [
      'month and day over the year',
      list(
        (title, day) =>
          `<li><div><b>${day.slice(5).replace('-', '/')}</b><i>${day.slice(0, 4)}</i></div><a href="1.html">${title}</a></li>`,
      ),
    ],
    [
      'year over month and day',
      list(
        (title, day) =>
          `<li><div><i>${day.slice(0, 4)}年</i><b>${Number(day.slice(5, 7))}月${Number(day.slice(8))}日</b></div><a href="1.html">${title}</a></li>`,
      ),
    ],
    [
      'year, month and day in three elements',
      list(
        (title, day) =>
          `<li><div><i>${day.slice(0, 4)}年</i><i>${day.slice(5, 7)}月</i><b>${day.slice(8)}日</b></div><a href="1.html">${title}</a></li>`,
      ),
    ],
    ['with dots', list((title, day) => `<li><a href="1.html">${title}</a><em>${day.replaceAll('-', '.')}</em></li>`)],
    ['full width', list((title, day) => `<li><a href="1.html">${title}</a><em>［${day.replaceAll('-', '－')}］</em></li>`)],
  ] as const)('%s', ([, html]) => {
    expect(pairs(html)).toEqual(expected);
  });

  test('two lists side by side in one table', () => {
    const row = (i: number) =>
      `<td><a href="1.html">${titles[i]}</a></td><td>${days[i]}</td><td><a href="2.html">明湖市第${i}号公告全文发布</a></td><td>2025-0${i + 1}-11</td>`;
    const html = `<table>${[0, 1, 2].map(i => `<tr>${row(i)}</tr>`).join('')}</table>`;
    expect(pairs(html).filter((_, at) => at % 2 === 0)).toEqual(expected);
    expect(pairs(html).map(([, date]) => date)).toEqual(days.flatMap((day, i) => [day, `2025-0${i + 1}-11`]));
  });

  test('two lists side by side, days in front', () => {
    const row = (i: number) =>
      `<td>${days[i]}</td><td><a href="1.html">${titles[i]}</a></td><td>2025-0${i + 1}-11</td><td><a href="2.html">明湖市第${i}号公告全文发布</a></td>`;
    const html = `<table>${[0, 1, 2].map(i => `<tr>${row(i)}</tr>`).join('')}</table>`;
    expect(pairs(html).map(([, date]) => date)).toEqual(days.flatMap((day, i) => [day, `2025-0${i + 1}-11`]));
  });

  test('an entry without a day between entries with one keeps none, and takes none', () => {
    const html = `<ul><li><a href="1.html">${first}</a><span>2026-03-05</span></li><li><a href="2.html">${second}</a></li><li><a href="3.html">${third}</a><span>2026-02-28</span></li></ul>`;
    expect(pairs(html)).toEqual([
      [first, '2026-03-05'],
      [third, '2026-02-28'],
    ]);
  });

  test('an event in the words of a title is no day of the entry', () => {
    expect(
      pairs(`<ul><li><a href="1.html">2026-03-05停电检修公告</a></li><li><a href="2.html">截至2026-03-05空气质量情况</a></li></ul>`),
    ).toEqual([]);
  });
});

describe('relative days', () => {
  const html = `<ul>${['刚刚', '昨天 10:20', '3天前'].map((day, i) => `<li><a href="1.html">${titles[i]}</a><span>${day}</span></li>`).join('')}</ul>`;
  test('are known on a known day', () => {
    expect(pairs(html, '2026-03-05')).toEqual([
      [first, '2026-03-05'],
      [second, '2026-03-04'],
      [third, '2026-03-02'],
    ]);
  });
  test('and on no other', () => {
    expect(pairs(html).map(([, date]) => date)).toEqual([null, null, null]);
  });
});
