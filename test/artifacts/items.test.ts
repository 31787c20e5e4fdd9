import { describe, expect, test } from 'vitest';
import { itemsOn, pageUrl, read } from './vocabulary.ts';

const site = 'http://lyj.minghu.gov.cn';
const page = (title: string, body: string) => `<html><head><title>${title}</title></head><body>${body}</body></html>`;
/** An article of a few hundred characters. */
const prose = (sentence: string) => `<div class="article"><p>${sentence.repeat(Math.ceil(900 / sentence.length))}</p></div>`;

test('a disclosure menu, each entry in another disguise', () => {
  const reading = read(`
    <div class="zfxxgk_left">
      <h3>政府信息公开</h3>
      <ul>
        <li><a href="gkzn/">政府信息<br>公开指南</a></li>
        <li><a href="gkzd/" title="政府信息公开制度"><img src="zd.png"></a></li>
        <li><a href="#" onclick="window.open('fdzdgknr/')">▪ 法定主动公开内容</a></li>
        <li><a href="">年报</a></li>
        <li onclick="location.href='/ysqgk/'">依申请公开</li>
      </ul>
    </div>
    <map><area href="czyjs/" alt="财政预决算"></map>
    <script>menu.add(new WebFXTreeItem('机构职能','jgzn/index.html'));</script>
    <a href="zfcg/"><img src="b3.jpg"></a>
    <iframe src="ldzc.html" title="领导之窗"></iframe>`);
  const places = Object.fromEntries(Object.entries(reading.items).map(([item, [seen]]) => [item, [seen!.where, seen!.url]]));
  expect(places).toEqual({
    guide: ['link', `${site}/zwgk/gkzn/`],
    institution: ['image', `${site}/zwgk/gkzd/`],
    catalog: ['link', `${site}/zwgk/fdzdgknr/`],
    annual_report: ['link', null],
    request_channel: ['link', `${site}/ysqgk/`],
    budget: ['area', `${site}/zwgk/czyjs/`],
    final_accounts: ['area', `${site}/zwgk/czyjs/`],
    agency_functions: ['script', `${site}/zwgk/jgzn/index.html`],
    procurement: ['image', `${site}/zwgk/zfcg/`],
    leaders: ['frame', `${site}/zwgk/ldzc.html`],
  });
});

describe('fooled by none of these', () => {
  test.for<[why: string, html: string]>([
    [
      'friend links',
      '<div class="friendlink"><a href="http://www.minghu-xf.gov.cn">信访举报</a><a href="http://tj.minghu.gov.cn">统计数据</a></div>',
    ],
    ['a box of other organs', '<div><h3>相关链接</h3><ul><li><a href="http://www.ccgp-minghu.gov.cn/">政府采购</a></li></ul></div>'],
    [
      'a drop-down list of other sites',
      '<select onchange="open(this.value)"><option>市直部门网站</option><option value="http://xf.minghu.gov.cn">网上信访</option><option value="http://tj.minghu.gov.cn">统计信息</option></select>',
    ],
    ['a search form', '<form><select name="kind"><option value="1">规范性文件</option><option value="2">公开指南</option></select></form>'],
    ['a comment', '<!-- <a href="gkzn/">公开指南</a> <script id="_jiucuo_" sitecode="1"></script> -->'],
    ['a template', '<template><a href="gkzn/">公开指南</a></template><script type="text/html"><a href="{{url}}">公开指南</a></script>'],
    ['a string of a program', "<script>if (title == '依申请公开') { show('三公经费'); }</script>"],
    ['a sentence', '<p>本局已于昨日更新政府信息公开指南，市民可以拨打监督电话反映问题，也可以到现场申请。</p>'],
    [
      'a link in a sentence',
      '<p>请先阅读<a href="/a.html">办事须知</a>，再按照<a href="/b.html">应急预案</a>的要求办理，否则申请不予受理。</p>',
    ],
    ['a headline', '<ul><li><a href="1.html">市领导调研政府采购工作</a><span>2026-03-05</span></li></ul>'],
    [
      'a headline about the report',
      '<ul><li><a href="1.html">关于做好2025年度政府信息公开年报编制工作的通知</a><span>2026-01-05</span></li></ul>',
    ],
    ['the annual sheet of the website', '<a href="bb/">政府网站工作年度报表</a>'],
    ['a service category', '<ul><li><a href="a/">办事指南</a></li><li><a href="b/">行政审批局</a></li></ul>'],
    ['party disclosure', '<ul><li><a href="a/">党务公开目录</a></li><li><a href="b/">依申请公开制度</a></li></ul>'],
    ['umbrellas', '<nav><a href="a/">政务公开</a><a href="b/">财政资金</a><a href="c/">重点领域</a><a href="d/">财务信息</a></nav>'],
    ['statistics of letters', '<div><a href="a/">来信统计</a><a href="b/">访问统计</a></div>'],
    ['a speech and a visit of the leaders', '<nav><a href="a/">领导讲话</a><a href="b/">领导活动</a></nav>'],
    ['offices named after an item', '<ul><li><a href="a/">安全应急管理科</a></li><li><a href="b/">政府采购监管处</a></li></ul>'],
    ['the name of a field', '<div><h4>姓名：</h4><p>王明远</p><h4>工作职责：</h4><p>负责机关日常运转。</p></div>'],
    [
      'the page numbers of a list',
      '<div><h3>内部刊物年报</h3></div><div class="page"><a href="1.html">首页</a> <a href="2.html">下一页</a></div>',
    ],
    [
      'the head of a list of friend links',
      '<div class="friendlinks"><dl><dt><a href="javascript:void(0)">政府机构栏目</a></dt><dd><a href="http://jy.minghu.gov.cn">教育局</a></dd></dl></div>',
    ],
    ['leading groups', '<a href="a/">领导小组</a>'],
    ['a talk with the head of an office', '<nav><a href="a/">厅领导访谈预告</a></nav>'],
    ['the report of a government', '<nav><dl><dt>政务公开</dt><dd><a href="a/">工作报告</a></dd></dl></nav>'],
    ['words under the search box', '<dl><dt>高级搜索</dt><dd><a>许可</a><a>预算</a></dd></dl>'],
    ['a folder of news from the offices', '<ul><li><a href="http://lyj.minghu.gov.cn/bmxx/list.shtml"></a></li></ul>'],
    ['words to search for', '<div>热词：<a href="http://search.minghu.example/s/200006?keywords=人才引进">人才引进</a></div>'],
    ['a mailbox for complaints about others', '<a href="a/">供应商征集</a>'],
    ['barrier-free buildings', '<a href="a/">无障碍设施改造</a>'],
    ['a picture that is no link to a column', '<a href="/images/2026/"><img src="1.jpg"></a>'],
  ])('%s', ([, html]) => {
    expect(itemsOn(html)).toEqual([]);
  });
});

describe('the page itself', () => {
  test.for<[item: string, title: string, body: string]>([
    ['guide', '政府信息公开指南_明湖市林业局', prose('本指南说明怎样获取政府信息。')],
    ['guide', '明湖市林业局', `<h1>明湖市林业局政府信息公开指南</h1>${prose('本指南说明怎样获取政府信息。')}`],
    ['annual_report', '明湖市林业局2025年政府信息公开工作年度报告-明湖市林业局', prose('全年公开信息若干条。')],
    ['budget', '明湖市林业局2026年部门预算', prose('收入预算若干万元。')],
    [
      'request_channel',
      '明湖市林业局',
      '<div class="position">当前位置：<a href="/">首页</a> &gt; 依申请公开</div><form><input name="name"></form>',
    ],
    ['normative_docs', '规范性文件 - 明湖市林业局', '<ul><li><a href="1.html">明湖市林木采伐管理办法</a><span>2026-01-05</span></li></ul>'],
  ])('%s: %s', ([item, title, body]) => {
    const sightings = read(page(title, body)).items[item as 'guide'] ?? [];
    expect(sightings.map(({ where }) => where)).toContain('self');
  });

  test('an article is not the column it stands in', () => {
    const reading = read(
      page(
        '市林业局召开务虚会_信息公开年报_明湖市林业局',
        `<div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/nb/">信息公开年报</a></div>${prose('会议强调了几点意见。')}`,
      ),
    );
    expect(reading.items.annual_report?.map(({ where }) => where)).toEqual(['link']);
  });

  test('an article about an item is not the item', () => {
    const titles = ['市林业局组织学习政府信息公开条例', '一图读懂2026年部门预算', '关于召开三公经费工作会议的通知'];
    for (const title of titles) expect(itemsOn(page(title, prose('会议强调了几点意见。')))).toEqual([]);
  });
});

test('a short name is read together with the heading it stands under', () => {
  expect(
    itemsOn(
      '<div><h3>政府信息公开</h3><ul><li><a href="a/">指南</a></li><li><a href="b/">年报</a></li><li><a href="c/">制度</a></li></ul></div>',
    ),
  ).toEqual(['annual_report', 'guide', 'institution']);
  expect(itemsOn('<div><h3>个人办事</h3><ul><li><a href="a/">指南</a></li><li><a href="b/">制度</a></li></ul></div>')).toEqual([]);
  expect(itemsOn('<div><h3>政策文件库</h3><ul><li><a href="a/">2025年</a></li></ul></div>')).toEqual(['normative_docs']);
});

test.for<[html: string, item: string]>([
  ['<div><h3>政府信息公开</h3><ul><li><a href="a/">工作报告</a></li></ul></div>', 'annual_report'],
  ['<nav><a href="http://lyj.minghu.gov.cn/search/?column=12">人才引进</a></nav>', 'personnel'],
  ['<nav><a href="http://lyj.minghu.gov.cn/list.jsp?name=人才引进">人才引进</a></nav>', 'personnel'],
  ['<div class="footer">明湖市民热线：0530-12345</div>', 'supervision'],
  ['<nav><a href="a/">12345网上接诉即办</a></nav>', 'supervision'],
  ['<dl><dt>政务公开</dt><dd><a>行政处罚</a></dd></dl>', 'admin_penalty'],
  ['<dl><dt>高级搜索</dt><dd><a onclick="open(2)">信息公开指南</a></dd></dl>', 'guide'],
])('%s is %s', ([html, item]) => {
  expect(itemsOn(html)).toEqual([item]);
});

test('the “more” link of a box leads to its column', () => {
  const { items } = read(
    '<div><div class="hd"><h3>规范性文件</h3><a href="gfxwj/">更多&gt;&gt;</a></div><ul><li><a href="1.html">某办法</a></li></ul></div>',
  );
  expect(items.normative_docs?.map(({ url }) => url)).toEqual([`${site}/zwgk/gfxwj/`]);
});

test('the title of a link counts where its text is cut off', () => {
  const full = '明湖市林业局2026年部门预算及“三公”经费公开';
  const { items } = read(`<ul><li><a href="1.pdf" title="${full}">明湖市林业局2026年部…</a><span>2026-03-05</span></li></ul>`);
  expect(items.budget?.[0]).toMatchObject({ text: full, url: `${site}/zwgk/1.pdf` });
  expect(items.three_public).toHaveLength(1);
});

describe('tools on the page', () => {
  test.for([
    '<script id="_jiucuo_" sitecode="4400000000" src="https://zfwzgl.www.gov.cn/exposure/jiucuo.js"></script>',
    "<script id='_jiucuo_' sitecode='4400000000'></script>",
    '<span id="_span_jiucuo"></span>',
    '<a href="https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=1"><img src="jc.png"></a>',
    '<img src="/images/jc.png" alt="我为政府网站找错">',
    `<img onclick="linkto_jiucuo('bm00000000')" src="jc.png">`,
  ])('找错: %s', html => {
    expect(read(html).items.find_errors?.map(({ where }) => where)).toContain('element');
  });

  test.for([
    '<a href="javascript:;" onclick="aria.start()"><img src="w.png"></a>',
    '<a id="toolbarSwitch" href="#">切换</a>',
    '<span id="wza" title="无障碍浏览"></span>',
    '<script src="/wza/wza.js?app=lyj"></script>',
  ])('无障碍: %s', html => {
    expect(itemsOn(html)).toEqual(['accessibility']);
  });

  test('a telephone number in the footer is a way to complain; a word there is not', () => {
    expect(read('<div class="footer">投诉举报电话：0571-00000000</div>').items.supervision).toEqual([
      expect.objectContaining({ where: 'element' }),
    ]);
    expect(itemsOn('<div class="footer">主办：明湖市林业局 电话：0571-00000000</div>')).toEqual([]);
    expect(itemsOn('<div class="content">监督电话：0571-00000000</div>')).toEqual([]);
  });

  test('a badge that is a picture of an item is no proof of it', () => {
    expect(read('<img src="1.jpg" alt="公开指南">').items.guide).toEqual([{ text: '公开指南', url: null, href: '', where: 'link' }]);
  });
});

test('umbrellas lead on and are listed once', () => {
  const { umbrellas, items } = read(
    '<nav><a href="zwgk/">政务公开</a></nav><div><a href="zwgk/">政务公开</a><a href="czzj/">财政资金</a></div>',
  );
  expect(umbrellas.map(({ text, url }) => [text, url])).toEqual([
    ['政务公开', `${site}/zwgk/zwgk/`],
    ['财政资金', `${site}/zwgk/czzj/`],
  ]);
  expect(umbrellas[1]!.covers).toEqual(expect.arrayContaining(['budget', 'final_accounts', 'three_public']));
  expect(items).toEqual({});
});

test('one place is listed once, every place of an item is kept', () => {
  const { items } = read('<a href="gkzn/">公开指南</a><a href="gkzn/">公开指南</a><a href="old/gkzn/">公开指南</a>', pageUrl);
  expect(items.guide?.map(({ url }) => url)).toEqual([`${site}/zwgk/gkzn/`, `${site}/zwgk/old/gkzn/`]);
});

test.for([
  ['管委会领导', ['leaders']],
  ['镇领导', ['leaders']],
  ['公司概况', ['agency_functions']],
  ['医院简介', ['agency_functions']],
  ['服务监督', ['supervision']],
  ['监督保障', []],
  ['上市公司', []],
  ['管委会领导小组', []],
] as const)('the link %s is %j', ([text, items]) => expect(itemsOn(`<p><a href="/x/">${text}</a></p>`)).toEqual(items));

test('an entry that holds its title, a summary and a day in one link is read by its title', () => {
  const entry = (title: string) =>
    `<ul class="list">${Array.from({ length: 4 }, (_, i) => `<li><a href="${i}.html"><b>${title}</b> 附件.doc 主题分类：三公 日期：2025-09-0${i + 1}</a></li>`).join('')}</ul>`;
  expect(itemsOn(entry('2024年度明湖市林业局部门决算'))).toContain('final_accounts');
  expect(itemsOn(entry('明湖市林业局审议部门决算'))).toEqual([]);
});
