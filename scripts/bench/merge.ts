import { type CrawlResult, crawlIds, type PerformanceResult, type ToolId, toolIds, type VerdictResult } from './result.ts';

/**
 * New figures laid over older ones, tool by tool. Older figures stay only where they can be compared: same machine and Node, and for a
 * scenario the same site, delay and concurrency (the same cases).
 */
export function merge(older: PerformanceResult | null, newer: PerformanceResult): PerformanceResult {
  if (older === null || !isSame(older.machine, newer.machine)) return newer;
  const crawls = crawlIds.flatMap(id => {
    const [before, now] = [older, newer].map(({ crawls }) => crawls.find(({ scenario }) => scenario === id));
    return mergeCrawl(before, now) ?? [];
  });
  return {
    machine: newer.machine,
    crawls,
    verdicts: mergeVerdicts(older.verdicts, newer.verdicts),
    nights: newer.nights ?? older.nights,
    profile: newer.profile ?? older.profile,
  };
}

function mergeCrawl(before: CrawlResult | undefined, now: CrawlResult | undefined): CrawlResult | undefined {
  if (before === undefined || now === undefined) return now ?? before;
  const { tools: beforeTools, ...beforeSite } = before;
  const { tools: nowTools, ...nowSite } = now;
  return isSame(beforeSite, nowSite) ? { ...now, tools: mergeTools(beforeTools, nowTools) } : now;
}

function mergeVerdicts(before: VerdictResult | null, now: VerdictResult | null): VerdictResult | null {
  if (before === null || now === null) return now ?? before;
  return isSame(before.cases, now.cases) ? { ...now, tools: mergeTools(before.tools, now.tools) } : now;
}

function mergeTools<T extends { readonly tool: ToolId }>(before: readonly T[], now: readonly T[]): readonly T[] {
  return toolIds.flatMap(id => [...now, ...before].find(({ tool }) => tool === id) ?? []);
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
