import { plantedOn } from '../../fixtures/city/plan-of-night.ts';
import type { CityUnit, Planted } from '../../fixtures/city/unit-file.ts';
import type { Comparison, JudgedCheck } from './compare.ts';
import { type Tally, tallyOf } from './tally.ts';
import { touches } from './touches.ts';

/** How one kind of fault, or its innocent twin, was judged. */
export interface KindRow {
  readonly kind: string;
  readonly title: string;
  readonly role: 'fault' | 'twin';
  /** Plantings that stood on a compared night; a planting counts once however many nights it stands. */
  readonly planted: number;
  /**
   * Verdicts that rest on them: for what changes a verdict, those that the truth lays to it; for a twin also those that it could disturb
   * and that nothing else was planted against. One verdict may rest on two twins.
   */
  readonly tally: Tally;
}

/** Something planted that no check of the catalogue looks for yet. */
export interface Unjudged {
  readonly unit: string;
  readonly kind: string;
  readonly title: string;
  readonly what: string;
  readonly rule: string;
}

/** A row for each kind of `kinds`, faults and twins apart; a kind that was not planted has no row. Stable order: that of `kinds`. */
export function kindRows(comparisons: readonly Comparison[], kinds: ReadonlyMap<string, string>): readonly KindRow[] {
  const resting = restingOn(comparisons);
  const rows = [...Map.groupBy(resting, ([{ fault, twin }]) => (fault === undefined ? `twin ${twin}` : `fault ${fault}`))];
  return rows
    .map(([, entries]): KindRow => {
      const [{ fault, twin }] = entries[0]!;
      const kind = fault ?? twin!;
      const verdicts = new Set(entries.flatMap(([, members]) => members));
      return {
        kind,
        title: kinds.get(kind) ?? kind,
        role: fault === undefined ? 'twin' : 'fault',
        planted: entries.length,
        tally: tallyOf([...verdicts]),
      };
    })
    .toSorted((a, b) => place(kinds, a.kind) - place(kinds, b.kind) || (a.role < b.role ? -1 : 1));
}

/** What stands on these nights and is not judged by any check, each once. */
export const unjudgedOf = (
  units: readonly CityUnit[],
  nights: readonly number[],
  kinds: ReadonlyMap<string, string>,
): readonly Unjudged[] =>
  units.flatMap(unit =>
    [...new Set(nights.flatMap(night => plantedOn(unit, night)))].flatMap(({ fault, twin, what, unjudged }) => {
      const kind = fault ?? twin!;
      return unjudged === undefined ? [] : [{ unit: unit.plan.id, kind, title: kinds.get(kind) ?? kind, what, rule: unjudged }];
    }),
  );

/** Every planting that stood, with the verdicts that rest on it. */
function restingOn(comparisons: readonly Comparison[]): readonly (readonly [Planted, readonly Comparison[]])[] {
  const resting = new Map<Planted, Comparison[]>();
  for (const visit of Map.groupBy(comparisons, ({ unit, night }) => `${unit.plan.id} ${night}`).values()) {
    const { unit, night } = visit[0]!;
    for (const planted of plantedOn(unit, night))
      resting.set(planted, [...(resting.get(planted) ?? []), ...visit.filter(one => rests(one, planted))]);
  }
  return [...resting];
}

function rests({ truth, check }: { readonly truth: Comparison['truth']; readonly check: JudgedCheck }, planted: Planted): boolean {
  if (truth.planted !== null) return truth.planted === planted;
  return planted.twin !== undefined && !truth.outcomes.includes('not-applicable') && touches(planted.set, check);
}

/** A kind that the list does not know comes last. */
function place(kinds: ReadonlyMap<string, string>, kind: string): number {
  const at = [...kinds.keys()].indexOf(kind);
  return at < 0 ? kinds.size : at;
}
