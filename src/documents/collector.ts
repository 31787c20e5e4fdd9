import type { DocumentTable } from '../model/document.ts';
import { type Reach, TableGrid } from '../text/table-grid.ts';
import type { DocumentLimits } from './limits.ts';
import type { RawReading } from './raw-reading.ts';
import { joinReasons, tooMuch } from './raw-reading.ts';

interface OpenTable {
  readonly grid: TableGrid;
  cell: { readonly reach: Reach; readonly parts: string[] } | null;
}

const deepestNested = 50;
const alone: Reach = { across: 1, down: 1 };

/**
 * Gathers lines and tables from a stream of markup events, whatever the order in which they come: an end without a beginning
 * is ignored, a row outside a table is a line. Tables inside cells are tables of their own and words of the cell.
 */
export class Collector {
  readonly #limits: DocumentLimits;
  readonly #lines: string[] = [];
  readonly #tables: DocumentTable[] = [];
  readonly #open: OpenTable[] = [];
  #line: string[] = [];
  #characters = 0;
  #cells = 0;

  constructor(limits: DocumentLimits) {
    this.#limits = limits;
  }

  /** True once no more is taken in; the caller may as well stop. */
  get isFull(): boolean {
    return this.#characters > this.#limits.characters || this.#cells > this.#limits.cells;
  }

  words(text: string): void {
    if (this.isFull || text === '') return;
    this.#characters += text.length;
    const cell = this.#open.at(-1)?.cell;
    if (cell) cell.parts.push(text);
    else this.#line.push(text);
  }

  /** Ends the line; inside a cell it only parts words. */
  lineBreak(): void {
    const cell = this.#open.at(-1)?.cell;
    if (cell) cell.parts.push('\n');
    else this.#endLine();
  }

  openTable(): void {
    if (this.#open.length === 0) this.#endLine();
    if (this.#open.length < deepestNested) this.#open.push({ grid: new TableGrid(), cell: null });
  }

  openRow(): void {
    const table = this.#open.at(-1);
    if (table === undefined) return;
    this.closeRow();
    table.grid.openRow();
  }

  openCell(reach: Reach = alone): void {
    const table = this.#open.at(-1);
    if (table === undefined) return;
    this.closeCell();
    if (!table.grid.isInRow) table.grid.openRow();
    table.cell = { reach, parts: [] };
  }

  /** Changes how far the open cell reaches, for markup that says so after the cell has begun. */
  widenCell(across: number): void {
    const table = this.#open.at(-1);
    if (table?.cell) table.cell = { reach: { ...table.cell.reach, across }, parts: table.cell.parts };
  }

  closeCell(): void {
    const table = this.#open.at(-1);
    if (!table?.cell) return;
    const { reach, parts } = table.cell;
    table.cell = null;
    this.#cells += table.grid.cell(joinParts(parts), reach);
  }

  closeRow(): void {
    const table = this.#open.at(-1);
    if (!table?.grid.isInRow) return;
    this.closeCell();
    this.#cells += 1;
    if (!this.isFull) table.grid.closeRow();
  }

  closeTable(): void {
    this.closeRow();
    const table = this.#open.pop();
    if (table === undefined) return;
    const { rows } = table.grid;
    const lines = rows.map(row => row.filter(cell => cell !== '').join(' ')).filter(line => line !== '');
    const cell = this.#open.at(-1)?.cell;
    if (cell) cell.parts.push('\n', lines.join('\n'), '\n');
    else this.#lines.push(...lines);
    if (rows.length > 0) this.#tables.push({ name: null, rows });
  }

  finish(): RawReading {
    while (this.#open.length > 0) this.closeTable();
    this.#endLine();
    const unread = joinReasons([
      this.#characters > this.#limits.characters ? tooMuch.characters : null,
      this.#cells > this.#limits.cells ? tooMuch.cells : null,
    ]);
    return { text: this.#lines.join('\n'), tables: this.#tables, pages: null, unread };
  }

  #endLine(): void {
    const line = this.#line.join('');
    if (line.trim() !== '') this.#lines.push(line);
    this.#line = [];
  }
}

const joinParts = (parts: readonly string[]): string => parts.join('').replace(/\s+/g, ' ').trim();
