import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAboutLeader, isLeaderEntry, leadersPassage } from '../../src/artifacts/leader-entries.ts';
import { itemsOn, read } from './vocabulary.ts';

describe('one leader and nothing else', () => {
  test.for([
    '县长：王明远',
    '县长： 贡布',
    '区长：艾山·买买提',
    '党组书记、局长 ：李建国',
    '党组成员、三级调研员：赵晓梅',
    '党组成员、市纪委监委驻市林业局纪检监察组组长：陈志强',
    '明湖市林业局局长 王明远',
    '王明远 党组书记、局长',
    '组织部长：周文',
  ])('“%s”', text => {
    expect(isLeaderEntry(text)).toBe(true);
  });

  test.for([
    '',
    '局长：',
    '局长信箱',
    '局长：更多',
    '主任：办公电话',
    '市长：公开电话',
    '河长：王明远',
    '科长：王明远',
    '财务部部长 王明远',
    '责任编辑：王明远',
    '联系人：王明远',
    '局长 办公会议',
    '市领导 调研',
    '局长王明远调研林区防火工作',
    '嘉宾：市林业局局长 王明远',
    '局长：王明远 调研：林区',
  ])('not “%s”', text => {
    expect(isLeaderEntry(text)).toBe(false);
  });
});

test('what a link under a leader tells', () => {
  for (const text of ['【我的简历】', '【我的工作】', '工作分工', '个人简历']) expect(isAboutLeader(text)).toBe(true);
  for (const text of ['给我写信', '简历模板', '更多']) expect(isAboutLeader(text)).toBe(false);
});

const box = '<div><h3>县长： 王明远</h3><p>县委副书记</p><a href="jl.html">【我的简历】</a> <a href="gz.html">【我的工作】</a></div>';

test('a leader presented by name is the leaders, with the links below', () => {
  const urls = (read(box).items.leaders ?? []).map(({ url }) => url?.split('/').at(-1) ?? null);
  expect(urls).toEqual(expect.arrayContaining(['jl.html', 'gz.html']));
  expect(itemsOn('<ul><li><a href="1.html">党组书记、局长：王明远</a></li><li><a href="2.html">副局长：李建国</a></li></ul>')).toEqual([
    'leaders',
  ]);
});

test('a résumé of one’s own on a site for job seekers is not', () => {
  expect(itemsOn('<div><h3>个人中心</h3><a href="jl.html">我的简历</a> <a href="td.html">我的投递</a></div>')).toEqual([]);
});

const charges = [
  '<p>王明远　党组书记、局长　主持局全面工作。</p>',
  '<p>李建国　党组成员、副局长　分管办公室、人事科、财务科。</p>',
  '<p>赵晓梅　副局长，协助局长分管林政管理和森林防火。</p>',
];

describe('a text that says who is in charge of what', () => {
  test('is the page of the leaders', () => {
    const reading = read(`<div class="article">${charges.join('')}</div>`);
    expect(reading.items.leaders).toEqual([expect.objectContaining({ where: 'self', text: expect.stringContaining('局长') })]);
  });

  test.for<[why: string, html: string]>([
    ['one sentence of an article', `<p>会议由副局长李建国主持，分管办公室的同志参加。分管科室负责人作了发言。</p>`],
    ['talk about those in charge', '<p>局长要求，分管领导要到位，分管的同志要负责；副局长李建国说，分管部门要落实，分管战线要抓好。</p>'],
    ['a comment', `<!-- ${charges.join('')} -->`],
    ['a script', `<script>var text = '${charges.join('')}';</script>`],
    ['charges without posts', '<p>第一组分管东区绿地养护。第二组分管西区绿地养护。第三组分管南区绿地养护。</p>'],
  ])('but not %s', ([, html]) => {
    expect(leadersPassage(html)).toBeNull();
  });
});

test('no text makes them throw or dawdle', () => {
  const words = fc.array(fc.constantFrom('分管', '局长', '主持', '：', '、', '。', '<', '>', '<script', '<!--', '王', ' '), {
    maxLength: 60,
  });
  fc.assert(fc.property(words, parts => void [isLeaderEntry(parts.join('')), leadersPassage(parts.join(''))]));
  const started = performance.now();
  leadersPassage(`${'分管'.repeat(100_000)}${'<!--'.repeat(50_000)}${'局长分管<'.repeat(50_000)}`);
  expect(performance.now() - started).toBeLessThan(2000);
});
