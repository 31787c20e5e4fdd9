import { expect, test } from 'vitest';
import { MiniSite } from '../../fixtures/mini-site.ts';
import { judgeSite, outcomeOf } from '../support/judge-site.ts';

// The report of 2025 was due on 2026-01-31; the page shows 2026-03-02, the day on which the whole site was moved.
const title = '明湖市教育局2025年政府信息公开工作年度报告';
const text = '主动公开政府信息、收到和处理政府信息公开申请的情况如下。'.repeat(12);
const site = (path: string, byline: string, head = '') => ({
  home: `<a href="${path}">${title}</a>`,
  pages: {
    [path]: {
      html: `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}</title>${head}</head><body><h1>${title}</h1><p>${byline}</p><p>${text}</p></body></html>`,
    },
  },
});

test.for([
  ['late and nothing else', '/nb/1.html', '发布时间：2026-03-02', '', 'partial'],
  ['a tag in time', '/nb/1.html', '发布时间：2026-03-02', '<meta name="PubDate" content="2026-01-20">', 'unsure'],
  ['an address in time', '/202601/t20260120_17.html', '发布时间：2026-03-02', '', 'unsure'],
  ['drawn up in time says nothing of its publication', '/nb/1.html', '成文日期：2026-01-20　发布日期：2026-03-02', '', 'partial'],
  ['a tag before the year was over', '/nb/1.html', '发布时间：2026-03-02', '<meta name="PubDate" content="2025-06-20">', 'partial'],
  ['in time, with a later tag', '/nb/1.html', '发布时间：2026-01-20', '<meta name="PubDate" content="2026-03-02">', 'pass'],
] as const)('%s → %s', ([, path, byline, head, outcome]) => {
  expect(outcomeOf(judgeSite(MiniSite.parse(site(path, byline, head))), 'annual-report-of-department')).toBe(outcome);
});
