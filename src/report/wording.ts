import { type Outcome, outcomeTitles } from '../model/check.ts';
import type { Finding } from '../model/finding.ts';
import { standingTitles } from '../model/finding.ts';
import type { Score } from '../model/scheme.ts';
import { severityTitles } from '../model/severity.ts';
import { type StopReason, stopReasons } from '../model/snapshot.ts';
import { type Unit, unitTypeTitles } from '../model/unit.ts';
import { stripControl } from '../text/safe-text.ts';
import type { FindingGroup } from './summary.ts';

/** The order in which every report lists outcomes: what to act on first. */
export const outcomeOrder = ['fail', 'partial', 'unsure', 'pass', 'not-applicable'] as const satisfies readonly Outcome[];

/** What an outcome means to whoever is judged, one sentence. */
export const outcomeNotes: Readonly<Record<Outcome, string>> = {
  fail: '应看的页面都已看到，没有达到要求。',
  partial: '找到了要求的内容，但不完整。',
  unsure: '这次没能看清，不等于没有公开；不计入得分，也不扣分。请打开下列网址人工核对。',
  pass: '达到要求，无需整改。',
  'not-applicable': '本单位没有这项职责；不计入得分，也不扣分。',
};

/** “86.5”; a dash when nothing could be judged. */
export const scoreText = (value: number | null): string => (value === null ? '—' : value.toFixed(1));

/** “已判定 28/31 项”. */
export const judgedText = ({ judged, asked }: Pick<Score, 'judged' | 'asked'>): string => `已判定 ${judged}/${asked} 项`;

/** The grade, or why there is none. */
export function gradeText({ value, grade }: Pick<Score, 'value' | 'grade'>): string {
  if (value === null) return '没有可判定的项目';
  return grade ?? '已判定的比例不足，不评等次';
}

/** “待复核”, “已确认”, with what a finding costs where that is not points; null where there is nothing to say. */
export function standingText({ standing, severity }: Pick<Finding, 'standing' | 'severity'>): string | null {
  if (standing === 'settled') return null;
  return severity === 'deduction' ? standingTitles[standing] : severityTitles[severity];
}

/** What the remedy is called: nobody knows yet whether an unclear finding needs one. */
export const remedyTitle = ({ outcome }: Pick<Finding, 'outcome'>): string => (outcome === 'unsure' ? '如有缺失' : '整改建议');

/** The heading over an entry: what was required, or how many checks one cause has stopped. */
export const entryTitle = ([first, ...others]: FindingGroup): string =>
  others.length === 0 ? `要求：${stripControl(first.title)}` : `${others.length + 1} 项检查因同一原因无法判定`;

/** Why the look ended early, with what follows from it; null when everything was looked at. */
export function stopText(reason: StopReason): string | null {
  if (reason === 'complete') return null;
  return `本次没有看完：${stopReasons[reason]}。没有看到的内容一律不扣分。`;
}

/** “部门 · 一类部门”: what kind of unit it is and in which class it is ranked. */
export const unitKind = ({ type, group }: Pick<Unit, 'type' | 'group'>): string =>
  [unitTypeTitles[type], ...(group === null ? [] : [stripControl(group)])].join(' · ');

/** “不符合 2，部分符合 1，…” without the outcomes that do not occur. */
export const countsText = (counts: Readonly<Record<Outcome, number>>): string =>
  outcomeOrder
    .filter(outcome => counts[outcome] > 0)
    .map(outcome => `${outcomeTitles[outcome]} ${counts[outcome]}`)
    .join('，');

const beijing = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' });

/** ISO 8601 instant → “2026-11-20 01:12:08” in Beijing; anything else as it stands. */
export function beijingTime(instant: string): string {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? stripControl(instant) : beijing.format(date);
}

/** Bytes → “3.4 MB”. */
export const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;
