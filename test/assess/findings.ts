import type { Outcome } from '../../src/model/check.ts';
import type { Finding, Standing } from '../../src/model/finding.ts';

/** Check ids with their outcomes. */
export type Outcomes = Readonly<Record<string, Outcome>>;

/** A finding of which only check, outcome and standing matter. */
export const finding = (check: string, outcome: Outcome, standing: Standing): Finding => ({
  check,
  item: null,
  title: check,
  outcome,
  standing,
  message: '甲。',
  cause: null,
  measured: {},
  evidence: [],
  severity: 'deduction',
  basis: '乙',
  remedy: '',
});

/** Findings as one look leaves them when every fault has been confirmed. */
export const findings = (given: Outcomes): Finding[] =>
  Object.entries(given).map(([check, outcome]) =>
    finding(check, outcome, outcome === 'fail' || outcome === 'partial' ? 'confirmed' : 'settled'),
  );
