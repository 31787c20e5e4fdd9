import { expect, test } from 'vitest';
import { MiniSite } from '../../fixtures/mini-site.ts';
import { judgeSite, outcomeOf } from '../support/judge-site.ts';

// 明湖市教育局 under 明湖市人民政府: a paper of the city is not the bureau's, and the bureau's is its own under every name it goes by.
const text = '主动公开政府信息、收到和处理政府信息公开申请、政府信息公开行政复议和行政诉讼、存在的主要问题及改进情况如下。'.repeat(10);
const site = (title: string) => ({
  home: '<a href="/nb/">政府信息公开年报</a>',
  pages: {
    '/nb/': {
      title: '政府信息公开年报',
      body: `<h1>政府信息公开年报</h1><ul><li><a href="/1.html">${title}</a><span>2026-01-20</span></li></ul>`,
    },
    '/1.html': { title, body: `<h1>${title}</h1><p>发布时间：2026-01-20</p><p>${text}</p>` },
  },
});

test.for([
  ['明湖市教育局2025年政府信息公开工作年度报告', 'pass'],
  ['市教育局2025年政府信息公开工作年度报告', 'pass'],
  ['2025年政府信息公开工作年度报告', 'pass'],
  ['明湖市2025年教育系统政府信息公开工作年度报告', 'unsure'],
  ['明湖市2025年政府信息公开工作年度报告', 'unsure'],
  ['明湖市人民政府2025年政府信息公开工作年度报告', 'unsure'],
  ['关于明湖市2025年政府信息公开工作年度报告', 'unsure'],
] as const)('%s → %s', ([title, outcome]) => {
  const found = judgeSite(MiniSite.parse(site(title))).find(({ check }) => check === 'annual-report-of-department')!;
  expect(found.outcome, found.message).toBe(outcome);
});

test('beside the own one it does no harm', () => {
  const own = site('明湖市教育局2025年政府信息公开工作年度报告');
  const both = { ...own, home: `${own.home}<a href="/city.html">明湖市2025年政府信息公开工作年度报告</a>` };
  expect(outcomeOf(judgeSite(MiniSite.parse(both)), 'annual-report-of-department')).toBe('pass');
});

test('the city’s own paper is the city’s', () => {
  const unit = { id: 'minghu', name: '明湖市人民政府', aliases: ['明湖市'], type: 'city', parent: null };
  const city = { ...site('明湖市2025年政府信息公开工作年度报告'), unit };
  expect(outcomeOf(judgeSite(MiniSite.parse(city)), 'annual-report-of-government')).toBe('pass');
});
