import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Measured, measure } from './measure.ts';
import type { Report } from './reports.ts';
import type { Run } from './result.ts';
import type { Task, Tool } from './tools.ts';

/** One run of a tool, with its report when it could be read. */
export interface ToolRun extends Pick<Run, 'ended' | 'detail'> {
  readonly measured: Measured;
  readonly report: Report | null;
}

/** Runs a tool once in a fresh process and a fresh folder, which is removed afterwards. */
export async function runTool(tool: Tool, task: Task, timeLimitSeconds: number): Promise<ToolRun> {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-bench-'));
  try {
    const measured = await measure(tool.command(task), { folder, timeLimitSeconds });
    return { measured, ...judge(tool, measured, timeLimitSeconds) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function judge(tool: Tool, { ended, exitCode, output, complaint }: Measured, timeLimitSeconds: number): Omit<ToolRun, 'measured'> {
  const { report, trouble } = readReport(tool, output);
  if (ended === 'timed-out') return { ended, detail: `did not end within ${timeLimitSeconds} s`, report };
  const why = causeIn(complaint) ?? trouble;
  if (exitCode === null || !tool.goodExits.includes(exitCode))
    return { ended: 'failed', detail: `ended with code ${exitCode}: ${why}`, report };
  return report === null ? { ended: 'failed', detail: `no readable report: ${why}`, report } : { ended: 'done', detail: null, report };
}

function readReport(tool: Tool, output: string): { readonly report: Report | null; readonly trouble: string | null } {
  try {
    return { report: tool.read(output), trouble: null };
  } catch (error) {
    return { report: null, trouble: causeIn(String(error)) };
  }
}

/** The line that names the error, else the last one; short, and without the paths of this machine. Null when nothing was said. Pure. */
export function causeIn(complaint: string): string | null {
  const lines = complaint.trim().split('\n');
  const line = lines.find(one => /^\w*(?:Error|Exception|Warning)\b/.test(one)) ?? lines.at(-1);
  return line ? line.replaceAll(/(?:file:\/\/)?(?:\/[\w.@+-]+){2,}/g, '…').slice(0, 160) : null;
}
