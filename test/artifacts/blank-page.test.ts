import { describe, expect, test } from 'vitest';
import { templateSite } from './template-site.ts';

const troubleOf = (middle: string) => templateSite({ '/x/': { name: '统计信息', middle } }).get('/x/')!.trouble;

describe('a page on which there is nothing but the template', () => {
  test.for([
    ['no content at all', ''],
    ['an empty box and the day', '<div class="con">发布时间：2026-11-03 打印 关闭</div>'],
    ['the head of an empty table and a pager', '<table><tr><th>序号</th><th>名称</th></tr></table>上一页 1 下一页 共1页'],
    ['暂无信息', '<p>暂无信息</p>'],
    ['under construction', '<p>栏目正在建设中，敬请期待！</p>'],
    [
      'a promise',
      '<p>按照要求，现将有关情况说明如下：</p><p>有关数据正在整理，整理完成后公布。</p><p>明湖市林业局</p><p>2026年2月11日</p>',
    ],
    ['links of the menu once more in the foot', '<script>function a(){}</script>'],
  ] as const)('is empty: %s', ([, middle]) => expect(troubleOf(middle)?.kind).toBe('empty'));
});

describe('a page that has something', () => {
  test.for([
    ['one short line', '<p>监督电话：0567-8112016</p>'],
    ['a statement that there was nothing', '<p>本局本年度无统计项目。</p>'],
    ['a list', '<ul><li><a href="/t/1.html">2026年第三季度林业统计数据</a><span>2026-10-11</span></li></ul>'],
    ['an attachment', '<a href="/files/tj.xls">附件</a>'],
    ['a link to a sub-column', '<a href="/tj/2026/">二〇二六</a>'],
    ['a link of the menu, once more', '<a href="/c6/">政府采购</a>'],
    ['a form', '<form><input name="xm"><textarea name="nr"></textarea></form>'],
    ['names alone', '<p>张山水</p><p>李木森</p>'],
    ['暂无 said of one cell in a text', `<p>${'造林面积和蓄积量如下，按季度更新，数据来自年度调查。'.repeat(4)}备注：暂无数据</p>`],
  ] as const)('is not empty: %s', ([, middle]) => expect(troubleOf(middle)).toBeNull());
});

describe('a page whose content may be there and was not read', () => {
  test.for([
    ['a picture', '<img src="/upload/scan-17.jpg">'],
    ['an embedded file', '<embed src="/upload/17.pdf">'],
    ['a script below the heading', '<script src="/js/list.js"></script>'],
    ['entries that are being loaded', '<ul><li>正在加载，请稍候…</li></ul>'],
    ['暂无数据 beside a script that loads', '<p>暂无数据</p><script>$.getJSON("/api",show)</script>'],
  ] as const)('is unsure: %s', ([, middle]) => expect(troubleOf(middle)?.kind).toBe('unsure'));

  test('a page filled by script still shows its links', () => {
    const page = templateSite({ '/x/': { name: '统计信息', middle: '<script src="/js/list.js"></script>' } }).get('/x/')!;
    expect(page.needsBrowser).not.toBeNull();
  });
});

describe('with little to compare, nothing is called a template', () => {
  test.for([0, 1, 2])('%i other pages', columns => {
    const page = templateSite({ '/x/': { name: '统计信息', middle: '' } }, { columns }).get('/x/')!;
    expect(page.trouble).toBeNull();
  });
});

test('many pages with the same statement are not a template with nothing in it', () => {
  const middle = '<p>本单位本年度没有此项内容。</p>';
  const site = templateSite(
    Object.fromEntries(
      ['规划计划', '统计信息', '行政收费', '重大项目', '公务员招考'].map((name, index) => [`/x${index}/`, { name, middle }]),
    ),
    { columns: 3 },
  );
  expect([...site.values()].map(({ trouble }) => trouble)).toEqual(Array.from({ length: 8 }, () => null));
});

test('a column whose pages below name it in their trail is the way to them, wherever its links stand', () => {
  const site = templateSite({
    '/cz/': { name: '财政信息', middle: '' },
    '/ys/': { name: '部门预算', above: ['财政信息'], middle: '<p>2026年部门预算收入合计1200万元，支出合计1200万元。</p>' },
  });
  expect(site.get('/cz/')!.trouble).toBeNull();
});

test('the menu of a section is no page’s own, a link only this page shows is', () => {
  const names = ['部门预算', '部门决算', '三公经费', '专项资金', '债务信息'];
  const menu = names.map((name, index) => `<p><a href="/s${index}/">${name}</a></p>`).join('');
  const middles = names.map((name, index) => ({
    name,
    middle: `${menu}${index === 0 ? '' : `<p>${name}的数据按年度公布，见附表${index}。</p>`}`,
  }));
  const pages = Object.fromEntries(middles.map((middle, index) => [`/s${index}/`, middle]));
  expect(templateSite(pages).get('/s0/')!.trouble?.kind).toBe('empty');
  const withLink = { ...pages, '/s0/': { name: '部门预算', middle: `${menu}<a href="/s9/">部门预算信息</a>` } };
  expect(
    templateSite(withLink)
      .get('/s0/')!
      .own.links.map(({ text }) => text),
  ).toEqual(['部门预算信息']);
});

test('the current column without an address is no link of the page’s own', () =>
  expect(troubleOf('<a href="">统计信息</a>')?.kind).toBe('empty'));

test('a number to complain to in the block of contacts that every page shows may be what the page about complaints means', () => {
  const block = '<p>监督投诉电话：0567-8112345</p>';
  const names = ['规划计划', '统计信息', '行政收费', '重大项目'];
  const others = names.map((name, index) => [`/x${index}/`, { name, middle: `<p>${name}按年度发布，共${index + 2}项。</p>${block}` }]);
  const site = templateSite({ ...Object.fromEntries(others), '/ts/': { name: '监督投诉', middle: block } });
  expect(site.get('/ts/')!.trouble?.kind).toBe('unsure');
});

describe('words and scripts that only some pages share', () => {
  const offices = '<table><tr><td>综合办公室</td></tr><tr><td>人事教育科</td></tr><tr><td>规划财务科</td></tr></table>';
  const filled = (middle: string) =>
    Object.fromEntries(
      ['规划计划', '统计信息', '行政收费', '重大项目'].map((name, index) => [
        `/x${index}/`,
        { name, middle: `<p>${name}按年度发布，共${index + 2}项，由下列科室承办。</p>${middle}` },
      ]),
    );

  test('a bare list of offices that other pages show as well may be what the page is for', () => {
    const site = templateSite({ ...filled(offices), '/ks/': { name: '内设机构', middle: offices } }, { columns: 14 });
    expect(site.get('/ks/')!.trouble?.kind).toBe('unsure');
  });

  test('one caption over an empty box is still nothing', () => {
    const box = '<table><tr><td>相关栏目</td></tr></table>';
    const site = templateSite({ ...filled(box), '/ks/': { name: '内设机构', middle: box } }, { columns: 14 });
    expect(site.get('/ks/')!.trouble?.kind).toBe('empty');
  });

  test('a script in the head of this page alone may fill the box; one in the head of all pages does not', () => {
    const head = '<script src="/js/offices.js"></script>';
    const alone = templateSite({ '/ks/': { name: '内设机构', head, middle: '<div id="ks_main"></div>' } });
    expect(alone.get('/ks/')!.trouble?.kind).toBe('unsure');
    const everywhere = templateSite({ '/ks/': { name: '内设机构', middle: '<div id="ks_main"></div>' } }, { head });
    expect(everywhere.get('/ks/')!.trouble?.kind).toBe('empty');
  });
});
