import type { CheerioAPI } from 'cheerio';
import type { DocumentTable } from '../model/document.ts';
import { TableGrid } from '../text/table-grid.ts';
import { type DomElement, elementsNamed, isElement, isRead, textOf } from './dom.ts';

/** Of one page; what has more is no page for people. */
const mostTables = 30;
const mostCells = 20_000;
/** Characters of a cell: longer ones are text in a frame. */
const longestCell = 200;
/** Numbers that make a table one of figures. */
const leastNumbers = 6;

/** The tables of a page that hold figures, or should, and lists of persons, in document order; frames of the layout and lists of links are none. */
export function pageTables($: CheerioAPI): readonly DocumentTable[] {
  let room = mostCells;
  const tables: DocumentTable[] = [];
  for (const element of elementsNamed($, 'table')) {
    if (tables.length >= mostTables || room <= 0) break;
    if (!isRead(element)) continue;
    const rows = rowsOf(element);
    if (rows === null) continue;
    const grid = new TableGrid();
    for (const row of rows) {
      grid.openRow();
      for (const cell of cellsOf(row)) grid.cell(textOf(cell, longestCell), reachOf(cell));
      grid.closeRow();
      room -= grid.rows.at(-1)!.length + 1;
      if (room <= 0) break;
    }
    if (isOfFigures(grid.rows)) tables.push({ name: null, rows: grid.rows });
  }
  return tables;
}

/** Null for a table that holds another one, which is a frame. */
function rowsOf(table: DomElement): readonly DomElement[] | null {
  const rows: DomElement[] = [];
  const waiting = [...table.children].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!isElement(node)) continue;
    if (node.name === 'table') return null;
    if (node.name === 'tr' && isRead(node)) rows.push(node);
    for (let i = node.children.length - 1; i >= 0; i--) waiting.push(node.children[i]!);
  }
  return rows;
}

const cellsOf = (row: DomElement): readonly DomElement[] =>
  row.children.filter(isElement).filter(child => (child.name === 'td' || child.name === 'th') && isRead(child));

const reachOf = ({ attribs }: DomElement) => ({ across: Number(attribs.colspan ?? 1), down: Number(attribs.rowspan ?? 1) });

const isOfFigures = (rows: readonly (readonly string[])[]): boolean =>
  rows.some(row => row.some(cell => isOfEmptyForm.test(cell) || isOfPersons.test(cell))) ||
  rows.reduce((count, row) => count + row.filter(cell => /^-?[\d,]+(?:\.\d+)?%?$/.test(cell)).length, 0) >= leastNumbers;

/** Forms that must be shown all the same by offices that have nothing to fill in: “三公”经费, disputes. */
const isOfEmptyForm = /因公出国|尚未审结/;
/** Lists of persons are looked at for what they must not show. */
const isOfPersons = /^(?:姓\s*名|户主(?:姓名)?|当事人|申请人)$/;
