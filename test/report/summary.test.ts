import { expect, test } from 'vitest';
import { countOutcomes, entriesOf, findingsWith, meanScore, placesOf, rankByGroup, sharedFaults } from '../../src/report/summary.ts';
import { cityRun, education, empty, evidence, finance, finding, unreachable } from './sample.ts';

const scored = (name: string, value: number | null, group: string | null = 'A') => ({
  ...education,
  unit: { ...education.unit, id: name, name, group },
  score: { ...education.score, value },
});
const run = (...units: (typeof education)[]) => ({ ...cityRun, units });
const places = (...units: (typeof education)[]) =>
  rankByGroup(run(...units)).map(({ title, units: ranked }) => [
    title,
    ...ranked.map(({ place, report }) => `${place} ${report.unit.name}`),
  ]);

test('equal scores share a place and the next one is skipped', () => {
  expect(places(scored('a', 70), scored('b', 90), scored('c', 90), scored('d', 60))).toEqual([['A', '1 b', '1 c', '3 a', '4 d']]);
});

test('a unit without a score comes last and has no place, even behind zero', () => {
  expect(places(scored('a', null), scored('b', 0))).toEqual([['A', '1 b', 'null a']]);
});

test('units are ranked within their class only; those without one come last', () => {
  expect(places(scored('a', 10, null), scored('b', 20, 'X'), scored('c', 90, 'Y'))).toEqual([
    ['X', '1 b'],
    ['Y', '1 c'],
    ['未分组', '1 a'],
  ]);
  expect(places(scored('a', 10, null))).toEqual([['全部单位', '1 a']]);
});

test('the mean leaves out units without a score', () => {
  expect(meanScore(run(scored('a', 80), scored('b', null), scored('c', 60)))).toBe(70);
  expect(meanScore(run(unreachable, empty))).toBeNull();
});

test('counts every outcome', () => {
  expect(countOutcomes(finance.findings)).toEqual({ fail: 2, partial: 1, unsure: 2, pass: 26, 'not-applicable': 1 });
});

test('confirmed fails come before those that await a second look', () => {
  const list = (['provisional', 'confirmed', 'provisional', 'confirmed'] as const).map((standing, index) =>
    finding({ check: String(index), title: '', outcome: 'fail', standing }),
  );
  expect(findingsWith(list, 'fail').map(({ check }) => check)).toEqual(['1', '3', '0', '2']);
});

test('unclear findings with one cause are one entry; fails never merge', () => {
  const same = (check: string, outcome: 'unsure' | 'fail') => finding({ check, title: check, outcome, message: '超时' });
  expect(entriesOf([same('a', 'unsure'), same('b', 'unsure'), finding({ check: 'c', title: 'c', outcome: 'unsure' })])).toHaveLength(2);
  expect(entriesOf([same('a', 'fail'), same('b', 'fail'), same('b', 'fail')])).toHaveLength(3);
  expect(entriesOf(unreachable.findings)).toHaveLength(1);
});

test('a place is listed once, unless words or page differ', () => {
  const at = (url: string, quote: string | null = null) =>
    finding({ check: url, title: '', outcome: 'unsure', evidence: [evidence({ url, quote })] });
  expect(
    placesOf([at('http://a.example/'), at('http://a.example/'), at('http://b.example/'), at('http://a.example/', '原文')]),
  ).toHaveLength(3);
});

test('the check that most units fail comes first, with their names', () => {
  const [first, second] = sharedFaults(cityRun, 2);
  expect([first!.check, first!.units.length]).toEqual(['annual-report-current', 4]);
  expect(second!.units).toContain('明湖市财政局');
  expect(sharedFaults(run(education), 5)).toEqual([]);
});
