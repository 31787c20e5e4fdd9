import { extname } from 'node:path';
import { GongkaiError } from '../model/errors.ts';
import { toCsv } from '../report/csv.ts';
import { writeReport } from './write-report.ts';
import { toWorkbook } from './write-workbook.ts';

/** Writes a template as .xlsx or .csv, by the file's extension; any other is refused. `sheet`: the name of the workbook's sheet. */
export async function writeTable(file: string, rows: readonly (readonly string[])[], sheet: string): Promise<void> {
  const extension = extname(file).toLowerCase();
  if (extension !== '.xlsx' && extension !== '.csv')
    throw new GongkaiError('USAGE', `模板文件“${file}”的扩展名应为 .xlsx 或 .csv，请改名后重试。`);
  writeReport(file, extension === '.csv' ? toCsv(rows) : await toWorkbook(rows, sheet));
}
