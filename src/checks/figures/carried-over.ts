import type { Candidate } from '../../model/artifacts.ts';
import type { Comparison } from './comparison.ts';
import { rebuiltDoubt, tablePlaces } from './places.ts';
import { requestsTable } from './requests-table.ts';

/** NB-7: what this year's report says was carried in is what last year's said was carried out; by the sums of all applicants. */
export function carriedOver(now: Candidate, before: Candidate): Comparison {
  const [table, last] = [tableOf(now), tableOf(before)];
  const unread = table === null ? now : last === null ? before : null;
  if (table === null || last === null) return { kind: 'unclear', reason: `“${unread!.text}”中没有读到规定格式的表格` };
  const [carriedIn, carriedOut] = [table.carriedIn.numbers.at(-1)!, last.carriedOut.numbers.at(-1)!];
  if (carriedIn === carriedOut) return { kind: 'agree', measured: { carriedIn, carriedOut } };
  if (table.isRebuilt || last.isRebuilt)
    return {
      kind: 'unclear',
      reason: `上年结转读到${carriedIn}件，上年报告的结转下年读到${carriedOut}件，但${rebuiltDoubt}，需人工核对`,
    };
  return { kind: 'differ', measured: { carriedIn, carriedOut } };
}

function tableOf(candidate: Candidate) {
  for (const { tables, isRebuilt } of tablePlaces(candidate)) {
    const table = requestsTable(tables);
    if (table !== null) return { ...table, isRebuilt };
  }
  return null;
}
