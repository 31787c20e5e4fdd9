import type { CellObject, DenseWorkSheet, WorkBook } from '@e965/xlsx';
import { read, SSF, set_cptable, utils } from '@e965/xlsx';
import * as codePages from '@e965/xlsx/dist/cpexcel.full.mjs';
import { zipSync } from 'fflate';
import type { DocumentTable } from '../model/document.ts';
import type { DocumentLimits } from './limits.ts';
import type { RawReading } from './raw-reading.ts';
import { joinReasons, tooMuch, unreadable } from './raw-reading.ts';
import { unzip } from './unzip.ts';

set_cptable(codePages);

/** Formats of dates that a spreadsheet keeps by number only, as a Chinese Excel shows them (ECMA-376 part 1, 18.8.30, zh-cn). */
const chineseDates: Readonly<Record<number, string>> = {
  14: 'yyyy/m/d',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  31: 'yyyy"年"m"月"d"日"',
  36: 'yyyy"年"m"月"',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};
for (const [number, format] of Object.entries(chineseDates)) SSF.load(format, Number(number));

/** A workbook in the format of 2007, from the parts of its ZIP that say what its cells show. */
export function readXlsx(bytes: Uint8Array, limits: DocumentLimits): RawReading {
  const parts = unzip(bytes, isPart, limits.unpacked);
  if (parts.length > mostParts) return unreadable('工作表过多，没有读取');
  // Packed anew without compression: what the library then unpacks is as large as what was counted here.
  return readWorkbook(zipSync(Object.fromEntries(parts.map(({ name, bytes }) => [name, bytes])), { level: 0 }), limits);
}

const isPart = (name: string): boolean =>
  /\.(?:xml|rels|bin)$/i.test(name) &&
  !/(?:^|\/)(?:media|drawings|charts|printersettings|externallinks|pivotcache|pivottables|customxml|vbaproject|calcchain|comments|threadedcomments|activex|ctrlprops)/i.test(
    name,
  );

/** Any workbook that the library knows: all visible sheets as tables, numbers and dates as they are shown, formulas by their last result. */
export function readWorkbook(bytes: Uint8Array, limits: DocumentLimits): RawReading {
  const book = openBook(bytes);
  if (typeof book === 'string') return unreadable(book);
  const shown = book.SheetNames.filter((_, index) => !book.Workbook?.Sheets?.[index]?.Hidden);
  const tables: DocumentTable[] = [];
  let cells = limits.cells;
  for (const name of shown) {
    const rows = rowsOf(book.Sheets[name] as DenseWorkSheet | undefined, cells);
    if (rows.length > 0) tables.push({ name, rows });
    cells -= rows.reduce((sum, row) => sum + row.length, 0);
    if (cells <= 0) break;
  }
  const text = tables.flatMap(({ rows }) => rows.map(row => row.filter(cell => cell !== '').join(' '))).join('\n');
  return {
    text,
    tables,
    pages: null,
    unread: joinReasons([
      cells <= 0 ? tooMuch.cells : null,
      book.SheetNames.length > mostSheets ? `共${book.SheetNames.length}张工作表，只读取了前${mostSheets}张` : null,
    ]),
  };
}

const mostRows = 200_000;
const mostSheets = 200;
const mostParts = 1_500;
/** Places of the sheets that are read. The time that the library takes grows with the square of their number. */
const firstSheets = Array.from({ length: mostSheets }, (_, index) => index);

/** The workbook, or one Chinese clause why it cannot be opened. */
function openBook(bytes: Uint8Array): WorkBook | string {
  try {
    return read(bytes, {
      type: 'array',
      dense: true,
      cellFormula: false,
      cellHTML: false,
      bookVBA: false,
      sheetRows: mostRows,
      sheets: firstSheets,
    });
  } catch (error) {
    if (/password|encrypt/i.test(String(error))) return '设有密码，无法打开';
    return '文件已损坏，无法打开';
  }
}

/** Rows that hold something, over the columns that hold something, so that a far-off cell costs no more than one next to the others. */
function rowsOf(sheet: DenseWorkSheet | undefined, limit: number): readonly (readonly string[])[] {
  const filled: ReadonlyMap<number, string>[] = [];
  const columns = new Set<number>();
  let count = 0;
  for (const row of Object.values(sheet?.['!data'] ?? [])) {
    const line = new Map<number, string>();
    for (const [column, cell] of Object.entries(row ?? [])) {
      const shown = shownText(cell);
      if (shown !== '') line.set(Number(column), shown);
    }
    if (line.size === 0) continue;
    filled.push(line);
    for (const column of line.keys()) columns.add(column);
    count = filled.length * columns.size;
    if (count > limit) break;
  }
  const order = [...columns].sort((a, b) => a - b);
  const rows = count > limit ? filled.slice(0, Math.floor(limit / Math.max(1, order.length))) : filled;
  return rows.map(row => order.map(column => row.get(column) ?? ''));
}

function shownText(cell: CellObject | undefined): string {
  if (cell === undefined || cell === null || cell.t === 'z') return '';
  return (cell.w ?? utils.format_cell(cell)).trim();
}
