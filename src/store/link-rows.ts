import type { LinkCheckHead, RecordedAddress, RecordedPage } from '../model/link-record.ts';
import type { LinkAddressRow, LinkCheckRow, LinkPageRow } from './tables.ts';
import { storable } from './text.ts';

export const linkCheckRow = ({ id, startUrl, startedAt, vantage, userAgent }: LinkCheckHead): LinkCheckRow =>
  storable({
    id,
    start_url: startUrl,
    started_at: startedAt,
    vantage,
    user_agent: userAgent,
    finished_at: null,
    stopped_because: null,
    pages: null,
    links: null,
  });

export const linkAddressRow = (checkId: string, { hops, ...address }: RecordedAddress): LinkAddressRow =>
  storable({ check_id: checkId, ...address, hops: JSON.stringify(hops) });

export const linkAddressOf = ({ check_id: _, hops, ...row }: LinkAddressRow): RecordedAddress => ({
  ...row,
  verdict: row.verdict as RecordedAddress['verdict'],
  cause: row.cause as RecordedAddress['cause'],
  hops: JSON.parse(hops),
});

export const linkPageRow = (checkId: string, { id, targets }: RecordedPage): LinkPageRow => ({
  check_id: checkId,
  id,
  targets: JSON.stringify(targets),
});

export const linkPageOf = ({ id, targets }: LinkPageRow): RecordedPage => ({ id, targets: JSON.parse(targets) });
