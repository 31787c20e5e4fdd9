import type { DocumentTable } from '../model/document.ts';
import type { DocumentLimits } from './limits.ts';
import type { RawReading } from './raw-reading.ts';
import { joinReasons, tooMuch } from './raw-reading.ts';

/** How far a cell reaches. `across` and `down` are 1 for a cell that is not merged. */
export interface Reach {
  readonly across: number;
  readonly down: number;
}

interface OpenTable {
  readonly rows: string[][];
  /** Rows that merged cells still cover below the current one, by column. */
  readonly covered: Map<number, number>;
  row: string[] | null;
  cell: { readonly reach: Reach; readonly parts: string[] } | null;
}

const most = { across: 200, down: 5000, nested: 50 } as const;
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
    if (this.#open.length < most.nested) this.#open.push({ rows: [], covered: new Map(), row: null, cell: null });
  }

  openRow(): void {
    const table = this.#open.at(-1);
    if (table === undefined) return;
    this.closeRow();
    table.row = [];
  }

  openCell(reach: Reach = alone): void {
    const table = this.#open.at(-1);
    if (table === undefined) return;
    this.closeCell();
    table.row ??= [];
    cover(table, table.row);
    table.cell = { reach: { across: bounded(reach.across, most.across), down: bounded(reach.down, most.down) }, parts: [] };
  }

  /** Changes how far the open cell reaches, for markup that says so after the cell has begun. */
  widenCell(across: number): void {
    const table = this.#open.at(-1);
    if (table?.cell) table.cell = { reach: { ...table.cell.reach, across: bounded(across, most.across) }, parts: table.cell.parts };
  }

  closeCell(): void {
    const table = this.#open.at(-1);
    if (!table?.cell || !table.row) return;
    const { reach, parts } = table.cell;
    table.cell = null;
    const column = table.row.length;
    table.row.push(joinParts(parts), ...Array.from({ length: reach.across - 1 }, () => ''));
    this.#cells += reach.across;
    if (reach.down > 1) for (let i = 0; i < reach.across; i++) table.covered.set(column + i, reach.down);
  }

  closeRow(): void {
    const table = this.#open.at(-1);
    if (!table?.row) return;
    this.closeCell();
    cover(table, table.row);
    this.#cells += 1;
    if (!this.isFull) table.rows.push(table.row);
    table.row = null;
    for (const [column, rows] of table.covered) {
      if (rows <= 1) table.covered.delete(column);
      else table.covered.set(column, rows - 1);
    }
  }

  closeTable(): void {
    this.closeRow();
    const table = this.#open.pop();
    if (table === undefined) return;
    const lines = table.rows.map(row => row.filter(cell => cell !== '').join(' ')).filter(line => line !== '');
    const cell = this.#open.at(-1)?.cell;
    if (cell) cell.parts.push('\n', lines.join('\n'), '\n');
    else this.#lines.push(...lines);
    if (table.rows.length > 0) this.#tables.push({ name: null, rows: table.rows });
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

const bounded = (span: number, limit: number): number => (Number.isInteger(span) && span > 1 ? Math.min(span, limit) : 1);
const joinParts = (parts: readonly string[]): string => parts.join('').replace(/\s+/g, ' ').trim();

/** Fills the places at the row's end that merged cells of the rows above cover. */
function cover(table: OpenTable, row: string[]): void {
  while (table.covered.has(row.length)) row.push('');
}
