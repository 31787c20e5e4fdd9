import { describe, expect, test } from 'vitest';
import { MiniSite } from '../../fixtures/mini-site.ts';
import { judgeSite } from '../support/judge-site.ts';

const judge = (check: string, site: object) => judgeSite(MiniSite.parse(site)).find(finding => finding.check === check)!;

const list = (folder: string, days: readonly string[]) =>
  `<ul>${days.map((day, i) => `<li><a href="/${folder}/${i}.html">关于${folder}的第${i}件重要事项</a><span>${day}</span></li>`).join('')}</ul>`;
const box = (name: string, folder: string, days: readonly string[]) =>
  `<div><h2><a href="/${folder}/">${name}</a><a class="more" href="/${folder}/">更多</a></h2>${list(folder, days)}</div>`;
const column = (name: string, body: string) => ({
  title: name,
  body: `<div>您现在的位置：<a href="/">首页</a> &gt; ${name}</div><h1>${name}</h1>${body}`,
});
const article = (day: string) => ({
  title: '关于有关工作的通知',
  body: `<h1>关于有关工作的通知</h1><p>发布时间：${day}</p><p>请遵照执行。</p>`,
});

const fresh = ['2026-11-18', '2026-11-10', '2026-11-02'];
const stale = ['2025-03-18', '2025-03-10', '2025-03-02'];
const scripted = '<ul id="list" data-url="/api/list?id=1"></ul>';

describe('a box of the home page stands for its column', () => {
  test.for([
    ['fresh, the column filled by script', { home: box('通知公告', 'gg', fresh), pages: { '/gg/': column('通知公告', scripted) } }, 'pass'],
    ['fresh, the column not visited', { home: box('通知公告', 'gg', fresh) }, 'pass'],
    ['fresh, without any link', { home: `<div><h3>通知公告</h3>${list('gg', fresh)}</div>` }, 'pass'],
    [
      'stale, the column filled by script',
      { home: box('通知公告', 'gg', stale), pages: { '/gg/': column('通知公告', scripted) } },
      'unsure',
    ],
    ['stale, the column not visited', { home: box('通知公告', 'gg', stale) }, 'unsure'],
    ['stale, without any link', { home: `<div><h3>通知公告</h3>${list('gg', stale)}</div>` }, 'unsure'],
    ['stale, the column too', { home: box('通知公告', 'gg', stale), pages: { '/gg/': column('通知公告', list('gg', stale)) } }, 'fail'],
    [
      'of tabs, whose list is not to be told',
      { home: `<div class="tit"><span>通知公告</span> <span>政策文件</span></div>${list('gg', fresh)}` },
      'unsure',
    ],
    ['of the news alone', { home: box('工作动态', 'dt', fresh) }, 'unsure'],
    [
      'of somebody else’s notices',
      { home: `<div><h3>通知公告</h3>${list('gg', fresh).replaceAll('href="/', 'href="http://www.canglan.gov.cn/')}</div>` },
      'unsure',
    ],
  ] as const)('%s', ([, site, outcome]) => {
    const finding = judge('notices-fresh', site);
    expect(finding.outcome, finding.message).toBe(outcome);
  });
});

describe('a day without a year is no proof of age', () => {
  const days = ['11-18', '11-10', '11-02'];
  const home = (other: string) => `${box('工作动态', 'dt', days)}${other}`;

  test.for([
    [
      'one box is dated by its entries, the other is not',
      'home-page-fresh',
      { home: home(box('通知公告', 'gg', days)), pages: { '/dt/0.html': article('2025-11-18') } },
      'unsure',
    ],
    [
      'every box is dated by its entries',
      'home-page-fresh',
      { home: home(box('通知公告', 'gg', days)), pages: { '/dt/0.html': article('2025-11-18'), '/gg/0.html': article('2025-11-18') } },
      'fail',
    ],
    [
      'one box is fresh',
      'home-page-fresh',
      { home: home(box('通知公告', 'gg', days)), pages: { '/dt/0.html': article('2025-11-18'), '/gg/0.html': article('2026-11-18') } },
      'pass',
    ],
    [
      'a box is dated by the list of its column',
      'home-page-fresh',
      { home: home(''), pages: { '/dt/': column('工作动态', list('dt', fresh)) } },
      'pass',
    ],
    [
      'the top entry was not opened, the second was',
      'news-fresh',
      { home: '<a href="/dt/">工作动态</a>', pages: { '/dt/': column('工作动态', list('dt', days)), '/dt/1.html': article('2025-11-10') } },
      'unsure',
    ],
    [
      'the top entry was opened',
      'news-fresh',
      { home: '<a href="/dt/">工作动态</a>', pages: { '/dt/': column('工作动态', list('dt', days)), '/dt/0.html': article('2025-11-18') } },
      'fail',
    ],
    [
      'the address of each entry carries the day',
      'news-fresh',
      {
        home: '<a href="/dt/">工作动态</a>',
        pages: { '/dt/': column('工作动态', list('dt', days).replace(/\/dt\/(\d)/g, '/a/dt/2026/111$1/9$1')) },
      },
      'pass',
    ],
  ] as const)('%s', ([, check, site, outcome]) => {
    const finding = judge(check, site);
    expect(finding.outcome, finding.message).toBe(outcome);
  });
});

describe('links home are no columns', () => {
  test.for(['返回首页', '网站首页', '首页'])('%s', words => {
    const finding = judge('home-page-fresh', { home: `${box('工作动态', 'dt', stale)}<a href="/index2.html">${words}</a>` });
    expect(finding.outcome, finding.message).toBe('fail');
  });
});

test('a column under a new session id is the column that was seen', () => {
  const finding = judge('news-fresh', {
    home: `<a href="/dt/?sid=3f9a0c77">工作动态</a><a href="/dt/?sid=b0295008">工作动态</a>`,
    pages: { '/dt/?sid=3f9a0c77': column('工作动态', list('dt', stale)) },
  });
  expect(finding.outcome, finding.message).toBe('fail');
});
