/** What a fault may cost. Only a `deduction` counts by itself; `veto` and `person` wait for a person however often they are found (law 2). */
export const severityTitles = {
  veto: '单项否决，须人工认定',
  deduction: '扣分',
  person: '须人工认定',
  advisory: '提示，不扣分',
} as const;
export type Severity = keyof typeof severityTitles;
export const severities = Object.keys(severityTitles) as [Severity, ...Severity[]];

/** A machine alone can settle it. */
export const settlesAlone = (severity: Severity): boolean => severity === 'deduction' || severity === 'advisory';
