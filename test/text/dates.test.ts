import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numeral } from '../../src/text/chinese-numerals.ts';
import { findDates, isoDate } from '../../src/text/dates.ts';
import { splitDate } from '../../src/text/split-date.ts';
import { urlDate } from '../../src/text/url-date.ts';

const isos = (text: string) => findDates(text).map(({ iso }) => iso);

test.for([
  '2026-03-05',
  '2026-3-5',
  '2026/3/5',
  '2026/03/05 08:30',
  '2026.03.05',
  '2026.3.5',
  '2026年3月5日',
  '2026年03月05日 10时30分',
  '2026 年 3 月 5 日',
  '2026年3月5号',
  '2026年03-05',
  '二〇二六年三月五日',
  '二○二六年三月五日',
  '二零二六年三月五日',
  '二Ｏ二六年三月五日',
  '２０２６－０３－０５',
  '2026年３月５日',
  '2026- 03 -05',
  '2026–03–05',
  '[2026-03-05]',
  '（2026-03-05）',
  '2026-03-05T08:00:00Z',
  '发布日期：20260305',
  '发布时间：2026-03-05浏览次数：12',
  '2026-03-05来源：市政府',
  '公告（2026年3月5日发布）',
])('%s is the fifth of March 2026', text => {
  expect(isos(text)).toEqual(['2026-03-05']);
});

test.for([
  ['二〇一〇年一月十四日', '2010-01-14'],
  ['二〇二五年十二月三十一日', '2025-12-31'],
  ['二〇二五年十月二十日', '2025-10-20'],
  ['二〇二五年十一月廿五日', '2025-11-25'],
  ['2024-02-29', '2024-02-29'],
  ['1998年7月1日', '1998-07-01'],
] as const)('%s is %s', ([text, iso]) => {
  expect(isos(text)).toEqual([iso]);
});

test.for([
  '2026-02-30',
  '2025-02-29',
  '2026-13-01',
  '2026-00-10',
  '0000-00-00',
  '1900-01-01',
  '1970-01-01 08:00:00',
  '0571-87052032',
  '010-2026-0305',
  '192.168.2026.3.5',
  '10.2.3.4',
  '2020-2021学年',
  '2026-03',
  '2026年3月',
  '明政发〔2026〕3号',
  'GB/T 32168-2015',
  '440400-2026-03-05-1',
  '12345678',
  '20260305',
  '序号20260305',
  '第3-5页',
  '上午8-12时',
  '一〇一中学',
  '三月不知肉味',
  '',
])('%s holds no date', text => {
  expect(isos(text)).toEqual([]);
});

describe('dates without a year, or with a short one', () => {
  test.for([
    ['03-05', '03-05'],
    ['3-5', '03-05'],
    ['03/05', '03-05'],
    ['3月5日', '03-05'],
    ['[03-05]', '03-05'],
    ['标题 (03-05)', '03-05'],
    ['(03-05 10:20)', '03-05'],
    ['【3月5日】', '03-05'],
    ['02-29', '02-29'],
  ] as const)('%s shows %s and no year', ([text, monthDay]) => {
    expect(findDates(text)).toMatchObject([{ iso: null, monthDay, certain: false }]);
  });

  test.for(['13-05', '00-12', '02-30', '[2-31]', '(1-100)', '标题 03-05', '第03-05号', '8-12楼'])('%s shows none', text => {
    expect(findDates(text)).toEqual([]);
  });

  test('a short year is not certain', () => {
    expect(findDates('(26-03-05)')).toMatchObject([{ iso: '2026-03-05', certain: false }]);
    expect(findDates('2026-03-05')).toMatchObject([{ certain: true }]);
    expect(findDates('99-12-31')).toEqual([]);
  });

  test('running text is searched on request', () => {
    const text = '市政府召开会议 03-05，3月6日印发';
    expect(findDates(text)).toEqual([]);
    expect(findDates(text, { yearless: 'anywhere' }).map(({ monthDay }) => monthDay)).toEqual(['03-05', '03-06']);
    expect(findDates('2026年3月5日', { yearless: 'anywhere' })).toHaveLength(1);
    expect(findDates('2026-03-05', { yearless: 'anywhere' })).toHaveLength(1);
  });
});

test.for([
  ['发布时间：2026-03-05', '发布时间', 'published'],
  ['发布日期:2026-03-05', '发布日期', 'published'],
  ['发 布 时 间 ： 2026-03-05', '发布时间', 'published'],
  ['【信息发布时间：2026-03-05】', '发布时间', 'published'],
  ['来源：明湖市发布时间：2026-03-05', '发布时间', 'published'],
  ['公开日期 2026-03-05', '公开日期', 'published'],
  ['发文日期：2026年3月5日', '发文日期', 'issued'],
  ['生成日期：[2026-03-05]', '生成日期', 'issued'],
  ['签署时间：2026-03-05', '签署时间', 'written'],
  ['来源时间：2026-03-05', '来源时间', 'issued'],
  ['成文日期：二〇二六年三月五日', '成文日期', 'written'],
  ['更新时间：2026-03-05', '更新时间', 'updated'],
  ['最后更新时间：2026-03-05', '更新时间', 'updated'],
  ['[回复时间：2026-03-05]', '回复时间', 'updated'],
  ['时间 : 2026-03-05', '时间', 'plain'],
  ['来源：市政府 时间：2026-03-05', '时间', 'plain'],
  ['日期2026-03-05', '日期', 'plain'],
  ['时 间：2026-03-05', '时间', 'plain'],
  ['截止时间：2026-03-05', '截止时间', 'other'],
  ['报名截止日期：2026-03-05', '截止日期', 'other'],
  ['施行日期：2026-03-05', '施行日期', 'other'],
  ['访谈时间：2026-03-05', '访谈时间', 'other'],
  ['预计通水时间：2026-03-05', '时间', 'other'],
  ['今天是2026年3月5日', '今天是', 'clock'],
  ['当前时间：2026-03-05', '当前时间', 'clock'],
  ['2026年3月5日 星期四', null, 'clock'],
  ['2026年3月5日 农历正月十七', null, 'clock'],
  ['市政府2026-03-05', null, 'none'],
] as const)('%s: label %s, role %s', ([text, label, role]) => {
  expect(findDates(text)).toMatchObject([{ iso: '2026-03-05', label, role }]);
});

test('both ends of a period are no days of publication', () => {
  for (const text of ['2026-03-01至2026-03-05', '2026年3月1日—2026年3月5日', '2026.03.01 - 2026.03.05', '[2026-03-01] 到 [2026-03-05]']) {
    expect(findDates(text).map(({ role }) => role)).toEqual(['other', 'other']);
  }
});

test('time, place and end are given; label and brackets are not part of the date', () => {
  const text = '发布时间：【2026年3月5日 8时05分】 来源';
  const [date] = findDates(text);
  expect(date).toMatchObject({ time: '8:05', index: 6 });
  expect(text.slice(date!.index, date!.end)).toBe('2026年3月5日 8时05分');
  expect(findDates('[03-05]')[0]).toMatchObject({ index: 1, end: 6 });
  expect(findDates('2026-03-05 10:20:30')[0]).toMatchObject({ time: '10:20:30', end: 19 });
  expect(findDates('2026-03-05 12345')[0]).toMatchObject({ time: null, end: 10 });
});

test('days after today are left out on request', () => {
  expect(findDates('2026-03-05 2026-03-06', { today: '2026-03-05' }).map(({ iso }) => iso)).toEqual(['2026-03-05']);
});

test('every day of a century is read back in every way it is written', () => {
  const day = fc.date({ min: new Date('1971-01-01'), max: new Date('2069-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(day, date => {
      const iso = date.toISOString().slice(0, 10);
      const [year, month, dayOfMonth] = iso.split('-').map(Number) as [number, number, number];
      const digits = '〇一二三四五六七八九';
      const han = (n: number) => (n < 10 ? digits[n]! : `${n < 20 ? '' : digits[Math.floor(n / 10)]}十${n % 10 ? digits[n % 10] : ''}`);
      const words = [...String(year)].map(digit => digits[Number(digit)]).join('');
      for (const text of [
        iso,
        iso.replaceAll('-', '/'),
        `${year}.${month}.${dayOfMonth}`,
        `${year}年${month}月${dayOfMonth}日`,
        `${words}年${han(month)}月${han(dayOfMonth)}日`,
      ]) {
        expect(findDates(`前文 ${text} 后文`)).toMatchObject([{ iso, certain: true }]);
      }
    }),
  );
});

test('never throws, and says only days that exist, in order', () => {
  const unit = fc.constantFrom(...'0123456789０２-/.年月日时间期:：[]（）至 十三〇二发布');
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit }), fc.string({ unit: 'binary' })), fc.constantFrom('alone', 'anywhere'), (text, yearless) => {
      let last = 0;
      for (const { iso, monthDay, index, end } of findDates(text, { yearless })) {
        expect(index).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(index);
        expect(end).toBeLessThanOrEqual(text.length);
        last = end;
        const day = iso ?? `2024-${monthDay}`;
        expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day);
      }
    }),
    { numRuns: 2000 },
  );
});

test('isoDate and numeral', () => {
  expect([isoDate(2026, 2, 28), isoDate(2026, 2, 29), isoDate(1970, 1, 1), isoDate(2026, 13, 1), isoDate(Number.NaN, 1, 1)]).toEqual([
    '2026-02-28',
    null,
    null,
    null,
    null,
  ]);
  expect(['五', '十', '十五', '二十', '廿五', '卅', '07', '三十一'].map(numeral)).toEqual([5, 10, 15, 20, 25, 30, 7, 31]);
  expect(['', '百', '五五', '123', '十十'].map(numeral)).toEqual([Number.NaN, Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
});

describe('a day in several elements', () => {
  test.for([
    ['05 2026-03', '2026-03-05'],
    ['05 2026/03', '2026-03-05'],
    ['05 2026年3月', '2026-03-05'],
    ['2026-03 05', '2026-03-05'],
    ['2026年03月 05日', '2026-03-05'],
    ['03-05 2026', '2026-03-05'],
    ['3月5日 2026年', '2026-03-05'],
    ['2026 03-05', '2026-03-05'],
    ['2026 03 05', '2026-03-05'],
    ['05 3月 2026', '2026-03-05'],
    ['05 / 03.2026', '2026-03-05'],
    ['--2026-- 03-05', '2026-03-05'],
    ['5 三月 2026', '2026-03-05'],
    ['05日 2026-03', '2026-03-05'],
    ['03/05 2026', '2026-03-05'],
    ['2026年 3月 5日', '2026-03-05'],
    ['０５ ２０２６－０３', '2026-03-05'],
  ] as const)('%s is %s', ([text, iso]) => {
    expect(splitDate(text)).toEqual({ iso, monthDay: '03-05' });
  });

  test('what is no month is the day', () => {
    expect(splitDate('25/03 2026')).toEqual({ iso: '2026-03-25', monthDay: '03-25' });
    expect(splitDate('25/13 2026')).toBeNull();
  });

  test('without a year', () => {
    expect(splitDate('05 3月')).toEqual({ iso: null, monthDay: '03-05' });
    expect(splitDate('3月 05')).toEqual({ iso: null, monthDay: '03-05' });
  });

  test.for(['2026-03', '05 06', '31 2026-02', '12 2026', '2026 2027', '1 2 3', '05 2026-03 公告', ''])('%s is none', text => {
    expect(splitDate(text)).toBeNull();
  });
});

test.for([
  ['http://a.gov.cn/zwgk/202611/t20261103_123.html', { year: 2026, month: 11, day: 3 }],
  ['http://a.gov.cn/art/2026/11/3/art_1_2.html', { year: 2026, month: 11, day: 3 }],
  ['http://a.gov.cn/2026-11/03/content_1.htm', { year: 2026, month: 11, day: 3 }],
  ['http://a.gov.cn/20261103/69431786.html', { year: 2026, month: 11, day: 3 }],
  ['http://a.gov.cn/xw/202611/0efa81e.html', { year: 2026, month: 11, day: null }],
  ['http://a.gov.cn/2025/zt/2026/11/3/a.html', { year: 2026, month: 11, day: 3 }],
  ['http://a.gov.cn/2025/01/02/zt/2026/11/3/a.html', { year: 2026, month: 11, day: 3 }],
  ['http://a.gov.cn/content/post_2661590.html', null],
  ['http://a.gov.cn/info/1004/20261.htm', null],
  ['http://a.gov.cn/20269999/1.html', null],
  ['http://a.gov.cn/list?d=2026/11/03', null],
  ['http://2026-11-03.gov.cn/', null],
] as const)('the address %s carries %j', ([address, date]) => {
  expect(urlDate(address)).toEqual(date);
});
