import type { RunReport } from '../model/run-report.ts';
import { renderCsv } from './csv.ts';
import { renderRunHtml } from './html.ts';
import { renderRunJson } from './json.ts';

/** A way to write a run down. `render` is pure: the same run gives the same text. */
export interface ReportFormat {
  /** For readers, in Chinese. */
  readonly title: string;
  /** Without dot. */
  readonly extension: string;
  readonly mediaType: string;
  readonly render: (run: RunReport) => string;
}

/** Every format for one or many units. A new one is one line here. */
export const formats = {
  html: { title: '网页报告', extension: 'html', mediaType: 'text/html; charset=utf-8', render: renderRunHtml },
  json: { title: 'JSON 数据', extension: 'json', mediaType: 'application/json; charset=utf-8', render: renderRunJson },
  csv: { title: 'CSV 表格', extension: 'csv', mediaType: 'text/csv; charset=utf-8', render: renderCsv },
} as const satisfies Record<string, ReportFormat>;
export type FormatName = keyof typeof formats;
