import { type DocumentReading, type DocumentTable, documentFormats } from '../model/document.ts';
import { documentTitle } from '../text/document-title.ts';
import { clip, stripControl } from '../text/safe-text.ts';
import type { Detail } from './render-reading.ts';

/** What was read of a document, for people: the beginning of text and tables, or all of it. */
export function documentAsText(url: string, { format, pages, unread, text, tables }: DocumentReading, detail: Detail): string {
  const facts: readonly (readonly [string, string | null])[] = [
    ['文件', url],
    ['题名', documentTitle({ text })],
    ['格式', documentFormats[format]],
    ['页数', pages === null ? null : `${pages}`],
    ['未能读取', unread],
    ['文字', `${[...text].length}个字`],
    ['表格', `${tables.length}个`],
  ];
  const most = detail === 'everything' ? Number.POSITIVE_INFINITY : beginning;
  const lines = text.split('\n');
  return [
    ...facts.flatMap(([name, value]) => (value === null ? [] : [`${name}：${shown(value, 300)}`])),
    ...(text === '' ? [] : ['', '正文', ...lines.slice(0, most).map(line => `  ${shown(line, 500)}`), ...more(lines.length - most, '行')]),
    ...tables.slice(0, most).flatMap((table, index) => tableLines(table, index, most)),
    ...more(tables.length - most, '个表格'),
    '',
  ].join('\n');
}

const beginning = 15;

const tableLines = ({ name, rows }: DocumentTable, index: number, most: number): readonly string[] => [
  '',
  `表${index + 1}${name === null ? '' : `“${shown(name, 40)}”`}（${rows.length}行）`,
  ...rows.slice(0, most).map(row => `  ${row.map(cell => shown(cell, 40)).join(' | ')}`),
  ...more(rows.length - most, '行'),
];

const shown = (text: string, most: number): string => clip(stripControl(text), most);
const more = (hidden: number, what: string): readonly string[] => (hidden > 0 ? [`  另有${hidden}${what}，用 --all 查看。`] : []);
