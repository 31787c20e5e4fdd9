import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readRoster } from '../../src/config/roster.ts';
import { shipped } from '../../src/package.ts';

const PublishedGrades = z.strictObject({
  title: z.string(),
  source: z.string().includes('穗府办〔2012〕41号'),
  roster: z.literal('guangzhou-2011'),
  year: z.literal(2011),
  bands: z.array(z.strictObject({ grade: z.string(), min: z.number() })),
  grades: z.array(z.strictObject({ unit: z.string(), grade: z.enum(['优秀', '良好', '合格', '不合格']) })),
});

const units = await readRoster(shipped('data/rosters/guangzhou-2011.yaml'));
const published = PublishedGrades.parse(parse(readFileSync(shipped('data/published/guangzhou-2011-grades.yaml'), 'utf8')));
const gradeOf = new Map(published.grades.map(({ unit, grade }) => [unit, grade]));

test('56 units were judged, none with a web address in the document', () => {
  expect(units).toHaveLength(56);
  expect(units.filter(({ sites }) => sites.length > 0)).toEqual([]);
});

test('every unit has one published grade, and nobody else has', () => {
  expect(published.grades.map(({ unit }) => unit).sort()).toEqual(units.map(({ id }) => id).sort());
});

test.for([
  { group: '区（县级市）政府', type: 'county', counts: [3, 8, 1, 0] },
  { group: '一类部门', type: 'department', counts: [4, 27, 3, 0] },
  { group: '二类部门', type: 'department', counts: [0, 2, 7, 1] },
] as const)('$group: the annex agrees with the figures in the text', ({ group, type, counts }) => {
  const members = units.filter(unit => unit.group === group);
  expect(new Set(members.map(unit => unit.type))).toEqual(new Set([type]));
  expect(['优秀', '良好', '合格', '不合格'].map(grade => members.filter(({ id }) => gradeOf.get(id) === grade).length)).toEqual(counts);
});

test('the bands are closed at their lower ends: 90, 75, 60', () => {
  expect(published.bands).toEqual([
    { grade: '优秀', min: 90 },
    { grade: '良好', min: 75 },
    { grade: '合格', min: 60 },
    { grade: '不合格', min: 0 },
  ]);
});
