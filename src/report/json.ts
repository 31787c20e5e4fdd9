import type { AuditReport } from '../model/audit-report.ts';
import type { RunReport } from '../model/run-report.ts';

/** One unit as `check --json` prints it: one value, then a line feed (DESIGN §6). */
export const renderUnitJson = (report: AuditReport): string => toJson(report);

/** A run: its head and the same value for each unit. */
export const renderRunJson = (run: RunReport): string => toJson(run);

/** JSON allows these raw; a terminal obeys them. Outside strings they cannot occur, so escaping them changes no value. */
const obeyed = /[\u007f-\u009f\u2028\u2029\p{Bidi_Control}]/gu;

const toJson = (value: AuditReport | RunReport): string =>
  `${JSON.stringify(value, null, 2).replace(obeyed, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
