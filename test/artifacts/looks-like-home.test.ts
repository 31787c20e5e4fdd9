import { expect, test } from 'vitest';
import { looksLikeHome } from '../../src/artifacts/looks-like-home.ts';
import { read } from './vocabulary.ts';

const host = 'http://www.minghu.gov.cn';
const names = [
  '首页',
  '政务公开',
  '新闻中心',
  '办事服务',
  '互动交流',
  '走进明湖',
  '数据开放',
  '专题专栏',
  '领导之窗',
  '政策文件',
  '网站地图',
  '联系我们',
];
const menu = (count = names.length) =>
  `<div class="nav">${Array.from({ length: count }, (_, i) => `<a href="/c${i}/">${names[i] ?? `栏目${i}`}</a>`).join('')}</div>`;
const news = (from: number, to: number, of = '明湖市召开第{}次全市重点项目调度会议') =>
  `<ul>${Array.from({ length: to - from }, (_, i) => `<li><a href="./n/${from + i}.html">${of.replace('{}', String(from + i))}</a><span>2026-09-${10 + i}</span></li>`).join('')}</ul>`;
const page = (title: string, body: string) => `<html><head><title>${title}</title></head><body>${body}</body></html>`;
const front = page('明湖市人民政府', `${menu()}<p>今天是2026年11月20日 星期五</p>${news(10, 30)}`);
const home = read(front, `${host}/`);

test.for<[why: string, html: string, path: string]>([
  ['under its full address', front, '/index.html'],
  ['at a deep address, where its references lead elsewhere', front, '/zwgk/gkzn/none.html'],
  [
    'with another day and three new headlines',
    page('明湖市人民政府', `${menu()}<p>今天是2026年11月21日 星期六</p>${news(13, 33)}`),
    '/old.html',
  ],
])('the home page again: %s', ([, html, path]) => {
  expect(looksLikeHome(read(html, host + path), home)).toBe(true);
});

test.for<[why: string, html: string, url: string]>([
  [
    'a list under the title of the site, with the same menu',
    page('明湖市人民政府', `${menu()}${news(40, 60, '关于第{}号地块出让结果的公示公告')}`),
    `${host}/tzgg/`,
  ],
  ['a landing with some of the same news', page('明湖市人民政府', `${menu()}${news(10, 16)}`), `${host}/zwgk/`],
  ['the front page of a section', page('明湖市林业局', `${menu()}${news(10, 30)}`), `${host}/lyj/`],
  [
    'the front page for telephones',
    page('明湖市人民政府', `<a href="/m/zwgk/">公开</a>${news(10, 30).replaceAll('./n/', '/m/n/')}`),
    `${host}/m/`,
  ],
  ['the front page in English', page('Minghu Municipal Government', `${menu()}${news(10, 30)}`), `${host}/en/`],
  [
    'a page that says where it stands',
    page('明湖市人民政府', `${menu()}<div class="position">当前位置：<a href="/">首页</a> &gt; 要闻</div>${news(10, 30)}`),
    `${host}/yw/`,
  ],
  [
    'a wide menu and nothing else in common',
    page('明湖市人民政府', `${menu(300)}${news(40, 60, '关于第{}号地块出让结果的公示公告')}`),
    `${host}/tzgg/`,
  ],
])('not the home page: %s', ([, html, url]) => {
  expect(looksLikeHome(read(html, url), home)).toBe(false);
});

test('beside a menu of hundreds of links the news decide', () => {
  const wide = read(page('明湖市人民政府', `${menu(300)}${news(10, 30)}`), `${host}/`);
  expect(
    looksLikeHome(read(page('明湖市人民政府', `${menu(300)}${news(40, 60, '关于第{}号地块出让结果的公示公告')}`), `${host}/tzgg/`), wide),
  ).toBe(false);
  expect(looksLikeHome(read(page('明湖市人民政府', `${menu(300)}${news(11, 31)}`), `${host}/none.html`), wide)).toBe(true);
});

test('an entrance without news is known by its text', () => {
  const entrance = read(page('明湖市人民政府', `${menu()}<p>欢迎访问明湖市人民政府门户网站</p>`), `${host}/`);
  const other = page('明湖市人民政府', `${menu()}<p>请选择您要办理的事项</p>`);
  expect(looksLikeHome(read(page('明湖市人民政府', `${menu()}<p>欢迎访问明湖市人民政府门户网站</p>`), `${host}/x/`), entrance)).toBe(true);
  expect(looksLikeHome(read(other, `${host}/bs/`), entrance)).toBe(false);
});
