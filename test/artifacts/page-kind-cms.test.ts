import { expect, test } from 'vitest';
import type { PageKind } from '../../src/model/page-reading.ts';
import { read } from './vocabulary.ts';

// Pages in the manners of the systems that Chinese public sites are built with; everything on them is invented.

const page = (title: string, body: string, head = '') =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${body}</body></html>`;
const repeat = (count: number, make: (i: number) => string) => Array.from({ length: count }, (_, i) => make(i)).join('');
const menu = `<div class="nav"><ul>${['首页', '新闻中心', '政务公开', '办事服务', '互动交流', '走进明湖', '专题专栏'].map((name, i) => `<li><a href="/c${i}/">${name}</a></li>`).join('')}</ul></div>`;
const footer = '<div class="footer"><p>主办：明湖市林业局 <a href="/wzdt/">网站地图</a></p></div>';
const templ = (body: string) => menu + body + footer;
const tree = `<div class="leftmenu"><h3>政府信息公开</h3><ul>${['政府信息公开指南', '政府信息公开制度', '法定主动公开内容', '政府信息公开年报', '依申请公开'].map((name, i) => `<li><a href="/zfxxgk/${i}/">${name}</a></li>`).join('')}</ul></div>`;
const where = (...steps: string[]) =>
  `<div class="position">您当前的位置：<a href="/">首页</a>${steps.map(step => ` &gt;&gt; <a href="/x/">${step}</a>`).join('')}</div>`;
const day = (i: number) => `2026-0${9 - Math.floor(i / 4)}-${28 - (i % 4) * 5}`;
const dated = (count: number, of = '明湖市林业局关于造林地块验收结果的公示') =>
  `<ul class="list">${repeat(count, i => `<li><span class="date">${day(i)}</span><a href="./t2026_${i}.html" title="${of}${i}">${of}${i}</a></li>`)}</ul>`;
const box = (name: string) =>
  `<div class="box"><div class="tit"><h2>${name}</h2><a class="more" href="/${name}/">更多</a></div>${dated(5)}</div>`;
const front = menu + ['图片新闻', '政务要闻', '通知公告', '部门动态', '政策文件', '政策解读'].map(box).join('') + footer;
const sentence = '各县区要压实责任，做好今年的造林绿化和森林防火工作，确保完成全年任务。';
const paragraphs = (count: number) => `<div class="TRS_Editor">${repeat(count, () => `<p>　　${sentence}</p>`)}</div>`;
const headline = '明湖市林业局召开全市秋季造林绿化现场推进会议';
const host = 'http://lyj.minghu.gov.cn';

test.for<[kind: PageKind, why: string, html: string, path: string]>([
  ['home', 'behind /index.html', page('明湖市林业局', front), '/index.html'],
  ['home', 'in a folder of its own', page('明湖市林业局门户网站', front), '/lyj/'],
  ['home', 'that calls itself by two names', page('明湖市林业局（明湖市绿化委员会办公室）', front), '/lyj/index.shtml'],
  ['home', 'with a greeting for a title', page('欢迎访问明湖市林业局网站！', front), '/Default.aspx'],
  ['home', 'chosen by language only', page('明湖市林业局', front), '/index.php?lang=zh-cn'],
  [
    'home',
    'with a short menu and no lists',
    page('明湖市林业局', templ(repeat(6, i => `<a href="/s${i}/"><img src="${i}.jpg" alt="服务${i}"></a>`))),
    '/',
  ],
  [
    'list',
    'chosen by a query from the file of the home page',
    page('通知公告 - 明湖市林业局', templ(where('通知公告') + dated(15))),
    '/index.php?m=content&c=index&a=lists&catid=9',
  ],
  [
    'article',
    'chosen by a query from the file of the home page',
    page(`${headline} - 明湖市林业局`, templ(`<h1>${headline}</h1><p>2026-09-01 来源：办公室</p>${paragraphs(8)}`)),
    '/index.php?m=content&c=index&a=show&catid=9&id=77',
  ],
  ['list', 'under no other name than the site, with its menu', page('明湖市林业局', templ(`<div>现在位置</div>${dated(20)}`)), '/tzgg.htm'],
  ['list', 'of two entries', page('权责清单-明湖市林业局', templ(where('政务公开', '权责清单') + dated(2))), '/zwgk/qzqd/'],
  [
    'list',
    'of pictures',
    page(
      '图片新闻_明湖市林业局',
      templ(
        where('图片新闻') +
          `<ul class="pic">${repeat(9, i => `<li><a href="/a/${i}.html"><img src="/${i}.jpg"><p>${headline}（第${i}场）</p></a></li>`)}</ul>`,
      ),
    ),
    '/tpxw/',
  ],
  [
    'list',
    'a library of policies with filters',
    page(
      '政策文件库_明湖市林业局',
      templ(
        where('政策文件库') +
          `<div class="filter"><dl><dt>主题分类</dt>${repeat(12, i => `<dd><a href="javascript:void(0)">林业分类${i}</a></dd>`)}</dl></div><table><tr><th>序号</th><th>标题</th><th>发文字号</th><th>成文日期</th></tr>${repeat(10, i => `<tr><td>${i}</td><td><a href="/p/${i}.html">关于加强古树名木保护工作的实施意见（${i}）</a></td><td>明林发〔2026〕${i}号</td><td>${day(i)}</td></tr>`)}</table>`,
      ),
    ),
    '/zcwjk/',
  ],
  [
    'list',
    'with summaries under its entries',
    page(
      '工作动态-明湖市林业局',
      templ(
        where('工作动态') +
          repeat(
            8,
            i => `<div class="item"><h3><a href="/d/${i}.html">${headline}${i}</a></h3><p>${sentence}</p><span>${day(i)}</span></div>`,
          ),
      ),
    ),
    '/gzdt/',
  ],
  [
    'list',
    'of 大汉 with its records written out',
    page(
      '通知公告',
      templ(
        where('通知公告') +
          `<table>${repeat(12, i => `<tr><td>·</td><td><a href="/art/2026/9/1/art_11_${i}.html" title="关于征占用林地的审核同意书${i}">关于征占用林地的审核同意书${i}</a></td><td>[${day(i)}]</td></tr>`)}</table>`,
      ),
    ),
    '/col/col1101/index.html',
  ],
  [
    'article',
    'short and dated',
    page(
      `${headline}_明湖市林业局`,
      templ(`${where('工作动态')}<h1>${headline}</h1><p>发布时间：2026-09-01 来源：办公室</p>${paragraphs(2)}`),
    ),
    '/gzdt/202609/t20260901_1.html',
  ],
  [
    'article',
    'nothing but a table',
    page(
      '明湖市林业局2026年第三季度行政许可情况一览表',
      templ(
        where('双公示') +
          `<h1>明湖市林业局2026年第三季度行政许可情况一览表</h1><p>发布日期：2026-10-08</p><table>${repeat(4, i => `<tr><td>${i}</td><td>林木采伐</td><td>准予</td></tr>`)}</table>`,
      ),
    ),
    '/sgs/202610/t1.html',
  ],
  [
    'article',
    'nothing but a file to download',
    page(
      '明湖市林业局关于印发林草防火应急预案的通知',
      templ(
        where('应急管理') +
          '<h1>明湖市林业局关于印发林草防火应急预案的通知</h1><p>发布时间：2026-05-08 字号：大 中 小</p><p><a href="P020260508.pdf">附件：预案.pdf</a></p>',
      ),
    ),
    '/yj/t2.html',
  ],
  [
    'article',
    'with ten others beside it',
    page(
      `${headline}_明湖市林业局`,
      templ(
        where('工作动态') +
          `<div class="con"><h1>${headline}</h1><p>发布时间：2026-09-01</p>${paragraphs(8)}</div><div class="right"><h3>相关新闻</h3>${dated(10)}</div>`,
      ),
    ),
    '/gzdt/202609/t3.html',
  ],
  [
    'article',
    'under the title of the site, headline in a heading',
    page('明湖市林业局', templ(`${where('工作动态')}<h1>${headline}</h1>${paragraphs(14)}`)),
    '/info/1011/2233.htm',
  ],
  ['other', 'the text of a column, without a day', page('林业概况_明湖市林业局', templ(where('林业概况') + paragraphs(30))), '/lygk/'],
  [
    'other',
    'a long text under the name of the office',
    page('中共明湖市林业局委员会、明湖市林业局', templ(paragraphs(20))),
    '/r/cms/lyj/jj.html',
  ],
  [
    'other',
    'leaders with their portraits',
    page(
      '局领导_明湖市林业局',
      templ(where('领导信息') + repeat(4, i => `<div><a href="/ld/${i}.html"><img src="${i}.jpg"></a><p>副局长 王小${i}</p></div>`)),
    ),
    '/ldxx/',
  ],
  [
    'disclosure_landing',
    'with its tree at the left',
    page('政府信息公开_明湖市林业局', templ(tree + where('政府信息公开') + dated(10))),
    '/zfxxgk/',
  ],
  [
    'disclosure_landing',
    'of a platform, column and content in tabs',
    page('政府信息公开平台', templ(`${tree}<div class="tab"><h2>政策</h2><p>略</p><h2>公开指南与制度</h2>${dated(6)}</div>`)),
    '/gongkai/',
  ],
  [
    'guide',
    'the only entry of its column opened',
    page('政府信息公开指南_明湖市林业局', templ(tree + where('政府信息公开', '政府信息公开指南') + paragraphs(20))),
    '/zfxxgk/zn/',
  ],
  [
    'guide',
    'the column with one entry',
    page('政府信息公开指南', templ(tree + where('政府信息公开指南') + dated(1, '明湖市林业局政府信息公开指南'))),
    '/zfxxgk/zn/index.html',
  ],
  [
    'annual_report',
    '30,000 characters',
    page(
      '明湖市林业局2025年政府信息公开工作年度报告',
      templ(`${where('政府信息公开年报')}<h1>明湖市林业局2025年政府信息公开工作年度报告</h1><p>发布时间：2026-01-20</p>${paragraphs(850)}`),
    ),
    '/zfxxgk/nb/t1.html',
  ],
  [
    'request_channel',
    'how to apply, and the form',
    page(
      '依申请公开_明湖市林业局',
      templ(
        tree +
          where('依申请公开') +
          paragraphs(3) +
          '<form><input name="xm"><textarea name="nr"></textarea><button>提交申请</button></form>',
      ),
    ),
    '/ysqgk/',
  ],
  [
    'budget',
    'the list of years',
    page('部门预算_明湖市林业局', templ(where('财政资金', '部门预算') + dated(6, '明湖市林业局部门预算'))),
    '/czzj/bmys/',
  ],
  [
    'error_soft404',
    'inside the whole template',
    page(
      '明湖市林业局',
      `${menu + repeat(40, i => `<div class="nav"><a href="/m${i}/">栏目${i}</a></div>`)}<h2>对不起，您访问的页面不存在</h2>${footer}`,
    ),
    '/zwgk/none.html',
  ],
  ['error_soft404', 'a bare code', page('404', '<p>404</p>'), '/zwgk/none.html'],
  [
    'challenge',
    'a script in place of the page',
    page('', '<script>document.cookie="__jsl_clearance_s=1";location.href="/"</script>'),
    '/zwgk/',
  ],
])('%s: %s', ([kind, , html, path]) => {
  expect(read(html, `${host}${path}`).kind).toBe(kind);
});

test.for<[kind: PageKind, why: string, html: string, path: string]>([
  ['home', 'a passing fault shown in the middle of the front page', page('明湖市林业局', `${front}<div><h2>系统出错</h2></div>`), '/'],
  [
    'article',
    'about pages that are gone',
    page(
      '关于清理已删除页面的情况通报',
      templ(`${where('通知')}<h1>关于清理已删除页面的情况通报</h1><p>发布时间：2026-03-01</p>${paragraphs(6)}`),
    ),
    '/tz/t1.html',
  ],
  [
    'list',
    'whose pinned entry breaks the order of days',
    page(
      '明湖市林业局',
      templ(`<ul><li><a href="top.html">关于启用新版林业服务平台的公告（置顶）</a><span>2026-01-01</span></li></ul>${dated(20)}`),
    ),
    '/tzgg.htm',
  ],
])('twin: %s, %s', ([kind, , html, path]) => {
  expect(read(html, `${host}${path}`).kind).toBe(kind);
});
