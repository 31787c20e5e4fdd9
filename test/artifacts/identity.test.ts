import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadDom } from '../../src/artifacts/dom.ts';
import { readIdentity } from '../../src/artifacts/identity.ts';

const read = (html: string) => readIdentity(loadDom(html), html);
const page = (footer: string, { head = '', main = '' } = {}) =>
  `<head>${head}</head><body><div class="main"><a href="/">首页</a>${main}</div><div class="footer">${footer}</div></body>`;

test.for([
  ['京ICP备19054529号-1', '京ICP备19054529号-1'],
  ['备案号：京ICP备19054529号', '京ICP备19054529号'],
  ['ICP备案编号：<a href="https://beian.miit.gov.cn/">京ICP备19054529号-12</a>', '京ICP备19054529号-12'],
  ['京 ICP 备 19054529 号 -1', '京ICP备19054529号-1'],
  ['京ＩＣＰ备１９０５４５２９号－１', '京ICP备19054529号-1'],
  ['京IСР备19054529号', '京ICP备19054529号'],
  ['京lCP备19054529号', '京ICP备19054529号'],
  ['京icp备 19054529号', '京ICP备19054529号'],
  ['京ICP備19054529號', '京ICP备19054529'],
  ['京ICP备案19054529号', '京ICP备19054529号'],
  ['京ICP备19054529-1号', '京ICP备19054529-1号'],
  ['粤ICP备2021064213号', '粤ICP备2021064213号'],
  ['<span>京ICP备</span><span>19054529号-1</span>', '京ICP备19054529号-1'],
  ['京ICP备19054529', '京ICP备19054529'],
  ['版权所有 明湖市人民政府', null],
  ['ICP备案信息查询', null],
  ['京ICP备号', null],
  // A licence to do business may stand in the place of the number.
  ['京ICP证030173号', '京ICP证030173号'],
  ['京ICP证030173号 京ICP备19054529号', '京ICP备19054529号'],
  ['(京)ICP备19054529号', '京ICP备19054529号'],
  ['京(ICP)备19054529号', '京ICP备19054529号'],
  ['ICP备案/许可证号：京ICP备19054529号-1', '京ICP备19054529号-1'],
  ['京ICP备（19054529）号', '京ICP备19054529'],
  ['粵ICP備19054529號', '粵ICP备19054529'],
  ['备案编号:ICP备19054529号', 'ICP备19054529号'],
  ['京ICP备19054529 2026年修订', '京ICP备19054529'],
  ['京<br>ICP备<b>1905</b><b>4529</b>号', '京ICP备19054529号'],
  [
    `<script>document.write("<p>版权所有：明湖市档案馆 <a href='https://beian.miit.gov.cn/'>京ICP备19054529号-1</a></p>")</script>`,
    '京ICP备19054529号-1',
  ],
  ['<a href="https://beian.miit.gov.cn/"><img src="icp.png" alt="京ICP备19054529号"></a>', '京ICP备19054529号'],
  ['<a href="https://beian.miit.gov.cn/"><img src="icp.png"></a>', null],
  ["<script>\n// document.write('京ICP备19054529号')\n/* '京ICP备19054529号' */</script>", null],
  ['<!-- 京ICP备19054529号 -->', null],
] as const)('ICP: %s is %s', ([footer, icp]) => {
  expect(read(page(footer)).icp).toBe(icp);
});

test.for([
  ['京公网安备 11010602060068号', '京公网安备11010602060068号'],
  ['京公网安备11010602060068', '京公网安备11010602060068号'],
  ['京公网安备 11010602060068 号', '京公网安备11010602060068号'],
  ['京 公 网 安 备 1101 0602 0600 68 号', '京公网安备11010602060068号'],
  ['京公网安备:110105011222', '京公网安备110105011222号'],
  ['公安机关备案号：11010602060068', '公网安备11010602060068号'],
  [
    '<a href="http://www.beian.gov.cn/portal/registerSystemInfo?recordcode=11010602060068"><img src="ga.png"></a>',
    '公网安备11010602060068号',
  ],
  ['京公网安备 11010502030143号', '京公网安备11010502030143号'],
  ['京公海网安备110108001997号', '京公网安备110108001997号'],
  ['公安备案编号：11010602060068', '公网安备11010602060068号'],
  ['粤公网安备号44030402003007', '粤公网安备44030402003007号'],
  ['<a href="https://beian.mps.gov.cn/#/query/webSearch?code=11010602060068"><img src="ga.png"></a>', '公网安备11010602060068号'],
  ['<img src="ga.png" alt="京公网安备 11010602060068号">', '京公网安备11010602060068号'],
  ['<a href="https://beian.mps.gov.cn/#/query/webSearch"><img src="ga.png"></a>', null],
  ['<a href="/list?code=11010602060068">备案指南</a>', null],
  ['京公网安备 1101号', null],
  ['京公网安备 1101060206006812345号', null],
  ['京ICP备19054529号', null],
] as const)('police: %s is %s', ([footer, police]) => {
  expect(read(page(footer)).police).toBe(police);
});

describe('site code', () => {
  const script = (code: string) => `<script id="_jiucuo_" sitecode="${code}" src="https://zfwzgl.www.gov.cn/exposure/jiucuo.js"></script>`;

  test.for([
    ['网站标识码：4404000001', '4404000001'],
    ['网站标识码4404000001', '4404000001'],
    ['政府网站标识码： bm14000002', 'bm14000002'],
    ['网站识别码：BM14000002', 'bm14000002'],
    [script('4404000001'), '4404000001'],
    ['<a href="http://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=4404000001&url=x">找错</a>', '4404000001'],
    ['标识码(4404000001)', '4404000001'],
    ['政府网站标识编码为：4404000001', '4404000001'],
    ['网站标识码【4404000001】', '4404000001'],
    ['网站标识码：<span>44040</span><span>00001</span>', '4404000001'],
    ['网站标识码：4404 0000 01', '4404000001'],
    ['网站标识码：bm14 0000 02', 'bm14000002'],
    ['<span id="_span_jiucuo" sitecode="4404000001"></span>', '4404000001'],
    [`<script>var jc = { siteCode: "4404000001" }</script>`, '4404000001'],
    [
      `<script>document.write(unescape("%3Cscript id='_jiucuo_' sitecode='4404000001' src='/jc.js'%3E%3C/script%3E"))</script>`,
      '4404000001',
    ],
    ['<a href="https://pucha.kaipuyun.cn/exposure/jiucuo.html?site_code=bm14000002&url=x"><img src="jc.png"></a>', 'bm14000002'],
    [`<a onclick="window.open('https://pucha.kaipuyun.cn/exposure/jiucuo.html?site_code=4404000001')">纠错</a>`, '4404000001'],
    ["<script>\n// var siteCode = '4404000001'\n</script>", null],
    ['<script src="//dcs.conac.cn/js/17/000/0000/4404000001/CA170000000600000010001.js"></script>', null],
    ['网站标识码：44040000012345', null],
    ['网站标识码：', null],
    ['联系电话：4404000001', null],
    [script(''), null],
  ] as const)('%s is %s', ([footer, code]) => {
    expect(read(page(footer)).siteCode).toBe(code);
  });

  test('the meta tag is the last resort, also on a page without text', () => {
    const head = '<meta name="SiteIDCode" content="4404000009 ">';
    expect(read(page('', { head })).siteCode).toBe('4404000009');
    expect(read(page(script('4404000002'), { head })).siteCode).toBe('4404000002');
  });

  test('the visible code wins over the script: the page names the city’s site', () => {
    expect(read(page(`网站标识码：4404000001 ${script('4404000002')}`)).siteCode).toBe('4404000001');
  });

  test('of two visible codes the one the page’s own tags confirm is the unit’s', () => {
    const shown = '市门户网站标识码：4404000001 本网站标识码：4404000002';
    expect(read(page(shown)).siteCode).toBe('4404000001');
    expect(read(page(`${shown} ${script('4404000002')}`)).siteCode).toBe('4404000002');
  });

  test('every code is told with where it stands', () => {
    const link = '<a href="https://pucha.kaipuyun.cn/exposure/jiucuo.html?site_code=4404000003">找错</a>';
    const head = '<meta name="SiteIDCode" content="4404000004">';
    expect(read(page(`网站标识码：4404000001 ${script('4404000002')} ${script('4404000002')} ${link}`, { head })).siteCodes).toEqual([
      { code: '4404000001', where: 'text' },
      { code: '4404000002', where: 'script' },
      { code: '4404000003', where: 'link' },
      { code: '4404000004', where: 'meta' },
    ]);
  });

  test('what is commented out is not shown', () => {
    expect(read(page(`<!-- 网站标识码：4404000001 ${script('4404000001')} -->`)).siteCode).toBeNull();
  });
});

test.for([
  ['主办单位：明湖市人民政府办公室 承办单位：明湖市大数据中心', '明湖市人民政府办公室'],
  ['主办：明湖市人民政府办公室', '明湖市人民政府办公室'],
  ['主 办 单 位：<a href="/">明湖市人民政府办公室</a>', '明湖市人民政府办公室'],
  ['主办单位 明湖市人民政府办公室', '明湖市人民政府办公室'],
  ['主办单位：明湖市人民政府办公室承办单位：明湖市大数据中心技术支持：某公司', '明湖市人民政府办公室'],
  ['承办：明湖市大数据中心 主办：明湖市人民政府', '明湖市人民政府'],
  ['版权所有：明湖市档案馆 地址：明湖路1号', '明湖市档案馆'],
  ['版权所有 © 2020-2026 明湖市档案馆', '明湖市档案馆'],
  ['明湖市档案馆 版权所有 京ICP备19054529号', '明湖市档案馆'],
  ['明湖市档案馆版权所有', '明湖市档案馆'],
  ['中国·明湖市发展和改革委员会 版权所有 中文网址：明湖发改.政务', '中国·明湖市发展和改革委员会'],
  ['Copyright © 2026 明湖市林业局 All Rights Reserved', '明湖市林业局'],
  ['明湖市人民政府办公室主办 明湖市大数据中心承办', '明湖市人民政府办公室'],
  ['承办单位：明湖市大数据中心', '明湖市大数据中心'],
  ['中共明湖市委、明湖市人民政府主办', '中共明湖市委、明湖市人民政府'],
  ['主办单位：中共明湖市委、明湖市人民政府 承办：明湖市大数据中心', '中共明湖市委、明湖市人民政府'],
  ['明湖市人民政府办公室 主办', '明湖市人民政府办公室'],
  ['主办 明湖市人民政府办公室 承办 明湖市大数据中心', '明湖市人民政府办公室'],
  ['主管：明湖市委 主办：明湖市人民政府', '明湖市人民政府'],
  ['Copyright © 2018-2026 www.minghu.gov.cn, All Rights Reserved. 明湖市人民政府', '明湖市人民政府'],
  ['明湖市林业局 © 2026', '明湖市林业局'],
  [`<script>document.write('主办单位：明湖市人民政府办公室')</script>`, '明湖市人民政府办公室'],
  ['网站地图 联系我们 © 2026', null],
  ['联系我们 网站地图 主办 58 件', null],
  ['本网站由明湖市人民政府办公室主办', '明湖市人民政府办公室'],
  // The end of an article about an event.
  ['本次赛事由明湖市体育局主办', null],
  ['由明湖市体育局主办，明湖市体育场承办。', null],
  ['活动由明湖市书法协会与明湖市文联联合主办', null],
  ['版权所有 翻录必究', null],
  ['版权所有 未经授权禁止转载', null],
  ['主办 58 件，协办 45 件', null],
  ['技术支持：某科技有限公司', null],
  ['明湖市网络安全办公室 © 版权所有 联系我们 承办：明湖市应急中心', '明湖市网络安全办公室'],
  ['明湖市长湖开发建设办公室　　地址：明湖市中山路1号　电话：0530-1234567', '明湖市长湖开发建设办公室'],
  ['技术支持： 明湖市信息中心 地址：明湖市中山路1号', null],
  ['明湖市网络科技有限公司 地址：明湖市中山路1号', null],
] as const)('organiser: %s is %s', ([footer, organiser]) => {
  expect(read(page(footer)).organiser).toBe(organiser);
});

test.for([
  [
    '<script src="http://dcs.conac.cn/js/17/000/0000/60000001/CA170000000600000010001.js"></script>',
    'http://dcs.conac.cn/js/17/000/0000/60000001/CA170000000600000010001.js',
  ],
  ['<a href="//bszs.conac.cn/sitename?method=show&id=1"><img src="red.png"></a>', '//bszs.conac.cn/sitename?method=show&id=1'],
  [
    `<script>document.write(unescape("%3Cspan id='_ideConac'%3E%3C/span%3E%3Cscript src='//dcs.conac.cn/js/1.js'%3E%3C/script%3E"))</script>`,
    '//dcs.conac.cn/js/1.js',
  ],
  ['<span id="_ideConac"><img id="imgConac" src="../images/mark.png"></span>', '../images/mark.png'],
  ['<img src="/images/dw.png" alt="党政机关">', '/images/dw.png'],
  ['<img src="/images/sydw.png" alt="事业单位">', '/images/sydw.png'],
  ['<a href="javascript:;"><img src="/images/red.png" alt=""></a>', '/images/red.png'],
  [
    '<a href="http://bszs.conac.cn/sitename?method=show&amp;id=05BC"><img src="a.png"></a>',
    'http://bszs.conac.cn/sitename?method=show&id=05BC',
  ],
  ['<img src="https://dcs.conac.cn/image/red.png">', 'https://dcs.conac.cn/image/red.png'],
  ['<script src="/js/CA091520000600000010002.js"></script>', '/js/CA091520000600000010002.js'],
  [
    `<script>document.write(unescape("%3Cspan id='_ideConac' %3E%3C/span%3E%3Cscript src='http://minghu001.ipv6.example/js/09/CA091520000600000010002.js'"))</script>`,
    'http://minghu001.ipv6.example/js/09/CA091520000600000010002.js',
  ],
  ['<script src="/js/CALENDAR2026.js"></script>', null],
  // Friend links to the register itself.
  ['<a href="http://www.conac.cn/">中央编办事业发展中心</a>', null],
  ['<div class="friend-links"><a href="http://www.conac.cn/"><img src="/conac-logo.png"></a></div>', null],
  ['<span id="_ideConac"></span><!-- <script src="//dcs.conac.cn/js/1.js"></script> -->', null],
  ['<!--<img src="/images/red.png">-->', null],
  ['<img src="/images/banner.png" alt="党政机关作风建设专题">', null],
  ['', null],
] as const)('mark of a party or government organ: %s', ([footer, mark]) => {
  expect(read(page(footer)).partyMark).toBe(mark);
});

test('red.png outside the footer may be anything', () => {
  expect(read(page('', { main: '<img src="/images/red.png">' })).partyMark).toBeNull();
});

test('the footer wins over numbers that an article quotes', () => {
  const main = '<p>经查，该网站冒用京ICP备10000001号、京公网安备11010600000001号，网站标识码：1100000001，主办单位：某骗子公司筹备组。</p>';
  const footer = '主办：明湖市人民政府 京ICP备19054529号-1 京公网安备11010602060068号 网站标识码：4404000001';
  expect(read(page(footer, { main }))).toEqual({
    icp: '京ICP备19054529号-1',
    police: '京公网安备11010602060068号',
    siteCode: '4404000001',
    organiser: '明湖市人民政府',
    partyMark: null,
    siteCodes: [{ code: '4404000001', where: 'text' }],
    badges: [],
  });
});

test('a footer without a name of its own is still the end of the page', () => {
  const html = `<body><p>${'正文'.repeat(3000)}</p><div><p>主办单位：明湖市人民政府</p><p>京ICP备19054529号-1</p></div></body>`;
  expect(read(html)).toMatchObject({ organiser: '明湖市人民政府', icp: '京ICP备19054529号-1' });
});

test('an event in the middle of a long article does not name the organiser of the site', () => {
  const html = `<body><p>本次活动主办单位：明湖市文化馆</p><p>${'正文'.repeat(3000)}</p></body>`;
  expect(read(html).organiser).toBeNull();
});

test('the address of an office at the end of an article does not name the organiser of the site', () => {
  const html = `<body><p>${'正文。'.repeat(30)}</p><p>明湖市行政服务中心 地址：明湖市中山路1号</p></body>`;
  expect(read(html).organiser).toBeNull();
});

test('never throws', () => {
  const piece = fc.constantFrom(
    ...[
      '京',
      'ICP',
      '备',
      '1905 4529',
      '号',
      '-1',
      '公网安备',
      '11010602060068',
      '网站标识码',
      '：',
      ' ',
      'bm14000002',
      '主办',
      '单位',
      '版权所有',
      '©',
    ],
    ...[
      '<div class="footer">',
      '</div>',
      '<script sitecode="',
      '">',
      '</script>',
      '明湖市人民政府',
      '%E4%',
      'dcs.conac.cn/%E4%x',
      '<a href="',
      '承办',
    ],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), pieces => void read(pieces.join(''))),
    { numRuns: 500 },
  );
});

describe('a number whose digits are all the same was never filled in', () => {
  const script = (code: string) => `<script id="_jiucuo_" sitecode="${code}" src="https://zfwzgl.www.gov.cn/exposure/jiucuo.js"></script>`;
  test.for([
    ['网站标识码：0000000000', 'siteCode', null],
    ['网站标识码：1111111111', 'siteCode', null],
    [`网站标识码：0000000000 ${script('4404000001')}`, 'siteCode', null],
    ['网站标识码：0000000000 网站标识码：4404000001', 'siteCode', '4404000001'],
    [script('0000000000'), 'siteCode', null],
    ['网站标识码：4400000000', 'siteCode', '4400000000'],
    ['京公网安备00000000000000号', 'police', null],
    ['京公网安备 0000 0000 000000号', 'police', null],
    ['<a href="http://www.beian.gov.cn/portal/registerSystemInfo?recordcode=00000000000000">备案</a>', 'police', null],
    ['京公网安备11000000000000号', 'police', '京公网安备11000000000000号'],
    ['京ICP备00000000号', 'icp', null],
    ['京ICP备00000001号', 'icp', '京ICP备00000001号'],
  ] as const)('%s', ([footer, mark, value]) => expect(read(page(footer))[mark]).toBe(value));
});

test.for([
  ['<a href="https://beian.miit.gov.cn/"><img src="icp.png"></a>', ['icp']],
  ['<a href="https://beian.miit.gov.cn/"><img src="icp.png"></a> 京ICP备19054529号', []],
  ['<a href="https://beian.miit.gov.cn/">备案信息查询</a>', []],
  ['<a href="http://www.beian.gov.cn/portal/index"><span><img src="ga.png"></span></a>', ['police']],
  ['<a href="http://www.mybeian.gov.cn/"><img src="ga.png"></a>', []],
] as const)('a picture that may hold a number: %s', ([footer, badges]) => {
  expect(read(page(footer)).badges).toEqual(badges);
});

test('hostile pages are read in time', () => {
  const start = performance.now();
  for (const piece of ['京ICP备1 ', '公网安备1', '主办 ', '主 办', '标识码 : ', '<script>"', "document.write('局", '、局', '局©', 'code=1'])
    read(page(piece.repeat(100_000 / piece.length)));
  expect(performance.now() - start).toBeLessThan(5000);
});
