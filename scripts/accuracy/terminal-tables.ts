import { outcomes, outcomeTitles } from '../../src/model/check.ts';
import { stopReasons } from '../../src/model/snapshot.ts';
import { classes, classTitles } from './classes.ts';
import type { AccuracyResult } from './result.ts';
import type { Tally, TallyRow } from './tally.ts';
import { columns } from './text.ts';

const tallyHead = ['判定数', ...classes.map(one => classTitles[one])];
const tallyCells = (tally: Tally) => [String(tally.all), ...classes.map(one => String(tally[one]))];

/** A row per group with its verdicts by class. */
export function tallyTable(name: string, rows: readonly TallyRow[], label: (row: TallyRow) => string): string {
  return columns(
    [name, ...tallyHead],
    rows.map(row => [label(row), ...tallyCells(row.tally)]),
  );
}

/** A row per night, with what it took. */
export const nightTable = ({ nights }: AccuracyResult): string =>
  columns(
    ['夜次', ...tallyHead, '秒'],
    nights.map(({ night, asOf, seconds, tally }) => [`${night}（${asOf}）`, ...tallyCells(tally), seconds.toFixed(0)]),
  );

/** How often each outcome was said where each was signed. */
export function confusionTable({ confusion }: AccuracyResult): string {
  const said = [...outcomes, null];
  const count = (signed: string, one: string | null) => confusion.find(cell => cell.signed === signed && cell.said === one)?.count ?? 0;
  return columns(
    ['真值', ...outcomes.map(outcome => outcomeTitles[outcome]), classTitles.missing],
    outcomes.map(signed => [outcomeTitles[signed], ...said.map(one => String(count(signed, one)))]),
  );
}

/** A row per kind of fault and per twin; empty when nothing was planted. */
export function kindTable({ kinds }: AccuracyResult): string {
  if (kinds.length === 0) return '';
  return columns(
    ['种类', '埋设', ...tallyHead],
    kinds.map(({ kind, title, role, planted, tally }) => [
      `${role === 'fault' ? '过错' : '对照'} ${title} ${kind}`,
      String(planted),
      ...tallyCells(tally),
    ]),
  );
}

/** Verdicts that wait for an ability, by unit; empty when none does. */
export function awaitingTable({ awaiting }: AccuracyResult): string {
  if (awaiting.length === 0) return '';
  return columns(
    ['单位', '能力', '判定数'],
    awaiting.map(({ ability, unit, name, verdicts }) => [`${unit} ${name}`, ability, String(verdicts)]),
  );
}

/** What looking at each unit cost. */
export const costTable = ({ costs }: AccuracyResult): string =>
  columns(
    ['单位', '模板', '请求', '页面', 'MB', '秒', '没有看完'],
    costs.map(({ unit, name, family, requests, pages, bytes, seconds, stopped }) => [
      `${unit} ${name}`,
      family,
      requests.toFixed(0),
      pages.toFixed(0),
      (bytes / 1e6).toFixed(1),
      seconds.toFixed(1),
      stopped.map(reason => stopReasons[reason]).join('、') || '—',
    ]),
  );
