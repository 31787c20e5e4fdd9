/**
 * The tables. Columns are text, integer and double precision only, which SQLite and PostgreSQL store alike: moments are ISO 8601
 * text in UTC, days ISO dates, lists and objects JSON as text, truth 0 or 1. Keys are natural, so no dialect's counters are needed.
 * Units are named, not referenced: what was found about a unit outlives its place on the list.
 */
export interface Tables {
  unit: UnitRow;
  exemption: ExemptionRow;
  run: RunRow;
  run_lock: RunLockRow;
  snapshot: SnapshotRow;
  look: LookRow;
  unvisited: UnvisitedRow;
  score: ScoreRow;
  finding: FindingRow;
  link_check: LinkCheckRow;
  link_address: LinkAddressRow;
  link_page: LinkPageRow;
}

export interface UnitRow {
  id: string;
  seq: number;
  name: string;
  type: string;
  group_name: string | null;
  parent: string | null;
  aliases: string;
  powers: string;
  sites: string;
}

export interface ExemptionRow {
  seq: number;
  unit_id: string;
  check_id: string;
  reason: string;
  approved_by: string;
  approved_on: string;
  from_day: string;
  until_day: string;
}

export interface RunRow {
  id: string;
  started_at: string;
  finished_at: string | null;
  as_of: string;
  catalogue: string;
  state: string;
  selection: string;
}

/** At most one row, named `run`. */
export interface RunLockRow {
  name: string;
  run_id: string;
  /** Unlike for every hold, so that a hold that was taken over cannot be mistaken for one's own. */
  token: string;
  host: string;
  pid: number;
  process_started_at: string;
  beat_at: string;
}

export interface SnapshotRow {
  id: string;
  unit_id: string;
  run_id: string | null;
  started_at: string;
  finished_at: string;
  vantage: string;
  user_agent: string;
  start_urls: string;
  entrances: string;
  delays: string;
  requests: number;
  bytes: number;
  stopped_because: string;
}

export interface LookRow {
  snapshot_id: string;
  seq: number;
  url: string;
  final_url: string;
  hops: string;
  purpose: string;
  via: string;
  found_on: string | null;
  anchor_text: string | null;
  fetched_at: string;
  unchanged_since: string | null;
  elapsed_ms: number;
  attempts: number;
  address: string | null;
  security: string | null;
  status: number | null;
  failure: string | null;
  headers: string;
  truncated: number;
  bytes: number;
  body_sha256: string | null;
}

export interface UnvisitedRow {
  snapshot_id: string;
  seq: number;
  url: string;
  found_on: string;
  anchor_text: string;
  reason: string;
  interest: number;
  trap: string | null;
}

/** One per judgement; its findings hang on it. */
export interface ScoreRow {
  run_id: string;
  unit_id: string;
  snapshot_id: string;
  catalogue: string;
  judged_at: string;
  scheme: string;
  value: number | null;
  grade: string | null;
  judged: number;
  asked: number;
  categories: string;
}

export interface FindingRow {
  run_id: string;
  unit_id: string;
  check_id: string;
  seq: number;
  finding_key: string;
  snapshot_id: string;
  catalogue: string;
  judged_at: string;
  item: string | null;
  title: string;
  outcome: string;
  standing: string;
  message: string;
  cause: string | null;
  measured: string;
  evidence: string;
  severity: string;
  basis: string;
  remedy: string;
  /** Null for a fault that is one thing. */
  parts: string | null;
}

/** The last four are null until the check has ended. */
export interface LinkCheckRow {
  id: string;
  start_url: string;
  started_at: string;
  vantage: string;
  user_agent: string;
  finished_at: string | null;
  stopped_because: string | null;
  pages: number | null;
  links: number | null;
}

export interface LinkAddressRow {
  check_id: string;
  id: number;
  url: string;
  verdict: string;
  cause: string | null;
  reason: string;
  status: number | null;
  hops: string;
  attempts: number;
}

export interface LinkPageRow {
  check_id: string;
  id: number;
  targets: string;
}
