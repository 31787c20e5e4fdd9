import type { DocumentTable } from '../model/document.ts';
import { collapse, normalise } from '../text/normalise.ts';
import type { DocumentLimits } from './limits.ts';
import type { RawReading } from './raw-reading.ts';
import { joinReasons, tooMuch } from './raw-reading.ts';

/** Words in the form in which readings hold them: NFKC, radicals as the characters that they stand for, one space for any gap, no control characters. */
function tidyLine(text: string): string {
  const composed = text
    .toWellFormed()
    .normalize('NFKC')
    .replace(radicals, radical => normalise(radical));
  return collapse(composed.replace(controls, ' '));
}

/** The reading with its words tidied and its size bounded. */
export function tidyReading(raw: RawReading, limits: DocumentLimits): RawReading {
  const isLong = raw.text.length > limits.characters;
  const text = raw.text
    .slice(0, limits.characters)
    .split(lineBreak)
    .map(tidyLine)
    .filter(line => line !== '')
    .join('\n');
  const { tables, isCut } = boundTables(raw.tables, limits);
  const unread = joinReasons([raw.unread, isLong ? tooMuch.characters : null, isCut ? tooMuch.cells : null]);
  return { text, tables, pages: raw.pages, unread };
}

const lineBreak = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;
const radicals = /[\u2e80-\u2eff]/g;
const controls = /[\p{Cc}\p{Cn}]+/gu;

/** Tables without empty rows and columns, as many as the limits allow. */
function boundTables(tables: readonly DocumentTable[], limits: DocumentLimits): { tables: DocumentTable[]; isCut: boolean } {
  let cells = limits.cells;
  let characters = limits.characters;
  const kept: DocumentTable[] = [];
  for (const { name, rows } of tables) {
    const tidied: string[][] = [];
    for (const row of rows) {
      cells -= row.length;
      if (cells < 0 || characters < 0) break;
      const line = row.map(cell => (cell === '' ? '' : tidyLine(cell)));
      characters -= line.reduce((sum, cell) => sum + cell.length, 0);
      tidied.push(line);
    }
    const table = withoutGaps(tidied);
    if (table.length > 0) kept.push({ name: name === null ? null : tidyLine(name), rows: table });
    if (cells < 0 || characters < 0) return { tables: kept, isCut: true };
  }
  return { tables: kept, isCut: false };
}

function withoutGaps(rows: readonly (readonly string[])[]): string[][] {
  const filled = rows.filter(row => row.some(cell => cell !== ''));
  const used = new Set(filled.flatMap(row => row.flatMap((cell, column) => (cell === '' ? [] : [column]))));
  const columns = [...used].sort((a, b) => a - b);
  return filled.map(row => columns.map(column => row[column] ?? ''));
}
