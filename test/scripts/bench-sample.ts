import type { CrawlId, CrawlResult, PerformanceResult, Run, ToolId, ToolRuns } from '../../scripts/bench/result.ts';

/** A small invented result: gongkai misses one of its targets, one tool is not installed, one never ended. */
export function sampleResult(): PerformanceResult {
  return {
    machine: { cpu: 'Example CPU', cores: 2, memoryGigabytes: 8, system: 'linux 6.1', node: 'v24.0.0' },
    crawls: [
      crawl('no-delay', 5000, 0, [
        runsOf('bare', [run(2, 100), run(4, 120), run(3, 110)]),
        runsOf('gongkai', [run(5, 200), run(7, 190), run(6, 210)]),
        runsOf('crawlee', [run(60, 400)]),
        { ...runsOf('scrapy', []), version: null },
        runsOf('linkchecker', [{ ...run(300, 80), ended: 'timed-out', detail: 'did not end within 300 s' }]),
      ]),
      crawl('delay', 5000, 20, [runsOf('bare', [run(10, 100)]), runsOf('gongkai', [run(12, 200)]), runsOf('crawlee', [run(11, 400)])]),
      crawl('large', 20_000, 0, [runsOf('bare', [run(12, 180)]), runsOf('gongkai', [run(20, 240)])]),
    ],
    verdicts: {
      cases: [
        { id: 'plain', title: 'answers 200', right: ['fine'] },
        { id: 'soft-404', title: 'soft 404', right: ['broken', 'doubtful'] },
      ],
      timeLimitSeconds: 120,
      tools: [
        verdictsOf('gongkai', { plain: 'doubtful', 'soft-404': 'doubtful' }),
        verdictsOf('crawlee', { plain: 'fine', 'soft-404': 'fine' }),
      ],
    },
    nights: {
      measuredOn: '2026-11-22',
      runs: [
        [
          { night: 20, units: 54, seconds: 60, requests: 8000, bytes: 100e6 },
          { night: 21, units: 54, seconds: 12, requests: 7000, bytes: 30e6 },
        ],
        [
          { night: 20, units: 54, seconds: 61, requests: 8000, bytes: 101e6 },
          { night: 21, units: 54, seconds: 40, requests: 7001, bytes: 31e6 },
        ],
        [
          { night: 20, units: 54, seconds: 50, requests: 7999, bytes: 99e6 },
          { night: 21, units: 54, seconds: 11, requests: 6999, bytes: 29e6 },
        ],
      ],
    },
    profile: {
      measuredOn: '2026-11-22',
      pages: 5000,
      concurrency: 20,
      rows: [
        { part: 'parsing HTML', seconds: 3, file: 'htmlparser2/dist/Tokenizer.js', fileSeconds: 2 },
        { part: 'garbage collection', seconds: 1, file: null, fileSeconds: 1 },
      ],
      idleSeconds: 0.5,
    },
  };
}

const run = (wallSeconds: number, peakMegabytes: number): Run => ({
  ended: 'done',
  detail: null,
  wallSeconds,
  cpuSeconds: wallSeconds * 0.8,
  peakMegabytes,
  requestsPerAddress: 1.05,
  mostInFlight: 20,
  precision: 1,
  recall: 0.9999,
});

const runsOf = (tool: ToolId, runs: readonly Run[]): ToolRuns => ({ tool, version: '1.2.3', measuredOn: '2026-11-22', runs });

const crawl = (scenario: CrawlId, pages: number, delayMilliseconds: number, tools: readonly ToolRuns[]): CrawlResult => ({
  scenario,
  pages,
  addresses: 2 * pages,
  broken: pages,
  delayMilliseconds,
  concurrency: 20,
  tools,
});

const verdictsOf = (tool: ToolId, verdicts: Readonly<Record<string, 'fine' | 'broken' | 'doubtful'>>) =>
  ({ tool, version: '1.2.3', measuredOn: '2026-11-22', ended: 'done', detail: null, wallSeconds: 40, verdicts }) as const;
