import { describe, expect, test } from 'vitest';
import { buildMiniSite, MiniSite } from '../../fixtures/mini-site.ts';
import { derive } from '../../src/artifacts/derive.ts';
import { createReader } from '../../src/artifacts/reader.ts';
import { contextOf, runCatalogue } from '../../src/checks/run-catalogue.ts';
import { tellStory } from '../../src/checks/story/tell-story.ts';
import type { Story } from '../../src/model/story.ts';
import { renderStory } from '../../src/report/terminal-story.ts';
import { calendar, catalogue, exampleDay, vocabulary } from '../support/judge-site.ts';

function storyOf(id: string, given: object): Story {
  const built = buildMiniSite(MiniSite.parse(given));
  const artifacts = derive({ ...built, reader: createReader(vocabulary, { today: exampleDay }) });
  const check = catalogue.checks.find(({ spec }) => spec.id === id)!;
  const day = { today: exampleDay, calendar };
  const [judged] = runCatalogue([check], built.unit, artifacts, day);
  return tellStory(check, { ...judged!, standing: 'settled' }, artifacts, contextOf(check.spec, built.unit, day));
}

const brief = ({ clues }: Story) => clues.map(({ accepted, what, reason }) => [accepted, what, reason]);
const report = (year: number) => ({
  title: `明湖市教育局${year}年政府信息公开工作年度报告`,
  body: `<h1>明湖市教育局${year}年政府信息公开工作年度报告</h1><p>发布时间：${year + 1}-01-20</p><p>${'主动公开政府信息、收到和处理政府信息公开申请的情况如下。'.repeat(12)}</p>`,
});
const reports = {
  home: '<a href="/nb/">政府信息公开年报</a>',
  pages: {
    '/nb/': {
      title: '政府信息公开年报',
      body: '<h1>政府信息公开年报</h1><ul><li><a href="/nb/2025.html">明湖市教育局2025年政府信息公开工作年度报告</a><span>2026-01-20</span></li><li><a href="/nb/2025b.html">2025年度政府信息公开工作报告</a><span>2026-01-21</span></li><li><a href="/nb/2024.html">明湖市教育局2024年政府信息公开工作年度报告</a><span>2025-01-20</span></li></ul>',
    },
    '/nb/2025.html': report(2025),
    '/nb/2025b.html': { status: 404 },
    '/nb/2024.html': report(2024),
  },
};

describe('the story of a document of one year', () => {
  const story = storyOf('annual-report-of-department', reports);

  test('the chosen one comes first, each other one with its reason', () => {
    expect(brief(story)[0]).toEqual([true, '链接“明湖市教育局2025年政府信息公开工作年度报告”', null]);
    expect(brief(story)).toContainEqual([false, '链接“2025年度政府信息公开工作报告”', '返回404（页面不存在）']);
    expect(brief(story)).toContainEqual([false, '链接“明湖市教育局2024年政府信息公开工作年度报告”', '是2024年的，要的是2025年的']);
    expect(story.clues.filter(({ accepted }) => accepted)).toHaveLength(1);
  });

  test('the places are those on the way', () => {
    expect(story.places.map(({ by }) => by).slice(0, 2)).toEqual(['起始网址', '链接“政府信息公开年报”']);
  });
});

test('what was not found: how far the look went, and nothing accepted', () => {
  const story = storyOf('disclosure-guide', { home: '', pages: {} });
  expect(story.finding.outcome).toBe('fail');
  expect(brief(story)).toEqual([]);
  expect(story.looked.join()).toMatch(/读了本单位的1个页面.*应看的页面已看完/);
});

test('what could not be seen is told', () => {
  const story = storyOf('disclosure-guide', {
    stoppedBecause: 'page-budget',
    unvisited: [{ url: '/zwgk/', text: '政府信息公开', interest: 70 }],
  });
  expect(story.finding.outcome).toBe('unsure');
  expect(story.unseen.join('\n')).toMatch(/达到页面数上限[\s\S]*政府信息公开.*\/zwgk\/ 未轮到/);
});

test('files of the chosen page are told with what is wrong with them', () => {
  const { clues } = storyOf('emergency', {
    home: '<a href="/x/">应急管理</a>',
    pages: {
      '/x/': { title: '应急管理', body: '<h1>应急管理</h1><p><a href="/a.pdf">预案.pdf</a><a href="/b.pdf">附表.pdf</a></p>' },
      '/a.pdf': { document: { text: '明湖市教育系统突发事件应急预案 第一章 总则' } },
      '/b.pdf': { document: { unread: '是扫描件，没有可读取的文字' } },
    },
  });
  expect(clues[0]).toMatchObject({
    accepted: true,
    files: [
      { name: '预案.pdf', format: 'PDF', reason: null },
      { name: '附表.pdf', format: 'PDF', reason: '是扫描件，没有可读取的文字' },
    ],
  });
});

test('columns: the freshest, its siblings, and those of another name', () => {
  const list = (day: string) =>
    `<ul>${[1, 2, 3].map(n => `<li><a href="/t/${n}.html">关于第${n}期培训的通知事项</a><span>${day}</span></li>`).join('')}</ul>`;
  const story = storyOf('notices-fresh', {
    home: '<a href="/tz/">通知公告</a><a href="/gs/">公示公告</a><a href="/xx/">学习园地</a>',
    pages: {
      '/tz/': { title: '通知公告', body: `<h1>通知公告</h1>${list('2026-11-01')}` },
      '/xx/': { title: '学习园地', body: `<h1>学习园地</h1>${list('2026-11-11')}` },
    },
  });
  expect(brief(story)[0]).toEqual([true, '栏目“通知公告”', null]);
  expect(brief(story)).toContainEqual([false, '栏目“学习园地”', '名称不同']);
});

test('links: the broken ones', () => {
  const { clues } = storyOf('home-page-links', { home: '<a href="/gone.html">往届名单</a>', links: { '/gone.html': 404 } });
  expect(clues).toMatchObject([{ accepted: true, what: '失效的链接“”', url: 'https://jyj.minghu.gov.cn/gone.html' }]);
});

test('marks: the value and where it stands', () => {
  const [clue] = storyOf('icp-number', {}).clues;
  expect(clue).toMatchObject({ accepted: true, what: 'ICP备案编号', shows: '鲁ICP备19000012号-1', url: 'https://jyj.minghu.gov.cn/' });
});

test('a site that could not be seen has no clues, only the reason', () => {
  const story = storyOf('disclosure-guide', {
    homeHtml: '<html><body><script>document.cookie="__jsl_clearance=1";location.reload();</script></body></html>',
  });
  expect(story).toMatchObject({ clues: [], places: [], unseen: [expect.stringContaining('首页')] });
});

test('told on a terminal it is plain Chinese, and what was crawled cannot move the cursor', () => {
  const hostile = {
    home: '<a href="/x.html">公开指南</a>',
    pages: { '/x.html': { status: 404 } },
    unvisited: [{ url: '/y/', text: '\u001b[2J政策', interest: 10 }],
  };
  const text = renderStory(storyOf('disclosure-guide', hostile), { colour: false, width: 60 });
  expect(text).not.toContain('\u001b');
  for (const heading of [
    '结论：不符合',
    '一、看了哪里',
    '二、采信了什么',
    '三、还看到什么，为什么没有采信',
    '原因：返回404（页面不存在）',
    '四、没能看的',
  ])
    expect(text).toContain(heading);
});
