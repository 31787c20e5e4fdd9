import { describe, expect, test } from 'vitest';
import { isMovingNotice, sendsOnTo } from '../../src/artifacts/moving-notice.ts';
import { readPage } from '../../src/artifacts/read-page.ts';
import { vocabulary } from './vocabulary.ts';

const home = 'http://jyj.minghu.gov.cn/';
const moved = 'http://edu.minghu.gov.cn/';
const reading = (body: string, head = '') =>
  readPage(
    { html: `<html><head><title>明湖市教育局</title>${head}</head><body>${body}</body></html>`, url: home, encoding: 'utf-8' },
    vocabulary,
  );
const link = (url: string, text = url) => `<a href="${url}">${text}</a>`;

describe('a page that sends its readers to another address', () => {
  test.for([
    ['a notice with a link', `<h1>公告</h1><p>本网站已迁移至新域名 ${link(moved)} ，请更新收藏。</p>`, ''],
    ['in other words', `<p>根据集约化工作安排，我局门户网站网址变更为${link(moved)}，旧网址停用。</p>`, ''],
    [
      'a day under it, like an entry of a list',
      `<p>我单位网站已迁移，网站域名变更为：<a href="javascript:;">edu.minghu.gov.cn</a>。</p><p>明湖市教育局<br>2026年3月1日</p>`,
      `<meta http-equiv="refresh" content="10;url=${moved}">`,
    ],
    ['the new address once more', `<p>我局启用新网址：${link(moved)}</p><p>${link(`${moved}index.html`, '点击进入')}</p>`, ''],
    [
      'the registers in its footer',
      `<p>网站域名已更换，请访问${link(moved)}</p><p>${link('https://beian.miit.gov.cn/', '沧ICP备00000001号')}</p>`,
      '',
    ],
    [
      'no link, only a refresh',
      '<p>本站网址已变更，五秒后自动跳转到新网址。</p><p>请更新您的收藏，给您带来的不便敬请谅解，如有问题请致电。</p>',
      `<meta http-equiv="refresh" content="5;url=${moved}">`,
    ],
    ['nothing but a jump', '', `<meta http-equiv="refresh" content="0;url=${moved}">`],
  ] as const)('%s', ([, body, head]) => {
    expect(sendsOnTo(reading(body, head))).toBe(moved);
  });

  test('an address that stands only in a script, behind a notice in words', () => {
    const body = `<p>我单位网站已迁移至集约化平台，网站域名变更为：edu.minghu.gov.cn。请使用新域名访问。</p><p>明湖市教育局</p><script>setTimeout(function(){window.location.href='${moved}'},1000);</script>`;
    expect(sendsOnTo(reading(body))).toBe(moved);
  });

  test('a jump inside the own site', () => {
    expect(sendsOnTo(reading('正在进入', '<meta http-equiv="refresh" content="0;url=portal/index.html">'))).toBe(
      `${home}portal/index.html`,
    );
  });
});

describe('pages that stay what they are', () => {
  const menu = Array.from({ length: 12 }, (_, index) => link(`/c/${index}/`, `栏目第${index}号`)).join('');
  test.for([
    ['an office that has moved house', `<p>我局已搬迁至望湖区学府路1号办公。</p>${link('http://map.example/', '查看地图')}`],
    ['a home page with a banner', `<p>本网站已迁移至新域名${link(moved)}</p>${menu}`],
    ['two addresses to choose from', `<p>网站已迁移：${link(moved)} ${link('http://other.minghu.gov.cn/')}</p>`],
    ['a notice whose link leads back', `<p>网站已改版迁移，${link('/index.html', '进入')}</p>`],
    ['no link at all', '<p>本网站已迁移至新域名，请更新收藏。</p>'],
    ['a welcome with one link elsewhere', `<p>欢迎访问明湖市教育局</p>${link('http://www.minghu.gov.cn/', '市政府')}`],
  ] as const)('%s', ([, body]) => {
    expect(sendsOnTo(reading(body))).toBeNull();
  });

  test('a home page that loads itself again every minute', () => {
    expect(sendsOnTo(reading(menu, '<meta http-equiv="refresh" content="60">'))).toBeNull();
  });

  test('a full page is no notice, however often it says so', () => {
    expect(isMovingNotice(reading(`<p>${'关于省申报系统域名变更的通知，请各单位知悉并相互转告。'.repeat(20)}</p>`))).toBe(false);
    expect(isMovingNotice(reading('<p>关于省申报系统域名变更的通知</p>'))).toBe(true);
  });
});
