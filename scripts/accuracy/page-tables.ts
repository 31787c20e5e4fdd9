import { outcomes, outcomeTitles } from '../../src/model/check.ts';
import { stopReasons } from '../../src/model/snapshot.ts';
import { code, plain, table } from '../docs/markdown.ts';
import { classes, classTitles } from './classes.ts';
import type { AccuracyResult, Cost } from './result.ts';
import type { Tally, TallyRow } from './tally.ts';

const tallyCells = (tally: Tally) => [String(tally.all), ...classes.map(one => String(tally[one]))];
const tallyHead = ['verdicts', ...classes.map(one => classTitles[one])];

/** A row per group with its verdicts by class. */
export const tallyTable = (name: string, rows: readonly TallyRow[], label: (row: TallyRow) => string): string =>
  table(
    [name, ...tallyHead],
    rows.map(row => [label(row), ...tallyCells(row.tally)]),
  );

/** A row per night; without times, which differ from run to run. */
export const nightTable = ({ nights }: AccuracyResult): string =>
  table(
    ['night', ...tallyHead],
    nights.map(({ night, tally }) => [String(night), ...tallyCells(tally)]),
  );

/** How often each outcome was said where each was signed. */
export function confusionTable({ confusion }: AccuracyResult): string {
  const count = (signed: string, said: string | null) =>
    String(confusion.find(cell => cell.signed === signed && cell.said === said)?.count ?? 0);
  return table(
    ['', ...outcomes.map(outcome => outcomeTitles[outcome]), classTitles.missing],
    outcomes.map(signed => [outcomeTitles[signed], ...[...outcomes, null].map(said => count(signed, said))]),
  );
}

/** A row per kind of fault and per twin. */
export function kindTable({ kinds }: AccuracyResult): string {
  if (kinds.length === 0) return 'Nothing was planted.';
  return table(
    ['kind', '', 'planted', ...tallyHead],
    kinds.map(({ kind, title, role, planted, tally }) => [`${code(kind)} ${plain(title)}`, role, String(planted), ...tallyCells(tally)]),
  );
}

/** Verdicts that wait for an ability, by unit. */
export function awaitingTable({ awaiting }: AccuracyResult): string {
  if (awaiting.length === 0) return 'None.';
  return table(
    ['ability', 'unit', 'verdicts'],
    awaiting.map(({ ability, unit, name, verdicts }) => [ability, `${code(unit)} ${plain(name)}`, String(verdicts)]),
  );
}

/** What was planted and is looked for by no check. */
export function unjudgedTable({ unjudged }: AccuracyResult): string {
  if (unjudged.length === 0) return 'None.';
  return table(
    ['unit', 'kind', 'what', 'what a check would say'],
    unjudged.map(({ unit, kind, what, rule }) => [code(unit), code(kind), plain(what), plain(rule)]),
  );
}

/** What a run costs, in one line, because it differs a little from run to run; each unit's cost is printed by the command. */
export function costLine({ costs, nights }: AccuracyResult): string {
  const seconds = nights.reduce((sum, night) => sum + night.seconds, 0);
  const total = (of: (cost: Cost) => number) => costs.reduce((sum, cost) => sum + of(cost), 0).toFixed(0);
  const dearest = costs.toSorted((a, b) => b.requests - a.requests)[0];
  return [
    `One night: ${total(cost => cost.requests)} requests, ${total(cost => cost.pages)} pages, ${total(cost => cost.bytes / 1e6)} MB`,
    ...(dearest === undefined ? [] : [`; at most ${dearest.requests.toFixed(0)} requests for one unit (${code(dearest.unit)})`]),
    `. Whole run: ${Math.round(seconds)} s on the machine that wrote this, without pacing.`,
  ].join('');
}

/** Units at which the look was cut short, with the reasons. */
export function cutShortTable({ costs }: AccuracyResult): string {
  const cut = costs.filter(({ stopped }) => stopped.length > 0);
  if (cut.length === 0) return 'No look was cut short.';
  return table(
    ['unit', 'family', 'cut short'],
    cut.map(({ unit, name, family, stopped }) => [
      `${code(unit)} ${plain(name)}`,
      code(family),
      stopped.map(reason => stopReasons[reason]).join('、'),
    ]),
  );
}
