import type { AuditReport } from '../model/audit-report.ts';
import { type Evidence, outcomeTitles } from '../model/check.ts';
import { type Finding, standingTitles } from '../model/finding.ts';
import { itemTitles } from '../model/item.ts';
import type { RunReport } from '../model/run-report.ts';
import { severityTitles } from '../model/severity.ts';
import { stopReasons } from '../model/snapshot.ts';
import { unitTypeTitles } from '../model/unit.ts';
import { clip, stripControl } from '../text/safe-text.ts';
import { beijingTime } from './wording.ts';

type Cell = string | number | null;

/** Spreadsheets cut or split a cell beyond 32,767 characters. */
const cellLimit = 32_000;

/** One row per finding, Chinese headings, UTF-8 with byte order mark, as Excel opens it with a double click. */
export function renderCsv(run: RunReport): string {
  const rows = run.units.flatMap(report => report.findings.map(finding => columns.map(({ cell }) => cell(report, finding))));
  return toCsv([columns.map(({ title }) => title), ...rows]);
}

/** RFC 4180 with a byte order mark: CRLF after every row, text that a spreadsheet would calculate made harmless. */
export const toCsv = (rows: readonly (readonly Cell[])[]): string => `\ufeff${rows.map(row => `${row.map(field).join(',')}\r\n`).join('')}`;

/** An apostrophe before text that a spreadsheet would take for a formula, also behind spaces and in full-width signs. */
export const guardFormula = (text: string): string => (/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(text) ? `'${text}` : text);

function field(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = guardFormula(cell);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const columns: readonly { readonly title: string; readonly cell: (report: AuditReport, finding: Finding) => Cell }[] = [
  { title: '检查日期', cell: ({ asOf }) => shown(asOf) },
  { title: '单位编码', cell: ({ unit }) => shown(unit.id) },
  { title: '单位名称', cell: ({ unit }) => shown(unit.name) },
  { title: '单位类型', cell: ({ unit }) => unitTypeTitles[unit.type] },
  { title: '组别', cell: ({ unit }) => shown(unit.group) },
  { title: '单位得分', cell: ({ score }) => score.value },
  { title: '等次', cell: ({ score }) => shown(score.grade) },
  { title: '检查项编号', cell: (_, { check }) => shown(check) },
  { title: '检查项', cell: (_, { title }) => shown(title) },
  { title: '公开事项', cell: (_, { item }) => (item === null ? null : itemTitles[item]) },
  { title: '判定', cell: (_, { outcome }) => outcomeTitles[outcome] },
  { title: '性质', cell: (_, { severity }) => severityTitles[severity] },
  { title: '状态', cell: (_, { standing }) => (standing === 'settled' ? null : standingTitles[standing]) },
  { title: '说明', cell: (_, { message }) => shown(message) },
  { title: '原因代码', cell: (_, { cause }) => shown(cause) },
  { title: '依据', cell: (_, { basis }) => shown(basis) },
  { title: '整改建议', cell: (_, { remedy }) => shown(remedy) },
  { title: '证据网址', cell: firstEvidence(({ url }) => shown(url)) },
  { title: '最终到达网址', cell: firstEvidence(({ finalUrl }) => shown(finalUrl)) },
  { title: '发现于', cell: firstEvidence(({ foundOn }) => shown(foundOn)) },
  { title: '链接文字', cell: firstEvidence(({ anchorText }) => shown(anchorText)) },
  { title: '页面原文', cell: firstEvidence(({ quote }) => shown(quote)) },
  { title: '抓取时间（北京时间）', cell: firstEvidence(({ fetchedAt }) => beijingTime(fetchedAt)) },
  { title: '内容SHA-256', cell: firstEvidence(({ bodySha256 }) => shown(bodySha256)) },
  { title: '证据数', cell: (_, { evidence }) => evidence.length },
  {
    title: '其余证据网址',
    cell: (_, { evidence }) =>
      clip(
        evidence
          .slice(1)
          .map(({ url }) => stripControl(url))
          .join('\n'),
        cellLimit,
      ),
  },
  { title: '快照编号', cell: ({ snapshot }) => shown(snapshot.id) },
  { title: '抓取地点', cell: ({ snapshot }) => shown(snapshot.vantage) },
  { title: '抓取情况', cell: ({ snapshot }) => stopReasons[snapshot.stoppedBecause] },
];

function firstEvidence(cell: (evidence: Evidence) => Cell) {
  return (_: AuditReport, { evidence }: Finding): Cell => (evidence[0] === undefined ? null : cell(evidence[0]));
}

function shown(text: string | null): string | null {
  return text === null ? null : clip(stripControl(text), cellLimit);
}
