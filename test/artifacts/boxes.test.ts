import { expect, test } from 'vitest';
import { boxesOf } from '../../src/artifacts/boxes.ts';
import { createReader } from '../../src/artifacts/reader.ts';
import type { Look } from '../../src/model/snapshot.ts';
import { vocabulary } from '../support/judge-site.ts';

const url = 'https://www.minghu.gov.cn/';
const look = { url, finalUrl: url, status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } } as unknown as Look;
const boxes = (html: string) => {
  const page = `<html><body><div class="header"><a href="/">首页</a></div>${html}</body></html>`;
  const reading = createReader(vocabulary, { today: '2026-11-20' }).read(look, new TextEncoder().encode(page))!;
  return Object.fromEntries(boxesOf(reading).map(({ heading, rows }) => [heading ?? '', rows.map(({ title }) => title)]));
};

const list = (word: string) =>
  `<ul>${[1, 2].map(n => `<li><a href="/${word}/${n}.html">关于${word}的第${n}件事项</a><span>2026-11-0${n}</span></li>`).join('')}</ul>`;
const titles = (word: string) => [`关于${word}的第1件事项`, `关于${word}的第2件事项`];

test.for([
  ['a heading with a “more” link', `<div><h2><a href="/gg/">通知公告</a><a class="more" href="/gg/">MORE+</a></h2>${list('公告')}</div>`],
  ['a heading that is no link', `<div><h3>通知公告</h3>${list('公告')}</div>`],
  ['a heading spaced apart', `<div><h3>通知公告</h3><p></p>${list('公告')}</div>`],
  ['a title bar by name', `<div><div class="tit"><span>通知公告</span><a href="/gg/">更多&gt;&gt;</a></div>${list('公告')}</div>`],
] as const)('%s names the entries under it', ([, html]) => {
  expect(boxes(`${html}<div><h2>政策文件</h2>${list('文件')}</div>`)).toEqual({ 通知公告: titles('公告'), 政策文件: titles('文件') });
});

test.for([
  ['one bar of several tabs', `<div class="tit"><span>通知公告</span> <span>政策文件</span></div>`],
  ['tabs with a stroke between', '<h3>通知公告|政策文件</h3>'],
] as const)('%s names nothing: which list is whose is not to be seen', ([, bar]) => {
  expect(boxes(`<div>${bar}<div>${list('公告')}</div><div style="display:none">${list('文件')}</div></div>`)).toEqual({
    '': [...titles('公告'), ...titles('文件')],
  });
});
