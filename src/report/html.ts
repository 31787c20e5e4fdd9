import type { AuditReport } from '../model/audit-report.ts';
import type { RunReport } from '../model/run-report.ts';
import { htmlPage } from './views/html-page.ts';
import { markup } from './views/markup.ts';
import { readingNotes } from './views/reading-notes.ts';
import { runReport } from './views/run.ts';
import { provenance, unitReport } from './views/unit.ts';

/** One unit as a page of its own that needs no other file and no network. */
export function renderUnitHtml(report: AuditReport): string {
  const body = markup`<main>${unitReport(report, 1)}</main>
<footer>${readingNotes(2)}${provenance(report)}</footer>`;
  return htmlPage(`${report.unit.name} 政务公开网站检查报告 ${report.asOf}`, body).toString();
}

/** A run over any number of units as one page. */
export function renderRunHtml(run: RunReport): string {
  const { name, version, catalogue } = run.tool;
  const body = markup`${runReport(run)}
<footer>${readingNotes(2)}<p class="muted">${name} ${version}，检查项版本 <code>${catalogue}</code>，检查日期 ${run.asOf}。</p></footer>`;
  return htmlPage(`${run.title} ${run.asOf}`, body).toString();
}
