import { expect, test } from 'vitest';
import type { PageKind } from '../../src/model/page-reading.ts';
import { read } from './vocabulary.ts';

const crumb = (...steps: string[]) =>
  `<div class="crumb">当前位置：<a href="/">首页</a>${steps.map(step => ` &gt; ${step}`).join('')}</div>`;
const rows = (count: number) =>
  `<ul>${Array.from({ length: count }, (_, i) => `<li><a href="t${i}.html">明湖市林业局关于第${i}号地块造林的公告</a><span>2026-03-${10 + i}</span></li>`).join('')}</ul>`;
const prose = `<div class="TRS_Editor"><p>${'会议要求按时完成造林任务。'.repeat(40)}</p></div>`;
const boxes = Array.from({ length: 6 }, (_, i) => `<div><h3>栏目${i}</h3>${rows(4)}</div>`).join('');
const page = (title: string, body: string) => `<html><head><title>${title}</title></head><body>${body}</body></html>`;
const site = 'http://lyj.minghu.gov.cn';

test.for<[kind: PageKind, why: string, html: string, url?: string]>([
  ['home', 'at the root', page('明湖市林业局', boxes), `${site}/`],
  [
    'home',
    'at the root, with a headline',
    page('明湖市林业局', `<h1>明湖市召开全市造林绿化工作推进会议</h1>${boxes}`),
    `${site}/index.html`,
  ],
  ['home', 'in a folder of a shared host', page('明湖市林业局', boxes), 'http://www.minghu.gov.cn/lyj/'],
  ['home', 'without a title, in a folder', page('', boxes), 'http://www.minghu.gov.cn/lyj/index_1.html'],
  ['list', 'without a title, in a file beside the home page', page('', boxes), `${site}/zwgk.html`],
  [
    'other',
    'a notice in place of the home page',
    page(
      '网站迁移公告',
      '<p>按照集约化建设的要求，我局网站的内容自今年三月起在明湖市政府网站集约化平台发布，原网址同时停止使用，请广大市民相互转告。</p><a href="http://www.minghu.gov.cn">点击进入</a>',
    ),
    `${site}/`,
  ],
  ['list', 'dated entries', page('通知公告_明湖市林业局', crumb('通知公告') + rows(10))],
  ['list', 'a column under its own name in a folder', page('通知公告', rows(10)), `${site}/tzgg/`],
  ['article', 'prose under a headline', page('关于开展春季造林工作的通知', crumb('通知公告') + prose)],
  ['article', 'a notice about guides', page('关于修订政府信息公开指南的通知', crumb('公开指南') + prose)],
  [
    'article',
    'with a list of others beside it',
    page('关于开展春季造林工作的通知', `<div>${prose}</div><div><h3>相关新闻</h3>${rows(4)}</div>`),
  ],
  ['guide', 'by its title', page('政府信息公开指南_明湖市林业局', prose)],
  ['guide', 'by its breadcrumb', page('明湖市林业局', crumb('政务公开', '公开指南') + rows(1))],
  ['annual_report', 'the column', page('信息公开年报 - 明湖市林业局', rows(5))],
  ['annual_report', 'the report', page('明湖市林业局2025年政府信息公开工作年度报告', prose)],
  ['request_channel', 'the form', page('依申请公开', '<form><input name="name"><textarea></textarea></form>')],
  ['budget', 'the column', page('财政预决算', crumb('财政预决算') + rows(5))],
  ['budget', 'under a vague name', page('财政信息', crumb('政务公开', '财政信息') + rows(5))],
  ['disclosure_landing', 'the platform', page('政府信息公开', boxes), `${site}/zfxxgk/`],
  ['disclosure_landing', 'the catalogue', page('法定主动公开内容_明湖市林业局', boxes), `${site}/fdzdgknr/`],
  ['other', 'next to nothing', page('林业概况', '<p>略</p>')],
])('%s: %s', ([kind, , html, url = `${site}/a/b/c.html`]) => {
  expect(read(html, url).kind).toBe(kind);
});

test('an error page in disguise', () => {
  expect(read(page('404', '<p>您访问的页面不存在或已删除</p>')).kind).toBe('error_soft404');
});
