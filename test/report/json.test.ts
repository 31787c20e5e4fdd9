import { expect, test } from 'vitest';
import { renderRunJson, renderUnitJson } from '../../src/report/json.ts';
import { finance, hostile, hostileRun } from './sample.ts';

test('one unit has the shape that scripts outside rely on', () => {
  const value = JSON.parse(renderUnitJson(finance)) as Record<string, Record<string, unknown>>;
  expect(Object.keys(value)).toEqual(expect.arrayContaining(['tool', 'unit', 'snapshot', 'score', 'findings']));
  expect(Object.keys(value.tool!)).toEqual(['name', 'version', 'catalogue']);
  expect(Object.keys(value.unit!)).toEqual(expect.arrayContaining(['id', 'name', 'type', 'sites']));
  expect(Object.keys(value.snapshot!)).toEqual(
    expect.arrayContaining(['id', 'startedAt', 'finishedAt', 'vantage', 'pages', 'bytes', 'requests', 'stoppedBecause']),
  );
  expect(Object.keys(value.score!)).toEqual(expect.arrayContaining(['value', 'grade', 'judged', 'asked']));
  expect(value.findings).toEqual(finance.findings);
});

test.for([
  ['one unit', renderUnitJson(hostile), hostile],
  ['a run', renderRunJson(hostileRun), hostileRun],
] as const)('%s comes back as it was, and is harmless on a terminal', ([, text, value]) => {
  expect(JSON.parse(text)).toEqual(value);
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/u);
  expect(text.endsWith('}\n')).toBe(true);
});
