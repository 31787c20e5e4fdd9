import { load } from 'cheerio';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { percent } from '../../scripts/bench/page/numbers.ts';
import { performancePage, performancePages } from '../../scripts/bench/page/performance-page.ts';
import { linearScale, logScale } from '../../scripts/bench/page/scale.ts';
import { shortfallsOf } from '../../scripts/bench/page/shortfalls.ts';
import { words } from '../../scripts/bench/page/svg.ts';
import { targetsOf } from '../../scripts/bench/page/targets.ts';
import { sampleResult } from './bench-sample.ts';

const result = sampleResult();

describe('the page', () => {
  const text = performancePage(result);

  test.for([
    ['the median, its ratio to the lower bound', '| gongkai | 6.00 | 2.00 × | 4.80 | 200 |'],
    ['how many runs there were', '| Crawlee | 60.0 | 20.0 × | 48.0 | 400 | 1.05 | 100 % | > 99.9 % | 1 |'],
    ['a tool that is not installed', '| Scrapy | – | – | – | – | – | – | – | 0: not installed |'],
    ['a tool that did not end', '0 of 1: did not end within 300 s'],
    ['growth', '| 20,000 | 12.0 | 180 | 20.0 | 240 |'],
    ['a wrong verdict by name', '| answers 200 | fine | doubtful | ✓ |'],
    ['the sum of right verdicts', '| **right, of 2** |  | **1** | **1** |'],
    ['the second night as a share of the first', '| 21 | 54 | 12.0 (20.0 %) | 7,000 (87.5 %) | 30.0 (30.0 %) |'],
    ['what the time goes to', '| parsing HTML | 3.00 | 75.0 % | `htmlparser2/dist/Tokenizer.js` (50.0 %) |'],
    ['the machine', 'Example CPU, 2 cores, 8 GB, linux 6.1, Node v24.0.0'],
  ])('tells %s', ([, wanted]) => expect(text).toContain(wanted));

  test('shows a picture for every chart there is', () => {
    const { 'docs/performance.md': page, ...charts } = performancePages(result);
    expect(Object.keys(charts)).toHaveLength(5);
    for (const file of Object.keys(charts)) expect(page).toContain(`(${file.replace('docs/', '')})`);
  });

  test('of a result without figures is a page without tables', () => {
    const nothing = { ...result, crawls: [], verdicts: null, nights: null, profile: null };
    expect(performancePage(nothing)).not.toMatch(/^\|/m);
    expect(Object.keys(performancePages(nothing))).toEqual(['docs/performance.md']);
  });
});

test('targets are met or not by the figures alone', () =>
  expect(targetsOf(result).map(({ wanted, met }) => [wanted.replaceAll('`', ''), met])).toEqual([
    ['5,000 pages at 0 ms within 2 × the time of bare', true],
    ['5,000 pages at 20 ms within 1.15 × the time of bare', false],
    ['5,000 pages at 0 ms sooner than every peer', true],
    ['5,000 pages at 20 ms sooner than every peer', false],
    ['20,000 pages in less than 250 MB', true],
    ['second night of the city below 25 % of the first’s bytes', false],
    ['second night of the city below 25 % of the first’s time', true],
  ]));

test('what peers do better is told, and nothing else', () =>
  expect(shortfallsOf(result)).toEqual([
    '5,000 pages at 20 ms, wall time: Crawlee 11.0 s; gongkai 12.0 s',
    '5,000 pages at 20 ms, CPU time: Crawlee 8.80 s; gongkai 9.60 s',
    'hard case “answers 200”: gongkai says doubtful; right: Crawlee',
  ]));

describe('charts', () => {
  test.for(Object.entries(performancePages(result)).filter(([file]) => file.endsWith('.svg')))('%s is well-formed', ([, svg]) => {
    expect(svg).not.toMatch(/NaN|Infinity|undefined|null/);
    expect(unclosedIn(svg)).toEqual([]);
    const $ = load(svg, { xml: true });
    expect($('svg > title').text()).not.toBe('');
    const [, , width, height] = $('svg').attr('viewBox')!.split(' ').map(Number);
    for (const rect of $('rect, text').toArray()) {
      expect(Number(rect.attribs.x ?? 0)).toBeLessThanOrEqual(width!);
      expect(Number(rect.attribs.y ?? 0)).toBeLessThanOrEqual(height!);
    }
  });

  test('words cannot become markup', () => expect(words('<b> & "c"', { x: 1 })).toBe('<text x="1">&lt;b&gt; &amp; &quot;c&quot;</text>'));

  test.for([
    ['linear', linearScale],
    ['logarithmic', logScale],
  ] as const)('on a %s axis all values have a place, the larger ones further on', ([, scaleFor]) => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.001, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 9 }), values => {
        const scale = scaleFor(values);
        const places = values.toSorted((one, other) => one - other).map(scale.place);
        expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
        expect(Math.max(...places)).toBeLessThanOrEqual(1 + 1e-9);
        expect(places).toEqual(places.toSorted((one, other) => one - other));
        expect(scale.marks.length).toBeGreaterThan(1);
      }),
    );
  });
});

test('no share is rounded to all or nothing', () => {
  expect([0, 0.0001, 0.5, 0.9999, 1].map(percent)).toEqual(['0 %', '< 0.1 %', '50.0 %', '> 99.9 %', '100 %']);
});

/** Elements that are opened and not closed in order; enough of a parser for what the writer can get wrong. */
function unclosedIn(svg: string): readonly string[] {
  const open: string[] = [];
  for (const [, closing, name, empty] of svg.matchAll(/<(\/?)([a-z]+)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (closing === '') {
      if (empty === '') open.push(name!);
    } else if (open.pop() !== name) return [...open, name!];
  }
  return open;
}
