import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Outcome, outcomes } from '../../src/model/check.ts';
import type { Finding, Standing } from '../../src/model/finding.ts';
import type { JudgedLook } from '../../src/model/judgement.ts';
import { settle } from '../../src/standing/settle.ts';

const finding = (outcome: Outcome, changes: Partial<Finding> = {}): Finding => ({
  check: 'disclosure-guide',
  item: 'guide',
  title: '已发布政府信息公开指南',
  outcome,
  standing: 'provisional',
  message: '甲。',
  cause: outcome === 'pass' ? null : 'absent',
  measured: {},
  evidence: [],
  severity: 'deduction',
  basis: '条例第十二条',
  remedy: '补上。',
  ...changes,
});

/** Hours before the present look, and what was found then. */
const look = (hoursAgo: number, ...findings: Finding[]): JudgedLook => ({
  snapshotId: `snapshot-${hoursAgo}`,
  lookedAt: new Date(Date.parse('2026-11-20T02:00:00Z') - hoursAgo * 3_600_000).toISOString(),
  findings,
});

const standingAfter = (now: Finding, ...earlier: JudgedLook[]): Standing => settle(look(0, now), earlier)[0]!.standing;

test.for([
  ['deduction', 'confirmed'],
  ['advisory', 'confirmed'],
  ['person', 'provisional'],
  ['veto', 'provisional'],
] as const)('a fault that was found on two nights, of the sort %s, is %s', ([severity, standing]) => {
  expect(standingAfter(finding('fail', { severity }), look(24, finding('fail', { severity })))).toBe(standing);
});

describe('a fault that is made of parts', () => {
  const links = (outcome: 'fail' | 'partial', least: number, ...names: string[]) =>
    finding(outcome, { cause: 'broken-links', parts: { names, least } });

  test.for<{ sentence: string; now: Finding; earlier: JudgedLook[]; standing: Standing }>([
    {
      sentence: 'the same link broken on two nights confirms it',
      now: links('partial', 1, 'a', 'b'),
      earlier: [look(24, links('partial', 1, 'b'))],
      standing: 'confirmed',
    },
    {
      sentence: 'other links broken on the other night confirm nothing',
      now: links('partial', 1, 'a'),
      earlier: [look(24, links('partial', 1, 'b'))],
      standing: 'provisional',
    },
    {
      sentence: 'as many must have been met before as make the outcome',
      now: links('fail', 3, 'a', 'b', 'c'),
      earlier: [look(24, links('fail', 3, 'a', 'b', 'x'))],
      standing: 'provisional',
    },
    {
      sentence: 'each on a night of its own will do',
      now: links('fail', 3, 'a', 'b', 'c'),
      earlier: [look(24, links('fail', 3, 'a', 'b', 'x')), look(48, links('partial', 1, 'c'))],
      standing: 'confirmed',
    },
    {
      sentence: 'a good night in between clears them all',
      now: links('partial', 1, 'a'),
      earlier: [look(24, finding('pass')), look(48, links('partial', 1, 'a'))],
      standing: 'provisional',
    },
    {
      sentence: 'an hour later is not another look',
      now: links('partial', 1, 'a'),
      earlier: [look(1, links('partial', 1, 'a'))],
      standing: 'provisional',
    },
    {
      sentence: 'a fault of another sort in between says nothing',
      now: links('partial', 1, 'a'),
      earlier: [look(24, finding('fail')), look(48, links('partial', 1, 'a'))],
      standing: 'confirmed',
    },
  ])('$sentence', ({ now, earlier, standing }) => expect(standingAfter(now, ...earlier)).toBe(standing));
});

describe('two keys before a deduction', () => {
  test.for<{ sentence: string; now: Finding; earlier: JudgedLook[]; standing: Standing }>([
    { sentence: 'a fail seen for the first time is provisional', now: finding('fail'), earlier: [], standing: 'provisional' },
    {
      sentence: 'a second night that says the same confirms it',
      now: finding('fail'),
      earlier: [look(24, finding('fail'))],
      standing: 'confirmed',
    },
    {
      sentence: 'a partial needs two keys as well',
      now: finding('partial'),
      earlier: [look(24, finding('partial'))],
      standing: 'confirmed',
    },
    { sentence: 'an hour later is not another look', now: finding('fail'), earlier: [look(1, finding('fail'))], standing: 'provisional' },
    {
      sentence: 'a look too soon before does not hide an older one that confirms',
      now: finding('fail'),
      earlier: [look(1, finding('fail')), look(25, finding('fail'))],
      standing: 'confirmed',
    },
    {
      sentence: 'what was confirmed an hour ago still is',
      now: finding('fail'),
      earlier: [look(1, finding('fail', { standing: 'confirmed' }))],
      standing: 'confirmed',
    },
    {
      sentence: 'a pass clears: the fail after it begins anew',
      now: finding('fail'),
      earlier: [look(24, finding('pass')), look(48, finding('fail'))],
      standing: 'provisional',
    },
    {
      sentence: 'a pass clears even a confirmed fail',
      now: finding('fail'),
      earlier: [look(24, finding('pass')), look(48, finding('fail', { standing: 'confirmed' }))],
      standing: 'provisional',
    },
    {
      sentence: 'an approved exemption in between clears',
      now: finding('fail'),
      earlier: [look(24, finding('not-applicable')), look(48, finding('fail'))],
      standing: 'provisional',
    },
    { sentence: 'a wall does not confirm', now: finding('fail'), earlier: [look(24, finding('unsure'))], standing: 'provisional' },
    {
      sentence: 'nor does a wall clear',
      now: finding('fail'),
      earlier: [look(24, finding('unsure')), look(48, finding('fail'))],
      standing: 'confirmed',
    },
    {
      sentence: 'a partial does not confirm a fail',
      now: finding('fail'),
      earlier: [look(24, finding('partial'))],
      standing: 'provisional',
    },
    { sentence: 'nor a fail a partial', now: finding('partial'), earlier: [look(24, finding('fail'))], standing: 'provisional' },
    {
      sentence: 'a partial in between contradicts the older fail',
      now: finding('fail'),
      earlier: [look(24, finding('partial')), look(48, finding('fail'))],
      standing: 'provisional',
    },
    {
      sentence: 'a fail for another cause does not confirm',
      now: finding('fail'),
      earlier: [look(24, finding('fail', { cause: 'dead' }))],
      standing: 'provisional',
    },
    {
      sentence: 'nor does a fail for another cause clear',
      now: finding('fail'),
      earlier: [look(24, finding('fail', { cause: 'dead' })), look(48, finding('fail'))],
      standing: 'confirmed',
    },
    {
      sentence: 'another check says nothing about this one',
      now: finding('fail'),
      earlier: [look(24, finding('fail', { check: 'leaders' }))],
      standing: 'provisional',
    },
    {
      sentence: 'a look that did not ask is passed over',
      now: finding('fail'),
      earlier: [look(24), look(48, finding('fail'))],
      standing: 'confirmed',
    },
    {
      sentence: 'a look still to come cannot confirm',
      now: finding('fail'),
      earlier: [look(-24, finding('fail'))],
      standing: 'provisional',
    },
    { sentence: 'a pass needs no second look', now: finding('pass'), earlier: [look(24, finding('fail'))], standing: 'settled' },
    {
      sentence: 'unsure is not a fault to be confirmed',
      now: finding('unsure'),
      earlier: [look(24, finding('unsure'))],
      standing: 'settled',
    },
    { sentence: 'not applicable is settled', now: finding('not-applicable'), earlier: [], standing: 'settled' },
  ])('$sentence', ({ now, earlier, standing }) => {
    expect(standingAfter(now, ...earlier)).toBe(standing);
  });

  test('judging the same snapshot again is not a second look', () => {
    const now = look(0, finding('fail'));
    expect(settle(now, [{ ...look(24, finding('fail')), snapshotId: now.snapshotId }])[0]!.standing).toBe('provisional');
  });

  test('how far apart is for the caller to say, and the bound itself is enough', () => {
    const now = look(0, finding('fail'));
    expect(settle(now, [look(6, finding('fail'))], { hoursApart: 6 })[0]!.standing).toBe('confirmed');
    expect(settle(now, [look(5.99, finding('fail'))], { hoursApart: 6 })[0]!.standing).toBe('provisional');
    expect(settle(now, [look(12, finding('fail'))])[0]!.standing).toBe('confirmed');
  });

  test('each check is settled on its own, and nothing but the standing changes', () => {
    const guide = finding('fail');
    const leaders = finding('fail', { check: 'leaders' });
    expect(settle(look(0, guide, leaders), [look(24, leaders)])).toEqual([guide, { ...leaders, standing: 'confirmed' }]);
  });

  const anyLook = fc
    .record({ hoursAgo: fc.integer({ min: 1, max: 100 }), outcome: fc.constantFrom(...outcomes), cause: fc.constantFrom('absent', 'dead') })
    .map(({ hoursAgo, outcome, cause }) => look(hoursAgo, finding(outcome, { cause })));
  const anyHistory = fc.uniqueArray(anyLook, { selector: ({ snapshotId }) => snapshotId, maxLength: 8 });

  test('nothing is confirmed that no earlier independent look said', () => {
    fc.assert(
      fc.property(fc.constantFrom(...outcomes), anyHistory, (outcome, earlier) => {
        const said = earlier.some(({ lookedAt, findings: [before] }) => before!.outcome === outcome && lookedAt <= look(12).lookedAt);
        return said || standingAfter(finding(outcome), ...earlier) !== 'confirmed';
      }),
    );
  });

  test('the order in which the history is handed over does not matter', () => {
    fc.assert(
      fc.property(
        anyHistory,
        earlier => standingAfter(finding('fail'), ...earlier) === standingAfter(finding('fail'), ...earlier.toReversed()),
      ),
    );
  });

  test('a wall more or less changes nothing', () => {
    fc.assert(
      fc.property(anyHistory, fc.integer({ min: 1, max: 100 }), (earlier, hoursAgo) => {
        const wall = look(hoursAgo + 0.5, finding('unsure'));
        return standingAfter(finding('fail'), ...earlier) === standingAfter(finding('fail'), ...earlier, wall);
      }),
    );
  });
});
