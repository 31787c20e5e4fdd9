import type { CrawlScenario } from './crawl-scenarios.ts';
import type { CrawlResult, Run, ToolId } from './result.ts';
import { runTool } from './run-tool.ts';
import { serve } from './serve.ts';
import { answerFrom } from './serve-site.ts';
import { type BenchSite, makeSite } from './site.ts';
import { agreementOf } from './statistics.ts';
import { today } from './today.ts';
import { findTool, type Tool } from './tools.ts';

export interface CrawlPlan {
  readonly scenario: CrawlScenario;
  /** Only these, of those that take part in the scenario. */
  readonly tools: readonly ToolId[];
  readonly concurrency: number;
  readonly runs: number;
  readonly timeLimitSeconds: number;
  /** A tool whose first run took longer is not run again. */
  readonly patienceSeconds: number;
  readonly tell: (line: string) => void;
}

/** Runs every tool of a scenario, in rounds, so that a slow quarter of an hour of the machine hits all of them and not one. */
export async function runCrawl(plan: CrawlPlan): Promise<CrawlResult> {
  const { scenario, concurrency, tell } = plan;
  const site = makeSite(scenario.pages);
  const contestants = scenario.tools.filter(id => plan.tools.includes(id)).map(id => ({ id, tool: findTool(id), runs: [] as Run[] }));
  for (let round = 1; round <= plan.runs; round++) {
    for (const { id, tool, runs } of contestants) {
      if (tool === null || runs.some(({ ended, wallSeconds }) => ended !== 'done' || wallSeconds > plan.patienceSeconds)) continue;
      const run = await runOnce(tool, site, plan);
      runs.push(run);
      tell(`${scenario.id} ${round}/${plan.runs} ${id}: ${run.detail ?? `${run.wallSeconds} s, ${run.peakMegabytes} MB`}`);
    }
  }
  return {
    scenario: scenario.id,
    pages: scenario.pages,
    addresses: site.linked.size,
    broken: site.broken.size,
    delayMilliseconds: scenario.delayMilliseconds,
    concurrency,
    tools: contestants.map(({ id, tool, runs }) => ({ tool: id, version: tool?.version ?? null, measuredOn: today(), runs })),
  };
}

async function runOnce(tool: Tool, site: BenchSite, { scenario, concurrency, timeLimitSeconds }: CrawlPlan): Promise<Run> {
  const server = await serve(answerFrom(site, scenario.delayMilliseconds));
  try {
    const task = { startUrl: `${server.origin}/`, concurrency, repeatErrors: 'no' } as const;
    const { measured, report, ended, detail } = await runTool(tool, task, timeLimitSeconds);
    const reported = new Set((report?.broken ?? []).map(url => url.slice(server.origin.length)));
    const { requests, addresses, mostInFlight } = server.seen;
    const { precision, recall } = agreementOf(reported, site.broken, site.endOf);
    return {
      ended,
      detail,
      wallSeconds: rounded(measured.wallSeconds),
      cpuSeconds: measured.cpuSeconds === null ? null : rounded(measured.cpuSeconds),
      peakMegabytes: measured.peakMegabytes === null ? null : Math.round(measured.peakMegabytes),
      requestsPerAddress: rounded(requests / Math.max(1, addresses.size)),
      mostInFlight,
      precision,
      recall,
    };
  } finally {
    server.close();
  }
}

const rounded = (value: number): number => Math.round(value * 100) / 100;
