import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scoreConfirmed, scoreUnit } from '../../src/assess/score-unit.ts';
import { type Outcome, outcomes } from '../../src/model/check.ts';
import { Scheme } from '../../src/model/scheme.ts';
import { finding, findings, type Outcomes } from './findings.ts';

const scheme = Scheme.parse({
  id: 'demo',
  title: '示例',
  source: '测试',
  minimumJudgedShare: 0.5,
  categories: [
    {
      id: 'content',
      title: '内容',
      points: 60,
      checks: [
        { id: 'guide', weight: 2 },
        { id: 'report', weight: 1 },
      ],
    },
    { id: 'site', title: '网站', points: 40, checks: [{ id: 'links', weight: 1 }] },
  ],
  bands: [
    { grade: '优秀', min: 90 },
    { grade: '合格', min: 60 },
    { grade: '不合格', min: 0 },
  ],
});

const score = (given: Outcomes) => scoreUnit(findings(given), scheme);

describe('scoreUnit', () => {
  test.for<{ name: string; given: Outcomes; value: number | null; grade: string | null; judged: number; asked: number }>([
    { name: 'all is well', given: { guide: 'pass', report: 'pass', links: 'pass' }, value: 100, grade: '优秀', judged: 3, asked: 3 },
    { name: 'all is missing', given: { guide: 'fail', report: 'fail', links: 'fail' }, value: 0, grade: '不合格', judged: 3, asked: 3 },
    {
      name: 'weights count within a category',
      given: { guide: 'pass', report: 'fail', links: 'pass' },
      value: 80,
      grade: '合格',
      judged: 3,
      asked: 3,
    },
    {
      name: 'points count between categories',
      given: { guide: 'pass', report: 'pass', links: 'fail' },
      value: 60,
      grade: '合格',
      judged: 3,
      asked: 3,
    },
    {
      name: 'a partial is worth half',
      given: { guide: 'partial', report: 'pass', links: 'pass' },
      value: 80,
      grade: '合格',
      judged: 3,
      asked: 3,
    },
    {
      name: 'unsure leaves the mean and stays asked',
      given: { guide: 'pass', report: 'unsure', links: 'pass' },
      value: 100,
      grade: '优秀',
      judged: 2,
      asked: 3,
    },
    {
      name: 'not applicable leaves both',
      given: { guide: 'pass', report: 'not-applicable', links: 'pass' },
      value: 100,
      grade: '优秀',
      judged: 2,
      asked: 2,
    },
    {
      name: 'a check without a finding is asked and not judged',
      given: { guide: 'pass', links: 'pass' },
      value: 100,
      grade: '优秀',
      judged: 2,
      asked: 3,
    },
    {
      name: 'a category without answers leaves the mean',
      given: { guide: 'pass', report: 'fail', links: 'unsure' },
      value: 66.7,
      grade: '合格',
      judged: 2,
      asked: 3,
    },
    {
      name: 'checks outside the scheme do not count',
      given: { guide: 'pass', report: 'pass', links: 'pass', extra: 'fail' },
      value: 100,
      grade: '优秀',
      judged: 3,
      asked: 3,
    },
    {
      name: 'too little judged: a score without a grade',
      given: { guide: 'unsure', report: 'unsure', links: 'pass' },
      value: 100,
      grade: null,
      judged: 1,
      asked: 3,
    },
    { name: 'nothing judged', given: { guide: 'unsure' }, value: null, grade: null, judged: 0, asked: 3 },
    {
      name: 'nothing applies',
      given: { guide: 'not-applicable', report: 'not-applicable', links: 'not-applicable' },
      value: null,
      grade: null,
      judged: 0,
      asked: 0,
    },
  ])('$name', ({ name: _, given, ...expected }) => {
    expect(score(given)).toMatchObject(expected);
  });

  test('every category is accounted for', () => {
    expect(score({ guide: 'pass', report: 'fail', links: 'unsure' })).toEqual({
      scheme: 'demo',
      value: 66.7,
      grade: '合格',
      judged: 2,
      asked: 3,
      categories: [
        { id: 'content', title: '内容', points: 60, score: 66.7, judged: 2, asked: 2 },
        { id: 'site', title: '网站', points: 40, score: null, judged: 0, asked: 1 },
      ],
    });
  });

  /** A scheme whose one category gives `passed` of `all` units of weight. */
  const valueFor = (passed: number, all: number) => {
    const checks = [
      { id: 'good', weight: passed },
      { id: 'bad', weight: all - passed },
    ];
    const bands = [
      { grade: '优秀', min: 90 },
      { grade: '良好', min: 75 },
      { grade: '不合格', min: 0 },
    ];
    const narrow = Scheme.parse({ id: 'x', title: 'x', source: 'x', categories: [{ id: 'x', title: 'x', points: 7, checks }], bands });
    const { value, grade } = scoreUnit(findings({ good: 'pass', bad: 'fail' }), narrow);
    return { value, grade };
  };

  test.for<{ name: string; passed: number; all: number; value: number; grade: string }>([
    { name: 'the lower bound belongs to the band', passed: 90, all: 100, value: 90, grade: '优秀' },
    { name: 'half is rounded up, and the grade is read off the rounded value', passed: 8995, all: 10_000, value: 90, grade: '优秀' },
    { name: 'less than half is rounded down', passed: 89_949, all: 100_000, value: 89.9, grade: '良好' },
    { name: 'half that binary fractions cannot hold is half all the same', passed: 0.7495, all: 1, value: 75, grade: '良好' },
    { name: 'just below', passed: 749_499, all: 1_000_000, value: 74.9, grade: '不合格' },
  ])('$name', ({ passed, all, value, grade }) => {
    expect(valueFor(passed, all)).toEqual({ value, grade });
  });

  test('the share that must be judged goes by points, over what applies to the unit', () => {
    const grade = (given: Outcomes) => score(given).grade;
    // 40 of 100 points judged, then 60 of 100: two thirds of the 60 would be 40 again.
    expect(grade({ links: 'pass' })).toBeNull();
    expect(grade({ guide: 'pass', report: 'pass' })).toBe('优秀');
    expect(grade({ guide: 'pass' })).toBeNull();
    expect(grade({ guide: 'pass', links: 'not-applicable' })).toBe('优秀');
  });

  test('exactly the share that must be judged is enough', () => {
    const half = Scheme.parse({ ...scheme, minimumJudgedShare: 0.8 });
    expect(scoreUnit(findings({ guide: 'pass', links: 'pass', report: 'unsure' }), half).grade).toBe('优秀');
    const more = Scheme.parse({ ...scheme, minimumJudgedShare: 0.81 });
    expect(scoreUnit(findings({ guide: 'pass', links: 'pass', report: 'unsure' }), more).grade).toBeNull();
  });
});

describe('what holds for any findings', () => {
  const anyOutcome = fc.constantFrom(...outcomes);
  const anyGiven = fc.record({ guide: anyOutcome, report: anyOutcome, links: anyOutcome });
  const anyCheck = fc.constantFrom<'guide' | 'report' | 'links'>('guide', 'report', 'links');
  const valueWith = (given: Outcomes, check: string, outcome: Outcome) => score({ ...given, [check]: outcome }).value;

  test('doing better never lowers the score', () => {
    fc.assert(
      fc.property(anyGiven, anyCheck, (given, check) => {
        const [failed, partly, passed] = (['fail', 'partial', 'pass'] as const).map(outcome => valueWith(given, check, outcome)!);
        expect(partly).toBeGreaterThanOrEqual(failed!);
        expect(passed).toBeGreaterThanOrEqual(partly!);
      }),
    );
  });

  test('unsure never costs: it is never below a fail, nor above a pass', () => {
    fc.assert(
      fc.property(anyGiven, anyCheck, (given, check) => {
        const unsure = valueWith(given, check, 'unsure');
        if (unsure === null) return;
        expect(unsure).toBeGreaterThanOrEqual(valueWith(given, check, 'fail')!);
        expect(unsure).toBeLessThanOrEqual(valueWith(given, check, 'pass')!);
      }),
    );
  });

  test('unsure and not applicable give the same value', () => {
    fc.assert(
      fc.property(anyGiven, anyCheck, (given, check) => valueWith(given, check, 'unsure') === valueWith(given, check, 'not-applicable')),
    );
  });

  test('weights count by proportion alone, and points too', () => {
    fc.assert(
      fc.property(anyGiven, fc.integer({ min: 1, max: 1000 }), (given, times) => {
        const larger: Scheme = {
          ...scheme,
          categories: scheme.categories.map(category => ({
            ...category,
            points: category.points * times,
            checks: category.checks.map(({ id, weight }) => ({ id, weight: weight * times })) as typeof category.checks,
          })),
        };
        const { value, grade } = scoreUnit(findings(given), larger);
        expect({ value, grade }).toEqual({ value: score(given).value, grade: score(given).grade });
      }),
    );
  });

  test('the order of the findings does not matter, and the value has one decimal', () => {
    fc.assert(
      fc.property(anyGiven, given => {
        const forwards = scoreUnit(findings(given), scheme);
        expect(scoreUnit(findings(given).toReversed(), scheme)).toEqual(forwards);
        if (forwards.value !== null) expect(Number(forwards.value.toFixed(1))).toBe(forwards.value);
      }),
    );
  });
});

describe('scoreConfirmed', () => {
  test('what one look alone has said costs nothing', () => {
    const given = [
      finding('guide', 'fail', 'provisional'),
      finding('report', 'partial', 'provisional'),
      finding('links', 'pass', 'settled'),
    ];
    expect(scoreUnit(given, scheme).value).toBe(50);
    expect(scoreConfirmed(given, scheme)).toMatchObject({ value: 100, judged: 1, asked: 3, grade: null });
  });

  test('what is confirmed costs', () => {
    const given = [finding('guide', 'fail', 'confirmed'), finding('report', 'pass', 'settled'), finding('links', 'pass', 'settled')];
    expect(scoreConfirmed(given, scheme)).toEqual(scoreUnit(given, scheme));
    expect(scoreConfirmed(given, scheme).value).toBe(60);
  });

  test('a provisional fail never leaves a unit worse off than a confirmed one', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...outcomes), { minLength: 2, maxLength: 2 }), ([report, links]) => {
        const others = findings({ report: report!, links: links! });
        const provisional = scoreConfirmed([finding('guide', 'fail', 'provisional'), ...others], scheme).value;
        const confirmed = scoreConfirmed([finding('guide', 'fail', 'confirmed'), ...others], scheme).value!;
        return provisional === null || provisional >= confirmed;
      }),
    );
  });
});
