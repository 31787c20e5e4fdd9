import fc from 'fast-check';
import { outcomes } from '../../src/model/check.ts';
import { type Finding, standingTitles } from '../../src/model/finding.ts';
import { itemKeys } from '../../src/model/item.ts';
import { severities } from '../../src/model/severity.ts';

/** Any text that UTF-8 can write, without NUL: what every database keeps. */
const text = fc.string({ unit: 'binary' }).map(string => string.replaceAll('\0', ''));
/** Inside JSON nothing is lost: control characters, NUL and halves of surrogate pairs come back too. */
const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\0', '\uD800', '"; drop table finding; --', '\u2028'));
const nullable = (of: fc.Arbitrary<string>) => fc.option(of, { nil: null });

/** JSON has neither NaN, nor infinity, nor a zero below zero. */
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map(value => value + 0);

const evidence = fc.record({
  url: anyText,
  finalUrl: anyText,
  foundOn: nullable(anyText),
  anchorText: nullable(anyText),
  quote: nullable(anyText),
  rejectedBecause: nullable(anyText),
  fetchedAt: fc.constant('2026-11-20T18:00:01.500Z'),
  bodySha256: nullable(anyText),
  screenshot: nullable(anyText),
});

const parts = fc.record({ names: fc.array(anyText, { maxLength: 3 }), least: fc.nat() });

const anyWholeFault: fc.Arbitrary<Finding> = fc.record({
  check: text,
  item: fc.option(fc.constantFrom(...itemKeys), { nil: null }),
  title: text,
  outcome: fc.constantFrom(...outcomes),
  standing: fc.constantFrom(...(Object.keys(standingTitles) as (keyof typeof standingTitles)[])),
  message: text,
  cause: nullable(text),
  measured: fc.dictionary(anyText, fc.oneof(anyText, number, fc.constant(null))),
  evidence: fc.array(evidence, { maxLength: 3 }),
  severity: fc.constantFrom(...severities),
  basis: text,
  remedy: text,
});

const anyFinding = fc.oneof(
  anyWholeFault,
  fc.tuple(anyWholeFault, parts).map(([finding, parts]): Finding => ({ ...finding, parts })),
);

/** What one unit may be told: any findings, each check once. */
export const anyFindings = fc.uniqueArray(anyFinding, { selector: ({ check }) => check, maxLength: 8 });
