import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numeral, plainNumerals, yearOfNumerals } from '../../src/text/chinese-numerals.ts';
import { findDates } from '../../src/text/dates.ts';

const isos = (text: string) => findDates(text).map(({ iso }) => iso);

test.for([
  '二0二六年三月五日',
  '二O二六年三月五日',
  '二О二六年三月五日',
  '二⭕二六年三月五日',
  '贰零贰陆年叁月伍日',
  '二〇二六年〇三月〇五日',
  '2026年3月5',
  '2026年3月5 来源',
  '2026年3月份5日',
  '2026-3-5 9:05',
  '2026-03-05 09：05：30',
  '2026年03月05日 09时05分',
  '2026年 3月 5日',
  '2026-03-05T09:05:30+08:00',
  '2026-03-05T00:00:00.000+0800',
  '2026-03-04T16:00:00.000Z',
  '2026-03-04T16:00:00.000+0000',
  'Wed Mar 05 2026 10:00:00 GMT+0800 (中国标准时间)',
  'Thu Mar 05 10:23:00 CST 2026',
  'Thu, 05 Mar 2026 08:00:00 GMT',
  'Mar 5, 2026 9:05:00 AM',
  'March 5, 2026',
  'Mar. 5th, 2026',
  '5 March 2026',
  '05-Mar-2026',
])('%s is the fifth of March 2026', text => {
  expect(isos(text)).toEqual(['2026-03-05']);
});

test.for([
  ['2026年元月5日', '2026-01-05'],
  ['二〇二六年一〇月三〇日', '2026-10-30'],
  ['二〇二六年十二月卅一日', '2026-12-31'],
  ['二〇二六年三月廿日', '2026-03-20'],
  ['2000-01-01', '2000-01-01'],
  ['2026-12-31T23:30:00Z', '2027-01-01'],
  ['Dec 31, 2026', '2026-12-31'],
] as const)('%s is %s', ([text, iso]) => {
  expect(isos(text)).toEqual([iso]);
});

test.for([
  ['the period of a statistic', '2026年1-3月'],
  ['the period of a statistic, with zeros', '2026年01-03月'],
  ['quarters', '2026年1-3季度'],
  ['a month and a number', '2026年3月15家企业'],
  ['a month and a share', '2026年3月12%'],
  ['a month and an amount', '2026年3月5.6万元'],
  ['a month and a number in words', '二〇二六年三月十五家'],
  ['the zero of .NET', '0001-01-01 00:00:00'],
  ['the end of time', '9999-12-31'],
  ['the first day of a template', '2000-01-01 00:00:00'],
  ['the zero of Excel', '1899-12-30'],
  ['a version', 'V2026.3.5'],
  ['a version in words', '版本：2026.3.5'],
  ['a number with letters', 'JF2026-03-05'],
  ['a month alone in English', 'Mar 2026'],
  ['no month', 'Foo 5, 2026'],
  ['a day too many', 'Feb 30, 2026'],
] as const)('%s is no date: %s', ([, text]) => {
  expect(isos(text)).toEqual([]);
});

test('letters with a meaning of their own may stand in front', () => {
  expect(isos('on 2026-03-05')).toEqual(['2026-03-05']);
  expect(isos('PubDate2026-03-05')).toEqual(['2026-03-05']);
});

test.for([
  ['自2026年3月5日起施行', 'other'],
  ['2026年3月5日前报送', 'other'],
  ['2026-03-05 截止', 'other'],
  ['2026年3月5日至9日', 'other'],
  ['2026年3月5-8日', 'other'],
  ['2026年3月5日至4月1日', 'other'],
  ['时间：2026年3月5日至9日', 'other'],
  ['有效期至2026年3月5日', 'other'],
  ['编号：2026-03-05', 'other'],
  ['起止日期：2026-03-05', 'other'],
  ['文件获取时间：2026-03-05', 'other'],
  ['2026-03-05发布', 'published'],
  ['（2026年3月5日公布）', 'published'],
  ['2026-03-05更新', 'updated'],
  ['2026年3月5日印发', 'issued'],
  ['发布时间为：2026-03-05', 'published'],
  ['星期四 2026年3月5日', 'clock'],
  ['2026年3月5日 多云', 'clock'],
  ['页面生成时间：2026-03-05', 'clock'],
  ['本站更新时间：2026-03-05', 'clock'],
  ['签发日期：2026-03-05', 'written'],
  ['落款日期：2026-03-05', 'written'],
  ['印发日期：2026-03-05', 'issued'],
  ['2026年3月5日前往调研', 'none'],
  ['2026-03-05 前郭县人民政府', 'none'],
  ['2026-03-05 实施方案', 'none'],
  ['2026-03-05 晴隆县人民政府', 'none'],
  ['2026年3月5日 晴转多云', 'clock'],
  ['2026年3月5日发布的通知', 'none'],
  ['2026-03-05 发布机构：市财政局', 'none'],
  ['2026年3月5日到达', 'none'],
] as const)('%s is %s', ([text, role]) => {
  expect(findDates(text)).toMatchObject([{ iso: '2026-03-05', role }]);
});

const digits = '〇一二三四五六七八九';
const cheque = '零壹贰叁肆伍陆柒捌玖';
const han = (n: number) => (n < 10 ? digits[n]! : `${n < 20 ? '' : digits[Math.floor(n / 10)]}十${n % 10 ? digits[n % 10] : ''}`);
const wide = (text: string) => text.replace(/[!-~]/g, character => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
const two = (n: number) => String(n).padStart(2, '0');
const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const longNames = 'January February March April May June July August September October November December'.split(' ');

describe('every day of the web comes back from every way it is written', () => {
  const day = fc.date({ min: new Date('1995-01-02'), max: new Date('2069-12-30'), noInvalidDate: true });
  const ways: readonly (readonly [string, (y: number, m: number, d: number) => string])[] = [
    ['with a time', (y, m, d) => `${y}-${m}-${d} 9:05`],
    ['ISO with the zone of China', (y, m, d) => `${y}-${two(m)}-${two(d)}T23:59:59.999+08:00`],
    ['ISO in universal time', (y, m, d) => `${y}-${two(m)}-${two(d)}T15:59:59Z`],
    ['full width', (y, m, d) => wide(`${y}-${two(m)}-${two(d)}`)],
    ['spaces', (y, m, d) => `${y} 年 ${m} 月 ${d} 日`],
    ['hours and minutes in words', (y, m, d) => `${y}年${two(m)}月${two(d)}日 09时05分`],
    [
      'circles and letters as zero',
      (y, m, d) =>
        `${[...String(y)]
          .map(n => digits[Number(n)])
          .join('')
          .replaceAll('〇', 'О')}年${han(m)}月${han(d)}日`,
    ],
    ['zeros as digits', (y, m, d) => `${[...String(y)].map(n => (n === '0' ? '0' : digits[Number(n)])).join('')}年${han(m)}月${han(d)}日`],
    ['cheque numerals', (y, m, d) => `${[...String(y)].map(n => cheque[Number(n)]).join('')}年${han(m)}月${han(d)}日`],
    ['廿 and 卅', (y, m, d) => `${y}年${m}月${han(d).replace('三十', '卅').replace('二十', '廿')}日`],
    ['brackets', (y, m, d) => `[${y}/${two(m)}/${two(d)}]`],
    ['label and digits', (y, m, d) => `发布日期：${y}${two(m)}${two(d)}`],
    ['JavaScript', (y, m, d) => `Thu ${names[m - 1]} ${two(d)} ${y} 10:00:00 GMT+0800 (CST)`],
    ['Java', (y, m, d) => `Thu ${names[m - 1]} ${two(d)} 10:00:00 CST ${y}`],
    ['RFC 1123', (y, m, d) => `Thu, ${two(d)} ${names[m - 1]} ${y} 08:00:00 GMT`],
    ['English', (y, m, d) => `${longNames[m - 1]} ${d}, ${y}`],
  ];
  test.for(ways)('%s', ([, write]) => {
    fc.assert(
      fc.property(day, date => {
        const iso = date.toISOString().slice(0, 10);
        const [year, month, dayOfMonth] = iso.split('-').map(Number) as [number, number, number];
        expect(findDates(write(year, month, dayOfMonth))).toMatchObject([{ iso, certain: true }]);
      }),
      { numRuns: 60 },
    );
  });
});

test('numerals', () => {
  expect(['〇五', '零九', '一〇', '三〇', '元', '廿'].map(numeral)).toEqual([5, 9, 10, 30, 1, 20]);
  expect(['〇', '〇〇', '四〇', '元五'].map(numeral)).toEqual([Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
  expect(['二〇二六', '二0二六', '二О二六', '2026', '一九九八'].map(yearOfNumerals)).toEqual([2026, 2026, 2026, 2026, 1998]);
  expect([plainNumerals('贰零贰陆年叁月'), plainNumerals('没有')]).toEqual(['二零二六年三月', '没有']);
});

test('the work grows no faster than the text', () => {
  const hostile = ['2026-', '2026年3月', '一', 'Mar ', '0 ', '2026/3/', '[', '〇', 'jan5', '时间：2026', ' '];
  for (const piece of hostile) {
    const started = performance.now();
    findDates(piece.repeat(Math.ceil(400_000 / piece.length)), { yearless: 'anywhere' });
    expect(performance.now() - started).toBeLessThan(1500);
  }
});

test('scripts of the minorities break nothing', () => {
  for (const text of ['སྤྱི་ལོ་༢༠༢༦ལོའི་ཟླ་༣ཚེས་༥', '2026-يىلى 3-ئاينىڭ 5-كۈنى', 'ᠲᠠᠪᠤᠳᠤᠭᠠᠷ ᠰᠠᠷ᠎ᠠ 2026', '2026 ᠣᠨ ᠤ 3 ᠰᠠᠷ᠎ᠠ']) {
    expect(isos(text)).toEqual([]);
    expect(isos(`${text} 2026-03-05`)).toEqual(['2026-03-05']);
  }
});
