import type { AuditReport } from '../model/audit-report.ts';
import type { RunReport } from '../model/run-report.ts';
import { safeJson } from '../text/safe-json.ts';

/** One unit as `check --json` prints it: one value, then a line feed (DESIGN §6). */
export const renderUnitJson = (report: AuditReport): string => toJson(report);

/** A run: its head and the same value for each unit. */
export const renderRunJson = (run: RunReport): string => toJson(run);

const toJson = (value: AuditReport | RunReport): string => `${safeJson(value, 2)}\n`;
