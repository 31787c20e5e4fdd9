import type { Outcome } from '../model/check.ts';
import type { Exemption } from '../model/exemption.ts';
import type { Finding } from '../model/finding.ts';
import type { JudgedLook, Judgement } from '../model/judgement.ts';
import type { LinkBatch, LinkCheckEnd, LinkCheckHead, LinkRecord, PastLinkCheck } from '../model/link-record.ts';
import type { Run, RunState } from '../model/run.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Unit } from '../model/unit.ts';

/** What is known of a run when it begins. */
export type NewRun = Pick<Run, 'id' | 'startedAt' | 'asOf' | 'catalogue' | 'selection'>;

/** A snapshot without what was looked at: enough to choose by, small enough to list by the thousand. */
export interface SnapshotHead extends Omit<Snapshot, 'looks' | 'unvisited'> {
  /** Pages that answered: neither mere tries of a link, nor addresses at which nobody did. */
  readonly pages: number;
}

/** A finding with where it belongs. */
export interface RecordedFinding {
  /** Names it across runs; see `findingKey`. */
  readonly key: string;
  readonly runId: string;
  readonly unitId: string;
  readonly snapshotId: string;
  readonly finding: Finding;
}

/**
 * Everything the rest of the program may ask of the database, in the program's own words.
 *
 * Each save is one transaction: it is there as a whole or not at all. Keys are natural, so saving twice is saving once.
 * What is read back equals what was saved; only characters that no database keeps in text (NUL, halves of surrogate pairs) come
 * back as U+FFFD. What is not there is null or an empty list, never an error.
 */
export interface Store {
  /** Replaces the whole list of units. What was found about units that are no longer on it stays. */
  saveUnits(units: readonly Unit[]): Promise<void>;
  /** In the order in which they were saved. */
  units(): Promise<Unit[]>;
  unit(id: string): Promise<Unit | null>;

  /** Replaces all of them. What was judged by the former ones stays. */
  saveExemptions(exemptions: readonly Exemption[]): Promise<void>;
  /** In the order in which they were saved. */
  exemptions(): Promise<Exemption[]>;

  /**
   * Begins a run and holds the store for it until `finishRun`, `interruptRun` or `close`. Reading, and saving outside runs, stay
   * possible for everybody. Runs that were left `running` by a process that died become `interrupted`.
   * Throws GongkaiError STORE_LOCKED while another run is going on, here or on another machine.
   */
  beginRun(run: NewRun): Promise<void>;
  /** Goes on with a run that was interrupted; holds the store like `beginRun`. Throws RUN_UNKNOWN or STORE_LOCKED. */
  resumeRun(id: string): Promise<void>;
  /** `at`: ISO 8601, UTC. Throws RUN_UNKNOWN; STORE_LOCKED when the hold was lost to another run in the meantime. */
  finishRun(id: string, at: string): Promise<void>;
  interruptRun(id: string, at: string): Promise<void>;
  run(id: string): Promise<Run | null>;
  /** The run that began last, of those in the given state if one is given. */
  latestRun(state?: RunState): Promise<Run | null>;
  /** The newest first. */
  runs(): Promise<Run[]>;

  /** A snapshot never changes: saving an id that is already there does nothing. `runId` is null for a look on demand. */
  saveSnapshot(snapshot: Snapshot, runId: string | null): Promise<void>;
  snapshot(id: string): Promise<Snapshot | null>;
  /** The one that began last. */
  latestSnapshotOf(unitId: string): Promise<Snapshot | null>;
  /** By unit and time. */
  snapshotsOfRun(runId: string): Promise<SnapshotHead[]>;

  /** Replaces what this run said about this unit. Run and snapshot must have been saved before. */
  saveJudgement(judgement: Judgement): Promise<void>;
  judgement(runId: string, unitId: string): Promise<Judgement | null>;
  /** What a run said about the newest look at a unit in which its site was seen: the pages of that look are known. */
  latestSeen(unitId: string): Promise<Judgement | null>;
  /** By unit. */
  judgementsOf(runId: string): Promise<Judgement[]>;
  /** By unit, then in the order of the catalogue. */
  findingsOf(runId: string, unitId?: string): Promise<RecordedFinding[]>;
  /** Outcomes that do not occur are counted as 0. */
  countByOutcome(runId: string): Promise<Record<Outcome, number>>;
  /** Ids of the units about which the run has already judged, so that it can be resumed after them. */
  finishedUnits(runId: string): Promise<string[]>;

  /** What the run before this one that looked at the unit said, from another snapshot: what `diff` compares with. */
  previousJudgement(unitId: string, runId: string): Promise<Judgement | null>;
  /**
   * The looks at the same unit that began before the given snapshot and were judged, the newest first, each as it was judged last:
   * what `settle` goes by.
   */
  earlierLooks(snapshotId: string, limit: number): Promise<JudgedLook[]>;

  /** Begins a check of links; what it gives writes down what is found. Holds nothing: any number may go on at once. */
  beginLinkCheck(head: LinkCheckHead): Promise<LinkRecord>;
  /** Ends it. Of earlier checks of the same start address only what was not ok is kept from now on. */
  endLinkCheck(id: string, end: LinkCheckEnd): Promise<void>;
  /** Everything that is kept of a check, by number. */
  recordedLinks(id: string): Promise<LinkBatch>;
  /** Earlier checks of the same start address, the newest first. */
  linkHistory(id: string, limit: number): Promise<PastLinkCheck[]>;

  /** Lets go of the database, and of the run that is going on, which can then be resumed. */
  close(): Promise<void>;
}
