import { collapse } from '../text/normalise.ts';
import { columnOf, columnTitle, type RosterColumn, requiredColumns, rosterColumns } from './roster-columns.ts';
import type { RosterEntry, RosterProblem } from './roster-problems.ts';
import { readUnit } from './roster-unit.ts';

type Row = readonly string[];
type Read = { readonly entries: readonly RosterEntry[]; readonly problems: readonly RosterProblem[] };

/** Spreadsheets carry a title, a date or a note above their headings. */
const rowsAboveHeadings = 10;

/**
 * Reads the rows of a table, the first being row 1, as spreadsheets count. Columns may stand in any order. Entries and
 * problems exclude each other row by row; whether the units fit together is not looked at here.
 */
export function readRows(rows: readonly Row[]): Read {
  const at = findHeadings(rows);
  const headings = rows[at];
  if (!headings) return { entries: [], problems: [{ place: '全表', text: '没有内容，请按模板填写（gongkai units template）' }] };
  const { columns, problems } = readHeadings(headings, at + 1);
  if (problems.length > 0) return { entries: [], problems };

  const read = rows
    .map((row, index) => ({ row, number: index + 1 }))
    .slice(at + 1)
    .filter(({ row }) => row.some(isFilled));
  if (read.length === 0) return { entries: [], problems: [{ place: `行 ${at + 2}`, text: '表头下面没有单位，请填写' }] };
  const results = read.map(({ row, number }) => readRow(row, number, columns, headings));
  return { entries: results.flatMap(({ entries }) => entries), problems: results.flatMap(({ problems }) => problems) };
}

/** The first row with two headings that are known; where there is none, the first that is filled, so that it can be told what is wrong. */
function findHeadings(rows: readonly Row[]): number {
  const known = rows.slice(0, rowsAboveHeadings).findIndex(row => row.filter(cell => isColumn(columnOf(cell))).length >= 2);
  return known >= 0 ? known : rows.findIndex(row => row.some(isFilled));
}

function readHeadings(
  headings: Row,
  number: number,
): { readonly columns: ReadonlyMap<RosterColumn, number>; readonly problems: readonly RosterProblem[] } {
  const columns = new Map<RosterColumn, number>();
  const problems: RosterProblem[] = [];
  const place = (heading: string) => `行 ${number}“${collapse(heading)}”列`;
  for (const [index, heading] of headings.entries()) {
    const column = isFilled(heading) ? columnOf(heading) : 'ignored';
    if (column === 'ignored') continue;
    const first = column === null ? undefined : columns.get(column);
    if (column === null)
      problems.push({ place: place(heading), text: `不认识这个表头，可用的有${rosterColumns.map(columnTitle).join('、')}` });
    else if (first !== undefined) problems.push({ place: place(heading), text: `与“${collapse(headings[first]!)}”列是同一项，请删去一列` });
    else columns.set(column, index);
  }
  for (const column of requiredColumns.filter(column => !columns.has(column)))
    problems.push({ place: `行 ${number}`, text: `缺少“${columnTitle(column)}”列，请补上` });
  return { columns, problems };
}

function readRow(row: Row, number: number, columns: ReadonlyMap<RosterColumn, number>, headings: Row): Read {
  const place = (column: RosterColumn) => `行 ${number}“${collapse(headings[columns.get(column) ?? -1] ?? columnTitle(column))}”列`;
  const beyond = row.findIndex((cell, index) => isFilled(cell) && !isFilled(headings[index] ?? ''));
  if (beyond >= 0)
    return { entries: [], problems: [{ place: `行 ${number}第 ${beyond + 1} 列`, text: '有内容却没有表头，请删去内容或补上表头' }] };
  const { unit, faults } = readUnit(column => row[columns.get(column) ?? -1] ?? '');
  if (unit) return { entries: [{ unit, row: `行 ${number}`, field: place }], problems: [] };
  return { entries: [], problems: faults.map(({ column, text }) => ({ place: place(column), text })) };
}

const isFilled = (cell: string): boolean => collapse(cell) !== '';
const isColumn = (column: ReturnType<typeof columnOf>): boolean => column !== null && column !== 'ignored';
