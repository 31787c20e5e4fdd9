import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareRosters, refuseShrink } from '../../src/config/roster-change.ts';
import { Unit } from '../../src/model/unit.ts';

const unit = (id: string, group: string | null = null) => Unit.parse({ id, name: `${id}局`, type: 'department', group });

describe('refuseShrink', () => {
  test.for([
    [0, 0],
    [0, 56],
    [10, 8],
    [56, 45],
    [5, 4],
    [1, 1],
    [4, 9],
  ] as const)('lets %i become %i', ([before, after]) => expect(() => refuseShrink(before, after)).not.toThrow());

  test.for([
    [10, 7],
    [56, 44],
    [4, 3],
    [1, 0],
    [1500, 1199],
  ] as const)('refuses %i becoming %i, with both numbers and the way out', ([before, after]) => {
    expect(() => refuseShrink(before, after)).toThrow(
      expect.objectContaining({
        code: 'ROSTER_SHRANK',
        message: expect.stringMatching(new RegExp(`${before} 个.*${after} 个.*--confirm-shrink`)),
      }),
    );
  });

  test('refuses exactly when more than a fifth is gone', () => {
    fc.assert(
      fc.property(fc.nat(3000), fc.nat(3000), (before, after) => {
        const attempt = expect(() => refuseShrink(before, after));
        if (before > 0 && (before - after) / before > 0.2 + 1e-9) attempt.toThrow();
        else attempt.not.toThrow();
      }),
    );
  });
});

describe('compareRosters', () => {
  test('tells apart by id what is new, changed and gone', () => {
    const change = compareRosters([unit('a'), unit('b'), unit('c')], [unit('c'), unit('b', '二类部门'), unit('d')]);
    expect(change.added.map(({ id }) => id)).toEqual(['d']);
    expect(change.changed.map(({ id }) => id)).toEqual(['b']);
    expect(change.removed.map(({ id }) => id)).toEqual(['a']);
  });

  test('a list put into another order is the same list', () => {
    expect(compareRosters([unit('a'), unit('b')], [unit('b'), unit('a')])).toEqual({ added: [], changed: [], removed: [] });
  });
});
