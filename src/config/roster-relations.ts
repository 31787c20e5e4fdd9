import type { Unit } from '../model/unit.ts';
import { normalise } from '../text/normalise.ts';
import type { RosterEntry, RosterProblem } from './roster-problems.ts';

/**
 * Whether the units fit together: ids and names are unique, and a parent, given by id or name, is on the list and not below its own
 * child. The units come back with their parents' ids.
 */
export function relateUnits(entries: readonly RosterEntry[]): {
  readonly units: readonly Unit[];
  readonly problems: readonly RosterProblem[];
} {
  const byId = firstBy(entries, ({ unit }) => unit.id);
  const byName = firstBy(entries, ({ unit }) => normalise(unit.name));
  const parentOf = ({ unit: { parent } }: RosterEntry) =>
    parent === null ? null : (byId.get(parent) ?? byName.get(normalise(parent)) ?? null);

  const problems = entries.flatMap(entry => {
    const { unit, row, field } = entry;
    const sameId = byId.get(unit.id)!;
    const sameName = byName.get(normalise(unit.name))!;
    const parent = parentOf(entry);
    return [
      ...(sameId === entry ? [] : [{ place: field('id'), text: `“${unit.id}”与${sameId.row}重复` }]),
      ...(sameName === entry ? [] : [{ place: field('name'), text: `“${unit.name}”与${sameName.row}重复` }]),
      ...(unit.parent !== null && parent === null
        ? [{ place: field('parent'), text: `名单中没有“${unit.parent}”，请填写名单中已有的单位编码或名称` }]
        : []),
      ...(parent !== null && isBelowItself(entry, parentOf)
        ? [{ place: field('parent'), text: `${row}的单位成了自己的上级，请改正` }]
        : []),
    ];
  });
  return { units: entries.map(entry => ({ ...entry.unit, parent: parentOf(entry)?.unit.id ?? null })), problems };
}

/** True for a unit that is among its own superiors. One that merely stands below such a circle is not at fault. */
function isBelowItself(entry: RosterEntry, parentOf: (entry: RosterEntry) => RosterEntry | null): boolean {
  const seen = new Set<RosterEntry>();
  for (let above = parentOf(entry); above !== null && !seen.has(above); above = parentOf(above)) {
    if (above === entry) return true;
    seen.add(above);
  }
  return false;
}

function firstBy(entries: readonly RosterEntry[], key: (entry: RosterEntry) => string): ReadonlyMap<string, RosterEntry> {
  return new Map(entries.toReversed().map(entry => [key(entry), entry]));
}
