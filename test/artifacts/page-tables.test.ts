import { describe, expect, test } from 'vitest';
import { loadDom } from '../../src/artifacts/dom.ts';
import { pageTables } from '../../src/artifacts/page-tables.ts';

const rowsOf = (html: string) => pageTables(loadDom(html)).map(({ rows }) => rows);
const numbers = '<tr><td>1</td><td>2</td><td>3</td></tr><tr><td>4</td><td>5</td><td>6.50</td></tr>';

describe('tables of figures', () => {
  test('merged cells keep their places', () => {
    const html = `<table><thead><tr><th colspan=2 rowspan="2">项目</th><th>预算</th></tr><tr><th>决算</th></tr></thead><tbody><tr><td rowspan=2>甲</td><td>1</td><td>2</td></tr><tr><td>3</td><td>1,234</td></tr><tr><td>5</td><td>6</td></tr></tbody></table>`;
    expect(rowsOf(html)).toEqual([
      [
        ['项目', '', '预算'],
        ['', '', '决算'],
        ['甲', '1', '2'],
        ['', '3', '1,234'],
        ['5', '6'],
      ],
    ]);
  });

  test.for([
    ['a frame of the layout is none, the table inside it is', `<table><tr><td><table>${numbers}</table></td></tr></table>`, 1],
    ['words without numbers are none', '<table><tr><td>甲</td><td>乙</td></tr></table>', 0],
    ['a few numbers are none', '<table><tr><td>1</td><td>2</td></tr></table>', 0],
    ['what stands in a template is none', `<template><table>${numbers}</table></template>`, 0],
    ['markup without its ends', `<table>${numbers.replaceAll('</td>', '').replaceAll('</tr>', '')}`, 1],
  ] as const)('%s', ([, html, count]) => expect(rowsOf(html)).toHaveLength(count));
});

describe('a hostile page', () => {
  const cellsOf = (html: string) => rowsOf(html).flat(2).length;
  test.for([
    ['cells of enormous reach', `<table>${'<tr><td colspan=1000000 rowspan=1000000>1</td></tr>'.repeat(500)}${numbers}</table>`],
    [
      'rows that only merged cells fill',
      `<table>${numbers}<tr><td colspan=200 rowspan=5000>1</td></tr>${'<tr></tr>'.repeat(50_000)}</table>`,
    ],
    ['ever so many tables', `<table>${numbers}</table>`.repeat(5_000)],
    ['ever so many cells', `<table>${numbers}${'<tr><td>1</td><td>2</td></tr>'.repeat(100_000)}</table>`],
  ] as const)('%s', ([, html]) => expect(cellsOf(html)).toBeLessThan(25_000));
});
