import { type ToolId, type ToolVerdicts, toolIds, type Verdict, type VerdictResult } from './result.ts';
import { runTool } from './run-tool.ts';
import { serve } from './serve.ts';
import { today } from './today.ts';
import { findTool, type Task, type Tool } from './tools.ts';
import { type VerdictCase, verdictCases } from './verdict-cases.ts';
import { answerCases, verdictsIn } from './verdict-site.ts';

export interface VerdictPlan {
  readonly tools: readonly ToolId[];
  readonly timeLimitSeconds: number;
  readonly tell: (line: string) => void;
}

/** Sends every tool but `bare` over the hard cases, each to a server of its own and all at once: time does not count here. */
export async function runVerdicts({ tools, timeLimitSeconds, tell }: VerdictPlan): Promise<VerdictResult> {
  const judged = toolIds.filter(id => id !== 'bare' && tools.includes(id));
  const results = await Promise.all(
    judged.map(async id => {
      const result = await judgeBy(id, timeLimitSeconds);
      tell(`verdicts ${id}: ${result.detail ?? `${result.wallSeconds} s`}`);
      return result;
    }),
  );
  return { cases: verdictCases.map(({ id, title, right }) => ({ id, title, right })), timeLimitSeconds, tools: results };
}

async function judgeBy(id: ToolId, timeLimitSeconds: number): Promise<ToolVerdicts> {
  const tool = findTool(id);
  if (tool === null) return { ...notInstalled, tool: id, measuredOn: today() };
  const together = await judge(tool, verdictCases, { timeLimitSeconds, repeatErrors: 'yes' });
  const verdicts = together.ended === 'failed' ? await judgeOneByOne(tool, timeLimitSeconds) : together.verdicts;
  return { ...together, tool: tool.id, version: tool.version, measuredOn: today(), verdicts };
}

/** One answer that a tool does not survive is not to hide what it makes of the others. */
async function judgeOneByOne(tool: Tool, timeLimitSeconds: number): Promise<ToolVerdicts['verdicts']> {
  const waiting = [...verdictCases];
  const verdicts: Record<string, Verdict> = {};
  const work = async (): Promise<void> => {
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop())
      Object.assign(verdicts, await judgeAlone(tool, one, timeLimitSeconds));
  };
  await Promise.all(Array.from({ length: 4 }, work));
  return verdicts;
}

/** The best of a few runs: linkinator often ends without a report when it waits for nothing but a repetition. */
async function judgeAlone(tool: Tool, one: VerdictCase, timeLimitSeconds: number): Promise<ToolVerdicts['verdicts']> {
  for (const repeatErrors of ['yes', 'yes'] as const) {
    const { ended, verdicts } = await judge(tool, [one], { timeLimitSeconds, repeatErrors });
    if (ended !== 'failed') return verdicts;
  }
  return (await judge(tool, [one], { timeLimitSeconds, repeatErrors: 'no' })).verdicts;
}

async function judge(
  tool: Tool,
  cases: readonly VerdictCase[],
  { timeLimitSeconds, repeatErrors }: { readonly timeLimitSeconds: number } & Pick<Task, 'repeatErrors'>,
): Promise<Pick<ToolVerdicts, 'ended' | 'detail' | 'wallSeconds' | 'verdicts'>> {
  const server = await serve(answerCases(cases));
  try {
    const task = { startUrl: `${server.origin}/`, concurrency: 4, repeatErrors };
    const { measured, report, ended, detail } = await runTool(tool, task, timeLimitSeconds);
    const verdicts = verdictsIn(cases, { report, origin: server.origin, asked: server.seen.addresses });
    return { ended, detail, wallSeconds: Math.round(measured.wallSeconds), verdicts };
  } finally {
    server.close();
  }
}

const notInstalled = { version: null, ended: 'failed', detail: 'not installed', wallSeconds: 0, verdicts: {} } as const;
