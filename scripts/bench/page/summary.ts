import { type Run, type ToolId, type ToolRuns, toolTitles } from '../result.ts';
import { median } from '../statistics.ts';

/** What the runs of one tool come to: the median of each measure by itself, over the runs that ended well. */
export interface Summary {
  readonly tool: ToolId;
  readonly title: string;
  readonly runs: number;
  readonly done: number;
  /** Why not all runs ended well; null when they did. */
  readonly trouble: string | null;
  /** Null when no run ended well. */
  readonly figures: Figures | null;
}

/** A measure is null where it could not be taken. */
export interface Figures {
  readonly wallSeconds: number;
  readonly cpuSeconds: number | null;
  readonly peakMegabytes: number | null;
  readonly requestsPerAddress: number;
  readonly mostInFlight: number;
  readonly precision: number;
  readonly recall: number;
}

/** Pure. */
export function summaryOf({ tool, version, runs }: ToolRuns): Summary {
  const done = runs.filter(({ ended }) => ended === 'done');
  const trouble = version === null ? 'not installed' : (runs.find(({ detail }) => detail !== null)?.detail ?? null);
  return {
    tool,
    title: toolTitles[tool],
    runs: runs.length,
    done: done.length,
    trouble,
    figures: done.length === 0 ? null : figuresOf(done),
  };
}

function figuresOf(runs: readonly Run[]): Figures {
  const of = (read: (run: Run) => number): number => median(runs.map(read));
  const ifTaken = (read: (run: Run) => number | null): number | null => {
    const taken = runs.map(read).filter(value => value !== null);
    return taken.length === 0 ? null : median(taken);
  };
  return {
    wallSeconds: of(run => run.wallSeconds),
    cpuSeconds: ifTaken(run => run.cpuSeconds),
    peakMegabytes: ifTaken(run => run.peakMegabytes),
    requestsPerAddress: of(run => run.requestsPerAddress),
    mostInFlight: of(run => run.mostInFlight),
    precision: of(run => run.precision),
    recall: of(run => run.recall),
  };
}

/** Figures of one tool in one scenario; null when there are none. */
export const figuresIn = (tools: readonly ToolRuns[] | undefined, id: ToolId): Figures | null => {
  const runs = tools?.find(({ tool }) => tool === id);
  return runs === undefined ? null : summaryOf(runs).figures;
};
