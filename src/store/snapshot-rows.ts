import type { Look, Snapshot, StopReason, Unvisited } from '../model/snapshot.ts';
import type { SnapshotHead } from './store.ts';
import type { LookRow, SnapshotRow, UnvisitedRow } from './tables.ts';
import { storable } from './text.ts';

export const headRow = (snapshot: Snapshot, runId: string | null): SnapshotRow =>
  storable({
    id: snapshot.id,
    unit_id: snapshot.unitId,
    run_id: runId,
    started_at: snapshot.startedAt,
    finished_at: snapshot.finishedAt,
    vantage: snapshot.vantage,
    user_agent: snapshot.userAgent,
    start_urls: JSON.stringify(snapshot.startUrls),
    entrances: JSON.stringify(snapshot.entrances),
    delays: JSON.stringify(snapshot.delays),
    requests: snapshot.requests,
    bytes: snapshot.bytes,
    stopped_because: snapshot.stoppedBecause,
  });

export const headOf = (row: SnapshotRow): Omit<SnapshotHead, 'pages'> => ({
  id: row.id,
  unitId: row.unit_id,
  startedAt: row.started_at,
  finishedAt: row.finished_at,
  vantage: row.vantage,
  userAgent: row.user_agent,
  startUrls: JSON.parse(row.start_urls),
  entrances: JSON.parse(row.entrances),
  delays: JSON.parse(row.delays),
  requests: row.requests,
  bytes: row.bytes,
  stoppedBecause: row.stopped_because as StopReason,
});

export const lookRow = (snapshotId: string, seq: number, look: Look): LookRow =>
  storable({
    snapshot_id: snapshotId,
    seq,
    url: look.url,
    final_url: look.finalUrl,
    hops: JSON.stringify(look.hops),
    purpose: look.purpose,
    via: look.via,
    found_on: look.foundOn,
    anchor_text: look.anchorText,
    fetched_at: look.fetchedAt,
    unchanged_since: look.unchangedSince,
    elapsed_ms: look.elapsedMs,
    attempts: look.attempts,
    address: look.address,
    security: look.security && JSON.stringify(look.security),
    status: look.status,
    failure: look.failure && JSON.stringify(look.failure),
    headers: JSON.stringify(look.headers),
    truncated: Number(look.truncated),
    bytes: look.bytes,
    body_sha256: look.bodySha256,
  });

export const lookOf = (row: LookRow): Look => ({
  url: row.url,
  finalUrl: row.final_url,
  hops: JSON.parse(row.hops),
  purpose: row.purpose as Look['purpose'],
  via: row.via as Look['via'],
  foundOn: row.found_on,
  anchorText: row.anchor_text,
  fetchedAt: row.fetched_at,
  unchangedSince: row.unchanged_since,
  elapsedMs: row.elapsed_ms,
  attempts: row.attempts,
  address: row.address,
  security: row.security === null ? null : JSON.parse(row.security),
  status: row.status,
  failure: row.failure === null ? null : JSON.parse(row.failure),
  headers: JSON.parse(row.headers),
  truncated: row.truncated === 1,
  bytes: row.bytes,
  bodySha256: row.body_sha256,
});

export const unvisitedRow = (snapshotId: string, seq: number, address: Unvisited): UnvisitedRow =>
  storable({
    snapshot_id: snapshotId,
    seq,
    url: address.url,
    found_on: address.foundOn,
    anchor_text: address.anchorText,
    reason: address.reason,
    interest: address.interest,
    trap: address.trap && JSON.stringify(address.trap),
  });

export const unvisitedOf = (row: UnvisitedRow): Unvisited => ({
  url: row.url,
  foundOn: row.found_on,
  anchorText: row.anchor_text,
  reason: row.reason as Unvisited['reason'],
  interest: row.interest,
  trap: row.trap === null ? null : JSON.parse(row.trap),
});
