import { isDeepStrictEqual } from 'node:util';
import { GongkaiError } from '../model/errors.ts';
import type { Unit } from '../model/unit.ts';

/** How a new list differs from the one it replaces; units are told apart by id. */
export interface RosterChange {
  readonly added: readonly Unit[];
  readonly changed: readonly Unit[];
  readonly removed: readonly Unit[];
}

export function compareRosters(before: readonly Unit[], after: readonly Unit[]): RosterChange {
  const old = new Map(before.map(unit => [unit.id, unit]));
  const kept = new Set(after.map(({ id }) => id));
  return {
    added: after.filter(({ id }) => !old.has(id)),
    changed: after.filter(unit => old.has(unit.id) && !isDeepStrictEqual(old.get(unit.id), unit)),
    removed: before.filter(({ id }) => !kept.has(id)),
  };
}

/**
 * A list that lost more than a fifth of its units is more likely a file cut short than a reform: throws ROSTER_SHRANK.
 * Whoever has confirmed the loss does not call this.
 */
export function refuseShrink(before: number, after: number): void {
  if ((before - after) * 5 <= before) return;
  throw new GongkaiError(
    'ROSTER_SHRANK',
    `单位由 ${before} 个减少到 ${after} 个，减少超过五分之一，没有导入；若确实如此，请加 --confirm-shrink 再导入一次。`,
  );
}
