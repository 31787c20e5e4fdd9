import { disputesTable, slipsInDisputes } from './disputes-table.ts';
import { requestsTable, slipsInRequests } from './requests-table.ts';
import type { Slip, Told } from './slip.ts';

/** What does not come out in the tables of an annual report; null when nothing is wrong in what was read and one of the two was not. */
export function slipsInReport({ tables }: Pick<Told, 'tables'>): readonly Slip[] | null {
  const [requests, disputes] = [requestsTable(tables), disputesTable(tables)];
  const slips = [...(requests ? slipsInRequests(requests) : []), ...(disputes ? slipsInDisputes(disputes) : [])];
  return slips.length === 0 && (requests === null || disputes === null) ? null : slips;
}

/** NB-12: cells that are left blank where 0 belongs; null as above. A dash is an answer. */
export function blanksInReport({ tables }: Pick<Told, 'tables'>): readonly Slip[] | null {
  const [requests, disputes] = [requestsTable(tables), disputesTable(tables)];
  const lines = requests ? [requests.received, requests.carriedIn, ...requests.results, requests.whole, requests.carriedOut] : [];
  const slips = [
    ...blanks('收到和处理政府信息公开申请情况', lines.flatMap(({ isBlank }) => isBlank).filter(Boolean).length),
    ...blanks('政府信息公开行政复议、行政诉讼情况', (disputes ?? []).flat().filter(cell => cell.trim() === '').length),
  ];
  return slips.length === 0 && (requests === null || disputes === null) ? null : slips;
}

const blanks = (name: string, count: number): readonly Slip[] =>
  count === 0 ? [] : [{ rule: 'NB-12', says: `“${name}”表有${count}格留空`, doubt: null }];
