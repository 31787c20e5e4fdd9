import { GongkaiError } from '../model/errors.ts';
import type { Unit } from '../model/unit.ts';

/** One thing wrong in a roster; `place` as people see it in their file (行 3“单位类别”列). */
export interface RosterProblem {
  readonly place: string;
  readonly text: string;
}

/** A unit and where each of its fields stands in the file. */
export interface RosterEntry {
  readonly unit: Unit;
  /** `row` alone names the entry, `field` one of its fields. */
  readonly row: string;
  readonly field: (name: 'id' | 'name' | 'parent' | 'consentUntil') => string;
}

/** More would not be read; the rest is counted. */
const listed = 20;

/** Throws ROSTER_INVALID with everything that is wrong, so that a list of hundreds is mended in one go. Nothing is thrown for none. */
export function refuseProblems(file: string, problems: readonly RosterProblem[]): void {
  if (problems.length === 0) return;
  const lines = problems.slice(0, listed).map(({ place, text }) => `  ${place}：${text}`);
  const more = problems.length > listed ? [`  另有 ${problems.length - listed} 处未列出`] : [];
  throw new GongkaiError(
    'ROSTER_INVALID',
    `名单 ${file} 有 ${problems.length} 处错误，请改正后重试：\n${[...lines, ...more].join('；\n')}。`,
  );
}
