import { expect, test } from 'vitest';
import { MiniSite } from '../../fixtures/mini-site.ts';
import { judgeSite } from '../support/judge-site.ts';

// The elements of a guide in the words in which offices write them, and words that only look alike.
const rest =
  '本机关按照目录分类公开信息，受理机构为本局办公室，电子邮箱：xxgk@minghu.example。主动公开的政府信息在本网站公布；公民、法人和其他组织可以依申请获取其他政府信息，本机关按照规定自收到申请之日起20个工作日内答复。';
const complete = {
  place: '办公地址：明湖市学府路1号。',
  time: '办公时间：周一至周五。',
  phone: '联系电话：0531-5550101。',
  fax: '传真：0531-5550199。',
};
const judged = (changes: Partial<typeof complete>) => {
  const { place, time, phone, fax } = { ...complete, ...changes };
  const body = `<h1>政府信息公开指南</h1><p>${rest}</p><p>${place}${time}${phone}${fax}</p>`;
  const site = { home: '<a href="/g.html">政府信息公开指南</a>', pages: { '/g.html': { title: '政府信息公开指南', body } } };
  return judgeSite(MiniSite.parse(site)).find(({ check }) => check === 'disclosure-guide')!;
};

test.for([
  ['as in the books', {}, null],
  ['hours alone', { time: '工作日上午8:30-12:00，下午14:00—17:30。' }, null],
  ['working days', { time: '法定工作日接待申请人。' }, null],
  ['星期一到星期五', { time: '星期一到星期五。' }, null],
  ['the place in a sentence', { place: '本局位于学府路1号。' }, null],
  ['a number under 联系方式', { phone: '联系方式：5550101（兼传真）。' }, null],
  ['no hours: 20个工作日 is a term', { time: '' }, '办公时间'],
  ['no place: 明湖市 is none', { place: '' }, '办公地址'],
  ['no number: the fax is none', { phone: '' }, '联系电话'],
  ['no number under 联系方式', { phone: '联系方式：见本网站首页。' }, '联系电话'],
  ['no fax', { fax: '' }, '传真号码'],
  ['the fax behind the number', { phone: '电话：0531-5550101（传真同号）。', fax: '' }, null],
  ['电话/传真', { phone: '电话/传真：0531-5550101。', fax: '' }, null],
  ['one that says it has none', { fax: '本机关没有传真。' }, null],
] as const)('%s', ([, changes, missing]) => {
  const { outcome, measured } = judged(changes);
  expect([outcome, measured.missing]).toEqual([missing === null ? 'pass' : 'partial', missing]);
});

const inFile = (text: string) => {
  const column = { title: '政府信息公开指南', body: '<h1>政府信息公开指南</h1><p><a href="/g.doc">政府信息公开指南.doc</a></p>' };
  const site = { home: '<a href="/g/">政府信息公开指南</a>', pages: { '/g/': column, '/g.doc': { document: { text } } } };
  return judgeSite(MiniSite.parse(site)).find(({ check }) => check === 'disclosure-guide')!.outcome;
};

test.for([
  ['the whole guide', `政府信息公开指南\n${rest}\n${complete.place}${complete.time}${complete.phone}${complete.fax}`, 'pass'],
  ['a guide without hours and number', `政府信息公开指南\n${rest}\n${complete.place}${rest}`, 'partial'],
  ['a title: the rest may be drawn', '明湖市教育局政府信息公开指南', 'unsure'],
] as const)('a file with %s', ([, text, outcome]) => expect(inFile(text)).toBe(outcome));

test('a page with hardly more than a title is no file: it lacks what it lacks', () => {
  const body = '<h1>政府信息公开指南</h1><p>本局依法主动公开政府信息。</p>';
  const site = { home: '<a href="/g.html">政府信息公开指南</a>', pages: { '/g.html': { title: '政府信息公开指南', body } } };
  expect(judgeSite(MiniSite.parse(site)).find(({ check }) => check === 'disclosure-guide')!.outcome).toBe('partial');
});
