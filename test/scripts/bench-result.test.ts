import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cpuSecondsIn } from '../../scripts/bench/measure.ts';
import { merge } from '../../scripts/bench/merge.ts';
import { readOptions } from '../../scripts/bench/options.ts';
import { kilobytesIn } from '../../scripts/bench/process-memory.ts';
import { profileRows } from '../../scripts/bench/profile-rows.ts';
import { linesIn, readGongkai, readLinkchecker, readLinkinator } from '../../scripts/bench/reports.ts';
import { causeIn } from '../../scripts/bench/run-tool.ts';
import { agreementOf, median } from '../../scripts/bench/statistics.ts';
import { sampleResult } from './bench-sample.ts';

describe('median', () => {
  test.for([
    [[7], 7],
    [[9, 1, 5], 5],
    [[4, 1, 2, 10], 3],
  ] as const)('of %j is %d', ([values, wanted]) => expect(median(values)).toBe(wanted));

  test('of nothing there is none', () => expect(() => median([])).toThrow(RangeError));

  test('half of the values lie on either side', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), values => {
        const middle = median(values);
        const below = values.filter(value => value <= middle).length;
        const above = values.filter(value => value >= middle).length;
        expect(Math.min(below, above)).toBeGreaterThanOrEqual(values.length / 2);
      }),
    );
  });
});

describe('agreement with the truth', () => {
  const broken = new Set(['/missing', '/go/3']);
  const endOf = (path: string): string => (path === '/go/3' ? '/lost' : path);

  test.for([
    ['everything by its own name', ['/missing', '/go/3'], 1, 1],
    ['where a redirect ends counts as well', ['/missing', '/lost'], 1, 1],
    ['one missed', ['/missing'], 1, 0.5],
    ['one wrongly accused', ['/missing', '/go/3', '/fine', '/good'], 0.5, 1],
    ['nothing said', [], 1, 0],
  ] as const)('%s', ([, reported, precision, recall]) =>
    expect(agreementOf(new Set<string>(reported), broken, endOf)).toEqual({ precision, recall }),
  );
});

describe('reports', () => {
  test('lines of the own clients, without the one that was cut off', () =>
    expect(linesIn('{"broken":"http://a/1"}\n{"broken":"http://a/2"}\n{"bro').broken).toEqual(['http://a/1', 'http://a/2']));

  test('gongkai: unsure and suspect are doubtful', () =>
    expect(readGongkai('{"broken":[{"url":"b"}],"unsure":[{"url":"u"}],"suspect":[{"url":"s"}]}')).toEqual({
      broken: ['b'],
      doubtful: ['u', 's'],
    }));

  test('linkinator: JSON after its progress', () =>
    expect(readLinkinator('🏊 crawling\n{"links":[{"url":"b","state":"BROKEN"},{"url":"o","state":"OK"}]}').broken).toEqual(['b']));

  test('LinkChecker: the link as written, not where it ended; a warning is a doubt', () => {
    const rows = ['/a;http://h/;False;http://h/lost', '"/b;c";http://h/;True;http://h/b'];
    const csv = ['# created', 'urlname;parentname;valid;url', ...rows, '# Stopped checking at 1 (1 s)'].join('\n');
    expect(readLinkchecker(csv)).toEqual({ broken: ['http://h/a'], doubtful: ['http://h/b;c'] });
    expect(() => readLinkchecker(csv.split('\n').slice(0, -1).join('\n'))).toThrow();
  });
});

test('CPU time is that of the children, not of the shell', () => {
  expect(cpuSecondsIn('0m9.00s 0m9.00s\n1m2.500s 0m0.25s\n')).toBe(62.75);
  expect(cpuSecondsIn('')).toBeNull();
});

test('memory from a status of the kernel; a process that is gone has none', () => {
  expect(kilobytesIn('Name:\tnode\nVmHWM:\t  2048 kB\nVmRSS:\t  1024 kB\n')).toEqual({ now: 1024, peak: 2048 });
  expect(kilobytesIn('')).toEqual({ now: 0, peak: 0 });
});

test('the cause of a failure is the line with the error, without paths of the machine', () => {
  expect(causeIn('throw er\n\nTypeError: terminated\n    at x (/home/somebody/a.js:1:2)\n\nNode.js v24')).toBe('TypeError: terminated');
  expect(causeIn('Traceback\n  File "/usr/lib/a.py"\nImportError: no /usr/lib/python3/b.so')).toBe('ImportError: no …');
  expect(causeIn('')).toBeNull();
});

test('a profile: self time goes to the file of the frame, or of its caller', () => {
  const frame = (functionName: string, url = '') => ({ functionName, url });
  const nodes = [
    { id: 1, callFrame: frame('(root)'), children: [2, 3, 5, 6] },
    { id: 2, callFrame: frame('(idle)') },
    { id: 3, callFrame: frame('write', 'file:///home/me/gongkai/node_modules/htmlparser2/dist/Tokenizer.js'), children: [4] },
    { id: 4, callFrame: frame('toString') },
    { id: 5, callFrame: frame('(garbage collector)') },
    { id: 6, callFrame: frame('run', 'file:///home/me/gongkai/src/crawl/link-crawl.ts') },
  ];
  const profile = { nodes, samples: [2, 3, 4, 5, 6], timeDeltas: [5e6, 2e6, 1e6, 1.5e6, 0.5e6] };
  const { rows, idleSeconds } = profileRows([profile], '/home/me/gongkai');
  expect(idleSeconds).toBe(5);
  expect(rows.map(({ part, seconds, file }) => [part.split(':')[0], seconds, file])).toEqual([
    ['parsing HTML', 3, 'htmlparser2/dist/Tokenizer.js'],
    ['garbage collection', 1.5, null],
    ['the crawl itself', 0.5, 'src/crawl/link-crawl.ts'],
  ]);
});

describe('merge', () => {
  const result = sampleResult();
  const [crawl] = result.crawls;
  const anew = { ...crawl!, tools: crawl!.tools.slice(0, 1).map(one => ({ ...one, measuredOn: '2026-12-01' })) };
  const partial = { ...result, crawls: [anew], verdicts: null, nights: null, profile: null };

  test('one tool anew, everything else stays', () => {
    const merged = merge(result, partial);
    expect(merged.crawls).toHaveLength(result.crawls.length);
    expect(merged.crawls[0]!.tools.map(({ measuredOn }) => measuredOn)).toEqual([
      '2026-12-01',
      ...crawl!.tools.slice(1).map(() => '2026-11-22'),
    ]);
    expect(merged.verdicts).toEqual(result.verdicts);
  });

  test('figures of another site or machine cannot stand beside new ones', () => {
    expect(merge(result, { ...partial, crawls: [{ ...anew, pages: 9 }] }).crawls[0]!.tools).toHaveLength(1);
    const elsewhere = { ...partial, machine: { ...result.machine, cores: 64 } };
    expect(merge(result, elsewhere)).toEqual(elsewhere);
  });

  test('the first result is taken as it is', () => expect(merge(null, result)).toEqual(result));
});

describe('options', () => {
  test('a choice comes in the known order', () => expect(readOptions(['--tool', 'scrapy,bare']).tools).toEqual(['bare', 'scrapy']));
  test.for([
    [['--tool', 'wget'], /"wget" is none of bare/],
    [['--pages', '0'], /--pages: "0"/],
    [['--runs', '2.5'], /--runs/],
    [['--nonsense'], /nonsense/],
  ] as const)('%j is refused', ([args, message]) => expect(() => readOptions(args)).toThrow(message));
});
