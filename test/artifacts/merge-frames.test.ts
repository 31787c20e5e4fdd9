import { describe, expect, test } from 'vitest';
import { compileVocabulary } from '../../src/artifacts/compile-vocabulary.ts';
import { mergeFrames } from '../../src/artifacts/merge-frames.ts';
import { readPage } from '../../src/artifacts/read-page.ts';
import { vocabulary } from '../support/judge-site.ts';

const compiled = compileVocabulary(vocabulary);
const read = (html: string, url = 'https://daj.minghu.gov.cn/') =>
  readPage({ html, url, encoding: 'utf-8', today: '2026-11-20' }, compiled);
const frameset = read('<title>明湖市档案局</title><frameset cols="20,80"><frame src="left.htm"><frame src="main.htm"></frameset>');
const left = read('<a href="/zn.htm">政府信息公开指南</a><a href="/ml.htm">公开目录</a>');
const main = read(
  '<h2>工作动态</h2><ul><li><a href="/1.htm">档案开放日活动举行</a> 2026-11-12</li><li><a href="/2.htm">全市档案工作会议召开</a> 2026-11-10</li></ul><div class="footer">主办单位：明湖市档案局 皖ICP备19000012号</div>',
);
const shell = read('<div id="app"></div><script src="/app.js"></script>');

describe('mergeFrames', () => {
  test('a frameset is what its frames show', () => {
    const page = mergeFrames({ reading: frameset, frames: [left, main] });
    expect(page.needsBrowser).toBeNull();
    expect(page.items.guide?.[0]?.text).toBe('政府信息公开指南');
    expect(page.newestItemOn).toBe('2026-11-12');
    expect(page.identity.icp).toContain('19000012');
    expect(page.title).toBe('明湖市档案局');
  });

  test('with a frame unread the page was not read whole', () => {
    expect(mergeFrames({ reading: frameset, frames: [left, null] }).needsBrowser).not.toBeNull();
  });

  test('a frame filled by script leaves the page to a browser', () => {
    expect(mergeFrames({ reading: frameset, frames: [left, shell] }).needsBrowser).not.toBeNull();
  });

  test('a page without frames is itself', () => {
    expect(mergeFrames({ reading: main, frames: [] })).toBe(main);
  });
});
