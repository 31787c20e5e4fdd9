import { expect, test } from 'vitest';
import { MiniSite } from '../../fixtures/mini-site.ts';
import { judgeSite, outcomeOf } from '../support/judge-site.ts';

// A sum that does not come out is a fault only when what was read is what is written, and no other copy is right.
const names = [
  '“三公”经费合计',
  '1.因公出国（境）费',
  '2.公务用车购置及运行费小计',
  '其中：公务用车购置费',
  '公务用车运行费',
  '3.公务接待费',
];
const right = ['20.30', '0.00', '15.80', '0.00', '15.80', '4.50'];
const wrong = ['21.30', ...right.slice(1)];
const blank = ['21.30', '', ...right.slice(2)];
const rows = (cells: readonly string[]) => [['项目', '金额（万元）'], ...names.map((name, index) => [name, cells[index]!])];
const table = (cells: readonly string[]) =>
  `<table>${rows(cells)
    .map(row => `<tr>${row.map(cell => `<td>${cell}</td>`).join('')}</tr>`)
    .join('')}</table>`;
const text = '明湖市教育局2026年部门预算公开：收入支出总体情况、财政拨款收支情况和“三公”经费情况的说明。'.repeat(4);

const page = (title: string, body: string) => ({ title, body: `<h1>${title}</h1><p>发布时间：2026-03-06</p><p>${text}</p>${body}` });
const file = (format: 'pdf' | 'docx', cells: readonly string[]) => ({ document: { format, text, rows: rows(cells) } });
const link = (name: string) => `<p>附件：<a href="/${name}">明湖市教育局2026年部门预算.${name.slice(-4)}</a></p>`;

const title = '明湖市教育局2026年部门预算';
const site = (body: string, pages: object = {}) => ({
  home: `<a href="/ys/">${title}</a>`,
  pages: { '/ys/': page(title, body), ...pages },
});

test.for<[string, object, string]>([
  ['written on the page', site(table(wrong)), 'fail'],
  ['in a Word file', site(link('b.docx'), { '/b.docx': file('docx', wrong) }), 'fail'],
  ['in a PDF, whose table was put together again', site(link('b.pdf'), { '/b.pdf': file('pdf', wrong) }), 'unsure'],
  ['right in a PDF', site(link('b.pdf'), { '/b.pdf': file('pdf', right) }), 'pass'],
  ['with a blank cell in the sum', site(table(blank)), 'unsure'],
  ['on the page, and right in the file', site(`${table(wrong)}${link('b.docx')}`, { '/b.docx': file('docx', right) }), 'unsure'],
  ['right on the page, not in the file', site(`${table(right)}${link('b.docx')}`, { '/b.docx': file('docx', wrong) }), 'unsure'],
  ['in both', site(`${table(wrong)}${link('b.docx')}`, { '/b.docx': file('docx', wrong) }), 'fail'],
])('a wrong sum %s', ([, given, outcome]) => {
  expect(outcomeOf(judgeSite(MiniSite.parse(given)), 'budget-figures')).toBe(outcome);
});
