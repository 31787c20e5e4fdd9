import type { Unit } from '../model/unit.ts';
import type { Store } from '../store/store.ts';

/**
 * The units in the order in which a run is over soonest: those first whose look took longest in the last run, so that none of them is
 * waited for at the end. Before them those that were not looked at then; among equals the order given.
 */
export async function longestFirst(store: Pick<Store, 'latestRun' | 'snapshotsOfRun'>, units: readonly Unit[]): Promise<readonly Unit[]> {
  const last = await store.latestRun('finished');
  if (!last) return units;
  const milliseconds = new Map<string, number>();
  for (const { unitId, startedAt, finishedAt } of await store.snapshotsOfRun(last.id))
    milliseconds.set(unitId, (milliseconds.get(unitId) ?? 0) + Date.parse(finishedAt) - Date.parse(startedAt));
  const lengthOf = ({ id }: Unit) => milliseconds.get(id) ?? Number.MAX_SAFE_INTEGER;
  return units.toSorted((one, other) => lengthOf(other) - lengthOf(one));
}
