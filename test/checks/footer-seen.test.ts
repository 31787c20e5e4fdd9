import { expect, test } from 'vitest';
import { MiniSite } from '../../fixtures/mini-site.ts';
import { judgeSite, outcomeOf } from '../support/judge-site.ts';

const menu = Array.from({ length: 15 }, (_, index) => `<li><a href="/menu/${index}/">第${index}栏目</a></li>`).join('');
const home = (body: string, head = '') => ({
  homeHtml: `<html><head><title>明湖市教育局</title>${head}</head><body><h2>明湖市教育局</h2><ul class="nav">${menu}</ul><p>欢迎访问。</p>${body}</body></html>`,
});
const meta = '<meta name="SiteIDCode" content="3799000012">';
const button = '<script id="_jiucuo_" sitecode="3799000012" src="https://zfwzgl.www.gov.cn/exposure/jiucuo.js"></script>';

// A code that no reader sees does not prove that the foot of the page was read.
test.for([
  ['nothing but a meta tag', home('<script src="/foot.js"></script>', meta), 'unsure'],
  ['nothing but the script of the button', home(`<script src="/foot.js"></script>${button}`), 'unsure'],
  ['a link in the footer', home('<div class="footer"><a href="/about/">关于我们</a></div>', meta), 'fail'],
  ['a code that readers see', home('<p>网站标识码：3799000012</p>'), 'fail'],
] as const)('no ICP number, and %s: %s', ([, site, outcome]) => {
  expect(outcomeOf(judgeSite(MiniSite.parse(site)), 'icp-number')).toBe(outcome);
});
