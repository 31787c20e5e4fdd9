import type { GatheredArtifacts } from '../model/artifacts.ts';
import type { CheckContext, Measured, Verdict } from '../model/check.ts';
import type { CheckSpec } from '../model/check-spec.ts';
import { type Exemption, exemptionFor } from '../model/exemption.ts';
import type { Finding } from '../model/finding.ts';
import { powerTitles, type Unit, unitTypeTitles } from '../model/unit.ts';
import type { Want } from '../model/want.ts';
import type { Check } from './compile-check.ts';

/** The day the audit is dated, ISO, and the working days known then. */
export type AuditDay = Pick<CheckContext, 'today' | 'calendar'>;

interface JudgingDay extends AuditDay {
  /** Those of the unit. */
  readonly exemptions?: readonly Exemption[];
  readonly onError?: (check: string, error: unknown) => void;
}

/** A finding as judged from one look; law 2 gives it its standing afterwards. */
export type JudgedFinding = Omit<Finding, 'standing'>;

/**
 * Asks every check. Whom a check does not bind, or who has been released from it, gets 不适用 with the reason.
 * A check that breaks is `unsure` about this unit and never stops the others; `onError` hears of it, because it is our bug.
 */
export function runCatalogue(
  checks: readonly Check[],
  unit: Unit,
  artifacts: GatheredArtifacts,
  { today, calendar, exemptions = [], onError }: JudgingDay,
): readonly JudgedFinding[] {
  return checks.map(check => {
    const { spec } = check;
    const common = { check: spec.id, item: spec.item ?? null, title: spec.title, severity: spec.severity, basis: basisOf(spec) };
    const notApplicable = { outcome: 'not-applicable', measured: {}, evidence: [], remedy: '' } as const;
    const free = whyNotBound(check, unit, today);
    if (free) return { ...common, ...notApplicable, message: free, cause: 'not-bound' };
    const exemption = exemptionFor(exemptions, spec.id, today);
    if (exemption) return { ...common, ...notApplicable, message: grounds(exemption), cause: 'exempt' };
    const { outcome, cause, measured, evidence, parts } = attempt(check, artifacts, contextOf(spec, unit, { today, calendar }), onError);
    return {
      ...common,
      outcome,
      message: `${fill(wording(spec, outcome), measured)}${measured.note ?? ''}`,
      cause,
      measured,
      evidence,
      remedy: outcome === 'pass' ? '' : spec.remedy,
      ...(parts ? { parts } : {}),
    };
  });
}

const grounds = ({ reason, approvedBy, on, from, until }: Exemption): string =>
  `经批准不适用：${reason}（${approvedBy}于${on}批准，${from}至${until}有效）。`;

/** Those that are asked on a day. A rule that had ended before is none of that day's business. */
export const askedOn = (checks: readonly Check[], today: string): readonly Check[] => checks.filter(check => !hasEnded(check, today));

const hasEnded = ({ spec: { effective }, fellDue }: Check, today: string): boolean =>
  effective.to !== undefined && fellDue({ today }) > effective.to;

/** What the crawl should look for so that these checks can answer for this unit. */
export const wantsOf = (checks: readonly Check[], unit: Unit, day: AuditDay): readonly Want[] =>
  checks.filter(check => whyNotBound(check, unit, day.today) === null).flatMap(check => check.wants(contextOf(check.spec, unit, day)));

/** What a check is told of unit and day. */
export const contextOf = ({ item }: Pick<CheckSpec, 'item'>, unit: Unit, day: AuditDay): CheckContext => ({
  ...day,
  unit,
  item: item ?? null,
});

/** The duty binds by unit type, powers and the dates in force when it fell due (law 5); never by what the crawl found. */
function whyNotBound(check: Check, unit: Unit, today: string): string | null {
  const { appliesTo, effective, title } = check.spec;
  if (!appliesTo.types.includes(unit.type)) return `${unitTypeTitles[unit.type]}不适用“${title}”。`;
  const lacking = appliesTo.powers.filter(power => !unit.powers.includes(power));
  if (lacking.length > 0) return `名单没有载明该单位有${lacking.map(power => powerTitles[power]).join('、')}职权。`;
  const due = check.fellDue({ today });
  const asked = due === today ? '' : `所问的一项应于${due}完成，`;
  if (due < effective.from) return `${asked}该要求自${effective.from}起施行。`;
  return hasEnded(check, today) ? `${asked}该要求施行至${effective.to}。` : null;
}

function attempt(
  check: Check,
  artifacts: GatheredArtifacts,
  context: CheckContext,
  onError?: (check: string, error: unknown) => void,
): Verdict {
  try {
    return check.run(artifacts, context);
  } catch (error) {
    onError?.(check.spec.id, error);
    return { outcome: 'unsure', cause: 'internal-error', measured: { reason: '检查程序出错，已记入日志' }, evidence: [] };
  }
}

/** What is no document (各地…的做法) goes without the marks of a title. */
export const basisOf = ({ basis: { source, number, article } }: CheckSpec): string =>
  `${/(?:做法|建议|核算)$/.test(source) && number === undefined && article === undefined ? source : `《${source}》`}${number ? `（${number}）` : ''}${article ?? ''}`;

const wording = ({ messages }: CheckSpec, outcome: Verdict['outcome']) =>
  messages[outcome] ?? (outcome === 'unsure' ? '无法判定，需人工查看：{reason}。' : messages.fail);

const fill = (template: string, measured: Measured) =>
  template.replace(/\{(\w+)\}/g, (_, name: string) =>
    measured[name] === undefined || measured[name] === null ? '未知' : String(measured[name]),
  );
