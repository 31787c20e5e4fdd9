import { loadDom } from '../../src/artifacts/dom.ts';
import { readRows } from '../../src/artifacts/rows.ts';

const url = 'http://www.minghu.gov.cn/zwgk/tzgg/index.html';
/** The rows of a list page. `today`: ISO. */
export const read = (html: string, today?: string) => readRows(loadDom(html), url, today === undefined ? {} : { today });
export const pairs = (html: string, today?: string) => read(html, today).map(({ title, date }) => [title, date]);

export const first = '明湖市2026年部门预算公开通知';
export const second = '关于开展安全生产检查的通知';
export const third = '明湖市政府信息公开工作年度报告';
export const expected = [
  [first, '2026-03-05'],
  [second, '2026-03-04'],
  [third, '2026-02-28'],
];
export const days = ['2026-03-05', '2026-03-04', '2026-02-28'];
/** Three entries in one manner of writing lists. */
export const list = (entry: (title: string, day: string, i: number) => string, [open, close] = ['<ul>', '</ul>']) =>
  `<div>${open}${[first, second, third].map((title, i) => entry(title, days[i]!, i)).join('\n')}${close}</div>`;
