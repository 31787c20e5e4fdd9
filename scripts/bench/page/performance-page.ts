import { page } from '../../docs/markdown.ts';
import { type CrawlResult, type PerformanceResult, toolIds, toolTitles } from '../result.ts';
import { chartFiles, chartsOf } from './charts.ts';
import { whole } from './numbers.ts';
import { profileTable } from './profile-table.ts';
import { shortfallsOf } from './shortfalls.ts';
import { crawlTable, growthTable, nightsTable, targetTable, verdictTable, verdictTroubles } from './tables.ts';
import { crawlOf, targetsOf } from './targets.ts';

/** Path from the root of the project → text: the page and its charts. Pure. */
export function performancePages(result: PerformanceResult): Readonly<Record<string, string>> {
  const charts = Object.entries(chartsOf(result)).map(([file, svg]) => [`docs/images/${file}`, svg]);
  return { 'docs/performance.md': performancePage(result), ...Object.fromEntries(charts) };
}

/** docs/performance.md. Every sentence with a figure in it follows from the result. Pure. */
export function performancePage(result: PerformanceResult): string {
  const charts = chartsOf(result);
  const image = (file: string, alt: string): string => (charts[file] === undefined ? '' : `![${alt}](images/${file})`);
  const [noDelay, delay] = [crawlOf(result, 'no-delay'), crawlOf(result, 'delay')];
  const growth = (['small', 'no-delay', 'large'] as const).map(id => crawlOf(result, id)).filter(crawl => crawl !== undefined);
  const { verdicts, nights, profile } = result;
  return page([
    '<!-- Generated from docs/performance.json by `npm run bench -- --write` or `npm run docs`. Do not edit. -->',
    '# Performance',
    introduction(result),
    ...section('What was asked for', targetsOf(result), targets => [targetTable(targets)]),
    ...section('Many pages, answers at once', noDelay, crawl => [
      siteLine(crawl),
      image(chartFiles.noDelay, 'Time without a delay'),
      crawlTable(crawl),
    ]),
    ...section('The same with a delay before each answer', delay, crawl => [
      siteLine(crawl),
      image(chartFiles.delay, 'Time with a delay'),
      crawlTable(crawl),
    ]),
    ...section('Memory', growth, crawls => [
      image(chartFiles.memory, 'Peak memory'),
      image(chartFiles.growth, 'Memory as the site grows'),
      growthTable(crawls),
    ]),
    ...section('Hard cases', verdicts, found => [aboutVerdicts, verdictTable(found), verdictTroubles(found).join('\n')]),
    ...section('The second night', nights, found => [`${aboutNights} Runs: ${found.runs.length}.`, nightsTable(found)]),
    ...section('What the time goes to', profile, found => [
      aboutProfile,
      image(chartFiles.profile, 'What the time goes to'),
      profileTable(found),
    ]),
    '## Where gongkai is not the best',
    list(shortfallsOf(result), 'In none of the figures above.'),
  ]);
}

/** Nothing when there is nothing to show. */
function section<T>(title: string, subject: T | null | undefined, parts: (subject: T) => readonly string[]): readonly string[] {
  if (subject == null || (Array.isArray(subject) && subject.length === 0)) return [];
  return [`## ${title}`, ...parts(subject)];
}

const list = (lines: readonly string[], otherwise: string): string =>
  lines.length === 0 ? otherwise : lines.map(line => `- ${line}`).join('\n');

function introduction(result: PerformanceResult): string {
  const { cpu, cores, memoryGigabytes, system, node } = result.machine;
  return [
    '`gongkai links` against the other checkers of links, on sites that the bench makes and serves itself on loopback, with the same number of requests under way for all. `bare` is no checker but the lower bound: it sends the same requests, parses each page once and keeps nothing. How it is measured, what each column means and how to repeat it: [scripts/bench](../scripts/bench/README.md).',
    '',
    `- ${daysOf(result)} on ${cpu}, ${cores} cores, ${memoryGigabytes} GB, ${system}, Node ${node}; the server shares the machine`,
    `- ${versionsOf(result)}`,
  ].join('\n');
}

function daysOf({ crawls, verdicts, nights, profile }: PerformanceResult): string {
  const days = [...crawls.flatMap(({ tools }) => tools), ...(verdicts?.tools ?? []), nights, profile]
    .flatMap(one => one?.measuredOn ?? [])
    .toSorted();
  const [first, last] = [days[0], days.at(-1)];
  return first === last ? `measured ${first ?? 'never'}` : `measured ${first} to ${last}`;
}

function versionsOf({ crawls, verdicts }: PerformanceResult): string {
  const entries = [...crawls.flatMap(({ tools }) => tools), ...(verdicts?.tools ?? [])];
  return toolIds
    .map(id => {
      const version = entries.find(({ tool, version: known }) => tool === id && known !== null)?.version;
      return `${toolTitles[id]} ${version === undefined || version === null ? '(did not take part)' : id === 'bare' ? `(${version})` : version}`;
    })
    .join(' · ');
}

const siteLine = ({ pages, addresses, broken, delayMilliseconds, concurrency }: CrawlResult): string =>
  `${whole(pages)} pages of about 20 KB with 50 links each, ${whole(addresses)} addresses of which ${whole(broken)} are broken, ${delayMilliseconds} ms before each answer, ${concurrency} requests under way.`;

const aboutVerdicts =
  'One address each, every tool on a server of its own. ✓: the verdict is one that a careful person would sign; else what the tool said. A wall proves nothing about the page behind it, so that neither “broken” nor “fine” is right. Most tools know only these two words.';
const aboutNights =
  'The simulated city, audited on two nights that follow each other with one data folder; the city is served by a process of its own, which counts. Medians; in brackets: share of the first night.';
const aboutProfile =
  'Samples of V8’s profiler during `gongkai links` without a delay, all threads, idle time left out; a native call counts for the part that makes it. In brackets: share of the whole.';
