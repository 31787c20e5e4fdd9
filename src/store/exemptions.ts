import type { Kysely } from 'kysely';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';
import { inParts, storable } from './text.ts';

/** The duties from which units have been released. */
export function exemptionQueries(db: Kysely<Tables>): Pick<Store, 'saveExemptions' | 'exemptions'> {
  return {
    async saveExemptions(exemptions) {
      const all = exemptions.map(({ unit, check, reason, approvedBy, on, from, until }, seq) =>
        storable({
          seq,
          unit_id: unit,
          check_id: check,
          reason,
          approved_by: approvedBy,
          approved_on: on,
          from_day: from,
          until_day: until,
        }),
      );
      await db.transaction().execute(async tx => {
        await tx.deleteFrom('exemption').execute();
        for (const rows of inParts(all)) await tx.insertInto('exemption').values(rows).execute();
      });
    },

    async exemptions() {
      const rows = await db.selectFrom('exemption').selectAll().orderBy('seq').execute();
      return rows.map(row => ({
        unit: row.unit_id,
        check: row.check_id,
        reason: row.reason,
        approvedBy: row.approved_by,
        on: row.approved_on,
        from: row.from_day,
        until: row.until_day,
      }));
    },
  };
}
