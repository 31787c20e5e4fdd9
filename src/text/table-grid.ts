/** How far a cell reaches; 1 for a cell that is not merged. */
export interface Reach {
  readonly across: number;
  readonly down: number;
}

/** Larger spans are no tables that a person made. */
const most: Reach = { across: 200, down: 5000 };

/**
 * A table as it is written, row by row, with the places that merged cells cover: the words of one stand in the first of its places, the
 * others are empty.
 */
export class TableGrid {
  readonly #rows: string[][] = [];
  /** Rows that merged cells still cover below the current one, by column. */
  readonly #covered = new Map<number, number>();
  #row: string[] | null = null;

  get rows(): readonly (readonly string[])[] {
    return this.#rows;
  }

  get isInRow(): boolean {
    return this.#row !== null;
  }

  openRow(): void {
    this.closeRow();
    this.#row = [];
  }

  /** Puts a cell at the next free place, in a row of its own where none is open. Gives back how many places it takes in the row. */
  cell(text: string, { across, down }: Reach): number {
    this.#row ??= [];
    this.#cover(this.#row);
    const column = this.#row.length;
    const width = bounded(across, most.across);
    this.#row.push(text, ...Array.from({ length: width - 1 }, () => ''));
    const height = bounded(down, most.down);
    if (height > 1) for (let i = 0; i < width; i++) this.#covered.set(column + i, height);
    return width;
  }

  closeRow(): void {
    if (this.#row === null) return;
    this.#cover(this.#row);
    this.#rows.push(this.#row);
    this.#row = null;
    for (const [column, rows] of this.#covered) {
      if (rows <= 1) this.#covered.delete(column);
      else this.#covered.set(column, rows - 1);
    }
  }

  #cover(row: string[]): void {
    while (this.#covered.has(row.length)) row.push('');
  }
}

const bounded = (span: number, limit: number): number => (Number.isInteger(span) && span > 1 ? Math.min(span, limit) : 1);
