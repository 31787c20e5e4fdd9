import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { postgresDialect } from '../../src/store/postgres.ts';
import { testStore } from './contract.ts';
import { type PostgresServer, servePostgres } from './postgres-server.ts';

describe('a store on PostgreSQL over the network', () => {
  let pglite: PGlite;
  let server: PostgresServer;
  beforeAll(async () => {
    pglite = await PGlite.create();
    server = await servePostgres(pglite);
  }, 120_000);
  afterAll(async () => {
    await server.close();
    await pglite.close();
  });

  const again = () => postgresDialect(server.url);
  const fresh = async () => {
    await pglite.exec('drop schema public cascade; create schema public');
    return again();
  };
  testStore({ fresh, again });

  test('a server that is not there is told in a sentence', async () => {
    const gone = await servePostgres(pglite);
    await gone.close();
    await expect(openStore(postgresDialect(gone.url))).rejects.toMatchObject({
      code: 'STORE_UNUSABLE',
      message: expect.stringMatching(/^数据库无法打开.*ECONNREFUSED.*。$/),
    });
  });
});
