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
  ['京ICP证030173号', null],
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
  ['版权所有 翻录必究', null],
  ['版权所有 未经授权禁止转载', null],
  ['主办 58 件，协办 45 件', null],
  ['技术支持：某科技有限公司', null],
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
