import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadDom } from '../../src/artifacts/dom.ts';
import { emptyBecause, tellsOfError, tellsOfOutage } from '../../src/artifacts/empty-page.ts';

const because = (title: string, text: string, html = `<body>${text}</body>`) => emptyBecause(loadDom(html), title, text);
const long = '根据有关规定，现将有关情况公布如下，请各单位认真落实，并将落实情况及时报送。'.repeat(12);

test.for([
  '404',
  '404 Not Found',
  '404错误页面',
  '错误 404',
  '403 Forbidden',
  '502 Bad Gateway',
  '页面不存在',
  '您访问的页面不存在',
  '找不到页面',
  '该页面已被删除',
  '出错了！',
  '系统错误',
  'Page not found',
  '页面不存在-明湖市人民政府',
  '404_明湖市人民政府门户网站',
  '网站维护中',
])('the title %s gives an error page away, however much text the page has', title => {
  expect(because(title, long)).not.toBeNull();
});

test('so does the headline', () => {
  expect(because('明湖市人民政府', long, `<body><h1>抱歉，您访问的页面不存在</h1>${long}</body>`)).toBe('抱歉，您访问的页面不存在');
});

test.for([
  ['抱歉，您要访问的页面不存在！请返回首页。', '抱歉，您要访问的页面不存在！'],
  ['对不起，您所访问的栏目已关闭', '对不起，您所访问的栏目已关闭'],
  ['您查看的信息已被删除', '您查看的信息已被删除'],
  ['该文章不存在或已下线', '该文章不存在或已下线'],
  ['首页 > 错误提示 无法找到该网页', '无法找到该网页'],
  ['502 您的IP: 10.0.0.1 抱歉！源站出现问题，暂时无法访问！', '源站出现问题，暂时无法访问！'],
  ['HTTP Status 404 - The requested resource was not found', '404 - The requested resource was not found'],
  ['本栏目正在建设中，敬请期待', '本栏目正在建设中，敬请期待'],
  ['您的位置：首页 > 政府采购 栏目建设中…', '栏目建设中…'],
  ['正在建设中', '正在建设中'],
  ['建设中...', '建设中...'],
  ['敬请期待！', '敬请期待！'],
  ['通知公告 暂无内容', '暂无内容'],
  ['暂无相关信息', '暂无相关信息'],
  ['暂无数据', '暂无数据'],
  ['该栏目暂无信息', '该栏目暂无信息'],
  ['目前没有任何内容', '目前没有任何内容'],
  ['没有找到相关记录。', '没有找到相关记录。'],
  ['网站升级维护中，请稍后访问', '网站升级维护中，请稍后访问'],
  ['在线访谈 即将开通', '即将开通'],
] as const)('%s', ([text, sentence]) => {
  const found = because('通知公告-明湖市人民政府', text);
  expect(found).not.toBeNull();
  expect(sentence.includes(found!) || found!.includes(sentence)).toBe(true);
});

test.for([
  ['a long article that uses the phrase', '公告', `${long}您访问的页面不存在。本栏目正在建设中，敬请期待。暂无内容。`],
  ['a list with one empty box', '明湖市人民政府', `${long}${long}暂无数据`],
  ['a notice about such pages', '关于网页无法访问问题的公告', long],
  ['a short notice about such pages', '关于部分页面不存在问题的整改通报', '发布时间：2026-03-05 网民反映的页面不存在问题已整改。'],
  ['a title that explains', '关于您访问的页面不存在的说明', long],
  ['a street number', '明湖路404号改造工程', '明湖路404号改造工程开工。'],
  ['a policy', '法治政府建设实施纲要', '要发挥好法治在政府建设中的作用。'],
  ['a project', '明湖水库工程进展', '目前水库主体正在建设，明年完工。'],
  ['nothing to report, said in a form', '三公经费公开', '2026年本单位无因公出国（境）费用。'],
  ['a short contact page', '联系我们', '地址：明湖路1号 电话：0571-87052032 邮编：310000'],
  ['a migration notice', '网站域名变更公告', '我单位网站已迁移，网站域名变更为：www.minghu.gov.cn。请广大网友使用新域名访问我单位网站。'],
  ['a page of links', '政务公开', '公开指南 公开制度 法定主动公开内容 公开年报 依申请公开'],
  ['an ordinary short article', '停水通知', '因管网维护，明日停水。'],
  ['nothing', '', ''],
] as const)('%s is not empty', ([, title, text]) => {
  expect(because(title, text)).toBeNull();
});

test('never throws, and quotes the page', () => {
  const piece = fc.constantFrom(
    '您访问的',
    '页面',
    '不存在',
    '404',
    '暂无',
    '内容',
    '正在',
    '建设',
    '中',
    '。',
    '，',
    ' ',
    '敬请期待',
    '公开指南',
    '-',
    '_',
    'not found',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), fc.array(piece, { maxLength: 6 }), (text, title) => {
      const sentence = because(title.join(''), text.join(''));
      if (sentence !== null) expect(`${title.join('')} ${text.join('')}`.replace(/\s+/g, ' ')).toContain(sentence);
    }),
    { numRuns: 500 },
  );
});

test.for([
  '对不起，该数据不存在',
  '该记录不存在或已删除',
  '您要找的页面飞走了',
  '输入的网址不正确',
  '请求参数有误',
  'The requested resource is not available.',
  '抱歉，您要找的内容已下线',
])('%s: an error', sentence => {
  const said = because('明湖市林业局', sentence);
  expect(said !== null && tellsOfError(said) && !tellsOfOutage(said)).toBe(true);
});

test.for([
  '数据库连接失败',
  "Microsoft VBScript 运行时错误 错误 '800a000d' 类型不匹配",
  "ADODB.Recordset 错误 '800a0bcd' BOF 或 EOF 中有一个是“真”",
  'Whitelabel Error Page This application has no explicit mapping for /error',
  `java.lang.NullPointerException ${'at gov.minghu.Show.render(Show.java:11) '.repeat(30)}`,
  'Welcome to nginx! If you see this page, the nginx web server is successfully installed',
  '恭喜，站点创建成功！这是默认页面，由系统自动生成',
  '该网站暂时无法进行访问，未根据工信部有关规定取得备案',
  '抱歉，站点已暂停，请联系管理员',
  '网络异常，请稍后重试',
])('%s: out of order for now', sentence => {
  const said = because('', sentence);
  expect(said !== null && tellsOfOutage(said)).toBe(true);
});

test.for(['共0条', '无数据', '暂未发布', '资料整理中，稍后发布'])('%s: nothing yet, no error', sentence => {
  const said = because('人事任免', sentence);
  expect(said !== null && !tellsOfError(said) && !tellsOfOutage(said)).toBe(true);
});

test.for([
  ['the validity of a document', '已废止文件', '该文件已失效'],
  ['a notice on an upgrade', '公告', '因设备检修，网站于3月5日暂停服务两小时。'],
  ['a report on a database', '数据库建设', '我市古树名木数据库连接省级平台，数据每日更新。'],
  ['a report on java', '培训', '本次培训讲授 java 与数据库基础，共60人参加。'],
  ['a count', '信访统计', '本月共0条投诉属林业领域；共12条咨询，均已答复。'],
] as const)('%s is not empty', ([, title, text]) => {
  expect(because(title, text)).toBeNull();
});

test('a bare 403 in the title of a full page is the slip of a template; a 404 or a sentence is not', () => {
  expect(because('403', long.repeat(5))).toBeNull();
  expect(because('403', long)).toBe('403');
  expect(because('404', long.repeat(5))).toBe('404');
  expect(because('您访问的页面不存在', long.repeat(5))).not.toBeNull();
});
