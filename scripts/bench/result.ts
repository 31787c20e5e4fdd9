/** Who can take part. `bare` is no link checker but the lower bound: the same requests and one parse per page, nothing kept. */
export const toolTitles = {
  bare: 'bare',
  gongkai: 'gongkai',
  crawlee: 'Crawlee',
  linkinator: 'linkinator',
  'broken-link-checker': 'broken-link-checker',
  scrapy: 'Scrapy',
  linkchecker: 'LinkChecker',
} as const;
export type ToolId = keyof typeof toolTitles;
export const toolIds = Object.keys(toolTitles) as readonly ToolId[];

/** Which machine; nothing that tells whose. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGigabytes: number;
  readonly system: string;
  readonly node: string;
}

/** One run of one tool over one site. */
export interface Run {
  readonly ended: 'done' | 'failed' | 'timed-out';
  /** What went wrong; null when nothing did. */
  readonly detail: string | null;
  readonly wallSeconds: number;
  readonly cpuSeconds: number | null;
  /** MB of 10⁶ bytes. */
  readonly peakMegabytes: number | null;
  /** As the server saw it. */
  readonly requestsPerAddress: number;
  readonly mostInFlight: number;
  /** Share of what was called broken that is, and of what is broken that was called so; 0–1. */
  readonly precision: number;
  readonly recall: number;
}

/** The runs of one tool in one scenario, on one day. */
export interface ToolRuns {
  readonly tool: ToolId;
  /** Null when it is not installed; then there are no runs. */
  readonly version: string | null;
  /** ISO day. */
  readonly measuredOn: string;
  readonly runs: readonly Run[];
}

export const crawlIds = ['no-delay', 'delay', 'small', 'large'] as const;
export type CrawlId = (typeof crawlIds)[number];

/** One site, crawled by several tools. */
export interface CrawlResult {
  readonly scenario: CrawlId;
  readonly pages: number;
  /** Different addresses that are linked to, and those of them that are broken. */
  readonly addresses: number;
  readonly broken: number;
  readonly delayMilliseconds: number;
  readonly concurrency: number;
  readonly tools: readonly ToolRuns[];
}

/** What a tool made of an address: it may also never have asked for it, or have ended without a report. */
export type Verdict = 'fine' | 'broken' | 'doubtful' | 'not asked' | 'no report';

/** `ended` and `detail`: of the run over all cases together. */
export interface ToolVerdicts {
  readonly tool: ToolId;
  readonly version: string | null;
  readonly measuredOn: string;
  readonly ended: Run['ended'];
  readonly detail: string | null;
  readonly wallSeconds: number;
  /** Case id → verdict. After a failed run each case was judged in a run of its own. */
  readonly verdicts: Readonly<Record<string, Verdict>>;
}

/** The hard cases, with what a careful person accepts as right. */
export interface VerdictResult {
  readonly cases: readonly { readonly id: string; readonly title: string; readonly right: readonly Verdict[] }[];
  readonly timeLimitSeconds: number;
  readonly tools: readonly ToolVerdicts[];
}

/** One night of the simulated city, counted where the city is served. */
export interface NightFigures {
  readonly night: number;
  readonly units: number;
  readonly seconds: number;
  readonly requests: number;
  /** Bytes that left the city, heads included. */
  readonly bytes: number;
}

/** `runs`: each the same two nights anew, with a folder of its own. */
export interface NightsResult {
  readonly measuredOn: string;
  readonly runs: readonly (readonly NightFigures[])[];
}

/** One part of the program in a CPU profile. */
export interface ProfileRow {
  readonly part: string;
  readonly seconds: number;
  /** The file with the largest part of it; null when it is no file. */
  readonly file: string | null;
  readonly fileSeconds: number;
}

export interface ProfileResult {
  readonly measuredOn: string;
  readonly pages: number;
  readonly concurrency: number;
  /** Largest first; idle time is not among them. */
  readonly rows: readonly ProfileRow[];
  readonly idleSeconds: number;
}

/** docs/performance.json: the one value from which docs/performance.md and its charts are made. */
export interface PerformanceResult {
  readonly machine: Machine;
  readonly crawls: readonly CrawlResult[];
  readonly verdicts: VerdictResult | null;
  readonly nights: NightsResult | null;
  readonly profile: ProfileResult | null;
}
