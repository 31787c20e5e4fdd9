import { type Kysely, sql } from 'kysely';
import { linkAddressOf, linkAddressRow, linkCheckRow, linkPageOf, linkPageRow } from './link-rows.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';
import { inParts } from './text.ts';

type LinkQueries = Pick<Store, 'beginLinkCheck' | 'endLinkCheck' | 'recordedLinks' | 'linkHistory'>;

/** Checks of links. Of each start address the newest is kept whole, of earlier ones what was not ok. */
export function linkQueries(db: Kysely<Tables>): LinkQueries {
  return {
    async beginLinkCheck(head) {
      await db.insertInto('link_check').values(linkCheckRow(head)).execute();
      return {
        keep: async ({ addresses, pages }) =>
          db.transaction().execute(async tx => {
            // A number that comes twice in one statement would be two changes of one row, which PostgreSQL refuses: the last one counts.
            const latest = [...new Map(addresses.map(address => [address.id, address])).values()];
            for (const part of inParts(latest.map(address => linkAddressRow(head.id, address))))
              await tx
                .insertInto('link_address')
                .values(part)
                .onConflict(conflict =>
                  conflict.columns(['check_id', 'id']).doUpdateSet({
                    verdict: sql.ref('excluded.verdict'),
                    cause: sql.ref('excluded.cause'),
                    reason: sql.ref('excluded.reason'),
                    status: sql.ref('excluded.status'),
                    hops: sql.ref('excluded.hops'),
                    attempts: sql.ref('excluded.attempts'),
                  }),
                )
                .execute();
            for (const part of inParts(pages.map(page => linkPageRow(head.id, page))))
              await tx.insertInto('link_page').values(part).execute();
          }),
      };
    },

    async endLinkCheck(id, { finishedAt, stoppedBecause, pages, links }) {
      await db.transaction().execute(async tx => {
        const end = { finished_at: finishedAt, stopped_because: stoppedBecause, pages, links };
        await tx.updateTable('link_check').set(end).where('id', '=', id).execute();
        const earlier = tx
          .selectFrom('link_check as now')
          .innerJoin('link_check as past', 'past.start_url', 'now.start_url')
          .select('past.id')
          .where('now.id', '=', id)
          .whereRef('past.started_at', '<', 'now.started_at');
        await tx.deleteFrom('link_page').where('check_id', 'in', earlier).execute();
        await tx.deleteFrom('link_address').where('verdict', '=', 'ok').where('check_id', 'in', earlier).execute();
      });
    },

    async recordedLinks(id) {
      const addresses = await db.selectFrom('link_address').selectAll().where('check_id', '=', id).orderBy('id').execute();
      const pages = await db.selectFrom('link_page').selectAll().where('check_id', '=', id).orderBy('id').execute();
      return { addresses: addresses.map(linkAddressOf), pages: pages.map(linkPageOf) };
    },

    async linkHistory(id, limit) {
      const checks = await db
        .selectFrom('link_check as now')
        .innerJoin('link_check as past', 'past.start_url', 'now.start_url')
        .select(['past.id', 'past.started_at', 'past.stopped_because'])
        .where('now.id', '=', id)
        .whereRef('past.started_at', '<', 'now.started_at')
        .orderBy('past.started_at', 'desc')
        .limit(limit)
        .execute();
      return Promise.all(
        checks.map(async check => {
          const bad = await db
            .selectFrom('link_address')
            .select(['url', 'verdict'])
            .where('check_id', '=', check.id)
            .where('verdict', '<>', 'ok')
            .execute();
          return {
            startedAt: check.started_at,
            isComplete: check.stopped_because === 'complete',
            broken: new Set(bad.filter(({ verdict }) => verdict === 'broken').map(({ url }) => url)),
            doubtful: new Set(bad.filter(({ verdict }) => verdict !== 'broken').map(({ url }) => url)),
          };
        }),
      );
    },
  };
}
