import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadDom } from '../../src/artifacts/dom.ts';
import { pageDates } from '../../src/artifacts/page-dates.ts';
import { readRows } from '../../src/artifacts/rows.ts';

const url = 'http://www.minghu.gov.cn/zwgk/index.html';
const today = '2026-11-20';

test.for([
  '<li><a href="1">公开指南</a>03-05</li>',
  '<h3>2026年</h3>',
  '<h3>2026年</h3><a href="1">公开指南</a>03-05',
  '<a href="1">公开指南</a><br>',
  '2026-03-05<br>',
  '<b>05</b><i>2026-03</i>',
  '<div class="bottom"><a href="1">公开指南</a>',
  '<div><span>2026-03-05',
  '<script>document.write("2026-03-05")</script>',
  '<script>var pubDate = "2026-03-05"</script>',
  '<time datetime="2026-03-05"></time>',
  '<p>发布时间：2026-03-05</p>',
  '<meta name="PubDate" content="2026-03-05">',
  '<h1>明湖市公开指南</h1><p>2026年3月5日</p>',
  '<ul><li>2026-03-05</li>',
  '<td>3天前</td>',
  'var a="2026',
  '<a href="1" title="2026-03-05">',
])('a page of nothing but %s is read in time that grows with its length', piece => {
  const html = piece.repeat(Math.ceil(40_000 / piece.length));
  const $ = loadDom(html);
  const started = performance.now();
  readRows($, url, { today });
  pageDates($, url, { today });
  expect(performance.now() - started).toBeLessThan(2500);
});

test('no page makes the readers throw, and every witness tells a day that exists and is past', () => {
  const piece = fc.constantFrom(
    ...'<h1> </h1> <p> </p> <li> </li> <a/href="1"> </a> <div> </div> <time/datetime="2026-03-05"> </time> <td> <br> <div/class="bottom">'.split(
      ' ',
    ),
    ...[
      '<script>',
      '</script>',
      'var pubDate="',
      '2026-03-05',
      '2027-01-01',
      '[03-05]',
      '2026年',
      '发布时间：',
      '成文日期：',
      '更新时间：',
      '3天前',
      '今天',
    ],
    ...[
      '<meta name="pubdate" content="2026-03-05">',
      '<title>',
      '</title>',
      '公开指南公开指南',
      '（置顶）',
      '05',
      '2026-03',
      '截至',
      '。',
      'Mar 5, 2026',
      '二〇二六年三月五日',
    ],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 50 }), pieces => {
      const $ = loadDom(pieces.join(' '));
      const { chosen, witnesses, writtenOn, updatedOn, agreeing, contradicting } = pageDates($, url, { today });
      for (const day of [...witnesses.map(({ iso }) => iso), ...[writtenOn, updatedOn].filter(day => day !== null)]) {
        expect(new Date(day).toISOString().slice(0, 10)).toBe(day);
        expect(day <= today).toBe(true);
      }
      expect(chosen === null ? agreeing : Number(agreeing > 0)).toBe(chosen === null ? 0 : 1);
      if (chosen) expect(witnesses).toContainEqual(chosen);
      expect(contradicting.every(({ daysApart, iso }) => daysApart !== 0 && iso !== chosen?.iso)).toBe(true);
      for (const { date } of readRows($, url, { today })) if (date !== null) expect(date <= today).toBe(true);
    }),
    { numRuns: 600 },
  );
});
