import type { DocumentTable } from '../../model/document.ts';
import { disputesTable, slipsInDisputes } from './disputes-table.ts';
import { requestsTable, slipsInRequests } from './requests-table.ts';
import type { Slip } from './slip.ts';

/** What does not come out in the tables of an annual report; null when none of its two tables with sums could be read. */
export function slipsInReport(tables: readonly DocumentTable[]): readonly Slip[] | null {
  const [requests, disputes] = [requestsTable(tables), disputesTable(tables)];
  if (requests === null && disputes === null) return null;
  return [...(requests ? slipsInRequests(requests) : []), ...(disputes ? slipsInDisputes(disputes) : [])];
}
