import { readFileSync } from 'node:fs';
import { CsvError, parse } from 'csv-parse/sync';
import { GongkaiError } from '../model/errors.ts';
import { decodeHtml } from '../text/decode.ts';

type Rows = readonly (readonly string[])[];

/** All rows of a CSV file as text, the first being row 1. UTF-8 with or without byte order mark, UTF-16, or GBK, as spreadsheets write them. */
export function readCsv(file: string): Rows {
  const { text } = decodeHtml(readBytes(file));
  if (text.includes('\ufffd')) throw new GongkaiError('FILE_UNREADABLE', `文件 ${file} 的编码无法识别，请另存为 UTF-8 编码的 CSV 后重试。`);
  const [headings = ''] = text.split(/\r?\n/, 1);
  try {
    return parse(text, {
      bom: true,
      // “Unicode text” from a spreadsheet is separated by tabs.
      delimiter: headings.includes('\t') && !headings.includes(',') ? '\t' : ',',
      relax_column_count: true,
      skip_empty_lines: false,
    });
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    throw new GongkaiError('ROSTER_INVALID', `名单 ${file} 第 ${String(cause.lines)} 行附近的引号没有配对，请改正后重试。`, {
      cause,
    });
  }
}

/** All rows of a workbook's first sheet as text. */
export async function readXlsx(file: string): Promise<Rows> {
  const bytes = readBytes(file);
  // Loaded here so that commands which read no workbook start without it.
  const { readSheet } = await import('read-excel-file/node');
  try {
    const rows = await readSheet(bytes, { parseNumber: digits => digits });
    return rows.map(row => row.map(cellText));
  } catch (cause) {
    throw new GongkaiError('FILE_UNREADABLE', `文件 ${file} 不是能读取的 XLSX 工作簿，请用 Excel 或 WPS 另存为 .xlsx 后重试。`, { cause });
  }
}

/** A code such as 2024-01 is taken for a date by the spreadsheet that held it. */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new GongkaiError('FILE_UNREADABLE', `无法读取文件 ${file}，请检查路径和读取权限。`, { cause });
  }
}
