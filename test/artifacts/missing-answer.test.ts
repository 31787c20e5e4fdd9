import { describe, expect, test } from 'vitest';
import { frontOf, isLikeMissing, isSentElsewhere, missingAnswerOf } from '../../src/artifacts/missing-answer.ts';
import { quickLook } from '../../src/artifacts/quick-look.ts';
import type { FetchResponse } from '../../src/model/fetch-outcome.ts';

const host = 'http://www.minghu.test';
const nowhere = `${host}/zwgk/gongkai-0a1b2c3d4e5f.html`;
const asked = `${host}/zwgk/t20260301_12.html`;
const menu = Array.from({ length: 15 }, (_, i) => `<a href="/c${i}/">栏目${'甲乙丙丁戊己庚辛壬癸子丑寅卯辰'[i]}</a>`).join('');
const news = (of: string) =>
  Array.from({ length: 8 }, (_, i) => `<li><a href="/n/${of}${i}.html">明湖市召开${of}第${'一二三四五六七八'[i]}次推进会议</a></li>`).join(
    '',
  );
const page = (body: string, title = '明湖市人民政府') => `<html><head><title>${title}</title></head><body>${menu}${body}</body></html>`;
const homePage = page(`<ul>${news('全市')}</ul><p>今天是2026年3月1日</p>`);

const answer = (url: string, finalUrl = url): FetchResponse => ({
  kind: 'response',
  url,
  finalUrl,
  hops: [],
  fetchedAt: '2026-11-20T00:00:00Z',
  elapsedMs: 5,
  attempts: 1,
  address: null,
  security: null,
  status: 200,
  headers: { 'content-type': 'text/html' },
  body: new Uint8Array(1),
  truncated: false,
});
const look = (html: string, url: string) => quickLook(html, url, 'utf-8', { status: 200 });
const front = (html: string) => frontOf(look(html, `${host}/`), `${host}/`);

/** Whether a page is held for the answer to a missing one. */
function likeness(html: string, missing: string, { home = homePage, url = asked }: { home?: string; url?: string } = {}) {
  const learnt = missingAnswerOf(answer(nowhere), look(missing, nowhere), front(home));
  return learnt && isLikeMissing(answer(url), look(html, url), learnt);
}

describe('the answer for a missing page is known again', () => {
  test.for<[why: string, answer: (path: string, random: number) => string]>([
    ['as it is', () => page('<p>请从首页重新进入本网站各栏目</p>')],
    ['with the address in it', path => page(`<p>资源 ${path} 稍后提供，请从首页进入</p>`)],
    ['with a clock', (_, random) => page(`<p>今天是2026年${random}月3日 星期${'一二三四五六日'[random]}</p><p>请从首页重新进入各栏目</p>`)],
    ['with a counter', (_, random) => page(`<p>请从首页重新进入各栏目</p><p>您是第${900 + random}位访问者</p>`)],
    ['with a way to report it', path => page(`<p>请从首页重新进入各栏目</p><a href="/report/${random(path)}">报告</a>`)],
  ])('%s', ([, of]) => expect(likeness(of('/zwgk/t20260301_12.html', 2), of('/zwgk/gongkai-0a1b2c3d4e5f.html', 5))).toBe('same'));

  test('as the home page, at whatever address', () => {
    expect(likeness(homePage, homePage)).toBe('home');
    expect(likeness(homePage.replace('第一次', '第十次').replace('3月1日', '3月2日'), homePage)).toBe('home');
    expect(likeness(homePage, homePage, { url: `${host}/` })).toBeNull();
  });
});

const random = (path: string): string => String(path.length);

describe('other pages are not', () => {
  const filler = '本网站由明湖市人民政府主办，内容以纸质文件为准。'.repeat(20);
  test.for<[why: string, html: string, missing: string, home?: string]>([
    ['another short page', page('<h1>停电通知</h1><p>办公楼今日停电。</p>'), page('<p>请从首页进入各栏目</p>')],
    ['a page with a picture of its own', page('<p>机构设置示意图</p><img src="/jg.png">'), page('<p>机构设置示意图</p>')],
    [
      'a page with ways of its own',
      page('<p>请选择年度</p><a href="/y/1">一</a><a href="/y/2">二</a><a href="/y/3">三</a>'),
      page('<p>请选择年度</p><a>一</a><a>二</a><a>三</a>'),
    ],
    ['another title', page('<p>请从首页进入各栏目</p>', '公开指南'), page('<p>请从首页进入各栏目</p>')],
    ['a long text in common', page(filler), page(filler)],
    ['a column that answers missing addresses', page(`<ul>${news('本市')}</ul>`), page(`<ul>${news('本市')}</ul>`)],
    ['a page of the same menu where the home page answers everything', page(`<ul>${news('本市')}</ul>`), homePage],
    [
      'a site whose home page is its error page',
      page('<p>请从首页进入各栏目</p>'),
      page('<p>请从首页进入各栏目</p>'),
      page('<p>请从首页进入各栏目</p>'),
    ],
    [
      'the shell of an application',
      '<title>办事大厅</title><div id="app"></div><script src="/a.js"></script>',
      '<title>办事大厅</title><div id="app"></div><script src="/a.js"></script>',
    ],
    ['a page without words', '<img src="/a.png">', '<img src="/a.png">', '<p>首页</p>'],
  ])('%s', ([, html, missing, home]) => expect(likeness(html, missing, home === undefined ? {} : { home })).toBeNull());
});

describe('being sent to one place', () => {
  const notice = `${host}/notice.html?from=1`;
  const learnt = missingAnswerOf(answer(nowhere, notice), look(page('<p>请从首页进入各栏目</p>'), notice), front(homePage))!;
  test.for<[from: string, to: string, expected: 'same' | null]>([
    [asked, `${host}/notice.html?from=2`, 'same'],
    [asked, `${host}/other.html`, null],
    [`${host}/notice.html`, `${host}/notice.html?from=2`, null],
  ])('%s → %s: %s', ([from, to, expected]) => expect(isLikeMissing(answer(from, to), null, learnt)).toBe(expected));

  test.for<[from: string, to: string, expected: boolean]>([
    [`${host}/a.html`, `${host}/b.html`, true],
    [`${host}/a.html`, `https://www.minghu.test/a.html`, false],
    [`${host}/zwgk`, `${host}/zwgk/`, false],
    [`${host}/zwgk/`, `${host}/zwgk/index.html`, false],
    [`${host}/zwgk`, `${host}/zwgk/404.html`, true],
  ])('%s → %s is another page: %s', ([from, to, expected]) => expect(isSentElsewhere(answer(from, to))).toBe(expected));
});

test('an honest host teaches nothing', () => {
  expect(missingAnswerOf({ ...answer(nowhere), status: 404 }, look(page('x'), nowhere), front(homePage))).toBeNull();
  expect(missingAnswerOf(answer(nowhere), null, front(homePage))).toBeNull();
});
