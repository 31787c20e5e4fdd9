import type { Kysely, Selectable } from 'kysely';
import type { Unit } from '../model/unit.ts';
import type { Store } from './store.ts';
import type { Tables, UnitRow } from './tables.ts';
import { inParts, storable } from './text.ts';

/** The list of units. */
export function unitQueries(db: Kysely<Tables>): Pick<Store, 'saveUnits' | 'units' | 'unit'> {
  return {
    async saveUnits(units) {
      await db.transaction().execute(async tx => {
        await tx.deleteFrom('unit').execute();
        for (const rows of inParts(units.map(toRow))) await tx.insertInto('unit').values(rows).execute();
      });
    },

    async units() {
      const rows = await db.selectFrom('unit').selectAll().orderBy('seq').execute();
      return rows.map(toUnit);
    },

    async unit(id) {
      const row = await db.selectFrom('unit').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? toUnit(row) : null;
    },
  };
}

const toRow = ({ group, aliases, powers, sites, ...unit }: Unit, seq: number): UnitRow =>
  storable({
    ...unit,
    seq,
    group_name: group,
    aliases: JSON.stringify(aliases),
    powers: JSON.stringify(powers),
    sites: JSON.stringify(sites),
  });

const toUnit = ({ seq: _, group_name, aliases, powers, sites, ...row }: Selectable<UnitRow>): Unit =>
  ({
    ...row,
    group: group_name,
    aliases: JSON.parse(aliases),
    powers: JSON.parse(powers),
    sites: JSON.parse(sites),
  }) as Unit;
