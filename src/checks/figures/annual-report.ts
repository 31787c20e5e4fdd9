import { disputesTable, slipsInDisputes } from './disputes-table.ts';
import { requestsTable, slipsInRequests } from './requests-table.ts';
import type { Slip, Told } from './slip.ts';

/** What does not come out in the tables of an annual report; null when none of its two tables with sums could be read. */
export function slipsInReport({ tables }: Pick<Told, 'tables'>): readonly Slip[] | null {
  const [requests, disputes] = [requestsTable(tables), disputesTable(tables)];
  if (requests === null && disputes === null) return null;
  return [...(requests ? slipsInRequests(requests) : []), ...(disputes ? slipsInDisputes(disputes) : [])];
}

/** NB-12: cells that are left blank where 0 belongs; null when none of the two tables could be read. A dash is an answer. */
export function blanksInReport({ tables }: Pick<Told, 'tables'>): readonly Slip[] | null {
  const [requests, disputes] = [requestsTable(tables), disputesTable(tables)];
  if (requests === null && disputes === null) return null;
  const lines = requests ? [requests.received, requests.carriedIn, ...requests.results, requests.whole, requests.carriedOut] : [];
  return [
    ...blanks('收到和处理政府信息公开申请情况', lines.flatMap(({ isBlank }) => isBlank).filter(Boolean).length),
    ...blanks('政府信息公开行政复议、行政诉讼情况', (disputes ?? []).flat().filter(cell => cell.trim() === '').length),
  ];
}

const blanks = (name: string, count: number): readonly Slip[] =>
  count === 0 ? [] : [{ rule: 'NB-12', says: `“${name}”表有${count}格留空`, doubt: null }];
