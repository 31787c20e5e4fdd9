import { describe, expect, test } from 'vitest';
import { samesToBeSure } from '../../src/crawl/idle-parameters.ts';
import { barrenByCombination, byPath, byQuery, createTrapWatch, growthsToBeSure } from '../../src/crawl/trap-watch.ts';
import type { Trap } from '../../src/model/trap.ts';

const host = 'http://www.minghu.test';
const menu = '首页 政务公开 互动交流 办事服务 走进明湖 联系我们 网站地图 '.repeat(5);
const page = (text: string, title = '明湖市教育局') => ({ title, heading: '', text: `${menu}${text}` });
/** A sentence like no other. */
const sentence = (i: number) =>
  Array.from({ length: 30 }, (_, k) => String.fromCharCode(0x4e00 + ((i * 7919 + k * (i + 31) * 131) % 20_000))).join('');

interface Step {
  readonly path: string;
  readonly text?: string;
  readonly title?: string;
  readonly fresh: readonly string[];
}

/** Reads page after page until a trap is found: which, and after how many pages; null when none is in so many. */
function readAll(count: number, step: (i: number) => Step, watch = createTrapWatch()): (Trap & { readonly after: number }) | null {
  for (let i = 0; i < count; i++) {
    const { path, text = '', title, fresh } = step(i);
    if (watch.isTrapped(host + path)) throw new Error(`${path} is trapped, and no trap was told`);
    const trap = watch.learn(
      host + path,
      page(text, title),
      fresh.map(next => host + next),
    );
    if (trap) return { ...trap, after: i + 1 };
  }
  return null;
}

describe('what brings forth its like for ever is found', () => {
  test.for<[rule: Trap['rule'], after: number, name: string, step: (i: number) => Step]>([
    ['same-pages', byQuery.alike, 'a parameter drawn by lot', i => ({ path: `/x?t=${i * 7777}`, fresh: [`/x?t=${(i + 1) * 7777}`] })],
    ['same-pages', byPath.alike, 'a number in the path', i => ({ path: `/x/${i}.html`, fresh: [`/x/${i + 1}.html`] })],
    [
      'same-pages',
      byQuery.numbered,
      'paging far beyond the last page, with the same rows and a pager that counts on',
      i => ({
        path: `/list?page=${900 + i}`,
        text: `${sentence(1)} 上一页 ${895 + i} ${900 + i} ${905 + i} 第${900 + i}页`,
        fresh: [`/list?page=${901 + i}`],
      }),
    ],
    [
      'same-pages',
      byQuery.alike,
      'a page that prints its own address',
      i => ({ path: `/x?t=q${i}z`, text: `您访问的是 /x?t=q${i}z`, fresh: [`/x?t=q${i + 1}z`] }),
    ],
    [
      'same-pages',
      byQuery.alike,
      'although every page brings a script under another number',
      i => ({ path: `/x?t=${i}`, fresh: [`/x?t=${i + 1}`, `/count.js?r=${i}`] }),
    ],
    [
      'calendar',
      byPath.alike,
      'a calendar whose months lead to days',
      i => ({ path: `/rili/${2000 + (i % 20)}-${1 + Math.floor(i / 20)}`, text: `${i}年 1 2 3 4`, fresh: [`/tian/${i}`] }),
    ],
    [
      'near-duplicates',
      byPath.near,
      'a page with a word of the day on it',
      i => ({ path: `/x/${i}.html`, text: `${sentence(1)} 今日${sentence(i).slice(0, 2)}`, fresh: [`/x/${i + 1}.html`] }),
    ],
    [
      'idle-parameter',
      2 * samesToBeSure,
      'a token beside the number of an article',
      i => ({
        path: `/show?id=${i % samesToBeSure}&k=q${i}`,
        text: sentence(i % samesToBeSure),
        fresh: [`/show?id=${i % 5}&k=q${i + 1000}`],
      }),
    ],
    [
      'parameter-combinations',
      barrenByCombination,
      'orders and filters multiplied',
      i => ({ path: `/list?sort=${i % 3}&kind=${i % 7}&area=${i % 11}`, text: sentence(i), fresh: [`/list?sort=${i}&kind=9&area=9`] }),
    ],
    [
      'growing-path',
      growthsToBeSure + 1,
      'a path that grows by ever other names',
      i => ({
        path: `/a/${Array.from({ length: i }, (_, k) => `d${k * k}x/`).join('')}`,
        fresh: [`/a/${Array.from({ length: i + 1 }, (_, k) => `d${k * k}x/`).join('')}`],
      }),
    ],
  ])('%s after %i pages: %s', ([rule, after, , step]) => expect(readAll(500, step)).toMatchObject({ rule, after }));

  test('the same parameters in another order', () => {
    const orders = [
      ['a', 'b', 'c'],
      ['c', 'a', 'b'],
      ['b', 'c', 'a'],
    ];
    const step = (i: number): Step => {
      const n = Math.floor(i / 3);
      return { path: `/x?${orders[i % 3]!.map(name => `${name}=${n}`).join('&')}`, text: sentence(n), fresh: [`/x?a=${n}&c=${n}&b=${n}`] };
    };
    expect(readAll(200, step)).toMatchObject({ rule: 'parameter-order' });
  });
});

describe('after that', () => {
  test('pages of the kind are not read, others are, and it is told once', () => {
    const watch = createTrapWatch();
    expect(readAll(500, i => ({ path: `/x?t=${i}`, fresh: [`/x?t=${i + 1}`] }), watch)).not.toBeNull();
    expect([`${host}/x?t=999`, `${host}/x`, `${host}/x?u=1`, `${host}/y?t=1`].map(watch.isTrapped)).toEqual([true, false, false, false]);
    expect(watch.learn(`${host}/x?t=998`, page(''), [`${host}/x?t=1000`])).toBeNull();
  });

  test('an article is read once, whatever token it carries', () => {
    const watch = createTrapWatch();
    readAll(500, i => ({ path: `/show?id=${i % 12}&k=q${i}`, text: sentence(i % 12), fresh: [`/show?id=${i % 5}&k=q${i + 1000}`] }), watch);
    expect([`${host}/show?id=3&k=new`, `${host}/show?k=new&id=3`, `${host}/show?id=77&k=new`].map(watch.isTrapped)).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('below a path that grows nothing is read, beside it everything', () => {
    const watch = createTrapWatch();
    const path = (i: number) =>
      `/a/${'x1x2x3x4x5x6x7x8'
        .match(/../g)!
        .slice(0, i)
        .map(name => `${name}/`)
        .join('')}`;
    expect(readAll(8, i => ({ path: path(i), fresh: [path(i + 1)] }), watch)?.rule).toBe('growing-path');
    expect([host + path(7), `${host}/a/y/`, `${host}/b/`].map(watch.isTrapped)).toEqual([true, false, false]);
  });
});

describe('its innocent twin is left alone', () => {
  test.for<[name: string, step: (i: number) => Step]>([
    [
      '3,000 articles of one template, each found from the one before',
      i => ({ path: `/art/2026/3/1/art_${i}.html`, text: sentence(i), title: `第${i}号公告`, fresh: [`/art/2026/3/1/art_${i + 1}.html`] }),
    ],
    ['the same with a query', i => ({ path: `/show.jsp?id=${i}`, text: sentence(i), fresh: [`/show.jsp?id=${i + 1}`] })],
    ['3,000 articles that are all the same shell, filled by script', i => ({ path: `/detail?id=${i}`, fresh: [] })],
    [
      'archives by month, each with its articles',
      i => ({ path: `/${2000 + (Math.floor(i / 12) % 27)}-${1 + (i % 12)}/`, text: sentence(i), fresh: [`/art_${i}.html`] }),
    ],
    [
      'paging of a long list, with its articles',
      i => ({ path: `/list_${i}.html`, text: `每周水质报告 第${i}期 第${i + 1}期`, fresh: [`/list_${i + 1}.html`, `/art/art_${i}.html`] }),
    ],
    [
      'paging of a list whose articles are all known',
      i => ({ path: `/list?page=${i}`, text: sentence(i), fresh: [`/list?page=${i + 1}`] }),
    ],
    [
      'weekly reports that differ in their values, each found from a list',
      i => ({
        path: `/bao/${i}.html`,
        text: `水质报告 酸碱度 ${(i * 37) % 1000} 溶解氧 ${(i * 91) % 1000}`,
        fresh: i % 20 === 0 ? [`/bao/${i + 1}.html`] : [],
      }),
    ],
    [
      'a hundred pages that differ in nothing but their number',
      i => ({ path: `/p/${i}.html`, text: `第${i}页`, fresh: i < 100 ? [`/p/${i + 1}.html`] : [] }),
    ],
    ['photographs without words', i => ({ path: `/photo?id=${i}`, fresh: [`/photo?id=${i + 1}`, `/upload/${i}.jpg`] })],
    [
      'a program that serves all pages of a site',
      i => ({
        path: `/index.php?c=${i % 9}&a=${i % 4}&id=${i}`,
        text: sentence(i),
        fresh: [`/index.php?c=1&a=2&id=${i + 1}`, `/upload/${i}.pdf`],
      }),
    ],
    [
      'UUIDs',
      i => ({
        path: `/d/${i.toString(16).padStart(8, '0')}-4f89-11d3-9a0c-0305e82c3301.html`,
        text: sentence(i),
        fresh: [`/d/${(i + 1).toString(16).padStart(8, '0')}-4f89-11d3-9a0c-0305e82c3301.html`],
      }),
    ],
    [
      'directories in directories, each with its own list',
      i => ({ path: `/a${'/b'.repeat(i % 9)}/`, text: sentence(i), fresh: [`/a${'/b'.repeat((i % 9) + 1)}/`] }),
    ],
    [
      'a parameter that mattered once',
      i => ({
        path: `/show?id=${Math.floor(i / 2)}&tab=${i % 2}`,
        text: sentence(i % 7 === 0 ? i : Math.floor(i / 2)),
        fresh: [`/show?id=${i + 1}&tab=1`, `/f/${i}.doc`],
      }),
    ],
  ])('%s', ([, step]) => expect(readAll(3000, step)).toBeNull());
});
